//! Changes take effect: a plan of [`Op`]s becomes what the store is to write, the scenes as they look then, and what a
//! person is told. All of a plan or nothing.
//!
//! Everything happens to a draft, a copy of the project's scenes; what leads from the project to the draft is worked out
//! at the end. So several changes of a scene are one, their order is that of the plan, and a plan that is refused has
//! touched nothing.

mod carry;
mod code;
mod colour;
mod conflict;
mod control;
mod difference;
mod draft;
mod facet;
mod feedback;
mod item;
mod label;
mod length;
mod order;
mod render;
mod retemplate;
mod rewind;
mod scale;
mod set;
mod sheet;
mod shelf;
mod style;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use control::{Control, controls, given};
pub use feedback::{Compared, SceneDiff, code_of, diffs};
pub use render::Redrawn;
pub use rewind::{Rewinds, rewound};
pub use told::{Told, What};

use crate::error::Result;
use crate::route::Op;
use crate::store::project::{Change, Project};
use crate::template::{Library, Options};

use draft::Draft;
use shelf::Shelf;

/// What a plan comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// What is to be written; nothing if nothing changes.
    pub changes: Vec<Change>,
    /// The project as it is then.
    pub project: Project,
    /// The scenes that are new or look different, drawn and checked, in order.
    pub scenes: Vec<Redrawn>,
    /// What has changed, scene by scene, and what has not and why.
    pub told: Vec<Told>,
}

/// Carries out the changes of a plan that are no undo or redo.
///
/// `library` draws them, in the form that is wanted. Scenes are numbered as in `asked`, which is what the person saw; `project` is what they are made to, another one only
/// where something is undone first.
///
/// # Errors
/// [`ErrorKind::Project`](crate::error::ErrorKind::Project) with one sentence: a scene that is not there, a parameter that
/// the scene does not have, a value that it does not take, changes that contradict each other, and whatever else cannot
/// be done. [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if a scene's code does not pass the check.
pub fn apply(
    (library, options): (&Library, Options),
    asked: &Project,
    project: &Project,
    ops: &[Op],
) -> Result<Applied> {
    conflict::refuse_contradictions(asked, ops)?;
    let shelf = Shelf::of(library);
    let mut draft = Draft::new(&shelf, asked, project);
    draft.note_deleted(ops)?;
    ops.iter().try_for_each(|op| carry::out(&mut draft, op))?;
    order::arrange(&mut draft, ops)?;
    let scenes = render::settle(&mut draft, options)?;
    let changes = draft.changes();
    let (after, _) = project.changed(&changes)?;
    let told = feedback::told(&draft, &changes);
    Ok(Applied { changes, project: after, scenes, told })
}
