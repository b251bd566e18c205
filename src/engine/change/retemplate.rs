//! The same words as another kind of scene.

use crate::error::Result;
use crate::nearest::{list, suggest};
use crate::route::Scenes;
use crate::store::project::{Content, Maker, Provenance, SceneRecord};
use crate::template::{Manifest, ParamSpec, ParamType};
use crate::value::{Figure, Number, Point, Value};

use super::draft::{Draft, Edited, Trouble, refuse};
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::style;

/// How things stand and move, which is kept where both templates have it. Which of its looks a template has is not.
const KEPT: [&str; 14] = [
    "fps",
    "speed",
    "animation",
    "direction",
    "position",
    "size",
    "logo",
    "logo_position",
    "align",
    "entrance",
    "stagger",
    "exit",
    "easing",
    "font_size",
];

/// Makes scenes of another template out of scenes. Name, place, length, format and style stay.
pub(super) fn retemplate(draft: &mut Draft<'_>, scenes: &Scenes, template: &str) -> Result<()> {
    let library = draft.library;
    let Some(manifest) = library.manifest(template) else {
        let known: Vec<&str> = library.manifests().map(|manifest| manifest.id.as_str()).collect();
        return refuse(format!("there is no template `{template}`: {}", suggest(template, known)));
    };
    draft.edit_each(scenes, |library, scene| become_one(library, scene, manifest))
}

fn become_one(library: &Shelf<'_>, scene: &mut SceneRecord, manifest: &Manifest) -> Result<Edited, Trouble> {
    let before = Sheet::of(library, &scene.content)?;
    if before.manifest().is_some_and(|before| before.id == manifest.id) {
        return Ok(Edited::or(format!("it is a {} already", manifest.name.to_lowercase())));
    }
    let mut content = Content::Template { id: manifest.id.clone(), params: serde_json::Map::new() };
    let mut sheet = Sheet::of(library, &content)?;
    let mut edited = Edited::default();
    edited.notes.extend(place_all(&mut sheet, &before, manifest)?);
    keep(&mut sheet, &before)?;
    let looks = style::copy_looks(&mut sheet, &before);
    edited.notes.extend(looks.map(|looks| looks.notes).unwrap_or_default());
    let seconds = f64::from(scene.played().of) / f64::from(scene.fps.max(1));
    for (name, value) in [
        ("duration", Number::new((seconds * 1e4).round() / 1e4).map(Value::Number)),
        ("fps", Number::new(f64::from(scene.fps)).map(Value::Number)),
        ("format", Some(Value::Text(scene.format.name().to_owned()))),
    ] {
        let Some(value) = value else { continue };
        let spec = sheet.spec(name)?;
        if sheet.shown(&spec).as_ref() != Some(&value) {
            sheet.put(&spec, value).map_err(|why| format!("`{name}`: {why}"))?;
        }
    }
    sheet.write(&mut content)?;
    scene.content = content;
    scene.provenance = Provenance { maker: Maker::Template, model: None, ..scene.provenance.clone() };
    Ok(edited)
}

/// Whether one parameter may take what another shows.
type Way<'w> = &'w dyn Fn(&ParamSpec, &ParamSpec) -> bool;

/// Puts all that one scene shows where the other has a place for it: what is called the same, what the scenes are about,
/// what people call alike, and then what has the right kind, as far as it is needed. Returns what is left out.
///
/// # Errors
/// What the other scene needs, and this one does not have.
fn place_all(sheet: &mut Sheet<'_>, before: &Sheet<'_>, manifest: &Manifest) -> Result<Vec<String>, String> {
    let given = before.own().iter().filter_map(|spec| Some((spec, before.given(spec)?)));
    let mut left: Vec<(&ParamSpec, Value)> = given.filter(|(spec, _)| !spec.is_structure()).collect();
    let main_before = before.manifest().and_then(|manifest| manifest.main.as_deref());
    let is_main = |spec: &ParamSpec, main: Option<&str>| main == Some(spec.name.as_ref());
    let main_now = manifest.main.as_deref();
    let is_needed = |to: &ParamSpec| to.required || is_main(to, main_now) || is_collection(to);
    let ways: [Way<'_>; 4] = [
        &|from, to| from.name == to.name || from.prop() == to.prop(),
        &|from, to| is_main(from, main_before) && is_main(to, main_now),
        &|from, to| is_called(from, to) || is_called(to, from),
        &|from, to| is_needed(to) && (family(from) == family(to) || is_collection(from) && is_collection(to)),
    ];
    for way in ways {
        for to in manifest.params().iter().filter(|to| !to.is_structure()) {
            place_one(sheet, &mut left, (to, way));
        }
    }
    let name = manifest.name.to_lowercase();
    match sheet.fit().map(|fit| manifest.missing(fit.params()).iter().map(|spec| spec.name.to_string()).collect()) {
        Some(missing) if Vec::is_empty(&missing) => {}
        missing => {
            let missing: Vec<String> = missing.unwrap_or_default();
            let missing = list(missing.iter().map(String::as_str));
            return Err(format!("a {name} needs {missing}, which it does not have: say it"));
        }
    }
    let left = left.iter().filter(|(spec, _)| is_content(spec));
    Ok(left.map(|(spec, _)| format!("a {name} has no place for its `{}`", spec.name)).collect())
}

/// Gives a parameter that has nothing yet the first value that goes there.
fn place_one(sheet: &mut Sheet<'_>, left: &mut Vec<(&ParamSpec, Value)>, (to, way): (&ParamSpec, Way<'_>)) {
    if sheet.has(&to.name) {
        return;
    }
    let found = left.iter().position(|(from, _)| way(from, to));
    let value = found.and_then(|at| Some((at, turned(&left[at].1, to)?)));
    if let Some((at, value)) = value
        && sheet.put(to, value).is_ok()
    {
        left.remove(at);
    }
}

/// Whether one parameter is called by a word that stands for the other.
fn is_called(one: &ParamSpec, other: &ParamSpec) -> bool {
    let names = [one.name.as_ref(), one.label.as_ref()];
    family(one) == family(other) && other.says.iter().any(|say| names.contains(&say.as_ref()))
}

/// Parameters of one family take one another's values.
fn family(spec: &ParamSpec) -> &'static str {
    match &spec.kind {
        kind if kind.is_text() => "text",
        ParamType::List => "list",
        ParamType::Series => "series",
        ParamType::Image => "image",
        ParamType::Number | ParamType::Percent | ParamType::Seconds => "number",
        _ => "other",
    }
}

fn is_collection(spec: &ParamSpec) -> bool {
    matches!(spec.kind, ParamType::List | ParamType::Series)
}

/// What a person would miss. Colours and sizes of code are its own affair.
fn is_content(spec: &ParamSpec) -> bool {
    matches!(family(spec), "text" | "list" | "series" | "image") && !super::facet::is_font(&spec.name)
}

/// A value as a parameter of another kind takes it: points as items `label: value`, and items that are written so as
/// points. Nothing where something would be lost or made up.
fn turned(value: &Value, to: &ParamSpec) -> Option<Value> {
    match (value, &to.kind) {
        (Value::Series(points), ParamType::List) => Some(Value::List(points.iter().map(line).collect())),
        (Value::List(items), ParamType::Series) => {
            items.iter().map(|item| point(item)).collect::<Option<Vec<_>>>().map(Value::Series)
        }
        _ => Some(value.clone()),
    }
}

fn line(point: &Point) -> String {
    let value = match &point.value {
        Figure::Number(number) => number.get().to_string(),
        Figure::Text(text) => text.clone(),
    };
    if point.label.is_empty() { value } else { format!("{}: {value}", point.label) }
}

fn point(item: &str) -> Option<Point> {
    let (label, value) = item.split_once(": ").or_else(|| item.split_once(" | "))?;
    let number = value.trim().parse().ok().and_then(Number::new).map(Figure::Number);
    let value = number.unwrap_or_else(|| Figure::Text(value.trim().to_owned()));
    Some(Point { label: label.trim().to_owned(), value })
}

/// Keeps how things stand and move, as far as it was said.
fn keep(sheet: &mut Sheet<'_>, before: &Sheet<'_>) -> Result<(), String> {
    if before.manifest().is_none() {
        return Ok(());
    }
    for name in KEPT {
        let (Ok(here), Ok(there)) = (sheet.spec(name), before.spec(name)) else { continue };
        if let Some(value) = before.given(&there) {
            sheet.put(&here, value)?;
        }
    }
    Ok(())
}
