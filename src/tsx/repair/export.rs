//! The default export: the scene's component, once and with a name.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    Declaration, ExportDefaultDeclaration, ExportDefaultDeclarationKind, Expression, Statement, VariableDeclarator,
};
use oxc::semantic::SymbolId;
use oxc::span::{GetSpan, Span};

use super::super::rules::function::{is_component_name, is_wrapper};
use super::answer::Fence;
use super::bench::{Bench, whole_line};
use super::job::{Job, Patch};
use super::rename::rename;

/// `return Component` outside of functions is the default export.
pub(super) fn returned(bench: &Bench<'_, '_>, job: &mut Job) {
    for statement in bench.statements() {
        if let Statement::ReturnStatement(returned) = statement {
            let patch = match &returned.argument {
                Some(Expression::Identifier(name)) if !has_default(bench) => {
                    Patch::swap(returned.span, format!("export default {};", name.name))
                }
                _ => whole_line(bench.reading().text(), returned.span),
            };
            job.change("returned-component", "exported as default what was returned outside of functions", vec![patch]);
        }
    }
}

/// Exports one component as default.
pub(super) fn default_export(bench: &Bench<'_, '_>, job: &mut Job) {
    let exports: Vec<_> = bench.statements().iter().filter_map(as_default).collect();
    match exports[..] {
        [] if !has_default(bench) && bench.fence != Fence::Open => add(bench, job),
        [] => {}
        [export] => name(bench, job, export),
        _ => keep_one(bench, job, &exports),
    }
}

fn as_default<'a>(statement: &'a Statement<'a>) -> Option<&'a ExportDefaultDeclaration<'a>> {
    match statement {
        Statement::ExportDefaultDeclaration(export) => Some(export),
        _ => None,
    }
}

fn has_default(bench: &Bench<'_, '_>) -> bool {
    bench.statements().iter().any(|statement| match statement {
        Statement::ExportDefaultDeclaration(_) => true,
        Statement::ExportNamedDeclaration(export) => {
            export.specifiers.iter().any(|specifier| specifier.exported.name() == "default")
        }
        _ => false,
    })
}

/// A component that the top level declares.
struct Candidate<'a> {
    name: &'a str,
    symbol: SymbolId,
    statement: &'a Statement<'a>,
    is_exported: bool,
}

/// Exports the only component that no other shows; of several, the only one that is exported.
fn add(bench: &Bench<'_, '_>, job: &mut Job) {
    let candidates = candidates(bench);
    let unused: Vec<_> = candidates.iter().filter(|one| !is_shown(bench, one)).collect();
    let exported: Vec<_> = unused.iter().copied().filter(|one| one.is_exported).collect();
    let (([chosen], _) | (_, [chosen])) = (&unused[..], &exported[..]) else { return };
    let patch = match chosen.statement {
        Statement::FunctionDeclaration(function) => Patch::insert(function.span.start, "export default "),
        Statement::ExportDeclaration(export) if matches!(export.declaration, Declaration::FunctionDeclaration(_)) => {
            Patch::insert(export.declaration.span().start, "default ")
        }
        _ => at_end(bench, &format!("export default {};", chosen.name)),
    };
    job.change("default-export", format!("exported `{}` as default", chosen.name), vec![patch]);
}

fn at_end(bench: &Bench<'_, '_>, line: &str) -> Patch {
    let text = bench.reading().text();
    let end = text.trim_end().len() as u32;
    Patch::insert(end, format!("\n\n{line}"))
}

fn candidates<'a>(bench: &Bench<'_, 'a>) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for statement in bench.statements() {
        let (declaration, is_exported) = match statement {
            Statement::ExportDeclaration(export) => (&export.declaration, true),
            Statement::FunctionDeclaration(_) | Statement::VariableDeclaration(_) => match statement.as_declaration() {
                Some(declaration) => (declaration, false),
                None => continue,
            },
            _ => continue,
        };
        let named = match declaration {
            Declaration::FunctionDeclaration(function) => function.id.as_ref().filter(|_| !function.r#async),
            Declaration::VariableDeclaration(variables) => match &variables.declarations[..] {
                [variable] if is_function(variable) => variable.id.get_binding_identifier(),
                _ => None,
            },
            _ => None,
        };
        let named = named.filter(|name| is_component_name(&name.name));
        if let Some((name, symbol)) = named.and_then(|name| Some((name.name.as_str(), name.symbol_id.get()?))) {
            found.push(Candidate { name, symbol, statement, is_exported });
        }
    }
    found
}

fn is_function(variable: &VariableDeclarator<'_>) -> bool {
    variable.init.as_ref().is_some_and(|init| match init.get_inner_expression() {
        Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_) => true,
        Expression::CallExpression(call) => is_wrapper(call),
        _ => false,
    })
}

/// Whether something else than the component itself uses it.
fn is_shown(bench: &Bench<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let own = candidate.statement.span();
    let mut references = bench.scoping().get_resolved_references(candidate.symbol);
    references.any(|reference| {
        let is_passed_on = matches!(bench.nodes().parent_kind(reference.node_id()), AstKind::ExportSpecifier(_));
        !is_passed_on && !own.contains_inclusive(bench.reading().place(reference))
    })
}

/// Gives a default export its name: a component that has none, or one that begins with a small letter.
fn name(bench: &Bench<'_, '_>, job: &mut Job, export: &ExportDefaultDeclaration<'_>) {
    let fresh = || bench.free(&pascal(&bench.wanted.meta.id));
    let (told, patches) = match &export.declaration {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => match &function.id {
            None => {
                let start = function.span.start;
                let keyword = bench.text(function.span).find("function").unwrap_or_default() as u32;
                let name = fresh();
                (name.clone(), vec![Patch::insert(start + keyword + 8, format!(" {name}"))])
            }
            Some(id) if !is_component_name(&id.name) => renamed(bench, id.symbol_id.get(), &id.name),
            Some(_) => return,
        },
        ExportDefaultDeclarationKind::ArrowFunctionExpression(arrow) => {
            let name = fresh();
            let start = Patch::swap(Span::new(export.span.start, arrow.span.start), format!("const {name} = "));
            let semicolon = if bench.text(export.span).ends_with(';') { "" } else { ";" };
            let end = Patch::insert(export.span.end, format!("{semicolon}\n\nexport default {name};"));
            (name, vec![start, end])
        }
        ExportDefaultDeclarationKind::Identifier(identifier) if !is_component_name(&identifier.name) => {
            renamed(bench, bench.symbol(identifier), &identifier.name)
        }
        other => match standing_for(bench, other) {
            Some(name) => (name.to_owned(), vec![Patch::swap(other.span(), name)]),
            None => return,
        },
    };
    if !patches.is_empty() {
        job.change("default-export", format!("exported the component `{told}` as default, with a name"), patches);
    }
}

fn renamed(bench: &Bench<'_, '_>, symbol: Option<SymbolId>, name: &str) -> (String, Vec<Patch>) {
    let name = bench.free(&pascal(name));
    let patches = symbol.map(|symbol| rename(bench, symbol, &name)).unwrap_or_default();
    (name, patches)
}

/// The component that an element or an object with a `component` stands for.
fn standing_for<'a>(bench: &Bench<'_, 'a>, kind: &ExportDefaultDeclarationKind<'a>) -> Option<&'a str> {
    let span = match kind {
        ExportDefaultDeclarationKind::JSXElement(element) => element.opening_element.name.span(),
        ExportDefaultDeclarationKind::ObjectExpression(object) => super::clamp::member(object, "component")?.span(),
        _ => return None,
    };
    let name = bench.text(span);
    candidates(bench).iter().find(|candidate| candidate.name == name).map(|candidate| candidate.name)
}

/// Of several default exports those go that say the same once more, or that another shows.
fn keep_one(bench: &Bench<'_, '_>, job: &mut Job, exports: &[&ExportDefaultDeclaration<'_>]) {
    let names: Vec<_> = exports.iter().map(|export| exported_name(export)).collect();
    for (at, export) in exports.iter().enumerate().rev() {
        let Some(name) = names[at] else { continue };
        let is_repeated = names[..at].contains(&Some(name));
        let symbol = bench.top_level(name);
        let is_shown = symbol.is_some_and(|symbol| is_used_by_component(bench, symbol));
        if !is_repeated && !is_shown {
            continue;
        }
        let patch = match &export.declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
                Patch::cut(export.span.start, function.span.start)
            }
            _ => whole_line(bench.reading().text(), export.span),
        };
        job.change("default-export", format!("left away the second default export, `{name}`"), vec![patch]);
        return;
    }
}

fn exported_name<'a>(export: &ExportDefaultDeclaration<'a>) -> Option<&'a str> {
    match &export.declaration {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => function.id.as_ref().map(|id| id.name.as_str()),
        ExportDefaultDeclarationKind::Identifier(name) => Some(name.name.as_str()),
        _ => None,
    }
}

fn is_used_by_component(bench: &Bench<'_, '_>, symbol: SymbolId) -> bool {
    let mut references = bench.scoping().get_resolved_references(symbol);
    references.any(|reference| bench.component(reference.node_id()).is_some())
}

/// A name as components have them: `my-scene` is `MyScene`.
pub(super) fn pascal(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + rest
    };
    let name: String = words.map(capital).collect();
    if name.starts_with(|first: char| first.is_ascii_uppercase()) { name } else { format!("Scene{name}") }
}
