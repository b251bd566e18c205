//! Changes of the code of a scene that need no model: its data, its time, its words, its colours and numbers.
//!
//! All are functions from code to code (and to lists of what is there), which parse once, change only the bytes concerned and leave the
//! rest as it was written. They take any code up to 256 KiB that parses, not only checked scenes; what comes out is
//! checked by whoever makes a [`Scene`](super::Scene) of it.

mod css;
mod diff;
mod encoded;
mod flow;
mod list;
mod literals;
mod manifest;
mod names;
mod patch;
mod pen;
mod place;
mod props;
mod retime;
mod style;
#[cfg(test)]
mod tests;
mod texts;
mod words;

pub(super) use patch::{Patches, bytes};

pub use diff::unified_diff;
pub use literals::{Kind, Literal, Owner, literals, replace_literals};
pub use manifest::manifest;
pub use place::Place;
pub use props::{Prop, PropEdit, edit_props, props};
pub use retime::{frames_at_speed, retime, retime_from};
pub use texts::{Shown, texts};
pub use words::{Replaced, replace_text};

use crate::diagnostic::Source;
use crate::error::Result;

use super::check::refusal;
use super::parse::{Reading, read_foreign};

/// Parses code and hands the reading to `work`.
fn reading<T: Send>(code: &str, work: impl FnOnce(&Reading<'_>) -> T + Send) -> Result<T> {
    let source = Source::new("scene.tsx", code);
    read_foreign(&source, work).map_err(|faults| refusal(&source, faults))
}
