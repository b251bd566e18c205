//! Components and hooks, by React's rules.

use oxc::ast::AstKind;
use oxc::ast::ast::{CallExpression, Expression};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::Findings;
use super::function::{enclosing_function, function_name, is_component_name, is_hook_name};
use super::subject::Subject;

/// A component that is declared inside a function is another one for each frame, and loses its state.
pub(super) fn nested(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for function in subject.functions.iter().copied() {
        let Some(name) = function_name(subject, function).filter(|name| is_component_name(name)) else { continue };
        if enclosing_function(subject, function).is_some() {
            let span = subject.reading.nodes().kind(function).span();
            let head = Span::new(span.start, span.start + 1);
            findings.add(
                head,
                format!("the component `{name}` is declared inside a function"),
                "move it to the top level",
            );
        }
    }
}

/// A function without a body is a type to TypeScript and nothing at all when the scene runs. It is what is left of one that
/// breaks off behind its head.
pub(super) fn bodies(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for id in subject.functions.iter().copied() {
        if let AstKind::Function(function) = subject.reading.nodes().kind(id)
            && function.body.is_none()
        {
            let name = function.id.as_ref().map_or("the function", |id| id.name.as_str());
            findings.add(function.span, format!("`{name}` has no body"), "write what it does, between braces");
        }
    }
}

/// Hooks are called by components and hooks themselves, in each run, in the same order.
pub(super) fn hooks(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (id, call) in &subject.calls {
        let Some(hook) = hook_name(call) else { continue };
        let Some(function) = enclosing_function(subject, *id) else {
            findings.add(call.span, format!("`{hook}` is called outside of a component"), "call it in the component");
            continue;
        };
        if !may_call_hooks(subject, function) {
            let help = "call it in the component itself, and pass on what it gives";
            findings.add(
                call.span,
                format!("`{hook}` is called in a function that is neither component nor hook"),
                help,
            );
        } else if is_conditional(subject, *id, call.span) || is_after_return(subject, function, call.span) {
            let help = "call it first, in each run of the component";
            findings.add(call.span, format!("`{hook}` is not called in each run of the component"), help);
        }
    }
}

fn hook_name<'a>(call: &CallExpression<'a>) -> Option<&'a str> {
    let name = match &call.callee {
        Expression::Identifier(name) => name.name.as_str(),
        Expression::StaticMemberExpression(member) if member.object.is_specific_id("React") => {
            member.property.name.as_str()
        }
        _ => return None,
    };
    is_hook_name(name).then_some(name)
}

/// A function without a name may, where it is the default export: that it lacks a name is told elsewhere.
fn may_call_hooks(subject: &Subject<'_, '_>, function: NodeId) -> bool {
    match function_name(subject, function) {
        Some(name) => is_component_name(name) || is_hook_name(name),
        None => matches!(subject.reading.nodes().parent_kind(function), AstKind::ExportDefaultDeclaration(_)),
    }
}

/// Whether a condition or a loop between a place and its function decides how often it runs.
fn is_conditional(subject: &Subject<'_, '_>, id: NodeId, place: Span) -> bool {
    let ancestors = subject.reading.nodes().ancestor_kinds(id);
    ancestors.take_while(|kind| !kind.is_function_like()).any(|kind| match kind {
        AstKind::IfStatement(statement) => !statement.test.span().contains_inclusive(place),
        AstKind::ConditionalExpression(expression) => !expression.test.span().contains_inclusive(place),
        AstKind::LogicalExpression(expression) => expression.right.span().contains_inclusive(place),
        AstKind::SwitchCase(_) | AstKind::TryStatement(_) => true,
        other => other.is_iteration_statement(),
    })
}

fn is_after_return(subject: &Subject<'_, '_>, function: NodeId, place: Span) -> bool {
    let before = subject.returns.iter().filter(|(_, statement)| statement.span.end <= place.start);
    before.into_iter().any(|(id, _)| enclosing_function(subject, *id) == Some(function))
}
