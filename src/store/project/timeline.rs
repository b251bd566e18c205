//! When scenes play.
//!
//! A transition shows the end of one scene and the beginning of the next at the same time, so it makes a film shorter by
//! its own length. What a scene's record says of its transition is a wish, which is kept whatever happens to its
//! neighbours; what is played is what fits: nothing before the first scene, and nowhere more than half of the shorter of
//! the two scenes, so that the transitions at both ends of a scene never meet. Moving a scene there and back thus changes
//! nothing, and neither does undo.

use super::scene::{SceneRecord, Transition};
use super::state::Project;

/// A second in flicks. The unit divides the frames of all usual rates, so that sums of them are exact: see
/// <https://github.com/facebookarchive/Flicks>.
const SECOND: u64 = 705_600_000;

/// The frames a second of what plays scenes of different rates.
const USUAL_FPS: u32 = 30;

/// When a scene plays, in frames of the film.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Its first frame.
    pub from: u32,
    /// For how many frames it is seen, at least one.
    pub frames: u32,
    /// How it follows on the scene before it; both are seen meanwhile. Nothing is a cut.
    pub transition: Option<Transition>,
}

impl Cue {
    /// The frame behind its last one.
    pub fn end(&self) -> u32 {
        self.from + self.frames
    }
}

/// When a scene plays, in flicks.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: u64,
    length: u64,
    /// For how long it is seen together with the one before it.
    overlap: u64,
}

impl Project {
    /// The frames a second of all of it: those of its scenes if they agree, otherwise 30.
    pub fn fps(&self) -> u32 {
        common_fps(&self.scenes)
    }

    /// When its scenes play, in order, in frames of [`fps`](Self::fps).
    pub fn cues(&self) -> Vec<Cue> {
        cues(&self.scenes, self.fps())
    }

    /// Its length in seconds as it is played: transitions make it shorter.
    pub fn seconds(&self) -> f64 {
        end(&self.scenes) as f64 / SECOND as f64
    }
}

/// The frames a second that scenes agree on, or 30.
pub fn common_fps(scenes: &[SceneRecord]) -> u32 {
    let first = scenes.first().map_or(USUAL_FPS, |scene| scene.fps);
    if scenes.iter().all(|scene| scene.fps == first) { first } else { USUAL_FPS }
}

/// When scenes play that follow on one another, in frames of a rate.
///
/// Each is placed by its true time, so that however many scenes of other rates there are, none is off by more than half a
/// frame; only one that is shorter than a frame is given a whole one.
pub fn cues(scenes: &[SceneRecord], fps: u32) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::with_capacity(scenes.len());
    let (mut before, mut before_that) = (0, 0);
    for (scene, span) in scenes.iter().zip(spans(scenes)) {
        // Three scenes are never seen at once.
        let from = if span.overlap > 0 { frames(span.from, fps).clamp(before_that, before) } else { before };
        let overlap = before - from;
        let frames = frames(span.from + span.length, fps).saturating_sub(from).max(overlap).max(1);
        let transition = scene.transition.filter(|_| overlap > 0).map(|wish| Transition { frames: overlap, ..wish });
        cues.push(Cue { from, frames, transition });
        (before_that, before) = (before, from + frames);
    }
    cues
}

/// How many frames scenes last that follow on one another.
pub(super) fn length(scenes: &[SceneRecord], fps: u32) -> u32 {
    cues(scenes, fps).last().map_or(0, Cue::end)
}

/// Whether scenes last equally long, to the last flick.
pub(super) fn last_equally_long(some: &[SceneRecord], others: &[SceneRecord]) -> bool {
    end(some) == end(others)
}

fn end(scenes: &[SceneRecord]) -> u64 {
    spans(scenes).last().map_or(0, |span| span.from + span.length)
}

fn spans(scenes: &[SceneRecord]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(scenes.len());
    for (at, scene) in scenes.iter().enumerate() {
        let overlap = at.checked_sub(1).map_or(0, |before| overlap(&scenes[before], scene));
        let end = spans.last().map_or(0, |before| before.from + before.length);
        spans.push(Span { from: end - overlap, length: flicks(scene), overlap });
    }
    spans
}

/// For how many flicks a scene is seen together with the one before it: what it wishes, in frames of its own, up to half
/// of the shorter one. It is rounded down, so that two halves are never more than the whole.
fn overlap(before: &SceneRecord, scene: &SceneRecord) -> u64 {
    let [fps, fps_before] = [scene, before].map(|scene| u64::from(scene.fps.max(1)));
    let wish = scene.transition.map_or(0, |transition| transition.frames);
    let fits = u64::from(scene.frames / 2).min(u64::from(before.frames) * fps / (2 * fps_before));
    u64::from(wish).min(fits) * SECOND / fps
}

fn flicks(scene: &SceneRecord) -> u64 {
    let fps = u64::from(scene.fps.max(1));
    (u64::from(scene.frames) * SECOND + fps / 2) / fps
}

/// The frame that is nearest to a time.
fn frames(flicks: u64, fps: u32) -> u32 {
    let frames = (u128::from(flicks) * u128::from(fps) + u128::from(SECOND / 2)) / u128::from(SECOND);
    u32::try_from(frames).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
