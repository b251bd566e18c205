//! What was spent: one entry for every try, whatever became of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Serialize, Serializer};

use super::{Cost, FailureKind, Finish, Role, Usage};

/// The book of a request. Its clones are the same book, so that whoever starts calls can look into it at any time.
#[derive(Debug, Clone, Default)]
pub struct Ledger(Arc<Mutex<Vec<Entry>>>);

/// One try at one model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// What it was for.
    pub role: Role,
    /// The model, as `provider/model`.
    pub model: String,
    /// How long it took to the first words; nothing if none came, or if the whole answer was waited for.
    #[serde(rename = "first_token_ms", serialize_with = "milliseconds")]
    pub first_token: Option<Duration>,
    /// How long it took in all.
    #[serde(rename = "total_ms", serialize_with = "milliseconds")]
    pub total: Duration,
    /// What it took in tokens, if the server said so.
    pub usage: Option<Usage>,
    /// What it cost.
    pub cost: Cost,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", content = "how", rename_all = "snake_case")]
pub enum Outcome {
    /// It was answered to the end.
    Answered(Finish),
    /// It failed.
    Failed(FailureKind),
    /// Nobody wanted it any more: the client went away, or another try was faster.
    Dropped,
}

impl Ledger {
    /// Writes an entry.
    pub fn write(&self, entry: Entry) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    }

    /// All entries so far, in the order in which tries ended.
    pub fn entries(&self) -> Vec<Entry> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What all of them cost.
    pub fn cost(&self) -> Cost {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|entry| entry.cost).sum()
    }
}

/// Writes a time, or none, as milliseconds.
pub(super) fn milliseconds<S: Serializer>(
    time: &(impl Into<Option<Duration>> + Copy),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let time: Option<Duration> = (*time).into();
    time.map(|time| time.as_micros() as f64 / 1000.0).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn entries_are_plain_json() {
        let entry = Entry {
            role: Role::EditSurgical,
            model: "a/b".to_owned(),
            first_token: None,
            total: Duration::from_micros(1_500),
            usage: None,
            cost: Cost::UNKNOWN,
            outcome: Outcome::Failed(FailureKind::TooSlow),
        };
        let expected = json!({
            "role": "edit-surgical", "model": "a/b", "first_token_ms": null, "total_ms": 1.5, "usage": null,
            "cost": {"usd": 0.0, "unknown_calls": 1}, "outcome": "failed", "how": "too_slow",
        });
        assert_eq!(json!(entry), expected);
        let dropped = Entry { outcome: Outcome::Dropped, ..entry };
        assert_eq!(json!(dropped)["outcome"], "dropped");
    }
}
