//! What a film plays, in order.

use crate::store::project::Transition;

/// Shots that follow on one another.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) shots: Vec<Shot>,
}

/// A scene in its place.
#[derive(Debug)]
pub(super) struct Shot {
    /// What people call it.
    pub(super) name: String,
    /// How many frames of the film it is seen.
    pub(super) frames: u32,
    /// How it follows on the one before.
    pub(super) transition: Option<Transition>,
    /// Which part of it is played, unless it is all of it at the film's rate.
    pub(super) clip: Option<Clip>,
    /// What is played.
    pub(super) shows: Shows,
}

/// What a shot plays.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shows {
    /// The scene of a file, by its place among the sources.
    Scene(usize),
    /// A component of the film's own file, which plays several scenes.
    Series(String),
    /// Nothing but that it cannot be shown.
    Slate,
}

/// A part of a scene, in frames of the scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clip {
    /// Its first frame.
    pub(super) from: u32,
    /// How many frames the whole scene has.
    pub(super) of: u32,
    /// The scene's frames a second, unless they are the film's.
    pub(super) fps: Option<u32>,
}

impl Series {
    /// Whether one shot follows on another by a transition.
    pub(super) fn has_transitions(&self) -> bool {
        self.shots.iter().any(|shot| shot.transition.is_some())
    }
}
