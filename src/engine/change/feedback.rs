//! What has changed, worked out from the project before and after.

use serde::Serialize;
use serde_json::Value as Json;

use crate::error::Result;
use crate::store::project::{Change, Content, Project, SceneId, SceneRecord};
use crate::template::{Library, Options};
use crate::value::Number;

use super::code;
use super::draft::Draft;
use super::length::said;
use super::render::draw;
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::told::{Told, What};

/// The parameters that are told by what follows from them: lengths and formats.
const TOLD_OTHERWISE: [&str; 1] = ["duration"];

/// What has changed in the order of scenes, then what holds for the project, then what has not changed and why.
pub(super) fn told(draft: &Draft<'_>, changes: &[Change]) -> Vec<Told> {
    let mut told = Vec::new();
    for before in &draft.project.scenes {
        match draft.scenes.iter().find(|now| now.id == before.id) {
            Some(now) => told.extend(of_scene(draft, (before, now), changes)),
            None if is_merged_away(draft, &before.id) => {}
            None => told.push(draft.told(&before.id, What::Deleted)),
        }
    }
    for (at, scene) in draft.scenes.iter().enumerate() {
        if draft.project.scene(&scene.id).is_none() {
            told.push(draft.told(&scene.id, What::Added { at: at + 1 }));
        }
    }
    for (setting, to) in &draft.settings {
        let from = draft.project.settings.get(setting).cloned();
        let what = What::Setting { setting: setting.clone(), from, to: to.clone() };
        told.push(Told::new(None, None, what));
    }
    told.extend(draft.told.iter().cloned());
    told
}

fn is_merged_away(draft: &Draft<'_>, id: &SceneId) -> bool {
    let holds = |scene: &SceneRecord| match &scene.content {
        Content::Merged { parts } => parts.iter().any(|part| part.id == *id),
        _ => false,
    };
    // What was cut from one scene is that scene again, and its halves are gone.
    draft.scenes.iter().any(holds) || !draft.deleted.contains(id)
}

fn of_scene(draft: &Draft<'_>, (before, now): (&SceneRecord, &SceneRecord), changes: &[Change]) -> Vec<Told> {
    let mut whats = Vec::new();
    match (&before.content, &now.content) {
        (one, other) if one == other => {}
        (_, Content::Merged { parts }) => whats.extend(of_parts(draft.library, &before.content, parts)),
        _ => whats.extend(of_content(draft.library, (before, now))),
    }
    whats.extend(of_length(before, now));
    if before.format != now.format && !matches!(now.content, Content::Template { .. }) {
        let (from, to) = (before.format.name(), now.format.name());
        let (param, label) = ("format".to_owned(), "format".to_owned());
        whats.push(What::Param { param, label, from: Some(from.into()), to: Some(to.into()) });
    }
    if before.name != now.name {
        whats.push(What::Name { from: before.name.clone(), to: now.name.clone() });
    }
    if before.transition != now.transition {
        let kind = |scene: &SceneRecord| scene.transition.map(|transition| transition.kind);
        whats.push(What::Transition { from: kind(before), to: kind(now) });
    }
    let is_moved = |change: &Change| matches!(change, Change::MoveScene { scene, .. } if *scene == now.id);
    if changes.iter().any(is_moved) {
        let place = |scenes: &[SceneRecord]| 1 + scenes.iter().position(|scene| scene.id == now.id).unwrap_or_default();
        whats.push(What::Moved { from: place(&draft.project.scenes), to: place(&draft.scenes) });
    }
    whats.into_iter().map(|what| draft.told(&now.id, what)).collect()
}

/// How much of a scene is played: another part of the same content was cut, all else is another length.
fn of_length(before: &SceneRecord, now: &SceneRecord) -> Option<What> {
    if let Some(window) = now.window.filter(|window| before.window != Some(*window) && before.content == now.content) {
        let second = |frame: u32| seconds(f64::from(frame) / f64::from(now.fps.max(1)));
        return Some(What::Cut { from: second(window.from), to: second(window.from + now.frames) });
    }
    let (from, to) = (seconds(before.seconds()), seconds(now.seconds()));
    (from != to).then_some(What::Length { from, to })
}

/// What has changed in scenes that are played as one, or that they are.
fn of_parts(library: &Shelf<'_>, before: &Content, parts: &[SceneRecord]) -> Vec<What> {
    let known: &[SceneRecord] = if let Content::Merged { parts } = before { parts } else { &[] };
    if !known.iter().map(|part| &part.id).eq(parts.iter().map(|part| &part.id)) {
        return vec![What::Merged { parts: parts.iter().map(|part| part.name.clone()).collect() }];
    }
    let mut whats: Vec<What> = Vec::new();
    for (before, now) in known.iter().zip(parts).filter(|(before, now)| before.content != now.content) {
        let new = of_content(library, (before, now)).into_iter().filter(|what| !whats.contains(what));
        whats.extend(new.collect::<Vec<_>>());
    }
    whats
}

fn of_content(library: &Shelf<'_>, (before, now): (&SceneRecord, &SceneRecord)) -> Vec<What> {
    // What code says of its length and size is told as such.
    let is_told = (now.frames, now.fps, now.format) != (before.frames, before.fps, before.format);
    let (before, now) = (&before.content, &now.content);
    if let (Content::Code { .. } | Content::Template { .. }, Content::Template { id, .. }) = (before, now) {
        let from = if let Content::Template { id, .. } = before { Some(id.clone()) } else { None };
        if from.as_ref() != Some(id) {
            return vec![What::Template { from, to: id.clone() }];
        }
    }
    let (Ok(one), Ok(other)) = (Sheet::of(library, before), Sheet::of(library, now)) else { return vec![What::Code] };
    let params = of_params(&one, &other);
    let is_code = matches!(now, Content::Code { .. });
    if params.is_empty() && is_code && !is_told { vec![What::Code] } else { params }
}

/// The parameters that show something else, in the order of their manifest.
fn of_params(before: &Sheet<'_>, now: &Sheet<'_>) -> Vec<What> {
    let differs = |name: &&String| before.all().get(*name) != now.all().get(*name);
    let gone = before.all().keys().filter(|name| !now.all().contains_key(*name));
    let names = now.all().keys().chain(gone).filter(differs);
    let names = names.filter(|name| !TOLD_OTHERWISE.contains(&name.as_str()));
    let label = |name: &str| now.spec(name).map_or_else(|_| name.to_owned(), |spec| spec.label.to_string());
    let told = |name: &String| {
        let (from, to) = (shown(before, name), shown(now, name));
        What::Param { param: name.clone(), label: label(name), from, to }
    };
    names.map(told).collect()
}

fn shown(sheet: &Sheet<'_>, name: &str) -> Option<Json> {
    let spec = sheet.spec(name).ok();
    let made = || spec.and_then(|spec| sheet.shown(&spec)).map(|value| serde_json::to_value(value).unwrap_or_default());
    let given = sheet.all().get(name).cloned().or_else(made);
    given.filter(|json| !matches!(json, Json::String(text) if text.is_empty()))
}

fn seconds(seconds: f64) -> Number {
    Number::new(said(seconds)).unwrap_or(Number::from(0))
}

fn diff(library: &Library, before: &SceneRecord, now: &SceneRecord) -> Result<String> {
    let files = (format!("a/{}.tsx", before.name), format!("b/{}.tsx", now.name));
    Ok(code::diff((&files.0, &files.1), &code_of(library, before)?, &code_of(library, now)?))
}

/// The code of a scene; that of merged scenes one after another.
///
/// # Errors
/// If its template does not take its parameters any longer.
pub fn code_of(library: &Library, scene: &SceneRecord) -> Result<String> {
    match &scene.content {
        Content::Merged { parts } => {
            parts.iter().map(|part| code_of(library, part)).collect::<Result<Vec<_>>>().map(|codes| codes.join("\n"))
        }
        Content::Code { code, .. } => Ok(code.clone()),
        Content::Template { .. } => draw((library, Options::default()), scene).map(|(scene, _)| scene.into_code()),
    }
}

/// Of which scenes the code is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Of those that are code: nothing else says what was changed in them.
    Code,
    /// Of all. Those of templates are drawn for it, before and after.
    All,
}

/// The diffs of the scenes that were there before and whose code differs now, in order.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if a scene's code does not pass the check.
pub fn diffs(library: &Library, (before, now): (&Project, &Project), compared: Compared) -> Result<Vec<SceneDiff>> {
    let mut diffs = Vec::new();
    for scene in &now.scenes {
        let Some(known) = before.scene(&scene.id).filter(|known| known.content != scene.content) else { continue };
        if compared == Compared::Code && !matches!(scene.content, Content::Code { .. }) {
            continue;
        }
        let diff = diff(library, known, scene)?;
        diffs.extend((!diff.is_empty()).then(|| SceneDiff { id: scene.id.clone(), diff }));
    }
    Ok(diffs)
}

/// How the code of a scene differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SceneDiff {
    /// Which.
    pub id: SceneId,
    /// A unified diff with three lines around each change.
    pub diff: String,
}
