//! Cutting a scene in two, and playing several as one.

use super::id::SceneId;
use super::scene::{Content, SceneRecord, Window};
use super::timeline::{common_fps, last_equally_long, length};
use crate::error::{Error, ErrorKind, Result};

/// Cuts a scene in two before a frame that it plays, counted from 0. Both halves show what the whole showed then.
///
/// The first keeps the id, the name and the transition. The second has a fresh id and the same name, for which the project
/// knows a free one ([`Project::free_name`](super::Project::free_name)), and follows by a cut.
///
/// # Errors
/// [`ErrorKind::Project`] unless both halves get a frame at least.
pub fn split(scene: &SceneRecord, at: u32) -> Result<(SceneRecord, SceneRecord)> {
    let (name, frames, played) = (&scene.name, scene.frames, scene.played());
    if !(1..frames).contains(&at) {
        let message = match frames {
            0 | 1 => format!("scene `{name}` has a single frame, and cannot be cut in two"),
            _ => format!("scene `{name}` has {frames} frames: expected a cut at one from 1 to {}", frames - 1),
        };
        return Err(Error::new(ErrorKind::Project, message));
    }
    let first = SceneRecord { frames: at, window: Some(played), ..scene.clone() };
    let window = Window { from: played.from + at, ..played };
    let second = SceneRecord {
        id: SceneId::fresh(),
        frames: frames - at,
        window: Some(window),
        transition: None,
        ..scene.clone()
    };
    Ok((first, second))
}

/// Plays scenes that follow on one another as one, which shows what they showed.
///
/// Neighbours that were cut from one scene become one again. If more than one is left they are the parts of the new scene,
/// which has the id, the name, the format and the transition of the first; its parts keep theirs. What is merged
/// already is taken apart first, unless a transition would get shorter by it.
///
/// # Errors
/// [`ErrorKind::Project`] if there are less than two.
pub fn merge(scenes: &[SceneRecord]) -> Result<SceneRecord> {
    let [first, _, ..] = scenes else {
        let message = format!("{} cannot be merged: expected at least two scenes", counted(scenes.len()));
        return Err(Error::new(ErrorKind::Project, message));
    };
    let joined = joined(scenes);
    if let [whole] = &joined[..] {
        return Ok(whole.clone());
    }
    let flat: Vec<SceneRecord> = joined.iter().flat_map(taken_apart).collect();
    let parts = if last_equally_long(&flat, &joined) { flat } else { joined };
    Ok(first.with_parts(parts))
}

fn counted(scenes: usize) -> &'static str {
    if scenes == 0 { "nothing" } else { "a single scene" }
}

impl SceneRecord {
    /// The same scene made of other parts, as long as they last.
    #[must_use]
    pub fn with_parts(&self, mut parts: Vec<Self>) -> Self {
        if let Some(first) = parts.first_mut() {
            first.transition = None;
        }
        let fps = common_fps(&parts);
        let frames = length(&parts, fps);
        Self { content: Content::Merged { parts }, frames, fps, window: None, ..self.clone() }
    }

    /// Whether it goes on where another ends that was cut from the same scene.
    fn continues(&self, before: &Self) -> bool {
        let (played, earlier) = (self.played(), before.played());
        self.transition.is_none()
            && played.of == earlier.of
            && played.from == earlier.from + before.frames
            && (self.fps, self.format) == (before.fps, before.format)
            && self.content == before.content
    }
}

/// Scenes, with those in one that were cut from one.
fn joined(scenes: &[SceneRecord]) -> Vec<SceneRecord> {
    let mut joined: Vec<SceneRecord> = Vec::with_capacity(scenes.len());
    for scene in scenes {
        match joined.last_mut() {
            Some(before) if scene.continues(before) => {
                before.frames += scene.frames;
                before.window = before.window.filter(|window| before.frames < window.of);
            }
            _ => joined.push(scene.clone()),
        }
    }
    joined
}

/// The parts of a merged scene of which all is played; any other scene as it is.
fn taken_apart(scene: &SceneRecord) -> Vec<SceneRecord> {
    let Content::Merged { parts } = &scene.content else { return vec![scene.clone()] };
    let mut parts = parts.clone();
    match parts.first_mut().filter(|_| scene.window.is_none()) {
        Some(first) => first.transition = scene.transition,
        None => return vec![scene.clone()],
    }
    parts
}

#[cfg(test)]
mod tests;
