//! Scenes that changed are drawn anew, and only these.

use serde::Serialize;

use crate::diagnostic::Source;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::store::project::{Content, SceneId, SceneRecord, Transition, Window};
use crate::template::{Library, Note, NoteKind, Options, common_params};
use crate::tsx::{self, Meta, Scene};

use super::draft::Draft;
use super::shelf::Shelf;
use super::told::What;
use super::{code, difference};

/// A scene as it looks now. Each part of a merged scene is one of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Redrawn {
    /// Which.
    pub id: SceneId,
    /// What people call it.
    pub name: String,
    /// Its code: of a template, or checked. Only code that broke rules before it was changed still breaks them, and no
    /// others.
    pub code: String,
    /// What the person should know of it, as far as it is new.
    pub notes: Vec<Note>,
}

/// Draws what is new or different, and takes lengths and formats from what came out. What looks as before is as before.
pub(super) fn settle(draft: &mut Draft<'_>, options: Options) -> Result<Vec<Redrawn>> {
    let mut drawn = Vec::new();
    for at in 0..draft.scenes.len() {
        let before = draft.project.scene(&draft.scenes[at].id);
        if let Some(before) = before.filter(|before| before.content == draft.scenes[at].content) {
            put_back(&mut draft.scenes[at], before);
            continue;
        }
        let mut scene = draft.scenes[at].clone();
        let before = draft.project.scene(&scene.id).cloned();
        let id = scene.id.clone();
        let redrawn = redraw((draft.library, options), &mut scene, before.as_ref());
        let (redrawn, same) = redrawn.map_err(|error| match error.kind() {
            ErrorKind::Parameter => draft.wrong(&id, &error.to_string()),
            _ => error,
        })?;
        let notes = redrawn.iter().flat_map(|drawn| &drawn.notes).filter(|note| note.kind != NoteKind::Sample);
        let notes = notes.map(|note| draft.told(&id, What::Note { message: note.to_string() })).collect::<Vec<_>>();
        draft.told.extend(notes);
        drawn.extend(redrawn);
        draft.told.extend(same.into_iter().map(|why| draft.told(&id, What::NoOp { why })).collect::<Vec<_>>());
        draft.scenes[at] = scene;
    }
    Ok(drawn)
}

/// Draws a scene if its content is not what it was. Also says which changes cannot be seen; they are taken back.
fn redraw(
    drawing: (&Shelf<'_>, Options),
    scene: &mut SceneRecord,
    before: Option<&SceneRecord>,
) -> Result<(Vec<Redrawn>, Vec<String>)> {
    if before.is_some_and(|before| before.content == scene.content) {
        return Ok((Vec::new(), Vec::new()));
    }
    if let Content::Merged { .. } = scene.content {
        return redraw_parts(drawing, scene, before);
    }
    if let Content::Code { code, .. } = &scene.content {
        let meta = checked(drawing.0, (&scene.name, code), before)?;
        let drawn = Redrawn { id: scene.id.clone(), name: scene.name.clone(), code: code.clone(), notes: Vec::new() };
        if let Some(meta) = meta {
            fit(scene, &meta);
        }
        return Ok((vec![drawn], Vec::new()));
    }
    let (drawn, mut notes) = draw((drawing.0, drawing.1), scene)?;
    if let Some(before) = before {
        // A scene that can no longer be drawn as it was is different in any case.
        if let Ok((was, known)) = draw((drawing.0, drawing.1), before) {
            if was == drawn && notes == known && differ_in_looks(&scene.content, &before.content) {
                let same = unseen(&scene.content, &before.content);
                put_back(scene, before);
                return Ok((Vec::new(), same));
            }
            notes.retain(|note| !known.contains(note));
        }
    }
    if let Some(meta) = drawn.meta() {
        fit(scene, meta);
    }
    let (id, name) = (scene.id.clone(), scene.name.clone());
    Ok((vec![Redrawn { id, name, code: drawn.into_code(), notes }], Vec::new()))
}

/// Changes that come to nothing leave nothing behind: neither in the content nor, where all of it is played, in the length.
fn put_back(scene: &mut SceneRecord, before: &SceneRecord) {
    scene.content = before.content.clone();
    if scene.window.is_none() && before.window.is_none() {
        (scene.frames, scene.fps, scene.format) = (before.frames, before.fps, before.format);
    }
}

/// Checks code that was changed, and returns what it says of its length and size. People may have put in code that
/// breaks rules; a change may not break another one.
fn checked(shelf: &Shelf<'_>, (name, code): (&str, &str), before: Option<&SceneRecord>) -> Result<Option<Meta>> {
    let check = |code: &str| tsx::examine(&Source::new(format!("{name}.tsx"), code));
    let error = match check(code) {
        Ok((scene, props)) => {
            shelf.note(code, code::plain(props));
            return Ok(scene.meta().cloned());
        }
        Err(error) => error,
    };
    let Some(Content::Code { code: before, .. }) = before.map(|before| &before.content) else { return Err(error) };
    let messages =
        |error: &Error| error.diagnostics().iter().map(|found| found.message().to_owned()).collect::<Vec<_>>();
    let known = check(before).err().map(|error| messages(&error)).unwrap_or_default();
    let is_new = |message: &String| !known.contains(message);
    if messages(&error).iter().any(is_new) { Err(error) } else { Ok(tsx::meta(code)) }
}

fn redraw_parts(
    drawing: (&Shelf<'_>, Options),
    scene: &mut SceneRecord,
    before: Option<&SceneRecord>,
) -> Result<(Vec<Redrawn>, Vec<String>)> {
    let Content::Merged { parts } = &mut scene.content else { return Ok((Vec::new(), Vec::new())) };
    let known: &[SceneRecord] = match before.map(|before| &before.content) {
        Some(Content::Merged { parts }) => parts,
        _ => &[],
    };
    let (mut drawn, mut same) = (Vec::new(), Vec::new());
    for part in parts {
        let before = known.iter().find(|known| known.id == part.id);
        let (part, unseen) = redraw(drawing, part, before)?;
        drawn.extend(part);
        same.extend(unseen);
    }
    Ok((drawn, same))
}

/// The scene of a template, and what is to be known about it.
pub(super) fn draw((library, options): (&Library, Options), scene: &SceneRecord) -> Result<(Scene, Vec<Note>)> {
    let Some(fit) = scene.content.fit(library)? else {
        return Err(Error::new(ErrorKind::Internal, format!("scene `{}` is of no template", scene.name)));
    };
    library.render(&fit, options).map(|rendered| (rendered.scene, rendered.notes))
}

/// Length, rate and format follow from what was drawn; the part that is played stays the same part.
fn fit(scene: &mut SceneRecord, meta: &Meta) {
    let played = scene.played();
    if meta.duration_in_frames != played.of {
        let factor = f64::from(meta.duration_in_frames) / f64::from(played.of.max(1));
        let scaled = |frames: u32| (f64::from(frames) * factor).round() as u32;
        scene.frames = scaled(scene.frames).clamp(1, meta.duration_in_frames.max(1));
        let from = scaled(played.from).min(meta.duration_in_frames.saturating_sub(scene.frames));
        scene.window = scene.window.map(|_| Window { from, of: meta.duration_in_frames });
    }
    if meta.fps != scene.fps {
        let scaled = |frames: u32| (f64::from(frames) * f64::from(meta.fps) / f64::from(scene.fps.max(1))).round();
        let wish = |wish: Transition| Transition { frames: scaled(wish.frames).max(1.0) as u32, ..wish };
        scene.transition = scene.transition.map(wish);
        scene.fps = meta.fps;
    }
    scene.format = Format::of_size(meta.width, meta.height);
}

/// Whether only looks that all templates have were given otherwise.
fn differ_in_looks(one: &Content, other: &Content) -> bool {
    let (Content::Template { id, params }, Content::Template { id: same, params: others }) = (one, other) else {
        return false;
    };
    let names = params.keys().chain(others.keys());
    let different = names.filter(|name| params.get(*name) != others.get(*name));
    id == same && different.into_iter().all(|name| common_params().iter().any(|spec| spec.name == *name))
}

/// What was given and shows nothing new.
fn unseen(now: &Content, before: &Content) -> Vec<String> {
    let (Content::Template { params, .. }, Content::Template { params: known, .. }) = (now, before) else {
        return Vec::new();
    };
    let new = params.iter().filter(|(name, value)| known.get(*name) != Some(value));
    let said: Vec<String> =
        new.map(|(name, value)| format!("`{name}` is {} already", difference::value(value))).collect();
    if said.is_empty() { vec!["it looks the same".to_owned()] } else { said }
}
