//! Easings by the names that other libraries give them.

use oxc::ast::ast::{Expression, ObjectPropertyKind};

use crate::nearest::nearest;

use super::super::rules::easing::MEMBERS;
use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};

/// The curves by what they are called elsewhere, in small letters, and what they are here.
const CURVES: &[(&str, &str)] = &[
    ("back", "back(1.7)"),
    ("bounce", "bounce"),
    ("circ", "circle"),
    ("circle", "circle"),
    ("circular", "circle"),
    ("cube", "cubic"),
    ("cubic", "cubic"),
    ("ease", "ease"),
    ("elastic", "elastic(1)"),
    ("expo", "exp"),
    ("exp", "exp"),
    ("exponential", "exp"),
    ("quad", "quad"),
    ("quadratic", "quad"),
    ("quart", "poly(4)"),
    ("quartic", "poly(4)"),
    ("quint", "poly(5)"),
    ("quintic", "poly(5)"),
    ("sin", "sin"),
    ("sine", "sin"),
];

/// Names `Easing` by what it has: `Easing.easeOutCubic` is `Easing.out(Easing.cubic)`.
pub(super) fn easing(bench: &Bench<'_, '_>, job: &mut Job) {
    for (_, member) in
        bench.subject.members.iter().filter(|(_, member)| bench.subject.is_remotion(&member.object, "Easing"))
    {
        let name = member.property.name.as_str();
        if MEMBERS.contains(&name) {
            continue;
        }
        if let Some(meant) = meant(name) {
            job.change("easing", format!("wrote `Easing.{name}` as `{meant}`"), vec![Patch::swap(member.span, meant)]);
        } else if let Some(known) = renamed(name) {
            let told = format!("wrote `Easing.{name}` as `Easing.{known}`");
            job.change("easing", told, vec![Patch::swap(member.property.span, known)]);
        }
    }
    words(bench, job);
}

/// `easing: 'ease-in-out'`
fn words(bench: &Bench<'_, '_>, job: &mut Job) {
    for call in bench.subject.calls_of("interpolate") {
        let Some(options) = Subject::argument(call, 3).and_then(|options| bench.subject.object(options)) else {
            continue;
        };
        for property in &options.properties {
            if let ObjectPropertyKind::ObjectProperty(property) = property
                && property.key.is_specific_static_name("easing")
                && let Expression::StringLiteral(word) = &property.value
                && let Some(meant) = by_word(&word.value)
            {
                let told = format!("wrote the easing `{}` as `{meant}`", word.value);
                job.change("easing", told, vec![Patch::swap(word.span, meant)]);
            }
        }
    }
}

fn by_word(word: &str) -> Option<String> {
    if word == "linear" {
        return Some("Easing.linear".to_owned());
    }
    let name: String = word.split(['-', '_', ' ']).collect();
    meant(&name)
}

/// What a name such as `easeInOutCubic`, `outExpo` or `quartOut` means.
fn meant(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("ease").filter(|rest| !rest.is_empty()).unwrap_or(&name);
    let directions = [("inout", "inOut"), ("in", "in"), ("out", "out")];
    for (word, direction) in directions {
        let curve = name.strip_prefix(word).or_else(|| name.strip_suffix(word));
        if let Some(curve) = curve.and_then(|curve| if curve.is_empty() { Some("ease") } else { here(curve) }) {
            return Some(format!("Easing.{direction}(Easing.{curve})"));
        }
    }
    here(name).map(|curve| format!("Easing.{curve}"))
}

fn here(curve: &str) -> Option<&'static str> {
    CURVES.iter().find(|(known, _)| *known == curve).map(|(_, here)| *here)
}

fn renamed(name: &str) -> Option<&'static str> {
    match name {
        "cubicBezier" | "cubic_bezier" => Some("bezier"),
        _ => nearest(name, MEMBERS).filter(|_| name.len() > 4),
    }
}
