//! Hooks where they may be called, and what they give where it is used.

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, CallExpression, Expression, Statement, VariableDeclarator};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::rules::function::{enclosing_function, function_name, is_component_name, is_hook_name};
use super::bench::{Bench, whole_line};
use super::clock::reach;
use super::export::pascal;
use super::job::{Job, Patch};
use super::rename::rename;

/// What the hooks of Remotion tell, by the names that it goes by nearly everywhere.
const USUAL: [&str; 5] = ["frame", "fps", "width", "height", "durationInFrames"];

/// `frame`, `fps` and their like come from hooks, where a component uses them and nothing declares them.
pub(super) fn missing(bench: &Bench<'_, '_>, job: &mut Job) {
    for (name, references) in bench.reading().unresolved() {
        if !USUAL.contains(&name) {
            continue;
        }
        for reference in references.filter(|reference| reference.is_value()) {
            let Some((value, mut patches)) = reach(bench, reference.node_id(), name) else { continue };
            if value != name {
                patches.push(Patch::swap(bench.reading().place(reference), value));
            }
            job.change("missing-hook", format!("took `{name}` from its hook, where it was not declared"), patches);
        }
    }
}

/// Moves calls of the hooks of Remotion that take nothing to where they are called in each run: the top of the component.
pub(super) fn places(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, call) in &bench.subject.calls {
        let Some((told, hook)) = plain_hook(bench, call) else { continue };
        match enclosing_function(&bench.subject, *node) {
            None => remove_from_module(bench, job, (*node, hook)),
            Some(function) if bench.is_component(function) => {
                if is_at_risk(bench, (*node, function), call.span) {
                    lift(bench, job, (*node, call, told));
                }
            }
            Some(function) => match bench.component(*node) {
                Some(_) => lift(bench, job, (*node, call, told)),
                None => into_hook(bench, job, (function, hook)),
            },
        }
    }
}

fn plain_hook(bench: &Bench<'_, '_>, call: &CallExpression<'_>) -> Option<(&'static str, &'static str)> {
    let hooks = [("frame", "useCurrentFrame"), ("config", "useVideoConfig")];
    let known = hooks.into_iter().find(|(_, hook)| bench.subject.is_remotion(&call.callee, hook));
    known.filter(|_| call.arguments.is_empty())
}

/// Whether a return or a condition stands above a call, or around it.
fn is_at_risk(bench: &Bench<'_, '_>, (node, function): (NodeId, NodeId), place: Span) -> bool {
    let is_conditional = bench.nodes().ancestor_kinds(node).take_while(|kind| !kind.is_function_like()).any(|kind| {
        kind.is_iteration_statement()
            || matches!(
                kind,
                AstKind::IfStatement(_)
                    | AstKind::ConditionalExpression(_)
                    | AstKind::LogicalExpression(_)
                    | AstKind::SwitchCase(_)
                    | AstKind::TryStatement(_)
            )
    });
    let is_behind_return = bench.subject.returns.iter().any(|(id, statement)| {
        statement.span.end <= place.start && enclosing_function(&bench.subject, *id) == Some(function)
    });
    is_conditional || is_behind_return
}

/// Lets the component call the hook at its top, and the place use what it gave.
fn lift(bench: &Bench<'_, '_>, job: &mut Job, (node, call, told): (NodeId, &CallExpression<'_>, &str)) {
    let Some(component) = bench.component(node) else { return };
    let patches = match bench.nodes().parent_kind(node) {
        AstKind::VariableDeclarator(variable) => lift_variable(bench, (component, node), variable),
        _ if told == "frame" => above(bench, component, node).map(|(value, mut patches)| {
            patches.push(Patch::swap(call.span, value));
            patches
        }),
        _ => None,
    };
    if let Some(patches) = patches {
        let told = format!("called `{}` at the top of the component", bench.text(call.callee.span()));
        job.change("hook-place", told, patches);
    }
}

/// Moves the variable that holds what a hook gave to the top, where it is not there already.
fn lift_variable(
    bench: &Bench<'_, '_>,
    (component, node): (NodeId, NodeId),
    variable: &VariableDeclarator<'_>,
) -> Option<Vec<Patch>> {
    let variables = bench.nodes().parent_id(bench.nodes().parent_id(node));
    let AstKind::VariableDeclaration(declaration) = bench.nodes().kind(variables) else { return None };
    if declaration.declarations.len() != 1 {
        return None;
    }
    let gone = whole_line(bench.reading().text(), declaration.span);
    let own = bench.text(variable.span);
    let is_there =
        bench.variables(component).any(|outer| outer.span.end <= variable.span.start && bench.text(outer.span) == own);
    if is_there {
        return Some(vec![gone]);
    }
    let names = variable.id.get_binding_identifiers();
    let is_free = names.iter().all(|name| is_free_for(bench, component, name.name.as_str(), variable));
    let mut patches = bench.line_in(component, &format!("const {own};")).filter(|_| is_free)?;
    patches.push(gone);
    Some(patches)
}

/// Whether nothing else in a component goes by a name, but what the same hook gives.
fn is_free_for(bench: &Bench<'_, '_>, component: NodeId, name: &str, variable: &VariableDeclarator<'_>) -> bool {
    let around = bench.nodes().kind(component).span();
    let scoping = bench.scoping();
    scoping.symbol_ids().filter(|symbol| scoping.symbol_name(*symbol) == name).all(|symbol| {
        let place = scoping.symbol_span(symbol);
        !around.contains_inclusive(place) || variable.span.contains_inclusive(place)
    })
}

/// The frame as the component knows it at its top.
fn above(bench: &Bench<'_, '_>, component: NodeId, node: NodeId) -> Option<(String, Vec<Patch>)> {
    let place = bench.nodes().kind(node).span();
    let known = bench.variables(component).find(|variable| {
        let is_frame = variable.init.as_ref().is_some_and(|init| match init {
            Expression::CallExpression(call) => bench.subject.is_remotion(&call.callee, "useCurrentFrame"),
            _ => false,
        });
        is_frame && variable.span.end <= place.start
    });
    if let Some(name) = known.and_then(|variable| variable.id.get_identifier_name()) {
        return Some((name.to_string(), Vec::new()));
    }
    let name = bench.free_in(component, "frame");
    let line = format!("const {name} = useCurrentFrame();");
    Some((name, bench.line_in(component, &line)?))
}

/// A hook that is called as the module loads is called by the components instead that use what it gives.
fn remove_from_module(bench: &Bench<'_, '_>, job: &mut Job, (node, hook): (NodeId, &str)) {
    let parent = bench.nodes().parent_id(node);
    let AstKind::VariableDeclarator(variable) = bench.nodes().kind(parent) else { return };
    let is_usual = match &variable.id {
        BindingPattern::BindingIdentifier(name) => hook == "useCurrentFrame" && name.name == "frame",
        BindingPattern::ObjectPattern(pattern) => {
            pattern.rest.is_none()
                && pattern.properties.iter().all(|property| {
                    property.shorthand && property.key.static_name().is_some_and(|name| USUAL.contains(&name.as_ref()))
                })
        }
        _ => false,
    };
    let AstKind::VariableDeclaration(declaration) = bench.nodes().parent_kind(parent) else { return };
    let is_statement = bench
        .statements()
        .iter()
        .any(|statement| matches!(statement, Statement::VariableDeclaration(own) if own.span == declaration.span));
    if is_usual && is_statement && declaration.declarations.len() == 1 {
        let told = format!("called `{hook}` in the component, and not as the module loads");
        job.change("hook-place", told, vec![whole_line(bench.reading().text(), declaration.span)]);
    }
}

/// A function that calls a hook is one itself, where components call it in each run.
fn into_hook(bench: &Bench<'_, '_>, job: &mut Job, (function, hook): (NodeId, &str)) {
    let Some(name) = function_name(&bench.subject, function) else { return };
    let Some(symbol) = bench.top_level(name) else { return };
    if is_component_name(name) || is_hook_name(name) {
        return;
    }
    let are_calls = bench.scoping().get_resolved_references(symbol).all(|reference| {
        let node = reference.node_id();
        let place = bench.reading().place(reference);
        let is_called =
            matches!(bench.nodes().parent_kind(node), AstKind::CallExpression(call) if call.callee.span() == place);
        let caller = enclosing_function(&bench.subject, node);
        is_called
            && caller.is_some_and(|caller| bench.is_component(caller) && !is_at_risk(bench, (node, caller), place))
    });
    if are_calls {
        let fresh = bench.free(&format!("use{}", pascal(name)));
        let told = format!("renamed `{name}` to `{fresh}`, since it calls `{hook}`");
        job.change("hook-place", told, rename(bench, symbol, &fresh));
    }
}
