//! What nothing uses goes: members that are taken out and not read, hooks that are asked for nothing, constants.

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, Expression, ObjectPattern};
use oxc::semantic::{NodeId, SymbolId};
use oxc::span::{GetSpan, Span};

use super::super::data;
use super::super::rules;
use super::bench::{Bench, whole_line};
use super::export::has_default;
use super::job::{Job, Patch};
use crate::diagnostic::Diagnostic;

/// Leaves away what nothing uses and what does nothing, once the scene is whole. As long as a name is wrong, what nothing
/// uses may be what is meant by it.
pub(super) fn unused(bench: &Bench<'_, '_>, job: &mut Job) {
    let is_wrong = |(rule, _): &(&str, Diagnostic)| *rule == "declared";
    if !has_default(bench) || rules::judged(bench.subject.reading).iter().any(is_wrong) {
        return;
    }
    let scoping = bench.scoping();
    for symbol in scoping.symbol_ids().filter(|symbol| scoping.symbol_is_unused(*symbol)) {
        if !scoping.symbol_flags(symbol).is_value() || !scoping.symbol_redeclarations(symbol).is_empty() {
            continue;
        }
        if let Some(patch) = cut(bench, symbol) {
            let told = format!("left away `{}`, which nothing uses", scoping.symbol_name(symbol));
            job.change("unused-name", told, vec![patch]);
        }
    }
}

fn cut(bench: &Bench<'_, '_>, symbol: SymbolId) -> Option<Patch> {
    let place = bench.scoping().symbol_span(symbol);
    let node = bench.scoping().symbol_declaration(symbol);
    match bench.nodes().kind(node) {
        AstKind::VariableDeclarator(variable) => match &variable.id {
            BindingPattern::BindingIdentifier(_) => constant(bench, node, variable.init.as_ref()?),
            BindingPattern::ObjectPattern(pattern) if pattern.properties.len() == 1 => {
                constant(bench, node, variable.init.as_ref()?)
            }
            BindingPattern::ObjectPattern(pattern) => member(pattern, place),
            _ => None,
        },
        AstKind::FormalParameter(parameter) => match &parameter.pattern {
            BindingPattern::ObjectPattern(pattern) if pattern.properties.len() > 1 => member(pattern, place),
            _ => None,
        },
        _ => None,
    }
}

/// The line of a variable whose value does nothing but be there.
fn constant(bench: &Bench<'_, '_>, node: NodeId, init: &Expression<'_>) -> Option<Patch> {
    let variables = bench.nodes().parent_id(node);
    let AstKind::VariableDeclaration(declaration) = bench.nodes().kind(variables) else { return None };
    let is_statement = !matches!(
        bench.nodes().parent_kind(variables),
        AstKind::ExportDeclaration(_)
            | AstKind::ForStatement(_)
            | AstKind::ForOfStatement(_)
            | AstKind::ForInStatement(_)
    );
    let is_idle = match init.get_inner_expression() {
        Expression::CallExpression(call) => {
            let hooks = ["useCurrentFrame", "useVideoConfig", "useId"];
            bench.subject.export(&call.callee).is_some_and(|export| hooks.contains(&export.name))
        }
        Expression::TemplateLiteral(template) => template.expressions.is_empty(),
        other => data::value(other).is_ok(),
    };
    let is_alone = declaration.declarations.len() == 1;
    (is_statement && is_idle && is_alone).then(|| whole_line(bench.reading().text(), declaration.span))
}

/// The patch that takes a member out of a pattern that gathers no rest.
fn member(pattern: &ObjectPattern<'_>, place: Span) -> Option<Patch> {
    let spans: Vec<Span> = pattern.properties.iter().map(GetSpan::span).collect();
    let at = spans.iter().position(|span| span.contains_inclusive(place))?;
    let is_plain = pattern.properties[at].value.get_identifier_name().is_some() && pattern.rest.is_none();
    if !is_plain {
        return None;
    }
    Some(match at.checked_sub(1) {
        Some(before) => Patch::cut(spans[before].end, spans[at].end),
        None => Patch::cut(spans[0].start, spans[1].start),
    })
}
