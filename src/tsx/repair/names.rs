//! Names that are declared twice, that other scenes have, or that Remotion's exports go by.

use oxc::ast::AstKind;
use oxc::ast::ast::Expression;
use oxc::semantic::{NodeId, SymbolId};
use oxc::span::{GetSpan, Span};

use super::super::exports;
use super::super::rules::function::is_component_name;
use super::super::rules::name::comes_from_hook;
use super::bench::{Bench, whole_line};
use super::head::lines;
use super::job::{Job, Patch};
use super::meta::is_fixed;
use super::rename::{rename, rename_binding, rename_references};

/// Of two declarations of one name that say the same one goes; of two functions the first, as in JavaScript; any other
/// second one gets a name of its own, by which all that stands behind it means it.
pub(super) fn duplicates(bench: &Bench<'_, '_>, job: &mut Job) {
    for symbol in bench.scoping().symbol_ids() {
        let first =
            Declared { node: bench.scoping().symbol_declaration(symbol), span: bench.scoping().symbol_span(symbol) };
        let mut again = bench.scoping().symbol_redeclarations(symbol).iter();
        let again = again.find(|again| again.span != first.span && again.flags.is_value() && !again.flags.is_import());
        if let Some(again) = again {
            let second = Declared { node: again.declaration, span: again.span };
            settle(bench, job, (symbol, &first, &second));
        }
    }
}

struct Declared {
    node: NodeId,
    span: Span,
}

fn settle(bench: &Bench<'_, '_>, job: &mut Job, (symbol, first, second): (SymbolId, &Declared, &Declared)) {
    let nodes = bench.nodes();
    let name = bench.scoping().symbol_name(symbol);
    let is_type = |node: NodeId| {
        matches!(nodes.kind(node), AstKind::TSInterfaceDeclaration(_) | AstKind::TSTypeAliasDeclaration(_))
    };
    if is_type(first.node) || is_type(second.node) {
        return;
    }
    if let Some(gone) = needless(bench, first, second) {
        let told = format!("left away a second declaration of `{name}`");
        job.change("duplicate-name", told, vec![whole_line(bench.reading().text(), gone)]);
        return;
    }
    let fresh = bench.free(name);
    let end = nodes.kind(second.node).span().end;
    let mut patches = vec![rename_binding(bench, second.span, &fresh)];
    patches.extend(rename_references(bench, symbol, &fresh, |place| place.start >= end));
    let told = format!("renamed the second `{name}` to `{fresh}`");
    job.change("duplicate-name", told, patches);
}

/// Of two statements that declare one name the one that does nothing: the second where both say the same, the first where
/// both are functions.
fn needless(bench: &Bench<'_, '_>, first: &Declared, second: &Declared) -> Option<Span> {
    let (one, other) = (statement(bench, first.node)?, statement(bench, second.node)?);
    let is_function = |declared: &Declared| matches!(bench.nodes().kind(declared.node), AstKind::Function(_));
    if one == other {
        None
    } else if plain(bench.text(one)) == plain(bench.text(other)) {
        Some(other)
    } else {
        (is_function(first) && is_function(second)).then_some(one)
    }
}

/// The statement that declares nothing but what a node declares.
fn statement(bench: &Bench<'_, '_>, node: NodeId) -> Option<Span> {
    let nodes = bench.nodes();
    let node = match nodes.kind(node) {
        AstKind::VariableDeclarator(_) => nodes.parent_id(node),
        AstKind::Function(_) => node,
        _ => return None,
    };
    if let AstKind::VariableDeclaration(variables) = nodes.kind(node)
        && variables.declarations.len() > 1
    {
        return None;
    }
    let exported = nodes.parent_id(node);
    let is_exported = matches!(nodes.kind(exported), AstKind::ExportDeclaration(_));
    Some(nodes.kind(if is_exported { exported } else { node }).span())
}

fn plain(code: &str) -> String {
    code.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Gives top-level names that other scenes of the project have a number.
pub(super) fn taken(bench: &Bench<'_, '_>, job: &mut Job) {
    let scoping = bench.scoping();
    let symbols: Vec<_> = scoping.get_bindings(scoping.root_scope_id()).values().copied().collect();
    for symbol in symbols {
        let name = scoping.symbol_name(symbol);
        let flags = scoping.symbol_flags(symbol);
        let is_own = flags.is_value() && !flags.is_import() && bench.reading().origin(symbol).is_none();
        let is_taken = bench.wanted.taken.iter().any(|taken| taken == name);
        let is_alone = scoping.symbol_redeclarations(symbol).is_empty();
        if is_own && is_taken && is_alone && !is_fixed(name) && name != "React" {
            let fresh = bench.free(name);
            let told = format!("renamed `{name}` to `{fresh}`, since another scene has that name");
            job.change("taken-name", told, rename(bench, symbol, &fresh));
        }
    }
}

/// Gives what goes by the name of an export of Remotion a name of its own.
pub(super) fn shadow(bench: &Bench<'_, '_>, job: &mut Job) {
    let Some(remotion) = exports::package("remotion") else { return };
    let scoping = bench.scoping();
    for symbol in scoping.symbol_ids().filter(|symbol| scoping.symbol_flags(*symbol).is_value()) {
        let name = scoping.symbol_name(symbol);
        let is_taken = remotion.export(name).is_some_and(|export| !export.is_type);
        let is_own = bench.reading().origin(symbol).is_none() && !scoping.symbol_flags(symbol).is_import();
        if is_taken && is_own && !comes_from_hook(&bench.subject, symbol) && !is_in_head(bench, symbol) {
            let fresh = own_name(bench, symbol, name);
            let told = format!("renamed `{name}` to `{fresh}`, since Remotion exports a `{name}`");
            job.change("shadowed-name", told, renamed(bench, symbol, &fresh));
        }
    }
}

/// Whether a line of the head brings it in, by whichever means.
fn is_in_head(bench: &Bench<'_, '_>, symbol: SymbolId) -> bool {
    let place = bench.scoping().symbol_span(symbol);
    lines(bench).iter().any(|line| line.span.contains_inclusive(place))
}

/// The new name, except where the value of the symbol itself calls by the old one: there the export is meant.
fn renamed(bench: &Bench<'_, '_>, symbol: SymbolId, fresh: &str) -> Vec<Patch> {
    let own = match bench.nodes().kind(bench.scoping().symbol_declaration(symbol)) {
        AstKind::VariableDeclarator(variable) if !is_function(variable.init.as_ref()) => {
            variable.init.as_ref().map(GetSpan::span)
        }
        _ => None,
    };
    let mut patches = vec![rename_binding(bench, bench.scoping().symbol_span(symbol), fresh)];
    let is_meant = |place: Span| own.is_none_or(|own| !own.contains_inclusive(place));
    patches.extend(rename_references(bench, symbol, fresh, is_meant));
    patches
}

fn is_function(init: Option<&Expression<'_>>) -> bool {
    matches!(init, Some(Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_)))
}

fn own_name(bench: &Bench<'_, '_>, symbol: SymbolId, name: &str) -> String {
    let declaration = bench.nodes().kind(bench.scoping().symbol_declaration(symbol));
    let is_called = match declaration {
        AstKind::Function(_) => true,
        AstKind::VariableDeclarator(variable) => is_function(variable.init.as_ref()),
        _ => false,
    };
    let (first, rest) = name.split_at(1);
    match (is_component_name(name), is_called) {
        (true, _) => bench.free(&format!("{name}Part")),
        (false, true) => bench.free(&format!("own{}{rest}", first.to_ascii_uppercase())),
        (false, false) => bench.free(&format!("{name}Value")),
    }
}
