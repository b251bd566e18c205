//! Writing results: to standard output, and to files that are whole or not there.

use std::io::{self, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

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
