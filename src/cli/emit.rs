//! `templates emit`: the scenes of all examples in all formats, for the tools that check and show them.

use std::path::Path;

use serde::Serialize;

use super::output::write_file;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::Pattern;
use crate::request::{Format, Request};
use crate::route::Step;
use crate::template::{Fit, Manifest};
use crate::tsx::{Form, Meta};
use crate::value::Value;

#[derive(Serialize)]
struct Index {
    scenes: Vec<Entry>,
}

/// A scene in the index.
#[derive(Serialize)]
struct Entry {
    file: String,
    template: String,
    case: String,
    format: &'static str,
    #[serde(flatten)]
    meta: Meta,
    /// What has to be seen at one time or another.
    texts: Vec<String>,
}

/// A scene to be emitted: a template with parameters, and what the case is called.
struct Case {
    name: String,
    fit: Fit,
}

/// Writes all cases of all templates into a folder, and `index.json`.
pub(super) fn run(engine: &Engine, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Error::new(ErrorKind::File, format!("the folder `{}` cannot be made", folder.display())).because(error)
    })?;
    let mut scenes = Vec::new();
    for manifest in engine.library().manifests() {
        for case in cases(engine, manifest)? {
            for format in Format::ALL {
                scenes.extend(emit(engine, manifest, &case, format, folder)?);
            }
        }
    }
    let index = serde_json::to_string_pretty(&Index { scenes })
        .map_err(|error| Error::new(ErrorKind::File, "the index cannot be written as JSON").because(error))?;
    write_file(&folder.join("index.json"), &(index + "\n"))
}

/// Each example of a template's patterns, then its sample.
fn cases(engine: &Engine, manifest: &Manifest) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for example in engine.patterns().of(&manifest.id).flat_map(Pattern::examples) {
        let decision = engine.route(&Request::new(&example.say)?);
        if let [Step::Add { fit, .. }] = &decision.plan[..] {
            cases.push(Case { name: format!("example {}", cases.len() + 1), fit: fit.clone() });
        }
    }
    cases.push(Case { name: "sample".to_owned(), fit: manifest.fit([])? });
    Ok(cases)
}

fn emit(engine: &Engine, manifest: &Manifest, case: &Case, format: Format, folder: &Path) -> Result<Option<Entry>> {
    let mut params: Vec<(String, Value)> =
        case.fit.params().iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
    params.retain(|(name, _)| name != "format");
    params.push(("format".to_owned(), Value::Text(format.name().to_owned())));
    let fit = manifest.fit(params)?;
    let scene = engine.render(&fit, Form::Module)?.scene;
    let file = format!("{}.{}.{}.tsx", manifest.id, case.name.replace(' ', "-"), format.name());
    write_file(&folder.join(&file), scene.code())?;
    let Some(meta) = scene.meta().cloned() else { return Ok(None) };
    let texts = texts(manifest, &fit);
    let (template, case) = (manifest.id.clone(), case.name.clone());
    Ok(Some(Entry { file, template, case, format: format.name(), meta, texts }))
}

/// The texts of a scene's content: those that were given, and samples where required ones were not.
fn texts(manifest: &Manifest, fit: &Fit) -> Vec<String> {
    let mut texts = Vec::new();
    for spec in manifest.params().iter().filter(|spec| !spec.is_structure()) {
        let sample = spec.sample.as_ref().filter(|_| spec.required);
        match fit.params().get(&spec.name).or(sample) {
            Some(Value::Text(text)) if spec.kind.is_text() => texts.extend(text.lines().map(str::to_owned)),
            Some(Value::List(items)) => texts.extend(items.iter().cloned()),
            Some(Value::Series(points)) => texts.extend(points.iter().map(|point| point.label.clone())),
            _ => {}
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}
