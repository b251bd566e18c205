//! Routing: which template a request means, if any, and with which parameters.
//!
//! [`decide`] is a pure function of an utterance and a pattern set. It looks only at patterns of which something was
//! found, holds each against all gates, and says why those that were refused were refused.

mod coverage;
mod decision;
mod gate;
mod rest;
mod router;

pub use decision::{Considered, Decision, Found, Reader, Refusal, Step};
pub use router::{decide, read};
