//! The folders of the library: which files make a template, and which are parts.

use std::collections::BTreeMap;
use std::path::Path;

use super::scene::Parts;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};

const MANIFEST: &str = "template.yaml";
const SCENE: &str = "scene.tsx";
/// Where the parts are that scenes share.
const PARTS: &str = "_parts";

/// A template's folder, with both of its files.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) id: String,
    pub(super) manifest: Source,
    pub(super) scene: Source,
}

/// All folders of templates and all parts; folders that lack a file, and files that belong nowhere.
pub(super) fn folders(assets: &Assets) -> (Vec<Folder>, Parts, Vec<Diagnostic>) {
    let mut parts = Parts::new();
    let mut found: BTreeMap<&str, [Option<Source>; 2]> = BTreeMap::new();
    let mut mistakes = Vec::new();
    for path in assets.under("templates") {
        let Some(source) = assets.source(path) else { continue };
        let inside: Vec<&str> = path.split('/').skip(1).collect();
        match inside[..] {
            [PARTS, .., file] if is_code(file) => {
                parts.insert(inside.join("/"), source);
            }
            [id, MANIFEST] => found.entry(id).or_default()[0] = Some(source),
            [id, SCENE] => found.entry(id).or_default()[1] = Some(source),
            _ => mistakes.push(stray(&source)),
        }
    }
    let folders = found.into_iter().filter_map(|(id, files)| folder(id, files, &mut mistakes)).collect();
    (folders, parts, mistakes)
}

fn folder(id: &str, files: [Option<Source>; 2], mistakes: &mut Vec<Diagnostic>) -> Option<Folder> {
    let (lonely, lacks) = match files {
        [Some(manifest), Some(scene)] => return Some(Folder { id: id.to_owned(), manifest, scene }),
        [Some(manifest), None] => (manifest, SCENE),
        [None, scene] => (scene?, MANIFEST),
    };
    mistakes.push(lonely.diagnose(0..0, format!("`templates/{id}` has no `{lacks}` beside this file")));
    None
}

fn is_code(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "tsx")
}

fn stray(source: &Source) -> Diagnostic {
    let message = format!("`{}` is no file of a template", source.name());
    source.diagnose(0..0, message).help(format!(
        "a template is a folder with `{MANIFEST}` and `{SCENE}`; parts that scenes share are in `templates/{PARTS}`"
    ))
}
