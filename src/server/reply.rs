//! The one answer of every operation.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use utoipa::ToSchema;

use super::part;
use super::problem::Problem;
use crate::engine::change::{Compared, diffs};
use crate::engine::turn::Answer;
use crate::engine::{Engine, Generation};
use crate::error::{Error, ErrorKind};
use crate::request::Request;

/// What an operation came to.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Reply {
    /// The id of the request.
    pub request: String,
    /// What was done: `generate`, `message`, `undo` …
    pub operation: &'static str,
    /// What came of it.
    #[schema(value_type = Object)]
    pub data: Json,
    /// The ids of what was changed: the project's first, then those of scenes.
    pub affected: Vec<String>,
    /// The revision that it led to; nothing if nothing was written.
    pub revision: Option<u64>,
    /// How long each stage took, in microseconds.
    #[schema(value_type = Object)]
    pub stages: Json,
    /// What was decided and why, where a request was read.
    #[schema(value_type = Object)]
    pub decision: Json,
    /// What models were asked and what it cost, if they were.
    #[schema(value_type = Object)]
    pub calls: Json,
    /// What to do next, where nothing could be done: the nearest templates with what is in their way.
    pub suggestions: Vec<String>,
}

/// How many templates are suggested.
const NEAREST: usize = 3;

impl Reply {
    /// An answer that is data alone.
    pub(super) fn of(operation: &'static str, data: Json) -> Self {
        Self {
            request: part::current(),
            operation,
            data,
            affected: Vec::new(),
            revision: None,
            stages: json!({}),
            decision: json!({}),
            calls: json!({}),
            suggestions: Vec::new(),
        }
    }

    /// The answer to a request that belongs to no project.
    pub(super) fn generated(engine: &Engine, request: &Request, made: &Generation) -> Result<Self, Problem> {
        let mut reply = Self::of("generate", Json::Null).with_generation(made)?;
        if made.scenes.is_empty() && !made.is_answered() {
            let nearest = engine.nearest(request, &made.decision, NEAREST).into_iter();
            reply.suggestions = nearest.map(|(template, reason)| format!("`{template}`, but {reason}")).collect();
        }
        Ok(reply)
    }

    /// The answer to a turn of the talk about a project.
    pub(super) fn turned(engine: &Engine, operation: &'static str, answer: &Answer) -> Result<Self, Problem> {
        let mut reply = Self::of(operation, json!({}));
        if let Some(made) = &answer.generation {
            reply = reply.with_generation(made)?;
        }
        let diffs = diffs(engine.library(), (&answer.before, &answer.project), Compared::Code)?;
        let mut reply = reply.with(json!({
            "question": answer.question, "told": answer.told, "changed": answer.changed, "diffs": diffs,
            "project": answer.project,
        }));
        reply.revision = answer.written.last().map(|written| written.revision.number);
        let scenes = answer.changed.iter().map(|scene| scene.id.to_string());
        let new = answer.project.scenes.iter().filter(|scene| answer.before.scene(&scene.id).is_none());
        let written = reply.revision.map(|_| answer.project.id.to_string());
        reply.affected = written.into_iter().chain(scenes).chain(new.map(|scene| scene.id.to_string())).collect();
        reply.affected.dedup();
        Ok(reply)
    }

    /// The same with more data.
    pub(super) fn with(mut self, more: Json) -> Self {
        if let (Json::Object(data), Json::Object(more)) = (&mut self.data, more) {
            data.extend(more);
        }
        self
    }

    /// Takes a generation apart: its reasons, times and costs have places of their own.
    fn with_generation(mut self, made: &Generation) -> Result<Self, Problem> {
        let mut data = match serde_json::to_value(made).map_err(|error| unwritable(&error))? {
            Json::Object(data) => data,
            _ => Map::new(),
        };
        let mut take = |name: &str| data.remove(name).unwrap_or_else(|| json!({}));
        (self.stages, self.decision, self.calls) = (take("stages"), take("decision"), take("calls"));
        self.data = Json::Object(data);
        Ok(self)
    }
}

fn unwritable(error: &serde_json::Error) -> Problem {
    Error::new(ErrorKind::Internal, format!("the answer cannot be written as JSON: {error}")).into()
}
