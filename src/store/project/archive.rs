//! Projects written down: JSON lines, each with a checksum over itself and all lines before it.
//!
//! The first line says what the file is, then come the revisions, then the pictures, then a line that says that this is
//! all. A line that is missing, repeated, moved, cut off or changed breaks the chain of checksums at its place.

mod read;
mod write;

pub use write::export;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::asset::{Asset, hex};
use super::change::Change;
use super::id::{ProjectId, Timestamp};
use super::log::{Deed, Revision, State, replay};
use super::state::Project;
use crate::error::Result;

/// The newest version of the form that is read. An archive is written in the oldest that can say what is in it: the second
/// knows scenes that were cut or merged.
const VERSION: u32 = 2;

/// What the first line says that the file is.
const KIND: &str = "firstframe project";

/// All that is known of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Archive {
    /// What it was called when it was made.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
    /// Its log, from the first revision to the newest.
    pub revisions: Vec<Revision>,
    /// The pictures that its log speaks of, with their bytes.
    pub pictures: Vec<(Asset, Vec<u8>)>,
}

/// What a line says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
enum Record<'a> {
    Header { kind: Cow<'a, str>, version: u32, name: Cow<'a, str>, created: Timestamp },
    Revision { revision: Cow<'a, Revision> },
    Picture { asset: Cow<'a, Asset>, base64: String },
    End { revisions: usize, pictures: usize },
}

/// A line as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    line: &'a RawValue,
    sum: Cow<'a, str>,
}

/// The chain of checksums: each is the SHA-256 of the one before and the text of the line.
#[derive(Debug, Default)]
struct Chain {
    last: [u8; 32],
}

/// How many bytes of a checksum are written; they are there for damage, not for malice.
const SUM_BYTES: usize = 8;

impl Chain {
    fn next(&mut self, text: &str) -> String {
        self.last = Sha256::new().chain_update(self.last).chain_update(text).finalize().into();
        hex(&self.last[..SUM_BYTES])
    }
}

impl Archive {
    /// The state at the end of the log, for a project with an id.
    ///
    /// # Errors
    /// [`ErrorKind::Project`](crate::error::ErrorKind::Project) if it is no log.
    pub fn state(&self, id: ProjectId) -> Result<State> {
        replay(Project::new(id, &self.name)?, &self.revisions)
    }

    /// The same project under another name: the log says so in one more revision.
    ///
    /// # Errors
    /// As [`state`](Self::state).
    pub fn renamed(mut self, name: &str, at: Timestamp) -> Result<Self> {
        let state = self.state(ProjectId::fresh())?;
        let changes = vec![Change::Rename { name: name.to_owned() }];
        let inverse = state.project.changed(&changes)?.1;
        let deed = Deed::Changed { parent: state.node, changes, inverse };
        let (number, author) = (state.head + 1, "import".to_owned());
        self.revisions.push(Revision { number, at, author, key: None, deed, said: Vec::new() });
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
