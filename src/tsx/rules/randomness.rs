//! Chance that is the same in each rendering.

use oxc::ast::ast::Expression;
use oxc::span::GetSpan;

use super::Findings;
use super::subject::Subject;

/// Remotion's `random` without a seed, or with `null`, is `Math.random`.
pub(super) fn random(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for call in subject.calls_of("random") {
        let seed = Subject::argument(call, 0);
        if seed.is_none_or(Expression::is_null_or_undefined) {
            let span = seed.map_or(call.span, GetSpan::span);
            findings.add(span, "`random` without a seed differs in each rendering", "give a seed: `random('dots')`");
        }
    }
}
