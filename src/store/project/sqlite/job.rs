//! What the writer is asked to do, and what it answers.

use tokio::sync::oneshot;

use crate::error::{Error, ErrorKind, Result};
use crate::store::project::archive::Archive;
use crate::store::project::asset::Asset;
use crate::store::project::id::{AssetId, ProjectId, Timestamp};
use crate::store::project::store::{NewProject, Snapshot, Write, Written};

/// Something to be written, and who waits for it.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) work: Work,
    pub(super) reply: oneshot::Sender<Result<Outcome>>,
}

/// Something to be written.
#[derive(Debug)]
pub(super) enum Work {
    Create(NewProject),
    Write(ProjectId, Write),
    Restore(Archive),
    Keep(Asset, Timestamp),
    Collect(Timestamp),
    /// There are preferences to be written.
    Wake,
    /// Writes what is left, and is the last.
    Close,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Outcome {
    Snapshot(Snapshot),
    Written(Box<Written>),
    Collected(Vec<AssetId>),
    Done,
}

impl Outcome {
    pub(super) fn snapshot(self) -> Result<Snapshot> {
        if let Self::Snapshot(snapshot) = self { Ok(snapshot) } else { Err(misplaced()) }
    }

    pub(super) fn written(self) -> Result<Written> {
        if let Self::Written(written) = self { Ok(*written) } else { Err(misplaced()) }
    }

    pub(super) fn collected(self) -> Result<Vec<AssetId>> {
        if let Self::Collected(ids) = self { Ok(ids) } else { Err(misplaced()) }
    }
}

fn misplaced() -> Error {
    Error::new(ErrorKind::Store, "the writer of projects has answered another question: report this as a mistake")
}
