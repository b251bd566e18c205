//! Writing results: to standard output, and to files that are whole or not there.

use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::Renderer;
use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, ErrorKind, Result};

/// For what the eye should find first.
pub(super) const STRONG: Style = Style::new().bold();

/// For what is only said beside.
pub(super) const QUIET: Style = Style::new().dimmed();

/// For values that were read.
pub(super) const VALUE: Style = AnsiColor::Cyan.on_default();

/// For what is in order.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();

/// For what is not.
pub(super) const BAD: Style = AnsiColor::Red.on_default();

/// The longest value that is shown to people in one line; the rest of a picture's content says nothing.
const LONGEST: usize = 160;

/// A value as it is shown to people.
pub(super) fn shown(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    match json.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &json[..end]),
        None => json,
    }
}

/// For what may not be as it was meant.
pub(super) const DOUBT: Style = AnsiColor::Yellow.on_default();

/// Says on standard error what people should know beside the answer, if there is anything.
pub(super) fn warn(doubt: Option<&str>) {
    if let Some(doubt) = doubt {
        eprintln!("{DOUBT}warning:{DOUBT:#} {doubt}");
    }
}

/// A diagnostic in colour, which is taken out again where it is not wanted.
pub(super) fn in_colour(diagnostic: &Diagnostic) -> String {
    diagnostic.render(&Renderer::styled())
}

/// A bar on standard error for work that takes a while; nothing where nobody looks.
pub(super) fn progress(steps: usize, what: &'static str) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{msg} {bar:32} {pos}/{len} {eta}").unwrap_or(ProgressStyle::default_bar());
    ProgressBar::new(steps as u64).with_style(style).with_message(what)
}

/// `1 example`, `2 examples`.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Writes to standard output. A reader that has gone (`| head`) is no error.
pub(super) fn print(text: &str) -> Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(ErrorKind::File, "standard output cannot be written").because(error))
        }
        _ => Ok(()),
    }
}

/// Writes a value to standard output as JSON for people and programs.
pub(super) fn print_json(value: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Error::new(ErrorKind::File, "the answer cannot be written as JSON").because(error))?;
    print(&(text + "\n"))
}

/// Makes a folder, and those around it, where they are not there.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Error::new(ErrorKind::File, format!("the folder `{}` cannot be made", folder.display())).because(error)
    })
}

/// Writes a file whole: beside its place first, then moved there, so that nobody ever sees half of it.
pub(super) fn write_file(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error: io::Error| {
        let message = format!(
            "`{}` cannot be written: check that its folder is there and that you may write to it",
            path.display()
        );
        Error::new(ErrorKind::File, message).because(error)
    };
    let mut file = tempfile::Builder::new().prefix(".firstframe-").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    allow_reading(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are private; a scene is a file as others.
#[cfg(unix)]
fn allow_reading(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_: &std::fs::File) -> io::Result<()> {
    Ok(())
}
