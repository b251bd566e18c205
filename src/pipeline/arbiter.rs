//! Which of a few templates is meant, where the router cannot tell.

use serde_json::{Value as Json, json};
use tokio::time::Instant;

use super::job::Job;
use super::schema::strict;
use crate::error::Result;
use crate::event::Stage;
use crate::llm::{Message, Role, Schema};
use crate::route::{Considered, Decision, Refusal};
use crate::template::{Fit, Library, Manifest};

/// The most templates that are chosen among. With more, nothing much was understood.
const MOST: usize = 4;

/// A template that may be meant.
#[derive(Debug, Clone)]
pub struct Rival<'d> {
    /// The template.
    pub manifest: &'d Manifest,
    /// With what was read of it.
    pub fit: Fit,
    /// What it needs and the request leaves open.
    pub ask: Vec<String>,
}

impl<'d> Rival<'d> {
    /// The templates among which only their nearness to one another, or a lack of certainty, stands in the way; none if
    /// something else does.
    pub fn of(decision: &'d Decision, library: &'d Library) -> Vec<Self> {
        let near = decision.considered.iter().filter(|considered| is_near(considered));
        let rivals: Vec<Self> = near.filter_map(|considered| Self::read(considered, library)).collect();
        if rivals.len() <= MOST { rivals } else { Vec::new() }
    }

    fn read(considered: &'d Considered, library: &'d Library) -> Option<Self> {
        let manifest = library.manifest(&considered.template)?;
        let found = considered.found.iter().map(|found| (found.param.clone(), found.value.clone()));
        let fit = manifest.fit(found).ok()?;
        Some(Self { manifest, fit, ask: considered.missing.clone() })
    }
}

fn is_near(considered: &Considered) -> bool {
    let near = |refusal: &Refusal| matches!(refusal, Refusal::Ambiguous(_) | Refusal::Unsure { .. });
    !considered.refusals.is_empty() && considered.refusals.iter().all(near)
}

/// Which of these templates the request means, or none of them.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget).
pub async fn choose<'r, 'd>(job: &Job, rivals: &'r [Rival<'d>]) -> Result<Option<&'r Rival<'d>>> {
    let began = Instant::now();
    let ids = rivals.iter().map(|rival| rival.manifest.id.as_str());
    let names: Vec<&str> = ids.chain(["none"]).collect();
    let properties = [("template", json!({"type": "string", "enum": names}))];
    let schema = Schema { name: "choice".to_owned(), json: strict(properties) };
    let call = job.call(Role::Fill, &job.pipeline.prompts.choose, Message::user(context(job, rivals)));
    let answer = job.ask_json(&call.with_schema(schema)).await?;
    job.ended(Stage::Choose, began);
    let chosen = answer.get("template").and_then(Json::as_str);
    Ok(rivals.iter().find(|rival| chosen == Some(&rival.manifest.id)))
}

fn context(job: &Job, rivals: &[Rival<'_>]) -> String {
    let lines = rivals.iter().map(|rival| format!("- `{}`: {}", rival.manifest.id, rival.manifest.shows));
    let lines: Vec<String> = lines.collect();
    format!("Templates:\n{}\n\nRequest:\n{}", lines.join("\n"), job.request.prompt())
}
