//! A decision as a person wants to read it: their own words with what was read from them, what spoke for the template,
//! the gates, and why the next best lost.

use std::fmt::Write;
use std::ops::Range;

use super::output::{self, BAD, GOOD, QUIET, STRONG, VALUE};
use super::underline::{Look, Mark, underlined};
use crate::engine::Engine;
use crate::route::{Considered, Decision, GATES, Part, Reader};
use crate::text::Span;

/// How many of the others are named.
const NAMED: usize = 6;

pub(super) fn explanation(engine: &Engine, prompt: &str, decision: &Decision) -> String {
    let mut text = String::new();
    for (at, part) in decision.parts.iter().enumerate() {
        explain_part(&mut text, prompt, (at + 1, part));
    }
    if !decision.parts.is_empty() {
        return text;
    }
    let Some((best, others)) = decision.considered.split_first() else {
        text.push('\n');
        text += &underlined(prompt, Vec::new());
        let _ = writeln!(text, "\nno words of the request name or describe a scene of the library");
        return text;
    };
    if let Some(confidence) = decision.confidence {
        let _ = writeln!(text, "{QUIET}{} sure that it is `{}`{QUIET:#}", percent(confidence), best.template);
    }
    text.push('\n');
    text += &underlined(prompt, marks(prompt, best));
    text.push('\n');
    describe(&mut text, prompt, best);
    gates(&mut text, best);
    if let Some(second) = others.first() {
        runner_up(&mut text, prompt, best, second);
    }
    rest(&mut text, engine, decision);
    text
}

/// One scene of several: its words, why it was decided so, and what it has from words that are said of all.
fn explain_part(text: &mut String, prompt: &str, (number, part): (usize, &Part)) {
    let said = |span: Span| prompt.get(span.range()).unwrap_or_default().replace('\n', "⏎");
    let _ = writeln!(text, "\n{STRONG}{number}.{STRONG:#} {QUIET}`{}`{QUIET:#}\n{}", said(part.span), part.reason);
    if let Some(best) = part.considered.first() {
        describe(text, prompt, best);
        gates(text, best);
    }
    for (at, found) in part.shared.iter().enumerate() {
        let value = output::shown(&found.value);
        let read =
            format!("{} = {VALUE}{value}{VALUE:#}  {QUIET}for all, from `{}`{QUIET:#}", found.param, said(found.span));
        row(text, if at == 0 { "shares" } else { "" }, &read);
    }
}

/// What the words of a request are to a template.
fn marks(prompt: &str, best: &Considered) -> Vec<Mark> {
    // What comes from elsewhere, as a picture or an option, is said of the whole request.
    let whole = |range: &Range<usize>| range.len() >= prompt.trim().len() && best.found.len() > 1;
    let values = best.found.iter().map(|found| (found.span.range(), found.param.clone(), Look::Value));
    let mut marks: Vec<Mark> =
        values.filter(|(range, _, _)| !whole(range)).map(|(range, label, look)| Mark { range, label, look }).collect();
    let taken: Vec<Range<usize>> = marks.iter().map(|mark| mark.range.clone()).collect();
    for span in &best.named {
        marks.extend(name(prompt, span.range(), &taken));
    }
    marks.extend(left(prompt, best));
    marks
}

/// The words that name the scene, without values among them.
fn name(prompt: &str, range: Range<usize>, taken: &[Range<usize>]) -> Vec<Mark> {
    let parts = taken
        .iter()
        .fold(vec![range], |parts, value| parts.into_iter().flat_map(|part| without(&part, value)).collect());
    let says = |part: &Range<usize>| prompt[part.clone()].chars().any(char::is_alphanumeric);
    let saying = parts.into_iter().filter(says).enumerate();
    let mark = |(at, part)| Mark {
        range: trimmed(prompt, part),
        label: if at == 0 { "scene".to_owned() } else { String::new() },
        look: Look::Name,
    };
    saying.map(mark).collect()
}

/// The words that nothing explains; those that follow one another are one part.
fn left(prompt: &str, best: &Considered) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for range in best.unexplained_at.iter().map(|span| span.range()) {
        match marks.last_mut().filter(|last| prompt[last.range.end..range.start].chars().all(|c| c == ' ')) {
            Some(last) => last.range.end = range.end,
            None => marks.push(Mark { range, label: "not explained".to_owned(), look: Look::Left }),
        }
    }
    marks
}

fn without(part: &Range<usize>, cut: &Range<usize>) -> [Range<usize>; 2] {
    let before = part.start..cut.start.clamp(part.start, part.end);
    let behind = cut.end.clamp(part.start, part.end)..part.end;
    [before, behind]
}

fn trimmed(prompt: &str, part: Range<usize>) -> Range<usize> {
    let text = &prompt[part.clone()];
    let start = part.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

fn describe(text: &mut String, prompt: &str, considered: &Considered) {
    let mark = if considered.fits() { format!("{GOOD}✓{GOOD:#}") } else { format!("{BAD}✗{BAD:#}") };
    let share = percent(considered.coverage);
    let _ = writeln!(text, "{mark} {STRONG}{}{STRONG:#}  explains {share}", considered.template);
    let says = if considered.strong { "" } else { "  (a weak name, which needs content)" };
    row(text, "named by", &format!("{}{says}", words(prompt, considered)));
    for (at, phrase) in considered.phrases.iter().enumerate() {
        row(text, if at == 0 { "phrase" } else { "" }, phrase);
    }
    for (at, found) in considered.found.iter().enumerate() {
        let value = output::shown(&found.value);
        let from = prompt.get(found.span.range()).unwrap_or_default().replace('\n', "⏎");
        let by = if found.by == Reader::Model { ", read by the model of slots" } else { "" };
        let read = format!("{} = {VALUE}{value}{VALUE:#}  {QUIET}from `{from}`{by}{QUIET:#}", found.param);
        row(text, if at == 0 { "reads" } else { "" }, &read);
    }
    if !considered.missing.is_empty() {
        row(text, "left open", &considered.missing.join(", "));
    }
}

/// Every gate, and the reasons of those that are closed.
fn gates(text: &mut String, considered: &Considered) {
    let closed = |gate: &str| considered.refusals.iter().any(|refusal| refusal.gate() == gate);
    let shown = GATES
        .iter()
        .map(|gate| if closed(gate) { format!("{BAD}✗ {gate}{BAD:#}") } else { format!("{QUIET}✓ {gate}{QUIET:#}") });
    let shown: Vec<String> = shown.collect();
    for (at, part) in shown.chunks(6).enumerate() {
        row(text, if at == 0 { "gates" } else { "" }, &part.join("  "));
    }
    for refusal in &considered.refusals {
        let _ = writeln!(text, "    {BAD}refused:{BAD:#} {refusal}");
    }
}

fn runner_up(text: &mut String, prompt: &str, best: &Considered, second: &Considered) {
    let share = percent(second.coverage);
    let _ = writeln!(text, "\nrunner-up {STRONG}{}{STRONG:#}  explains {share}", second.template);
    row(text, "named by", &words(prompt, second));
    let read: Vec<&str> = second.found.iter().map(|found| found.param.as_str()).collect();
    if !read.is_empty() {
        row(text, "reads", &read.join(", "));
    }
    let why = match second.refusals.as_slice() {
        [] if best.coverage > second.coverage => format!("it explains less than `{}`", best.template),
        [] => format!("its words say less than those of `{}`", best.template),
        refusals => refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    row(text, "lost", &why);
}

/// The other templates that were looked at, and how many were not.
fn rest(text: &mut String, engine: &Engine, decision: &Decision) {
    let others: Vec<String> = decision.considered.iter().skip(2).map(|other| other.template.clone()).collect();
    if !others.is_empty() {
        let more = others.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let named = others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "\n{QUIET}also looked at: {named}{more}{QUIET:#}");
    }
    let all = engine.patterns().patterns().len();
    let left = all - decision.considered.len().min(all);
    let _ = writeln!(
        text,
        "\n{QUIET}{left} of {all} patterns were left out: none of their names and sentences is in the request{QUIET:#}"
    );
}

fn row(text: &mut String, heading: &str, content: &str) {
    let _ = writeln!(text, "    {QUIET}{heading:9}{QUIET:#} {content}");
}

fn words(prompt: &str, considered: &Considered) -> String {
    let words = considered.named.iter().filter_map(|span| prompt.get(span.range()));
    words.map(|words| format!("`{}`", words.replace('\n', "⏎"))).collect::<Vec<_>>().join(", ")
}

fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0).round())
}

#[cfg(test)]
mod tests;
