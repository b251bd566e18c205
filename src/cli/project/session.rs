//! Opening the projects for as long as one command takes.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::config;
use crate::error::{Error, ErrorKind, Result};
use crate::store::project::{ProjectStore, SqliteProjects, Timestamp};

/// The folder of what is kept.
#[derive(Debug)]
pub(in crate::cli) struct Place(PathBuf);

impl Place {
    /// The folder that is named, or the usual one. Nothing is opened yet.
    pub(in crate::cli) fn of(named: Option<&Path>) -> Result<Self> {
        named.map_or_else(config::data, |named| Ok(named.to_owned())).map(Self)
    }

    /// Its path.
    pub(in crate::cli) fn folder(&self) -> &Path {
        &self.0
    }
}

/// Opens the projects, works with them, and closes them in order.
pub(super) fn with_store<T>(place: &Place, work: impl AsyncFnOnce(&dyn ProjectStore) -> Result<T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(|error| {
        Error::new(ErrorKind::Store, "the system has no room for more threads: close other programs").because(error)
    })?;
    runtime.block_on(async {
        let store = SqliteProjects::open(&place.0).await?;
        let done = work(&store).await;
        // Why something could not be done says more than why it could not be tidied up afterwards.
        let closed = store.close().await;
        done.and_then(|done| closed.map(|()| done))
    })
}

/// The time on the clock.
pub(super) fn now() -> Timestamp {
    SystemTime::now().into()
}
