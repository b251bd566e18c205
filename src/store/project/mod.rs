//! Projects: scenes, settings, what the person has told about themselves, pictures, and all that was ever done to them.
//!
//! A [`Project`] is plain data. It changes by [`Change`]s, each of which has an inverse; those that were made at once are
//! a [`Revision`] of its log. Undo, redo and history are reads of the log, and an undo is a revision as well. A
//! [`ProjectStore`] keeps projects: [`SqliteProjects`] in a database beside a folder of pictures, [`MemoryProjects`] for as
//! long as the program runs.

mod apply;
mod archive;
mod asset;
mod change;
mod check;
#[cfg(test)]
mod conformance;
mod cut;
mod files;
mod id;
mod log;
mod memory;
mod message;
mod scene;
mod sqlite;
mod state;
mod store;
mod timeline;
mod uses;
mod volatile;

pub use archive::{Archive, export};
pub use asset::{Asset, MAX_ASSET, Media};
pub use change::Change;
pub use cut::{merge, split};
pub use id::{AssetId, ProjectId, SceneId, Timestamp};
pub use log::{Deed, Intent, Revision, State, Target};
pub use memory::{Fact, Memory};
pub use message::{ChatMessage, Speaker};
pub use scene::{Content, Maker, Provenance, SceneRecord, Transition, TransitionKind, Window};
pub use sqlite::SqliteProjects;
pub use state::Project;
pub use store::{NewProject, ProjectStore, Snapshot, Summary, Which, Write, Written};
pub use timeline::{Cue, common_fps, cues};
pub use volatile::MemoryProjects;
