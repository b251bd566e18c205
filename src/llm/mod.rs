//! Models: what they are asked, what they answer, and everything that can go wrong between.
//!
//! [`Model`] is the one thing that the rest of the program knows: a [`Call`] goes in, a [`Reply`] or a stream of
//! [`Delta`]s comes out, or a [`Failure`]. [`HttpModel`] speaks with servers, [`ScriptedModel`] plays what a test wrote.
//! Around any model go parts that are models themselves: [`Timed`] (time limits), [`Metered`] (the ledger of what was
//! spent), [`Guarded`] (a circuit breaker for each provider), [`Hedged`] (a second request where the first is late),
//! [`Retrying`] and [`Fallback`]. [`Models`] builds this tower for each [`Role`] out of `prompts/models.yaml`.
//!
//! One rule makes the parts simple: [`Model::stream`] comes back when the first words are there. What fails before has
//! shown nothing and may be tried again or elsewhere; what fails after is the stream's last word, and is never repeated.

mod address;
mod breaker;
mod call;
mod catalogue;
mod check;
#[cfg(test)]
mod conformance;
mod cost;
mod deltas;
mod failure;
mod fallback;
#[cfg(test)]
pub(crate) mod fault;
#[cfg(test)]
mod faults;
#[cfg(test)]
pub(crate) mod fixture;
mod hedge;
mod http;
mod key;
mod ledger;
mod metered;
mod models;
mod picture;
pub mod protocol;
mod provider;
mod reply;
mod retry;
mod role;
mod scripted;
mod structured;
mod timed;
#[cfg(test)]
mod wire;

use std::fmt;

use async_trait::async_trait;

pub use breaker::{Breaker, Guarded};
pub use call::{Call, Content, Message, Schema, Speaker, SystemPart};
pub use catalogue::{Catalogue, ModelSpec, ProviderSpec, RoleSpec, Structured};
pub use check::{Checked, Finding, check};
pub use cost::{Cost, Price};
pub use deltas::Deltas;
pub use failure::{Failure, FailureKind};
pub use fallback::Fallback;
pub use hedge::{HedgeBudget, Hedged};
pub use http::HttpModel;
pub use key::{ApiKey, Redactor};
pub use ledger::{Entry, Ledger, Outcome};
pub use metered::Metered;
pub use models::{Candidate, Hedging, Missing, Models, RoleModels};
pub use picture::Picture;
pub use reply::{Delta, End, Finish, Reply, Usage};
pub use retry::{Retries, Retrying};
pub use role::Role;
pub use scripted::{ScriptedModel, Step};
pub use structured::json_in;
pub use timed::{Limits, Timed};

/// Something that answers calls. It is shared by everybody, so that what it learns (that a provider is down, how long
/// first words take) helps all.
#[async_trait]
pub trait Model: Send + Sync + fmt::Debug {
    /// The name that people know it by: `provider/model`.
    fn name(&self) -> &str;

    /// Asks, and waits for the whole answer.
    ///
    /// # Errors
    /// Whatever goes wrong. Nothing was shown.
    async fn reply(&self, call: &Call) -> Result<Reply, Failure>;

    /// Asks, and comes back with the first words of the answer. To drop what comes back, or the future itself, closes the
    /// connection.
    ///
    /// # Errors
    /// Whatever goes wrong before the first words. Nothing was shown. What goes wrong later is told by the stream.
    async fn stream(&self, call: &Call) -> Result<Deltas, Failure>;
}
