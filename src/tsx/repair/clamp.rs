//! `interpolate` is clamped on both sides.

use oxc::ast::ast::{Argument, CallExpression, Expression, ObjectExpression, ObjectPropertyKind, PropertyKey};
use oxc::span::{GetSpan, Span};

use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};

const SIDES: [&str; 2] = ["extrapolateLeft", "extrapolateRight"];
const TOLD: &str = "clamped `interpolate`, which ran on beyond its range";

/// Adds what is missing to the options of `interpolate`, also where they are a constant, or are no options at all.
pub(super) fn clamp(bench: &Bench<'_, '_>, job: &mut Job) {
    for call in bench.subject.calls_of("interpolate") {
        if call.arguments.len() < 3 || call.arguments.iter().any(Argument::is_spread) {
            continue;
        }
        match Subject::argument(call, 3) {
            None => {
                let end = call.arguments[2].span().end;
                job.change("clamp", TOLD, vec![Patch::insert(end, format!(", {{{}}}", clamped(&SIDES, ": 'clamp'")))]);
            }
            Some(options) => match bench.subject.object(options) {
                Some(object) => clamp_object(bench, job, object),
                None => replace(bench, job, (call, options)),
            },
        }
    }
}

fn clamped(sides: &[&str], value: &str) -> String {
    sides.iter().map(|side| format!("{side}{value}")).collect::<Vec<_>>().join(", ")
}

fn clamp_object(bench: &Bench<'_, '_>, job: &mut Job, object: &ObjectExpression<'_>) {
    let (mut missing, mut patches) = (Vec::new(), Vec::new());
    for side in SIDES {
        match member(object, side) {
            Some(value) if is_text(value, "extend") => patches.push(Patch::swap(value.span(), "'clamp'")),
            None if !is_covered(bench, object, side) => missing.push(side),
            _ => {}
        }
    }
    // A spread behind the member may take it back, so what is missing is put at the end.
    if let Some((key, span)) = foreign_extrapolate(object) {
        let told = format!("`{key}` is not what `interpolate` calls it: named both sides");
        job.change("clamp", told, vec![Patch::swap(span, clamped(&missing, ": 'clamp'"))]);
        return;
    }
    if !missing.is_empty() {
        patches.push(add(bench, object, &clamped(&missing, ": 'clamp'")));
    }
    if !patches.is_empty() {
        job.change("clamp", TOLD, patches);
    }
}

/// Puts members at the end of an object, in its hand.
pub(super) fn add(bench: &Bench<'_, '_>, object: &ObjectExpression<'_>, members: &str) -> Patch {
    let Some(last) = object.properties.last() else {
        return Patch::swap(object.span, format!("{{{members}}}"));
    };
    let end = last.span().end;
    let text = bench.reading().text();
    let behind = &text[end as usize..object.span.end as usize - 1];
    let before = &text[object.span.start as usize..last.span().start as usize];
    if behind.contains('\n') && before.contains('\n') {
        let indent = super::bench::indent_of(text, last.span().start);
        Patch::share(end, format!(",\n{indent}{members}"))
    } else {
        Patch::share(end, format!(", {members}"))
    }
}

/// Options that are no object: an easing, or the word `clamp`.
fn replace(bench: &Bench<'_, '_>, job: &mut Job, (call, options): (&CallExpression<'_>, &Expression<'_>)) {
    let options = options.get_inner_expression();
    let sides = clamped(&SIDES, ": 'clamp'");
    let written = match options {
        Expression::StringLiteral(_) | Expression::NullLiteral(_) => format!("{{{sides}}}"),
        other if other.is_undefined() => format!("{{{sides}}}"),
        other if bench.text(other.span()).starts_with("Easing.") => {
            format!("{{easing: {}, {sides}}}", bench.text(other.span()))
        }
        _ => return,
    };
    let span = Span::new(options.span().start, call.arguments[3].span().end);
    job.change("clamp", "gave `interpolate` its options as an object", vec![Patch::swap(span, written)]);
}

/// `extrapolate: 'clamp'`, as other libraries call it.
fn foreign_extrapolate(object: &ObjectExpression<'_>) -> Option<(&'static str, Span)> {
    object.properties.iter().find_map(|property| match property {
        ObjectPropertyKind::ObjectProperty(property) => {
            let name = property.key.static_name()?;
            ["extrapolate", "clamp"].into_iter().find(|known| *known == name).map(|known| (known, property.span))
        }
        ObjectPropertyKind::SpreadProperty(_) => None,
    })
}

fn is_text(value: &Expression<'_>, text: &str) -> bool {
    matches!(value.get_inner_expression(), Expression::StringLiteral(literal) if literal.value == text)
}

/// The value of a member that is written in an object.
pub(super) fn member<'a>(object: &'a ObjectExpression<'a>, name: &str) -> Option<&'a Expression<'a>> {
    object.properties.iter().rev().find_map(|property| match property {
        ObjectPropertyKind::ObjectProperty(property) if is_key(&property.key, name) => Some(&property.value),
        _ => None,
    })
}

fn is_key(key: &PropertyKey<'_>, name: &str) -> bool {
    key.is_specific_static_name(name)
}

/// Whether a spread may bring a member: one of something unknown, or of an object that has it.
pub(super) fn is_covered(bench: &Bench<'_, '_>, object: &ObjectExpression<'_>, name: &str) -> bool {
    object.properties.iter().any(|property| match property {
        ObjectPropertyKind::SpreadProperty(spread) => match spread.argument.get_inner_expression() {
            Expression::Identifier(identifier) => {
                let inner = bench.symbol(identifier).and_then(|symbol| bench.object_of(symbol));
                inner.is_none_or(|inner| {
                    member(inner, name).is_some_and(|value| !is_text(value, "extend")) || is_covered(bench, inner, name)
                })
            }
            Expression::ObjectExpression(inner) => {
                member(inner, name).is_some_and(|value| !is_text(value, "extend")) || is_covered(bench, inner, name)
            }
            _ => true,
        },
        ObjectPropertyKind::ObjectProperty(_) => false,
    })
}
