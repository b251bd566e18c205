//! `route`: what would be done about a request, and why.

use anstream::eprintln;

use super::Outcome;
use super::args::{Prompt, Route};
use super::explanation::explanation;
use super::output::{self, BAD, GOOD, QUIET, STRONG, VALUE};
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::route::{Decision, Step};

/// How many refused templates are named where none fits.
const NEAREST: usize = 2;

pub(super) fn run(engine: &Engine, args: &Route) -> Result<Outcome> {
    let prompt = Prompt { prompt: args.prompt.clone().unwrap_or_default(), images: args.images.clone() };
    let request = super::request(&prompt, None)?;
    let decision = engine.route(&request);
    if args.json || args.explain || args.precision.is_some() {
        output::warn(engine.doubt());
    }
    let text = if args.json {
        json(&decision)?
    } else if args.explain {
        summary(&decision) + &explanation(engine, request.prompt(), &decision)
    } else {
        summary(&decision)
    };
    output::print(&text)?;
    let served = decision.plan.iter().all(|step| matches!(step, Step::Add { .. } | Step::Change(_)));
    Ok(if served { Outcome::Done } else { Outcome::NoTemplate })
}

/// Says on standard error that no template shows what was asked for, which come nearest, and what would make it.
pub(super) fn show_refusal(engine: &Engine, request: &Request, decision: &Decision) {
    eprintln!("{BAD}no template shows this:{BAD:#} {}", decision.reason);
    show_nearest(engine, request, decision);
    eprintln!(
        "  {QUIET}a model can make it: set ANTHROPIC_API_KEY, OPENAI_API_KEY or FIRSTFRAME_LOCAL_URL, then see `firstframe \
         models check`{QUIET:#}"
    );
    eprintln!(
        "  {QUIET}`firstframe route … --explain` shows what was read, `firstframe templates list` what there is{QUIET:#}"
    );
}

/// The templates that come nearest, each with what is in its way.
pub(super) fn show_nearest(engine: &Engine, request: &Request, decision: &Decision) {
    for (template, reason) in engine.nearest(request, decision, NEAREST) {
        eprintln!("  nearest: {STRONG}{template}{STRONG:#}, but {reason}");
    }
}

fn json(decision: &Decision) -> Result<String> {
    let text = serde_json::to_string_pretty(decision)
        .map_err(|error| Error::new(ErrorKind::File, "the decision cannot be written as JSON").because(error))?;
    Ok(text + "\n")
}

fn summary(decision: &Decision) -> String {
    let mut text = String::new();
    for step in &decision.plan {
        let line = match step {
            Step::Add { fit, ask } => {
                let params = output::shown(fit.params());
                let open = if ask.is_empty() { String::new() } else { format!("  open: {}", ask.join(", ")) };
                format!("{GOOD}add{GOOD:#} {STRONG}{}{STRONG:#} {VALUE}{params}{VALUE:#}{open}", fit.template())
            }
            Step::Model { reason, .. } => format!("{BAD}model{BAD:#} {reason}"),
            Step::Ask { question } => format!("{BAD}ask{BAD:#} {question}"),
            Step::Change(op) => format!("{GOOD}change{GOOD:#} {VALUE}{}{VALUE:#}", output::shown(op)),
        };
        text += &line;
        text.push('\n');
    }
    text
}
