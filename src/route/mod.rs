//! Routing: which template a request means, if any, and with which parameters.
//!
//! [`decide`] is a pure function of an utterance and a pattern set. It looks only at patterns of which something was
//! found, holds each against all gates, and says why those that were refused were refused. A [`Calibration`], fitted on
//! labelled requests, says how probable it is that a decision is right.

mod calibration;
mod confidence;
mod coverage;
mod decision;
mod edit;
mod gate;
mod language;
mod logistic;
mod mixed;
mod op;
mod project;
mod rest;
mod router;
mod script;
mod several;

pub use calibration::{Bin, Calibration, Labelled, OperatingPoint, Reliability, calibrate, cross_validate};
pub use confidence::{FEATURES, Features};
pub use decision::{Considered, Decision, Found, GATES, Part, Partial, Reader, Refusal, Step};
pub use edit::Changes;
pub use op::{Given, Length, Op, Scenes, TransitionStyle};
pub use project::decide_in_project;
pub use router::read;
pub use several::decide;
