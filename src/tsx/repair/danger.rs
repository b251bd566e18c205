//! What becomes of code after all mends: a scene, or why not.

use oxc::span::Span;

use crate::diagnostic::Diagnostic;

use super::super::check::Judged;
use super::super::exports;
use super::super::parse::Reading;
use super::super::revise::bytes;
use super::super::rules::global::is_forbidden;
use super::super::rules::subject::Subject;
use super::super::scene::Scene;
use super::answer::Fence;
use super::bench::Bench;
use super::{Verdict, Wanted, picture, props};

/// Globals that a scene may not use but that reach nothing outside of it.
const HARMLESS: &[&str] = &[
    "Date",
    "performance",
    "Temporal",
    "setTimeout",
    "setInterval",
    "setImmediate",
    "clearTimeout",
    "clearInterval",
    "requestAnimationFrame",
    "cancelAnimationFrame",
    "requestIdleCallback",
    "queueMicrotask",
    "console",
    "arguments",
];

/// Elements that load or run what is elsewhere.
const FOREIGN: &[&str] = &["script", "iframe", "object", "embed", "link", "base", "portal"];

/// What a text that parses is.
pub(super) fn judge(
    reading: &Reading<'_>,
    judged: Result<Scene, Vec<Judged>>,
    (fence, wanted): (Fence, &Wanted<'_>),
) -> Verdict {
    let more = more(reading, wanted);
    let faults = match judged {
        Ok(scene) if more.is_empty() => return Verdict::Scene(scene),
        Ok(_) => more,
        Err(faults) => faults.into_iter().chain(more).collect(),
    };
    let is_dangerous = faults.iter().any(|(rule, fault)| is_dangerous(rule, fault));
    let end = reading.text().trim_end().len();
    let is_cut = faults.iter().any(|(rule, fault)| match *rule {
        "bodies" => fault.span().end >= end,
        "default-export" | "declared" => fence == Fence::Open,
        _ => false,
    });
    let told = faults.into_iter().map(|(rule, fault)| fault.labelled(rule)).collect();
    match (is_dangerous, is_cut) {
        (true, _) => Verdict::Rejected(told),
        (false, true) => Verdict::CutOff(told),
        (false, false) => Verdict::Faulty(told),
    }
}

/// What keeps all rules of scenes, and yet cannot be shown.
fn more(reading: &Reading<'_>, wanted: &Wanted<'_>) -> Vec<Judged> {
    let subject = Subject::of(reading);
    let told = |(span, address): (Span, String)| {
        let fault = reading.source().diagnose(bytes(span), format!("nobody gave the picture `{address}`"));
        ("pictures", fault.help("draw it, or show one that was given"))
    };
    let mut more: Vec<_> = picture::invented(&subject, wanted).into_iter().map(told).collect();
    let bench = Bench { subject, wanted, fence: Fence::Absent };
    if let Some(place) = props::lacks_data(&bench) {
        let fault = reading.source().diagnose(bytes(place), "the scene takes props, and nothing says which");
        more.push(("default-props", fault.help("write `export const defaultProps = {…}` with a value for each")));
    }
    more
}

/// What a text is that does not parse: cut off, if what hinders parsing is its end.
pub(super) fn unparsed(code: &str, faults: Vec<Diagnostic>, fence: Fence) -> Verdict {
    let end = code.trim_end().len();
    let at_end = |fault: &Diagnostic| fault.span().end >= end || fault.message().contains("nterminated");
    if fence == Fence::Open || faults.iter().any(at_end) { Verdict::CutOff(faults) } else { Verdict::Faulty(faults) }
}

fn is_dangerous(rule: &str, fault: &Diagnostic) -> bool {
    let text = &fault.source().text()[fault.span()];
    match rule {
        "constructor" | "dynamic-import" | "inner-html" => true,
        "imports" => is_foreign_package(text),
        "elements" => FOREIGN.contains(&text),
        "globals" => {
            let name = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$').next();
            name.is_some_and(|name| is_forbidden(name) && !HARMLESS.contains(&name))
        }
        _ => false,
    }
}

/// Whether a text in quotes is the name of a package that scenes may not import.
fn is_foreign_package(text: &str) -> bool {
    let name = text.trim_matches(['\'', '"']);
    name.len() + 2 == text.len() && exports::package(name).is_none()
}
