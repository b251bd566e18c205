//! What another set of patterns would do about the same requests.

use serde::Serialize;
use serde_json::Value;

use super::Engine;
use super::proof::same;
use crate::request::Request;
use crate::route::{Decision, Step};

/// Requests that two sets were asked, and where they differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Backtest {
    /// How many requests there were.
    pub requests: usize,
    /// How many the set in use serves.
    pub served_before: usize,
    /// How many the other set serves.
    pub served_after: usize,
    /// The requests about which they decide differently, in their order.
    pub changes: Vec<Change>,
}

/// A request that would be answered in another way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What the request is called.
    pub id: Value,
    /// The request.
    pub prompt: String,
    /// What is different.
    pub kind: Difference,
    /// The plan of the set in use.
    pub before: Vec<Step>,
    /// The plan of the other.
    pub after: Vec<Step>,
    /// Why the other decides so.
    pub reason: String,
}

/// How two answers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// It was served and would go on to the model.
    Lost,
    /// It went on to the model and would be served.
    Gained,
    /// Another template would show it.
    Template,
    /// Other parameters would be read.
    Parameters,
}

impl Difference {
    /// All of them, the worst first.
    pub const ALL: [Self; 4] = [Self::Lost, Self::Template, Self::Parameters, Self::Gained];

    /// What it is, as people read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lost => "served → model",
            Self::Gained => "model → served",
            Self::Template => "template changed",
            Self::Parameters => "parameters changed",
        }
    }
}

/// Asks two engines about requests, which have names that the result repeats. `done` is told of each request.
pub fn backtest((before, after): (&Engine, &Engine), requests: &[(Value, Request)], done: impl Fn()) -> Backtest {
    let mut result = Backtest { requests: requests.len(), served_before: 0, served_after: 0, changes: Vec::new() };
    for (id, request) in requests {
        let (old, new) = (before.route(request), after.route(request));
        result.served_before += usize::from(serves(&old));
        result.served_after += usize::from(serves(&new));
        if let Some(kind) = difference(&old, &new) {
            let (id, prompt) = (id.clone(), request.prompt().to_owned());
            result.changes.push(Change { id, prompt, kind, before: old.plan, after: new.plan, reason: new.reason });
        }
        done();
    }
    result
}

fn serves(decision: &Decision) -> bool {
    decision.fits().next().is_some()
}

fn difference(before: &Decision, after: &Decision) -> Option<Difference> {
    match (serves(before), serves(after)) {
        (true, false) => return Some(Difference::Lost),
        (false, true) => return Some(Difference::Gained),
        (false, false) => return None,
        (true, true) => {}
    }
    let templates =
        |decision: &Decision| -> Vec<String> { decision.fits().map(|fit| fit.template().to_owned()).collect() };
    if templates(before) != templates(after) {
        return Some(Difference::Template);
    }
    let params = |decision: &Decision| -> Vec<Value> {
        decision.fits().map(|fit| serde_json::to_value(fit.params()).unwrap_or_default()).collect()
    };
    (!same(&params(before).into(), &params(after).into())).then_some(Difference::Parameters)
}
