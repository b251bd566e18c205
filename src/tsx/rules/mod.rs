//! The rules that scenes keep, as a table. A rule is a function that looks at a text and adds findings.
//!
//! What a scene shows may depend on nothing but its props and the frame: renderers play frames in any order, many at
//! once. Rules about the outside world (`fetch`, `document` …) say early what the player's sandbox would stop anyway;
//! they do not replace it.

mod component;
pub(super) mod easing;
mod export;
pub(super) mod function;
pub(super) mod global;
mod interpolate;
mod markup;
mod module;
pub(super) mod name;
mod randomness;
pub(super) mod style;
pub(super) mod subject;

#[cfg(test)]
mod tests;

use oxc::span::Span;

use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::nearest;

use super::parse::Reading;
use subject::Subject;

/// A rule that the code of scenes keeps.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, for people who talk about it.
    pub id: &'static str,
    /// What it asks for, as a sentence without its full stop.
    pub summary: &'static str,
    find: fn(&Subject<'_, '_>, &mut Findings<'_>),
}

/// All rules.
pub const RULES: &[Rule] = &[
    Rule {
        id: "default-export",
        summary: "there is one default export, and it is a component with a name",
        find: export::default_export,
    },
    Rule { id: "exports", summary: "each name is exported once", find: export::once },
    Rule { id: "imports", summary: "imports name what React and Remotion export for scenes", find: module::imports },
    Rule { id: "directives", summary: "there are no directives such as `\"use client\"`", find: module::directives },
    Rule { id: "data", summary: "`meta` and `defaultProps` are plain data, and `meta` is whole", find: module::data },
    Rule { id: "declared", summary: "every name is declared or imported", find: name::declared },
    Rule { id: "shadow", summary: "nothing takes the name of an export of Remotion", find: name::shadow },
    Rule { id: "order", summary: "constants are declared above what uses them as the scene loads", find: name::order },
    Rule { id: "globals", summary: "nothing reaches for the clock, the network or the page", find: global::globals },
    Rule { id: "constructor", summary: "nothing reaches for `constructor` or `__proto__`", find: global::constructor },
    Rule { id: "dynamic-import", summary: "nothing is imported while the scene runs", find: global::dynamic_import },
    Rule { id: "locale", summary: "numbers are formatted for a named locale", find: global::locale },
    Rule { id: "random", summary: "chance comes from `random` with a seed", find: randomness::random },
    Rule { id: "elements", summary: "pictures, sound and film are Remotion's elements", find: markup::elements },
    Rule { id: "handlers", summary: "elements have no event handlers", find: markup::handlers },
    Rule { id: "inner-html", summary: "markup is never set as text", find: markup::inner_html },
    Rule { id: "ids", summary: "ids of elements are unique, from `useId`", find: markup::ids },
    Rule { id: "css-motion", summary: "motion comes from the frame, not from CSS", find: style::css_motion },
    Rule { id: "keyframes", summary: "no text holds CSS keyframes", find: style::keyframes },
    Rule { id: "ranges", summary: "ranges of `interpolate` match and increase", find: interpolate::ranges },
    Rule { id: "outputs", summary: "`interpolate` gives numbers", find: interpolate::outputs },
    Rule { id: "clamp", summary: "`interpolate` is clamped on both sides", find: interpolate::clamp },
    Rule { id: "spring", summary: "`spring` is told the frame and the frame rate", find: interpolate::spring },
    Rule { id: "easing", summary: "members of `Easing` exist", find: easing::easing },
    Rule { id: "nested", summary: "components are declared at the top level", find: component::nested },
    Rule { id: "bodies", summary: "functions have a body", find: component::bodies },
    Rule { id: "hooks", summary: "hooks are called by components and hooks, always", find: component::hooks },
];

/// What the rules have found so far, each with the rule's id.
struct Findings<'s> {
    source: &'s Source,
    rule: &'static str,
    found: Vec<(&'static str, Diagnostic)>,
}

impl Findings<'_> {
    /// Adds one: where, what is wrong, what to do.
    fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let diagnostic = self.source.diagnose(span.start as usize..span.end as usize, message).help(help);
        self.found.push((self.rule, diagnostic));
    }
}

/// The help about a name that nothing knows: the one that was meant, or what else to do.
fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>, otherwise: impl Into<String>) -> String {
    nearest(name, known).map_or_else(|| otherwise.into(), |known| format!("did you mean `{known}`?"))
}

/// Everything that is wrong with a text that parses, in order of the text.
pub(super) fn diagnostics(reading: &Reading<'_>) -> Vec<Diagnostic> {
    judged(reading).into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// The same, each with the id of the rule that is broken; `language` for those of the language.
pub(super) fn judged(reading: &Reading<'_>) -> Vec<(&'static str, Diagnostic)> {
    let faults = reading.faults().iter().map(|fault| ("language", fault.clone()));
    let mut judged: Vec<_> = faults.chain(findings(reading)).collect();
    judged.sort_by_key(|(_, diagnostic)| (diagnostic.span().start, diagnostic.span().end));
    judged
}

fn findings(reading: &Reading<'_>) -> Vec<(&'static str, Diagnostic)> {
    let subject = Subject::of(reading);
    let mut findings = Findings { source: reading.source(), rule: "", found: Vec::new() };
    for rule in RULES {
        findings.rule = rule.id;
        (rule.find)(&subject, &mut findings);
    }
    findings.found
}
