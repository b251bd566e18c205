//! The model path: what no template can show, as models make it.
//!
//! ```text
//!  gap ──► think ─┬─ a template after all ──► fill ──► (rendered by the engine)
//!                 ├─ changes after all ─────────────► (carried out by the engine)
//!                 ├─ edit: surgical | creative ──┐
//!                 ├─ scene: [look] [lay out] write ──► mend ──► Written
//!                 └─ reply, or a question
//! ```
//!
//! Each stage is a function of a [`Job`], which is one request with everything that its calls share: models, prompts,
//! cache, deadline, budget, ledger. What a stage answers is kept under a key of exactly what went into it, so equal work is
//! done once, be it at the same moment or a week later. That is also what makes speculation simple: a scene that was begun
//! while the brain was still thinking is joined by whoever wants the same, and ends when nobody does.

mod answer;
mod arbiter;
mod books;
mod brain;
mod brief;
mod budget;
mod code;
mod context;
mod edit;
mod fill;
mod frame;
mod full;
mod guess;
mod job;
mod layout;
mod manifest;
mod mend;
mod patch;
mod picture;
mod prompts;
mod roles;
mod schema;
mod supply;
mod vision;

use std::time::Duration;

use crate::store::cache::Answers;
use crate::store::spending::Spending;

pub use arbiter::{Rival, choose};
pub use books::Books;
pub use budget::Budget;
pub use fill::{Filled, fill};
pub use frame::Frame;
pub use full::{Gap, Made, Model, Outcome, full};
pub use guess::Ahead;
pub use job::{Asker, Job};
pub use prompts::Prompts;
pub use roles::Roles;
pub use supply::{OnNeed, Supply};

/// What the model path works with. Share it: connections, circuit breakers and the cache are in it.
#[derive(Debug, Clone)]
pub struct Pipeline {
    /// Who does which work.
    pub roles: Roles,
    /// What they are told.
    pub prompts: Prompts,
    /// What they have answered before.
    pub answers: Answers,
    /// What they may take.
    pub policy: Policy,
    /// Where what they cost is written down, if it is.
    pub spending: Option<Spending>,
}

/// What requests may take, and what is done ahead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// How long a request may take in all, from its beginning to its last event.
    pub deadline: Duration,
    /// Whether work is begun that may turn out not to be wanted.
    pub speculation: Speculation,
    /// What a request may cost.
    pub budget: Budget,
}

/// Whether work is begun that may turn out not to be wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Speculation {
    /// A scene is begun from what the router has read while the brain thinks.
    #[default]
    On,
    /// Nothing is begun before it is known to be wanted.
    Off,
}

impl Default for Policy {
    fn default() -> Self {
        Self { deadline: Duration::from_mins(3), speculation: Speculation::On, budget: Budget::default() }
    }
}
