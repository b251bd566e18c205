//! Remotion's easing functions.

use super::subject::Subject;
use super::{Findings, did_you_mean};

/// The members of `Easing` in Remotion 4.0.520.
pub(in crate::tsx) const MEMBERS: [&str; 18] = [
    "back", "bezier", "bounce", "circle", "cubic", "ease", "elastic", "exp", "in", "inOut", "linear", "out", "poly",
    "quad", "sin", "spring", "step0", "step1",
];

/// `Easing.name` exists.
pub(super) fn easing(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (_, member) in subject.members.iter().filter(|(_, member)| subject.is_remotion(&member.object, "Easing")) {
        let name = member.property.name.as_str();
        if !MEMBERS.contains(&name) {
            let help = did_you_mean(name, MEMBERS, format!("there are {}", MEMBERS.join(", ")));
            findings.add(member.property.span, format!("`Easing` has no `{name}`"), help);
        }
    }
}
