//! Whether a pattern is proved by enough examples and rejects.

use crate::diagnostic::Diagnostic;
use crate::pattern::file::PatternFile;

/// The fewest examples that say how people ask for a scene.
const FEWEST: usize = 3;

pub(super) fn lint(pattern: &PatternFile, found: &mut Vec<Diagnostic>) {
    let mut few = |message: String, help: &str| {
        let diagnostic = pattern.source.diagnose(pattern.template_span.clone(), message).help(help);
        found.push(diagnostic.labelled("few-examples").warning());
    };
    let count = pattern.examples.len();
    if count < FEWEST {
        let message = format!("`{}` has {count} example{}", pattern.template, if count == 1 { "" } else { "s" });
        few(message, "write at least three, as different people would ask");
    }
    if pattern.rejects.is_empty() {
        let message = format!("`{}` has no reject", pattern.template);
        few(message, "write down what its words mean where another thing is meant");
    }
}
