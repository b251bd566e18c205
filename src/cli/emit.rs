//! `templates emit`: scenes of the whole library with an index, for the tools that check and show them.

use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::output::{make_folder, write_file};
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::Pattern;
use crate::request::{Format, Request};
use crate::template::{Fit, Manifest, ParamSpec, THEMES, cases};
use crate::tsx::{Form, Meta};
use crate::value::{Figure, Value};

/// Which scenes are emitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Which {
    /// Each kind of case once for each template, in formats and looks that take turns
    Sampled,
    /// Each example, each content in each variant, and a row of settings, in all formats
    All,
    /// The sample of each template in all formats
    Samples,
}

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
    /// What passes by, and so need not be seen at any time.
    passing: Vec<String>,
    /// False where nothing is meant to move.
    moves: bool,
}

/// A scene to be emitted: what the case is called, and a template with parameters.
struct Case {
    name: String,
    fit: Fit,
}

/// Where a case stands: the place of its template in the library, and its own among the template's.
#[derive(Clone, Copy)]
struct Turn {
    template: usize,
    case: usize,
}

/// Writes the scenes into a folder, and `index.json`; those of the templates `only`, if any are named.
pub(super) fn run(engine: &Engine, folder: &Path, which: Which, only: &[String]) -> Result<()> {
    make_folder(folder)?;
    for id in only {
        engine.library().fit(id, &Map::new())?;
    }
    let mut scenes = Vec::new();
    for (template, manifest) in engine.library().manifests().enumerate() {
        if only.is_empty() || only.contains(&manifest.id) {
            for (case, found) in gather(engine, manifest, which, template)?.iter().enumerate() {
                for format in formats(which, Turn { template, case }) {
                    scenes.extend(emit(engine, manifest, found, format, folder)?);
                }
            }
        }
    }
    let index = serde_json::to_string_pretty(&Index { scenes })
        .map_err(|error| Error::new(ErrorKind::File, "the index cannot be written as JSON").because(error))?;
    write_file(&folder.join("index.json"), &(index + "\n"))
}

/// The code of a template's sample in its first look.
pub(super) fn sample(engine: &Engine, manifest: &Manifest, format: Format) -> Result<String> {
    let samples = gather(engine, manifest, Which::Samples, 0)?;
    let fit = match samples.into_iter().next() {
        Some(case) => in_format(manifest, &case.fit, format)?,
        None => manifest.fit_json(&Map::new())?,
    };
    Ok(engine.render(&fit, Form::Module)?.scene.code().to_owned())
}

fn formats(which: Which, turn: Turn) -> Vec<Format> {
    match which {
        Which::Sampled => vec![Format::ALL[(turn.template + turn.case) % Format::ALL.len()]],
        Which::All | Which::Samples => Format::ALL.to_vec(),
    }
}

fn gather(engine: &Engine, manifest: &Manifest, which: Which, template: usize) -> Result<Vec<Case>> {
    let contents = cases(manifest).into_iter().map(|case| Case { name: short(&case.name), fit: case.fit });
    let contents: Vec<Case> = contents.collect();
    match which {
        Which::Samples => Ok(contents.into_iter().filter(|case| case.name == "sample-1").collect()),
        Which::All => {
            let mut all = examples(engine, manifest)?;
            all.extend(contents);
            all.extend(varied(manifest, 0..SETTINGS)?);
            Ok(all)
        }
        Which::Sampled => {
            let mut sampled = examples(engine, manifest)?;
            sampled.truncate(EXAMPLES);
            let looks = manifest.variants as usize;
            let taken = contents.into_iter().enumerate();
            sampled.extend(taken.filter(|(at, _)| at % looks == (template + at / looks) % looks).map(|(_, case)| case));
            sampled.extend(varied(manifest, template..template + 1)?);
            Ok(sampled)
        }
    }
}

/// How many examples of a pattern are among some cases.
const EXAMPLES: usize = 1;

/// `longest-2` for `bar-chart/longest/2`.
fn short(name: &str) -> String {
    name.split('/').skip(1).collect::<Vec<_>>().join("-")
}

/// Each example of a template's patterns that it serves.
fn examples(engine: &Engine, manifest: &Manifest) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for example in engine.patterns().of(&manifest.id).flat_map(Pattern::examples) {
        for fit in engine.route(&Request::new(&example.say)?).fits() {
            cases.push(Case { name: format!("example-{}", cases.len() + 1), fit: fit.clone() });
        }
    }
    Ok(cases)
}

/// How many rows of settings there are until all themes have had their turn.
const SETTINGS: usize = THEMES.len();

/// The sample with settings that differ from row to row: themes, ways to come and go, places, sizes, rates.
fn varied(manifest: &Manifest, rows: std::ops::Range<usize>) -> Result<Vec<Case>> {
    let row = |row: usize| {
        let pick = |names: &[&str]| Json::from(names[row % names.len()]);
        let settings = [
            ("theme", pick(&THEMES)),
            ("animation", pick(&["scale", "wipe", "blur", "fade", "slide", "bounce", "none"])),
            ("direction", pick(&["left", "top", "right", "bottom", "left"])),
            ("exit", pick(&["slide", "scale", "none", "wipe", "blur", "fade", "slide"])),
            ("easing", pick(&["spring", "linear", "ease-in-out", "bounce", "cubic-bezier(0.3, 0, 0, 1)"])),
            ("size", pick(&["small", "normal", "large", "huge", "normal"])),
            ("case", pick(&["upper", "as-typed", "lower", "title", "as-typed"])),
            ("spacing", pick(&["tight", "normal", "wide"])),
            ("align", pick(&["left", "center", "right", "left"])),
            ("position", pick(&["bottom-left", "center", "top", "right", "center"])),
            ("effect", pick(&["none", "particles", "vignette", "glow", "confetti", "grain", "ripples"])),
            ("fps", [24, 60, 30][row % 3].into()),
            ("duration", json!([2.5, 12.0, 4.0, 6.5][row % 4])),
            ("variant", (row + 1).into()),
        ];
        let asked = settings.into_iter().filter(|(name, _)| !manifest.is_without(name));
        let params: Map<String, Json> = asked.map(|(name, value)| (name.to_owned(), value)).collect();
        Ok(Case { name: format!("varied-{}", row % SETTINGS + 1), fit: manifest.fit_json(&params)? })
    };
    rows.map(row).collect()
}

fn emit(engine: &Engine, manifest: &Manifest, case: &Case, format: Format, folder: &Path) -> Result<Option<Entry>> {
    let fit = in_format(manifest, &case.fit, format)?;
    let scene = engine.render(&fit, Form::Module)?.scene;
    let file = format!("{}.{}.{}.tsx", manifest.id, case.name, format.name());
    write_file(&folder.join(&file), scene.code())?;
    let Some(meta) = scene.meta().cloned() else { return Ok(None) };
    let own = manifest.params().iter().filter(|spec| !spec.is_structure());
    let (passing, together): (Vec<_>, Vec<_>) = own.partition(|spec| manifest.passes(&spec.name));
    let (texts, passing) = (texts(&together, &fit), texts(&passing, &fit));
    let moves = fit.params().get("animation") != Some(&Value::Text("none".to_owned()));
    let (template, case) = (manifest.id.clone(), case.name.clone());
    Ok(Some(Entry { file, template, case, format: format.name(), meta, texts, passing, moves }))
}

fn in_format(manifest: &Manifest, fit: &Fit, format: Format) -> Result<Fit> {
    let mut params: Vec<(String, Value)> =
        fit.params().iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
    params.retain(|(name, _)| name != "format");
    params.push(("format".to_owned(), Value::Text(format.name().to_owned())));
    manifest.fit(params)
}

/// The texts of some parameters of a scene: those that were given, and samples where required ones were not.
fn texts(params: &[&ParamSpec], fit: &Fit) -> Vec<String> {
    let mut texts = Vec::new();
    for spec in params {
        let sample = spec.sample.as_ref().filter(|_| spec.required);
        match fit.params().get(&spec.name).or(sample) {
            Some(Value::Text(text)) if spec.kind.is_text() => texts.extend(text.lines().map(str::to_owned)),
            Some(Value::List(items)) => texts.extend(items.iter().cloned()),
            Some(Value::Rows(rows)) => texts.extend(rows.iter().flatten().cloned()),
            Some(Value::Series(points)) => texts.extend(points.iter().flat_map(|point| {
                let value = if let Figure::Text(text) = &point.value { Some(text.clone()) } else { None };
                [Some(point.label.clone()), value].into_iter().flatten()
            })),
            _ => {}
        }
    }
    // What is typed into a terminal stands behind a prompt of the scene's own.
    let texts = texts.iter().map(|text| text.strip_prefix("$ ").unwrap_or(text).to_owned());
    texts.filter(|text| !text.trim().is_empty()).collect()
}
