//! Repairs scene code that a model wrote: what has exactly one right answer is mended, without a model and always alike.
//!
//! [`repair`] finds the code in an answer, then lets small mends look at its syntax tree, one after the other, until none
//! finds anything more. Each mend reads the tree and says which bytes become what; all other bytes stay. A mend after
//! which the code parses worse than before is taken back. What no mend can do is told as diagnostics, for the model.

mod answer;
mod bench;
mod chance;
mod clamp;
mod clock;
mod danger;
mod easing;
mod export;
mod head;
mod hooks;
mod ids;
mod job;
mod markup;
mod mends;
mod meta;
mod module;
mod names;
mod namespace;
mod nested;
mod order;
mod pass;
mod picture;
mod props;
mod ranges;
mod rename;
mod spring;
mod style;
mod textual;
mod typed;
mod types;
mod units;
mod unused;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::diagnostic::Diagnostic;

use super::{Form, Meta, Scene};

pub use answer::CodeStream;
pub use mends::{Known, REPAIRS};

/// What a scene is for, as far as the request says.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// How packages come into the scene.
    pub form: Form,
    /// Name, length and size that the request asked for; they take the place of what the code says of itself.
    pub meta: Meta,
    /// Names that the top levels of the project's other scenes declare, which must not be declared again.
    pub taken: &'a [String],
    /// Addresses of pictures that the request gave. Any other is invented.
    pub pictures: &'a [String],
}

/// What came out of an answer.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// The code, mended as far as it could be.
    pub code: String,
    /// What was mended, in order.
    pub repairs: Vec<Repair>,
    /// What the code is now.
    pub verdict: Verdict,
}

/// Something that was mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repair {
    /// Its name in [`REPAIRS`].
    pub id: &'static str,
    /// What was done, as a sentence without its full stop.
    pub told: String,
}

/// What the code of an answer is, after all that could be mended was.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// A scene that keeps all rules.
    Scene(Scene),
    /// It breaks off in the middle. What is there may be gone on from, and is never shown as whole.
    CutOff(Vec<Diagnostic>),
    /// It reaches for what no scene may touch (the network, the page, the machine). Never shown; goes back to the model.
    Rejected(Vec<Diagnostic>),
    /// Something is wrong that has no one right answer; goes back to the model.
    Faulty(Vec<Diagnostic>),
}

impl Verdict {
    /// The scene, if it is one.
    pub fn scene(&self) -> Option<&Scene> {
        match self {
            Self::Scene(scene) => Some(scene),
            _ => None,
        }
    }

    /// What is wrong; nothing if it is a scene.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Scene(_) => &[],
            Self::CutOff(diagnostics) | Self::Rejected(diagnostics) | Self::Faulty(diagnostics) => diagnostics,
        }
    }
}

/// The verdict in a word or two: `scene`, `cut off`, `rejected`, `faulty`.
impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Scene(_) => "scene",
            Self::CutOff(_) => "cut off",
            Self::Rejected(_) => "rejected",
            Self::Faulty(_) => "faulty",
        })
    }
}

/// Finds the code in an answer and mends what has exactly one right answer.
///
/// Gives the same for the same answer and wishes, always. Takes any text; one that is too long for a scene is faulty.
pub fn repair(answer: &str, wanted: &Wanted<'_>) -> Repaired {
    pass::repair(answer, wanted)
}
