//! What a person can change in a scene by hand.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::sheet::Sheet;
use super::shelf::Shelf;
use crate::store::project::{Content, SceneRecord};
use crate::template::{Library, Manifest, ParamSpec, ParamType};
use crate::value::Value;

/// A parameter of a scene, with all that a form needs to show it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Control {
    /// How programs call it.
    pub name: String,
    /// Its type, as in manifests.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// How people are shown it.
    pub label: String,
    /// Other words for it.
    pub says: Vec<String>,
    /// Whether the scene has nothing to show without it.
    pub required: bool,
    /// Whether all templates have it.
    pub common: bool,
    /// The names that it can have, where these are all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// What a number lies in, or how many items there are.
    pub range: (f64, f64),
    /// Its value when none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Json>,
    /// A value that shows what the scene looks like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<Json>,
    /// What the scene shows of it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    /// Whether that was asked for, rather than a default or what the theme makes of it.
    pub given: bool,
}

/// What can be changed in a scene: first what it shows, then what all templates have. Nothing for merged scenes and for
/// code that cannot be read.
pub fn controls(library: &Library, scene: &SceneRecord) -> Vec<Control> {
    let shelf = Shelf::of(library);
    let Ok(sheet) = Sheet::of(&shelf, &scene.content) else { return Vec::new() };
    let own = sheet.own().iter().map(|spec| control(&sheet, spec, false));
    let common = sheet.manifest().into_iter().flat_map(Manifest::common).map(|spec| control(&sheet, spec, true));
    own.chain(common).collect()
}

/// The parameters that a scene is given, by name. Nothing for merged scenes.
pub fn given(library: &Library, scene: &SceneRecord) -> Map<String, Json> {
    match &scene.content {
        Content::Template { params, .. } => params.clone(),
        content => Sheet::of(&Shelf::of(library), content).map(|sheet| sheet.all().clone()).unwrap_or_default(),
    }
}

fn control(sheet: &Sheet<'_>, spec: &ParamSpec, common: bool) -> Control {
    let json = |value: &Value| serde_json::to_value(value).ok();
    Control {
        name: spec.name.to_string(),
        kind: spec.kind.name(),
        label: spec.label.to_string(),
        says: spec.says.iter().map(ToString::to_string).collect(),
        required: spec.required,
        common,
        choices: choices(&spec.kind),
        range: if spec.name == "variant" { (1.0, variants(sheet)) } else { (*spec.range.start(), *spec.range.end()) },
        default: spec.default.as_ref().and_then(json),
        sample: spec.sample.as_ref().and_then(json),
        value: sheet.shown(spec).as_ref().and_then(json),
        given: sheet.has(&spec.name),
    }
}

/// How many looks a scene has.
fn variants(sheet: &Sheet<'_>) -> f64 {
    sheet.manifest().map_or(1.0, |manifest| f64::from(manifest.variants))
}

fn choices(kind: &ParamType) -> Vec<String> {
    match kind {
        ParamType::Choice(names) => names.iter().map(ToString::to_string).collect(),
        ParamType::Factor(names) => names.iter().map(|(name, _)| name.to_string()).collect(),
        _ => Vec::new(),
    }
}
