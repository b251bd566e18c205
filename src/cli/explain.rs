//! `route`: what would be done about a request, and why.

use std::fmt::Write;

use anstream::eprintln;

use super::Outcome;
use super::args::{Prompt, Route};
use super::output::{self, BAD, GOOD, QUIET, STRONG, VALUE};
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::route::{Considered, Decision, Reader, Step};

/// How many refused templates are named where none fits.
const NEAREST: usize = 2;

pub(super) fn run(engine: &Engine, args: &Route) -> Result<Outcome> {
    let prompt = Prompt { prompt: args.prompt.clone().unwrap_or_default(), images: args.images.clone() };
    let request = super::request(&prompt, None)?;
    let decision = engine.route(&request);
    let text = if args.json {
        json(&decision)?
    } else if args.explain {
        explanation(request.prompt(), &decision)
    } else {
        summary(&decision)
    };
    output::print(&text)?;
    let served = decision.plan.iter().all(|step| matches!(step, Step::Add { .. }));
    Ok(if served { Outcome::Done } else { Outcome::NoTemplate })
}

/// Says on standard error that no template shows what was asked for, and which come nearest.
pub(super) fn show_refusal(engine: &Engine, request: &Request, decision: &Decision) {
    eprintln!("{BAD}no template shows this:{BAD:#} {}", decision.reason);
    for (template, reason) in engine.nearest(request, decision, NEAREST) {
        eprintln!("  nearest: {STRONG}{template}{STRONG:#}, but {reason}");
    }
    eprintln!(
        "  {QUIET}`firstframe route … --explain` shows what was read, `firstframe templates list` what there is{QUIET:#}"
    );
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
            Step::Model { reason } => format!("{BAD}model{BAD:#} {reason}"),
            Step::Ask { question } => format!("{BAD}ask{BAD:#} {question}"),
        };
        text += &line;
        text.push('\n');
    }
    text
}

fn explanation(prompt: &str, decision: &Decision) -> String {
    let mut text = summary(decision);
    let _ = writeln!(text, "{QUIET}{}{QUIET:#}", decision.reason);
    for considered in &decision.considered {
        text.push('\n');
        explain(&mut text, prompt, considered);
    }
    if decision.considered.is_empty() {
        text.push_str("\nno words of the request name or describe a scene of the library\n");
    }
    text
}

fn explain(text: &mut String, prompt: &str, considered: &Considered) {
    let mark = if considered.fits() { format!("{GOOD}✓{GOOD:#}") } else { format!("{BAD}✗{BAD:#}") };
    let share = (considered.coverage * 100.0).round();
    let _ = writeln!(text, "{mark} {STRONG}{}{STRONG:#}  explains {share} %", considered.template);
    for found in &considered.found {
        let value = output::shown(&found.value);
        let words = prompt.get(found.span.range()).unwrap_or_default().replace('\n', "⏎");
        let by = if found.by == Reader::Model { ", read by the model of slots" } else { "" };
        let _ = writeln!(text, "    {} = {VALUE}{value}{VALUE:#}  {QUIET}from `{words}`{by}{QUIET:#}", found.param);
    }
    if !considered.missing.is_empty() {
        let _ = writeln!(text, "    left open: {}", considered.missing.join(", "));
    }
    if !considered.unexplained.is_empty() {
        let _ = writeln!(text, "    not explained: {}", considered.unexplained.join(" "));
    }
    for refusal in &considered.refusals {
        let _ = writeln!(text, "    {BAD}refused:{BAD:#} {refusal}");
    }
}
