//! Components that are declared inside of components are lifted to the top level, and told what they captured as props.

use std::collections::BTreeSet;

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, FormalParameters, JSXAttributeItem, JSXOpeningElement};
use oxc::semantic::{NodeId, ScopeId, SymbolId};
use oxc::span::{GetSpan, Span};

use super::super::rules::function::{enclosing_function, function_name, is_component_name};
use super::bench::{Bench, indent_of, whole_line};
use super::job::{Job, Patch};
use super::order::with_comments;
use super::types::{parameters, type_of_symbol};

/// Lifts each component that is declared inside of another.
pub(super) fn nested(bench: &Bench<'_, '_>, job: &mut Job) {
    for function in bench.subject.functions.iter().copied() {
        let Some(name) = function_name(&bench.subject, function).filter(|name| is_component_name(name)) else {
            continue;
        };
        let Some(inner) = Inner::of(bench, function) else { continue };
        if inner.is_deep(bench) {
            continue;
        }
        if let Some(patches) = lifted(bench, &inner) {
            job.change("nested-component", format!("moved the component `{name}` to the top level"), patches);
        }
    }
}

/// A component inside of a function.
struct Inner {
    function: NodeId,
    /// The statement that declares it.
    statement: Span,
    symbol: SymbolId,
}

impl Inner {
    fn of(bench: &Bench<'_, '_>, function: NodeId) -> Option<Self> {
        let nodes = bench.nodes();
        enclosing_function(&bench.subject, function)?;
        if let AstKind::Function(declared) = nodes.kind(function)
            && let Some(id) = declared.id.as_ref().filter(|_| declared.is_declaration())
        {
            return Some(Self { function, statement: declared.span, symbol: id.symbol_id.get()? });
        }
        let variable =
            nodes.ancestor_ids(function).find(|id| matches!(nodes.kind(*id), AstKind::VariableDeclarator(_)))?;
        let AstKind::VariableDeclarator(declarator) = nodes.kind(variable) else { return None };
        let symbol = declarator.id.get_binding_identifier()?.symbol_id.get()?;
        match nodes.parent_kind(variable) {
            AstKind::VariableDeclaration(variables) if variables.declarations.len() == 1 => {
                Some(Self { function, statement: variables.span, symbol })
            }
            _ => None,
        }
    }

    /// Whether another component inside of it has to be lifted first.
    fn is_deep(&self, bench: &Bench<'_, '_>) -> bool {
        let own = bench.nodes().kind(self.function).span();
        bench.subject.functions.iter().any(|other| {
            let span = bench.nodes().kind(*other).span();
            span != own
                && own.contains_inclusive(span)
                && function_name(&bench.subject, *other).is_some_and(is_component_name)
        })
    }
}

fn lifted(bench: &Bench<'_, '_>, inner: &Inner) -> Option<Vec<Patch>> {
    let text = bench.reading().text();
    let captured = captured(bench, inner);
    let mut patches = told_to_elements(bench, inner, &captured)?;
    let start = with_comments(bench, inner.statement.start);
    let target = bench.statements().iter().find(|statement| statement.span().contains_inclusive(inner.statement))?;
    let target = with_comments(bench, target.span().start);
    let indent = indent_of(text, inner.statement.start);
    let written = taking(bench, inner, (start, &captured))?.replace(&format!("\n{indent}"), "\n");
    patches.push(Patch::insert(target, format!("{written}\n\n")));
    let line = whole_line(text, Span::new(start, inner.statement.end));
    patches.push(line);
    Some(patches)
}

/// What a component uses of the functions around it, but for itself.
fn captured(bench: &Bench<'_, '_>, inner: &Inner) -> BTreeSet<SymbolId> {
    let scoping = bench.scoping();
    let own = inner.statement;
    scoping
        .symbol_ids()
        .filter(|symbol| *symbol != inner.symbol && scoping.symbol_scope_id(*symbol) != scoping.root_scope_id())
        .filter(|symbol| !own.contains_inclusive(scoping.symbol_span(*symbol)))
        .filter(|symbol| {
            let mut references = scoping.get_resolved_references(*symbol);
            references.any(|reference| own.contains_inclusive(bench.reading().place(reference)))
        })
        .collect()
}

/// The attributes that tell the elements of a component what it captured; nothing if it is more than elements.
fn told_to_elements(bench: &Bench<'_, '_>, inner: &Inner, captured: &BTreeSet<SymbolId>) -> Option<Vec<Patch>> {
    let scoping = bench.scoping();
    let names: Vec<_> = captured.iter().map(|symbol| scoping.symbol_name(*symbol)).collect();
    let attributes: Vec<_> = names.iter().map(|name| format!(" {name}={{{name}}}")).collect();
    let mut patches = Vec::new();
    for reference in scoping.get_resolved_references(inner.symbol) {
        let place = bench.reading().place(reference);
        match bench.nodes().parent_kind(reference.node_id()) {
            AstKind::JSXOpeningElement(element) => {
                let is_told = element.attributes.iter().any(|item| is_attribute_of(item, &names));
                if is_told
                    || inner.statement.contains_inclusive(place)
                    || shadowed(bench, reference.scope_id(), captured)
                {
                    return None;
                }
                patches.push(Patch::insert(end_of_name(element), attributes.concat()));
            }
            AstKind::JSXClosingElement(_) => {}
            _ => return None,
        }
    }
    if names.is_empty() { Some(Vec::new()) } else { Some(patches) }
}

/// Whether a captured name means something else where an element stands.
fn shadowed(bench: &Bench<'_, '_>, scope: ScopeId, captured: &BTreeSet<SymbolId>) -> bool {
    let scoping = bench.scoping();
    captured.iter().any(|symbol| scoping.find_binding(scope, scoping.symbol_ident(*symbol)) != Some(*symbol))
}

fn is_attribute_of(item: &JSXAttributeItem<'_>, names: &[&str]) -> bool {
    match item {
        JSXAttributeItem::Attribute(attribute) => names.contains(&attribute.name.get_identifier().name.as_str()),
        JSXAttributeItem::SpreadAttribute(_) => true,
    }
}

fn end_of_name(element: &JSXOpeningElement<'_>) -> u32 {
    element.type_arguments.as_ref().map_or(element.name.span().end, |arguments| arguments.span.end)
}

/// The declaration of a component with parameters for what it captured.
fn taking(bench: &Bench<'_, '_>, inner: &Inner, (start, captured): (u32, &BTreeSet<SymbolId>)) -> Option<String> {
    let text = bench.reading().text();
    let end = inner.statement.end;
    if captured.is_empty() {
        return Some(text[start as usize..end as usize].to_owned());
    }
    let parameters = parameters(bench, inner.function)?;
    let scoping = bench.scoping();
    let names: Vec<_> = captured.iter().map(|symbol| scoping.symbol_name(*symbol)).collect();
    let member = |symbol: &SymbolId| format!("{}: {}", scoping.symbol_name(*symbol), type_of_symbol(bench, *symbol));
    let types = captured.iter().map(member).collect::<Vec<_>>().join("; ");
    let written = with_members(bench, parameters, (&names.join(", "), &types))?;
    let span = parameters.span;
    let head = &text[start as usize..span.start as usize];
    let behind = &text[span.end as usize..end as usize];
    match with_type(head, &types) {
        Some(head) => Some(format!("{head}{}{behind}", untyped(&written))),
        None => Some(format!("{head}{written}{behind}")),
    }
}

/// Parameters that take more members out of the props, which are of these types.
fn with_members(
    bench: &Bench<'_, '_>,
    parameters: &FormalParameters<'_>,
    (names, types): (&str, &str),
) -> Option<String> {
    let only = match (&parameters.items[..], &parameters.rest) {
        ([], None) => return Some(format!("({{{names}}}: {{{types}}})")),
        ([only], None) => only,
        _ => return None,
    };
    let BindingPattern::ObjectPattern(pattern) = &only.pattern else { return None };
    let own = bench.text(pattern.span).trim_start_matches('{').trim_end_matches('}').trim().trim_end_matches(',');
    let gap = if own.is_empty() { "" } else { ", " };
    let said = only.type_annotation.as_ref().map(|said| bench.text(said.type_annotation.span()));
    let said = said.map_or_else(String::new, |said| format!(": {said} & {{{types}}}"));
    Some(format!("({{{own}{gap}{names}}}{said})"))
}

/// The head of a variable that says of what type it is, `const Dot: React.FC<{x: number}> = `, with more members.
fn with_type(head: &str, types: &str) -> Option<String> {
    let (before, behind) = head.rsplit_once('=')?;
    let annotation = before.trim_end();
    annotation.contains(": ").then(|| match annotation.strip_suffix('>') {
        Some(open) => format!("{open} & {{{types}}}> ={behind}"),
        None => format!("{annotation}<{{{types}}}> ={behind}"),
    })
}

/// Parameters without their type.
fn untyped(written: &str) -> String {
    match written.split_once("}: ") {
        Some((pattern, _)) => format!("{pattern}}})"),
        None => written.to_owned(),
    }
}
