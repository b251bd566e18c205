//! `templates gallery`: a static page that shows all templates in motion, with what to say to get them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anstream::eprintln;
use serde_json::Map;

use super::output::write_file;
use super::preview::{absolute, no_node, no_pictures, studio};
use super::{Outcome, emit, output};
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::template::Manifest;

mod page;

/// The size of the previews in pixels: a card's width, and no more, since a page holds many.
const SIZE: (u32, u32) = (384, 216);

/// Pictures a second: enough for motion to be judged.
const RATE: u32 = 12;

/// The folder of the previews, beside the page.
const PREVIEWS: &str = "previews";

const STYLE: &str = include_str!("gallery/gallery.css");

/// The sample of a template, and the name of its preview, which is another one for every other code.
struct Sample<'e> {
    manifest: &'e Manifest,
    code: String,
    name: String,
}

/// Writes the page of the templates `only`, or of all if none are named, and films what has changed since the last time.
pub(super) fn run(engine: &Engine, folder: &Path, only: &[String]) -> Result<Outcome> {
    for id in only {
        engine.library().fit(id, &Map::new())?;
    }
    let manifests = engine.library().manifests().filter(|manifest| only.is_empty() || only.contains(&manifest.id));
    let samples = manifests.map(|manifest| Sample::of(engine, manifest)).collect::<Result<Vec<_>>>()?;
    let previews = folder.join(PREVIEWS);
    fs::create_dir_all(&previews).map_err(|error| no_folder(&previews, error))?;
    let changed: Vec<&Sample<'_>> = samples.iter().filter(|sample| !sample.is_filmed(&previews)).collect();
    if !changed.is_empty() {
        film(&changed, &previews)?;
    }
    for sample in &samples {
        sample.clear_older(&previews)?;
    }
    write_file(&folder.join("gallery.css"), STYLE)?;
    let page = folder.join("index.html");
    write_file(&page, &page::page(engine, &shown(&samples, &previews))?)?;
    output::print(&format!("{}\n", page.display()))?;
    let missing = samples.iter().filter(|sample| !sample.is_filmed(&previews)).count();
    if missing == 0 {
        return Ok(Outcome::Done);
    }
    eprintln!("{missing} of {} templates have no preview: the reason stands above", samples.len());
    Ok(Outcome::Wanting)
}

impl<'e> Sample<'e> {
    fn of(engine: &Engine, manifest: &'e Manifest) -> Result<Self> {
        let code = emit::sample(engine, manifest, Format::Landscape)?;
        let (width, height) = SIZE;
        let name = format!("{}-{:016x}", manifest.id, fingerprint(&format!("{width}x{height} {RATE}\n{code}")));
        Ok(Self { manifest, code, name })
    }

    /// The studio writes the moving picture last, so that the still is there too.
    fn is_filmed(&self, previews: &Path) -> bool {
        previews.join(format!("{}.webp", self.name)).is_file()
    }

    /// Removes the previews of the template's earlier code.
    fn clear_older(&self, previews: &Path) -> Result<()> {
        let entries = fs::read_dir(previews).map_err(|error| no_folder(previews, error))?;
        for entry in entries.flatten() {
            let name = entry.file_name();
            let fingerprint = name.to_str().and_then(|name| preview_of(name, &self.manifest.id));
            if fingerprint.is_some_and(|fingerprint| !self.name.ends_with(fingerprint)) {
                fs::remove_file(entry.path()).map_err(|error| no_folder(previews, error))?;
            }
        }
        Ok(())
    }
}

/// The fingerprint in a file's name, if the file is a preview of this template.
fn preview_of<'n>(name: &'n str, id: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(id)?.strip_prefix('-')?;
    let fingerprint = rest.strip_suffix(".webp")?;
    let fingerprint = fingerprint.strip_suffix(".still").unwrap_or(fingerprint);
    (fingerprint.len() == 16 && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(fingerprint)
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo): the same on every machine and in every version.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn shown<'e>(samples: &[Sample<'e>], previews: &Path) -> Vec<page::Shown<'e>> {
    let shown = samples.iter().map(|sample| {
        let preview = sample.is_filmed(previews).then(|| format!("{PREVIEWS}/{}", sample.name));
        page::Shown { manifest: sample.manifest, preview }
    });
    shown.collect()
}

/// Lets the studio film scenes into a folder. It says by itself how far it is, and which scenes fail; those are no error
/// here, since all others are filmed.
fn film(samples: &[&Sample<'_>], previews: &Path) -> Result<()> {
    let studio = studio()?;
    let scenes = tempfile::tempdir()
        .map_err(|error| Error::new(ErrorKind::File, "no temporary folder can be made").because(error))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for sample in samples {
        let file = scenes.path().join(format!("{}.tsx", sample.name));
        write_file(&file, &sample.code)?;
        files.push(file);
    }
    let mut command = Command::new("node");
    command.current_dir(&studio).args(["launch.mjs", "gallery"]).args(files);
    command.args(["--width", &SIZE.0.to_string(), "--rate", &RATE.to_string()]).arg("-o").arg(absolute(previews)?);
    let status = command.stdin(Stdio::null()).status().map_err(|error| no_node("node", error))?;
    if matches!(status.code(), Some(0 | 1)) { Ok(()) } else { Err(no_pictures()) }
}

fn no_folder(folder: &Path, error: io::Error) -> Error {
    let message = format!("the folder `{}` cannot be made or changed", folder.display());
    Error::new(ErrorKind::File, message).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_is_known_by_its_whole_name() {
        let cases = [
            ("chat-0123456789abcdef.webp", Some("0123456789abcdef")),
            ("chat-0123456789abcdef.still.webp", Some("0123456789abcdef")),
            ("chat-window-0123456789abcdef.webp", None),
            ("chat-0123456789abcdef.png", None),
            ("chat.webp", None),
        ];
        for (name, expected) in cases {
            assert_eq!(preview_of(name, "chat"), expected, "{name}");
        }
    }

    #[test]
    fn fingerprints_are_those_of_the_method() {
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
