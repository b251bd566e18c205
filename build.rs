//! Packs the trees of the library's YAML files, so that the program does not parse them at every start, and builds again
//! when a file of the library is added or taken away: the compiler itself only sees changes of files that it knows.
//!
//! The reader is the library's own, taken from its sources; a library cannot depend on itself. A file that is not YAML
//! ends the build with its place; all else is checked by tests, as for any library.

#![allow(dead_code, unreachable_pub, reason = "the modules belong to the library and have more than is used here")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/diagnostic.rs"]
mod diagnostic;
#[path = "src/nearest.rs"]
mod nearest;
#[path = "src/yaml/mod.rs"]
mod yaml;

use diagnostic::{Diagnostic, Source};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const LIBRARY: [&str; 2] = ["templates", "patterns"];

const READER: [&str; 3] = ["src/diagnostic.rs", "src/nearest.rs", "src/yaml"];

fn main() -> Result<()> {
    for path in LIBRARY.iter().chain(&READER) {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut files = Vec::new();
    for folder in LIBRARY {
        collect(Path::new(folder), &mut files)?;
    }
    let trees = files.iter().map(|path| pack(path)).collect::<Result<BTreeMap<String, Vec<u8>>>>()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: expected to be run by cargo")?);
    fs::write(out.join("trees.postcard"), postcard::to_stdvec(&trees)?)?;
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

fn pack(path: &Path) -> Result<(String, Vec<u8>)> {
    let name = path.to_string_lossy().replace('\\', "/");
    let source = Source::new(name.as_str(), fs::read_to_string(path)?);
    let packed = yaml::pack(&source)
        .map_err(|mistakes| mistakes.iter().map(Diagnostic::to_string).collect::<Vec<_>>().join("\n"))?;
    Ok((name, packed))
}
