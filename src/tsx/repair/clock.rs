//! What components are told by hooks: the frame, the rate, the size, the length.

use oxc::ast::ast::{BindingPattern, CallExpression, Expression, ObjectPattern, VariableDeclarator};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::bench::Bench;
use super::job::Patch;

/// How code at a node comes to something that a hook tells, and what has to be added for it to be there.
pub(super) fn reach(bench: &Bench<'_, '_>, node: NodeId, told: &str) -> Option<(String, Vec<Patch>)> {
    let component = bench.component(node)?;
    let place = bench.nodes().kind(node).span();
    if told == "frame" { frame(bench, component, place) } else { config(bench, component, (place, told)) }
}

fn frame(bench: &Bench<'_, '_>, component: NodeId, place: Span) -> Option<(String, Vec<Patch>)> {
    let known =
        declared(bench, component, ("useCurrentFrame", place)).find_map(|variable| variable.id.get_identifier_name());
    if let Some(name) = known {
        return Some((name.to_string(), Vec::new()));
    }
    let name = bench.free_in(component, "frame");
    let line = format!("const {name} = useCurrentFrame();");
    Some((name, bench.line_in(component, &line)?))
}

fn config(bench: &Bench<'_, '_>, component: NodeId, (place, told): (Span, &str)) -> Option<(String, Vec<Patch>)> {
    for variable in declared(bench, component, ("useVideoConfig", place)) {
        match &variable.id {
            BindingPattern::BindingIdentifier(name) => return Some((format!("{}.{told}", name.name), Vec::new())),
            BindingPattern::ObjectPattern(pattern) if pattern.rest.is_none() => {
                return Some(taken_apart(bench, component, (pattern, told)));
            }
            _ => {}
        }
    }
    let name = bench.free_in(component, told);
    let member = if name == told { name.clone() } else { format!("{told}: {name}") };
    let line = format!("const {{{member}}} = useVideoConfig();");
    Some((name, bench.line_in(component, &line)?))
}

/// The name of a member in a pattern, which is added if it is not there.
fn taken_apart(
    bench: &Bench<'_, '_>,
    component: NodeId,
    (pattern, told): (&ObjectPattern<'_>, &str),
) -> (String, Vec<Patch>) {
    let known = pattern.properties.iter().find(|property| property.key.is_specific_static_name(told));
    if let Some(name) = known.and_then(|property| property.value.get_identifier_name()) {
        return (name.to_string(), Vec::new());
    }
    let name = bench.free_in(component, told);
    let member = if name == told { name.clone() } else { format!("{told}: {name}") };
    let patch = match pattern.properties.last() {
        Some(last) => Patch::share(last.span().end, format!(", {member}")),
        None => Patch::swap(pattern.span, format!("{{{member}}}")),
    };
    (name, vec![patch])
}

/// The variables at the top of a component, above a place in it, that hold what a hook of Remotion gives.
fn declared<'r, 'a>(
    bench: &'r Bench<'_, 'a>,
    component: NodeId,
    (hook, place): (&'r str, Span),
) -> impl Iterator<Item = &'a VariableDeclarator<'a>> + 'r {
    bench.variables(component).filter(move |variable| {
        let is_above = variable.span.end <= place.start;
        is_above
            && variable.init.as_ref().and_then(call).is_some_and(|call| bench.subject.is_remotion(&call.callee, hook))
    })
}

fn call<'a>(expression: &'a Expression<'a>) -> Option<&'a CallExpression<'a>> {
    match expression.get_inner_expression() {
        Expression::CallExpression(call) => Some(call),
        _ => None,
    }
}
