//! A store of projects whose answers are timed.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use serde_json::Value as Json;

use super::metrics::Metrics;
use crate::error::Result;
use crate::store::project::{
    Archive, Asset, AssetId, NewProject, ProjectId, ProjectStore, Revision, Snapshot, Summary, Timestamp, Which, Write,
    Written,
};

/// A store, and where it is written down how long it takes.
#[derive(Debug)]
pub(super) struct Stored {
    store: Arc<dyn ProjectStore>,
    metrics: Arc<Metrics>,
}

impl Stored {
    pub(super) fn new(store: Arc<dyn ProjectStore>, metrics: Arc<Metrics>) -> Self {
        Self { store, metrics }
    }

    async fn timed<T>(&self, work: impl Future<Output = T>) -> T {
        let began = Instant::now();
        let done = work.await;
        self.metrics.stored(began.elapsed());
        done
    }
}

#[async_trait]
impl ProjectStore for Stored {
    async fn create(&self, new: NewProject) -> Result<Snapshot> {
        self.timed(self.store.create(new)).await
    }

    async fn list(&self, which: Which) -> Result<Vec<Summary>> {
        self.timed(self.store.list(which)).await
    }

    async fn read(&self, id: &ProjectId) -> Result<Snapshot> {
        self.timed(self.store.read(id)).await
    }

    async fn write(&self, id: &ProjectId, write: Write) -> Result<Written> {
        self.timed(self.store.write(id, write)).await
    }

    async fn history(&self, id: &ProjectId, count: usize) -> Result<Vec<Revision>> {
        self.timed(self.store.history(id, count)).await
    }

    async fn archive(&self, id: &ProjectId) -> Result<Archive> {
        self.timed(self.store.archive(id)).await
    }

    async fn restore(&self, archive: Archive) -> Result<Snapshot> {
        self.timed(self.store.restore(archive)).await
    }

    async fn keep(&self, name: &str, bytes: Vec<u8>, at: Timestamp) -> Result<Asset> {
        self.timed(self.store.keep(name, bytes, at)).await
    }

    async fn picture(&self, id: &AssetId) -> Result<Vec<u8>> {
        self.timed(self.store.picture(id)).await
    }

    async fn collect(&self, before: Timestamp) -> Result<Vec<AssetId>> {
        self.timed(self.store.collect(before)).await
    }

    fn prefer(&self, name: &str, value: Option<Json>) {
        self.store.prefer(name, value);
    }

    async fn preferences(&self) -> Result<BTreeMap<String, Json>> {
        self.timed(self.store.preferences()).await
    }

    async fn close(&self) -> Result<()> {
        self.store.close().await
    }
}
