//! Calls of `interpolate`, `interpolateColors` and `spring`.

use oxc::ast::ast::{
    ArrayExpression, ArrayExpressionElement, CallExpression, Expression, ObjectExpression, ObjectPropertyKind,
    UnaryOperator,
};
use oxc::span::GetSpan;

use super::Findings;
use super::subject::Subject;

/// Both ranges have the same length, and the input range increases: anything else throws while rendering.
pub(super) fn ranges(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for call in subject.calls_of("interpolate").chain(subject.calls_of("interpolateColors")) {
        let input = array(subject, call, 1);
        if let (Some(input), Some(output)) = (input, array(subject, call, 2))
            && input.elements.len() != output.elements.len()
        {
            let message = format!("{} inputs and {} outputs do not match", input.elements.len(), output.elements.len());
            findings.add(call.span, message, "give one output for each input");
        }
        if let Some(input) = input {
            check_increase(input, findings);
        }
    }
}

/// Outputs are numbers: texts with units interpolate in surprising ways, or throw.
pub(super) fn outputs(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for output in subject.calls_of("interpolate").filter_map(|call| array(subject, call, 2)) {
        let texts = output.elements.iter().filter(|element| {
            matches!(element, ArrayExpressionElement::StringLiteral(_) | ArrayExpressionElement::TemplateLiteral(_))
        });
        for text in texts {
            let help = "interpolate the number and add the unit to the result: `${interpolate(…)}px`; for colours use `interpolateColors`";
            findings.add(text.span(), "an output of `interpolate` is a text", help);
        }
    }
}

/// Both sides say how they go on: without it a value runs on beyond its range for ever.
pub(super) fn clamp(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for call in
        subject.calls_of("interpolate").filter(|call| !call.arguments.iter().any(oxc::ast::ast::Argument::is_spread))
    {
        let Some(options) = Subject::argument(call, 3) else {
            add_clamp(findings, call, "on either side");
            continue;
        };
        let Some(options) = subject.object(options) else { continue };
        for (key, side) in [("extrapolateLeft", "on the left"), ("extrapolateRight", "on the right")] {
            if member(subject, options, key) == Member::Missing {
                add_clamp(findings, call, side);
            }
        }
    }
}

/// `spring` and `measureSpring` are told `fps`, `spring` the `frame` too.
pub(super) fn spring(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (name, keys) in [("spring", &["frame", "fps"][..]), ("measureSpring", &["fps"][..])] {
        for call in subject.calls_of(name) {
            let object = Subject::argument(call, 0).map(|options| subject.object(options));
            for key in keys {
                let is_missing = match object {
                    None => true,
                    Some(object) => object.is_some_and(|object| member(subject, object, key) == Member::Missing),
                };
                if is_missing {
                    findings.add(call.span, format!("`{name}` lacks `{key}`"), spring_help(key));
                }
            }
        }
    }
}

fn spring_help(key: &str) -> &'static str {
    if key == "fps" { "add `fps`, from `useVideoConfig()`" } else { "add `frame`, from `useCurrentFrame()`" }
}

fn add_clamp(findings: &mut Findings<'_>, call: &CallExpression<'_>, side: &str) {
    let help = "add `{extrapolateLeft: 'clamp', extrapolateRight: 'clamp'}`";
    findings.add(call.callee.span(), format!("`interpolate` is not clamped {side}"), help);
}

fn check_increase(input: &ArrayExpression<'_>, findings: &mut Findings<'_>) {
    for pair in input.elements.windows(2) {
        if let (Some(one), Some(next)) = (number(&pair[0]), number(&pair[1]))
            && one >= next
        {
            let help = "let each be greater than the one before";
            findings.add(pair[1].span(), format!("the input range does not increase from {one} to {next}"), help);
        }
    }
}

/// The array literal without spreads that an argument is or names.
fn array<'a>(subject: &Subject<'_, 'a>, call: &'a CallExpression<'a>, at: usize) -> Option<&'a ArrayExpression<'a>> {
    match subject.constant(Subject::argument(call, at)?) {
        Expression::ArrayExpression(array) if !array.elements.iter().any(ArrayExpressionElement::is_spread) => {
            Some(array)
        }
        _ => None,
    }
}

fn number(element: &ArrayExpressionElement<'_>) -> Option<f64> {
    match element.as_expression()?.get_inner_expression() {
        Expression::NumericLiteral(literal) => Some(literal.value),
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => match &unary.argument {
            Expression::NumericLiteral(literal) => Some(-literal.value),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an object has a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    /// It is there.
    Present,
    /// It is not, or says `extend`, which is to have none.
    Missing,
    /// A spread of something unknown may hold it.
    Unknown,
}

fn member<'a>(subject: &Subject<'_, 'a>, object: &'a ObjectExpression<'a>, key: &str) -> Member {
    let mut found = Member::Missing;
    for property in &object.properties {
        match property {
            ObjectPropertyKind::ObjectProperty(property) if property.key.is_specific_static_name(key) => {
                let extends = matches!(&property.value, Expression::StringLiteral(text) if text.value == "extend");
                found = if extends { Member::Missing } else { Member::Present };
            }
            ObjectPropertyKind::SpreadProperty(spread) if found == Member::Missing => {
                found = subject.object(&spread.argument).map_or(Member::Unknown, |inner| member(subject, inner, key));
            }
            _ => {}
        }
    }
    found
}
