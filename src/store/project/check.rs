//! What a scene must be to be in a project.

use super::scene::{Content, SceneRecord};
use super::state::check_name;
use super::timeline;
use crate::error::{Error, ErrorKind, Result};

/// The most frames of a scene: an hour at 60 frames a second.
const MAX_FRAMES: u32 = 60 * 60 * 60;

/// The most frames a second.
const MAX_FPS: u32 = 240;

/// How deep merged scenes can be in merged scenes.
const DEEPEST: usize = 8;

impl SceneRecord {
    /// Whether it can be in a project.
    pub(super) fn check(&self) -> Result<()> {
        self.check_at(0)
    }

    fn check_at(&self, depth: usize) -> Result<()> {
        check_name(&self.name)?;
        let (name, frames, fps) = (&self.name, self.frames, self.fps);
        if !(1..=MAX_FRAMES).contains(&frames) {
            return wrong(format!("scene `{name}` has {frames} frames: expected from 1 to {MAX_FRAMES}"));
        }
        if !(1..=MAX_FPS).contains(&fps) {
            return wrong(format!("scene `{name}` has {fps} frames a second: expected from 1 to {MAX_FPS}"));
        }
        self.check_window()?;
        if let Content::Merged { parts } = &self.content { self.check_parts(parts, depth) } else { Ok(()) }
    }

    fn check_window(&self) -> Result<()> {
        let (played, frames) = (self.played(), self.frames);
        if played.of <= MAX_FRAMES && played.from.checked_add(frames).is_some_and(|end| end <= played.of) {
            return Ok(());
        }
        wrong(format!(
            "scene `{}` plays {frames} frames from frame {} of {}: expected a part of them, and at most {MAX_FRAMES}",
            self.name, played.from, played.of
        ))
    }

    fn check_parts(&self, parts: &[Self], depth: usize) -> Result<()> {
        let (name, expected) = (&self.name, self.played().of);
        let [first, _, ..] = parts else {
            return wrong(format!("scene `{name}` is merged from {}: expected at least two", parts.len()));
        };
        if depth >= DEEPEST {
            return wrong(format!("scene `{name}` is merged more than {DEEPEST} times over: expected fewer"));
        }
        if first.transition.is_some() {
            return wrong(format!("the first part of scene `{name}` has a transition: expected it at the whole scene"));
        }
        parts.iter().try_for_each(|part| part.check_at(depth + 1))?;
        let length = timeline::length(parts, self.fps);
        if length == expected {
            return Ok(());
        }
        wrong(format!("scene `{name}` has {expected} frames, and its parts have {length}: expected as many"))
    }
}

fn wrong(message: String) -> Result<()> {
    Err(Error::new(ErrorKind::Project, message))
}
