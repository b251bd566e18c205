//! Packs the trees of the templates' YAML files and the drafts of the patterns, so that the program does not parse them at
//! every start, and builds again when a file of the library is added or taken away: the compiler itself only sees changes
//! of files that it knows.
//!
//! The readers are the library's own, taken from its sources; a library cannot depend on itself. A mistake that a file
//! alone shows ends the build with its place; all else is checked by tests, as for any library.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the modules belong to the library and have more than is used here"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/diagnostic.rs"]
mod diagnostic;
#[path = "src/nearest.rs"]
mod nearest;
#[path = "src/pattern"]
mod pattern {
    pub(crate) mod draft;
    mod file;
    mod phrase;
}
#[path = "src/text/mod.rs"]
mod text;
#[path = "src/yaml/mod.rs"]
mod yaml;

use diagnostic::{Diagnostic, Source};
use pattern::draft::Drafted;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const LIBRARY: [&str; 2] = ["templates", "patterns"];

/// What lies among the patterns and is none.
const BESIDE: [&str; 2] = ["patterns/calibration.yaml", "patterns/memory.yaml"];

/// What lies among the patterns and is read as a tree: the sentences of changes.
const CHANGES: [&str; 2] = ["patterns/edits.yaml", "patterns/operations.yaml"];

const READERS: [&str; 7] = [
    "src/diagnostic.rs",
    "src/nearest.rs",
    "src/pattern/draft.rs",
    "src/pattern/file.rs",
    "src/pattern/phrase.rs",
    "src/text",
    "src/yaml",
];

fn main() -> Result<()> {
    for path in LIBRARY.iter().chain(&READERS).chain(&["prompts"]) {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut files = Vec::new();
    for folder in LIBRARY {
        collect(Path::new(folder), &mut files)?;
    }
    files.retain(|path| !BESIDE.iter().any(|beside| path.ends_with(beside)));
    let is_tree = |path: &Path| path.starts_with("templates") || CHANGES.iter().any(|change| path.ends_with(change));
    let (templates, patterns): (Vec<_>, Vec<_>) = files.iter().partition(|path| is_tree(path));
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: expected to be run by cargo")?);
    fs::write(out.join("trees.postcard"), packed(&templates, yaml::pack)?)?;
    fs::write(out.join("drafts.postcard"), packed(&patterns, draft)?)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}

/// The draft of a file as bytes.
fn draft(source: &Source) -> std::result::Result<Vec<u8>, Vec<Diagnostic>> {
    let Drafted { draft, mistakes, .. } = Drafted::of(source)?;
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    postcard::to_stdvec(&draft).map_err(|_| vec![source.diagnose(0..0, "this file cannot be packed")])
}

/// Some files by their paths, each as a packer makes it.
fn packed(files: &[&PathBuf], pack: fn(&Source) -> std::result::Result<Vec<u8>, Vec<Diagnostic>>) -> Result<Vec<u8>> {
    let mut packed = BTreeMap::new();
    for path in files {
        let name = path.to_string_lossy().replace('\\', "/");
        let source = Source::new(name.as_str(), fs::read_to_string(path)?);
        let told = |mistakes: Vec<Diagnostic>| mistakes.iter().map(Diagnostic::to_string).collect::<String>();
        packed.insert(name, pack(&source).map_err(told)?);
    }
    Ok(postcard::to_stdvec(&packed)?)
}
