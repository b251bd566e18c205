//! Motion by CSS, which runs by the clock and not by the frame.

use oxc::ast::AstKind;
use oxc::ast::ast::{Expression, ObjectProperty};
use oxc::semantic::NodeId;
use oxc::span::GetSpan;

use super::Findings;
use super::subject::Subject;

const HELP: &str = "compute the value from `useCurrentFrame()` with `interpolate` or `spring`";

/// Styles have no transitions and no animations. An object that is no style may have members of these names.
pub(super) fn css_motion(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (id, property) in &subject.properties {
        let Some(name) = property.key.static_name() else { continue };
        if moves(subject, *id, property, &name) {
            findings.add(property.key.span(), format!("`{name}` moves by the clock, not by the frame"), HELP);
        }
    }
}

/// No text holds keyframes.
pub(super) fn keyframes(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (span, _) in subject.texts.iter().filter(|(_, text)| text.contains("@keyframes")) {
        findings.add(*span, "`@keyframes` move by the clock, not by the frame", HELP);
    }
}

pub(in crate::tsx) fn moves(subject: &Subject<'_, '_>, id: NodeId, property: &ObjectProperty<'_>, name: &str) -> bool {
    let rest = name.strip_prefix("Webkit").unwrap_or(name);
    let rest = rest.trim_start_matches(['t', 'T', 'a', 'A']);
    match rest {
        "ransition" | "nimation" => {
            !is_none(&property.value) && (is_in_style(subject, id) || is_timed(&property.value))
        }
        _ => ["ransition", "nimation"].into_iter().any(|kind| {
            rest.strip_prefix(kind).is_some_and(|part| {
                matches!(
                    part,
                    "Delay"
                        | "Direction"
                        | "Duration"
                        | "FillMode"
                        | "IterationCount"
                        | "Name"
                        | "PlayState"
                        | "Property"
                        | "TimingFunction"
                        | "Timeline"
                )
            })
        }),
    }
}

fn is_none(value: &Expression<'_>) -> bool {
    matches!(value, Expression::StringLiteral(text) if text.value == "none") || value.is_undefined()
}

/// Whether the object is the `style` of an element or is called `CSSProperties`.
fn is_in_style(subject: &Subject<'_, '_>, id: NodeId) -> bool {
    let is_css = |annotation: oxc::span::Span| annotation.source_text(subject.reading.text()).contains("CSSProperties");
    subject.reading.nodes().ancestor_kinds(id).take_while(|kind| !kind.is_function_like()).any(|kind| match kind {
        AstKind::JSXAttribute(attribute) => attribute.is_identifier("style"),
        AstKind::VariableDeclarator(variable) => {
            variable.type_annotation.as_ref().is_some_and(|kind| is_css(kind.span))
        }
        AstKind::TSSatisfiesExpression(expression) => is_css(expression.type_annotation.span()),
        AstKind::TSAsExpression(expression) => is_css(expression.type_annotation.span()),
        _ => false,
    })
}

/// Whether a text speaks of seconds, as in `all 0.3s ease`.
fn is_timed(value: &Expression<'_>) -> bool {
    let text = match value {
        Expression::StringLiteral(text) => text.value.as_str(),
        Expression::TemplateLiteral(template) => template.quasis.last().map_or("", |text| text.value.raw.as_str()),
        _ => "",
    };
    text.split([' ', ',']).any(|word| {
        let number = word.strip_suffix("ms").or_else(|| word.strip_suffix('s'));
        number.is_some_and(|number| number.parse::<f64>().is_ok())
    })
}
