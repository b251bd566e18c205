//! `route --jsonl`: requests in, plans out, one JSON object a line.

use std::io::{BufRead, Write};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Outcome;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::request::{ProjectScene, Request};
use crate::route::Step;

#[derive(Deserialize)]
struct Question {
    id: Value,
    prompt: String,
    project: Option<Vec<ProjectScene>>,
    #[serde(default)]
    attachments: Vec<String>,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    plan: Vec<Step>,
    reason: String,
    confidence: Option<f64>,
    micros: f64,
}

/// Answers every line of standard input.
///
/// A prompt that cannot be taken is answered with an `ask`; a line that is no question is an error that names it.
pub(super) fn run(engine: &Engine) -> Result<Outcome> {
    super::output::warn(engine.doubt());
    // Line by line, so that a program which asks and waits for each answer gets it.
    let mut out = std::io::LineWriter::new(std::io::stdout().lock());
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| unreadable(index, error))?;
        if line.trim().is_empty() {
            continue;
        }
        let question = serde_json::from_str(&line).map_err(|error| unreadable(index, error))?;
        let written = serde_json::to_writer(&mut out, &answer(engine, question)).map_err(std::io::Error::from);
        if written.and_then(|()| out.write_all(b"\n")).is_err() {
            return Ok(Outcome::Done);
        }
    }
    Ok(Outcome::Done)
}

fn answer(engine: &Engine, question: Question) -> Answer {
    let started = Instant::now();
    let request = Request::new(&question.prompt).map(|request| request.with_attachments(question.attachments));
    let request = request.map(|request| match question.project {
        Some(project) => request.with_project(project),
        None => request,
    });
    let (plan, reason, confidence) = match request {
        Ok(request) => {
            let decision = engine.route(&request);
            (decision.plan, decision.reason, decision.confidence)
        }
        Err(error) => (vec![Step::Ask { question: error.to_string() }], error.to_string(), None),
    };
    Answer { id: question.id, plan, reason, confidence, micros: started.elapsed().as_secs_f64() * 1e6 }
}

fn unreadable(index: usize, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    let message =
        format!("line {} of standard input is no request: expected `{{\"id\", \"prompt\"}}` as JSON", index + 1);
    Error::new(ErrorKind::Request, message).because(error)
}
