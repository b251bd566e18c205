//! What a request came to when it was played.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use super::clock::Passed;
use super::labelled::{Kind, Labelled};
use super::server::{Billed, Wait};
use crate::llm::{Cost, Price, Role, Usage};

/// A request that was played.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Played {
    /// Its id in its file.
    pub id: String,
    /// What kind it is.
    pub kind: Kind,
    /// Which way it went.
    pub road: Road,
    /// To the first event that a person sees, at full length.
    #[serde(rename = "first_event_seconds", serialize_with = "seconds")]
    pub first: Duration,
    /// To the last event, at full length.
    #[serde(rename = "total_seconds", serialize_with = "seconds")]
    pub total: Duration,
    /// Of that, the time in which nothing was waited for.
    #[serde(rename = "own_seconds", serialize_with = "seconds")]
    pub own: Duration,
    /// Of that, the time in which models were waited for, at full length.
    #[serde(rename = "waited_seconds", serialize_with = "seconds")]
    pub waited: Duration,
    /// What its calls took.
    #[serde(flatten)]
    pub bill: Bill,
    /// Why it failed, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

/// Which way a request went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Road {
    /// Templates showed it, and no model was asked.
    Template,
    /// Scenes were changed, and no model was asked.
    Edit,
    /// A model's answer was known.
    Cache,
    /// A small model filled in, or chose.
    Fill,
    /// A model read what is wanted, and what it read needed no code.
    Brain,
    /// A model changed code.
    ModelEdit,
    /// A model wrote code without a layout before it.
    SingleStep,
    /// A model laid out or looked, then wrote code.
    FullPath,
    /// Nothing was made: the person was told or asked something.
    Words,
    /// It failed.
    Failed,
}

/// What calls took.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Bill {
    /// All calls, those that nobody wanted to the end included.
    pub calls: u64,
    /// Tokens that were read, from providers' caches too.
    pub tokens_in: u64,
    /// Tokens that were written.
    pub tokens_out: u64,
    /// What all of it cost.
    #[serde(rename = "usd")]
    pub dollars: f64,
    /// Of these calls, those that were begun and dropped.
    pub dropped_calls: u64,
    /// What those cost.
    #[serde(rename = "dropped_usd")]
    pub dropped_dollars: f64,
}

/// What came of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Came {
    /// New scenes.
    pub(super) scenes: usize,
    /// What was written of changes.
    pub(super) changes: usize,
    /// Whether a model wrote the code of a new scene.
    pub(super) is_written: bool,
    /// Whether a model wrote a scene that is there anew.
    pub(super) is_rewritten: bool,
    /// Whether a model's answer was known.
    pub(super) is_cached: bool,
}

impl Road {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 10] = [
        Self::Template,
        Self::Edit,
        Self::Cache,
        Self::Fill,
        Self::Brain,
        Self::ModelEdit,
        Self::SingleStep,
        Self::FullPath,
        Self::Words,
        Self::Failed,
    ];

    /// The way that was gone, by what came of it and the models that answered to the end.
    pub(super) fn of(came: Came, waits: &[Wait]) -> Self {
        let calls = waits.iter().filter_map(|wait| wait.call).filter(|call| call.is_whole);
        let roles: Vec<Role> = calls.map(|call| call.work.role()).collect();
        let asked = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
        match came {
            Came { is_written: true, .. } if asked(&[Role::Layout, Role::Vision]) => Self::FullPath,
            Came { is_written: true, .. } if asked(&[Role::Code]) => Self::SingleStep,
            Came { is_rewritten: true, .. } if asked(&[Role::EditSurgical, Role::EditCreative]) => Self::ModelEdit,
            Came { scenes: 0, changes: 0, .. } => Self::Words,
            _ if asked(&[Role::Brain]) => Self::Brain,
            _ if asked(&[Role::Fill]) => Self::Fill,
            Came { is_cached: true, .. } => Self::Cache,
            Came { scenes: 0, .. } => Self::Edit,
            Came { .. } => Self::Template,
        }
    }

    /// Whether a model wrote code.
    pub(super) fn is_written(self) -> bool {
        matches!(self, Self::ModelEdit | Self::SingleStep | Self::FullPath)
    }
}

impl Bill {
    /// What a provider asks for all that the server has answered, at the prices of the roles.
    pub(super) fn of(waits: &[Wait], price: impl Fn(&Billed) -> Option<Price>) -> Self {
        waits.iter().filter_map(|wait| wait.call).fold(Self::default(), |mut bill, call| {
            let Usage { input, cache_read, cache_write, output } = call.usage;
            let dollars = price(&call).map_or(Cost::FREE, |price| price.of(&call.usage)).dollars();
            bill.calls += 1;
            bill.tokens_in += input + cache_read + cache_write;
            bill.tokens_out += output;
            bill.dollars += dollars;
            if !call.is_whole {
                bill.dropped_calls += 1;
                bill.dropped_dollars += dollars;
            }
            bill
        })
    }
}

impl Played {
    /// A request of which nothing is known yet.
    pub(super) fn new(labelled: &Labelled) -> Self {
        let (first, total, own, waited) = Default::default();
        let (id, kind) = (labelled.id.clone(), labelled.kind);
        Self { id, kind, road: Road::Failed, first, total, own, waited, bill: Bill::default(), failure: None }
    }

    /// The times of a request at full length: to its first event, and in all.
    pub(super) fn timed(self, (first, total): (Passed, Passed), scale: f64) -> Self {
        Self {
            first: first.at_full_length(scale),
            total: total.at_full_length(scale),
            own: total.own,
            waited: total.waited.mul_f64(scale),
            ..self
        }
    }
}

impl fmt::Display for Road {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Template => "template",
            Self::Edit => "edit",
            Self::Cache => "cache",
            Self::Fill => "fill",
            Self::Brain => "brain",
            Self::ModelEdit => "model edit",
            Self::SingleStep => "single step",
            Self::FullPath => "full path",
            Self::Words => "words",
            Self::Failed => "failed",
        })
    }
}

fn seconds<S: serde::Serializer>(time: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(time.as_secs_f64())
}
