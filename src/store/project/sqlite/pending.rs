//! Preferences on their way to the disk.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value as Json;

/// Preferences that are still to be written; `None` is one that is forgotten.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending {
    values: Arc<Mutex<BTreeMap<String, Option<Json>>>>,
}

impl Pending {
    pub(super) fn set(&self, name: &str, value: Option<Json>) {
        self.values().insert(name.to_owned(), value.filter(|value| !value.is_null()));
    }

    /// All that is still to be written.
    pub(super) fn all(&self) -> BTreeMap<String, Option<Json>> {
        self.values().clone()
    }

    /// Takes out what has been written, if nobody has changed it since.
    pub(super) fn are_written(&self, written: &BTreeMap<String, Option<Json>>) {
        self.values().retain(|name, value| written.get(name) != Some(value));
    }

    fn values(&self) -> MutexGuard<'_, BTreeMap<String, Option<Json>>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was written, with what was still to be written.
pub(super) fn over(
    pending: BTreeMap<String, Option<Json>>,
    mut written: BTreeMap<String, Json>,
) -> BTreeMap<String, Json> {
    for (name, value) in pending {
        match value {
            Some(value) => written.insert(name, value),
            None => written.remove(&name),
        };
    }
    written
}
