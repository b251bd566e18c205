//! The default export: the scene's component, once and with a name.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingIdentifier, BindingPattern, Declaration, ExportDefaultDeclaration, ExportDefaultDeclarationKind, Expression,
    ObjectExpression, Statement, VariableDeclarator,
};
use oxc::semantic::SymbolId;
use oxc::span::{GetSpan, Span};

use super::super::rules::function::{is_component_name, is_wrapper};
use super::answer::Fence;
use super::bench::{Bench, whole_line};
use super::clamp::member;
use super::head::lines;
use super::job::{Job, Patch};
use super::rename::rename;
use super::types::parameters;

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

/// Whether something is exported as default.
pub(super) fn has_default(bench: &Bench<'_, '_>) -> bool {
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
    if !takes_data(bench, chosen) || (bench.fence == Fence::Absent && waits(bench, chosen)) {
        return;
    }
    let patch = match chosen.statement {
        Statement::FunctionDeclaration(function) => Patch::insert(function.span.start, "export default "),
        Statement::ExportDeclaration(export) if matches!(export.declaration, Declaration::FunctionDeclaration(_)) => {
            Patch::insert(export.declaration.span().start, "default ")
        }
        _ => at_end(bench, &format!("export default {};", chosen.name)),
    };
    job.change("default-export", format!("exported `{}` as default", chosen.name), vec![patch]);
}

/// Whether all that a component takes is in `defaultProps`: else it is a part of a scene that is not there.
fn takes_data(bench: &Bench<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let Some(data) = bench.top_level("defaultProps").and_then(|symbol| bench.object_of(symbol)) else { return true };
    let own = candidate.statement.span();
    let functions = bench.subject.functions.iter().copied();
    let function = functions.into_iter().find(|function| own.contains_inclusive(bench.nodes().kind(*function).span()));
    let taken = function.and_then(|function| parameters(bench, function)).and_then(|all| all.items.first());
    match taken.map(|taken| &taken.pattern) {
        Some(BindingPattern::ObjectPattern(pattern)) => pattern.properties.iter().all(|property| {
            let is_usual = matches!(property.value, BindingPattern::AssignmentPattern(_));
            is_usual || property.key.static_name().is_some_and(|name| member(data, &name).is_some())
        }),
        Some(BindingPattern::BindingIdentifier(props)) => {
            props.symbol_id.get().is_some_and(|props| reads_only(bench, props, data))
        }
        _ => true,
    }
}

/// Whether all that is read of `props` is in the data.
fn reads_only(bench: &Bench<'_, '_>, props: SymbolId, data: &ObjectExpression<'_>) -> bool {
    bench.scoping().get_resolved_references(props).all(|reference| {
        match bench.nodes().parent_kind(reference.node_id()) {
            AstKind::StaticMemberExpression(read) => member(data, &read.property.name).is_some(),
            _ => true,
        }
    })
}

/// Whether something that the top level declares waits for somebody who uses it: then what uses it is not there.
fn waits(bench: &Bench<'_, '_>, candidate: &Candidate<'_>) -> bool {
    let scoping = bench.scoping();
    let exports: Vec<_> =
        bench.statements().iter().filter(|one| matches!(one, Statement::ExportDeclaration(_))).collect();
    let head = lines(bench);
    scoping.get_bindings(scoping.root_scope_id()).values().any(|symbol| {
        let place = scoping.symbol_span(*symbol);
        *symbol != candidate.symbol
            && scoping.symbol_flags(*symbol).is_value()
            && scoping.symbol_is_unused(*symbol)
            && !exports.iter().any(|export| export.span().contains_inclusive(place))
            && !head.iter().any(|line| line.span.contains_inclusive(place))
    })
}

fn at_end(bench: &Bench<'_, '_>, line: &str) -> Patch {
    let text = bench.reading().text();
    let end = text.trim_end().len() as u32;
    Patch::insert(end, format!("\n\n{line}"))
}

fn candidates<'a>(bench: &Bench<'_, 'a>) -> Vec<Candidate<'a>> {
    let candidate = |statement: &'a Statement<'a>| {
        let (declaration, is_exported) = match statement {
            Statement::ExportDeclaration(export) => (&export.declaration, true),
            _ => (statement.as_declaration()?, false),
        };
        let name = function_of(declaration).filter(|name| is_component_name(&name.name))?;
        Some(Candidate { name: name.name.as_str(), symbol: name.symbol_id.get()?, statement, is_exported })
    };
    bench.statements().iter().filter_map(candidate).collect()
}

/// The name of the function that is all that a declaration declares.
fn function_of<'a>(declaration: &'a Declaration<'a>) -> Option<&'a BindingIdentifier<'a>> {
    match declaration {
        Declaration::FunctionDeclaration(function) => function.id.as_ref().filter(|_| !function.r#async),
        Declaration::VariableDeclaration(variables) => match &variables.declarations[..] {
            [variable] if is_function(variable) => variable.id.get_binding_identifier(),
            _ => None,
        },
        _ => None,
    }
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
    let named = match &export.declaration {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => match &function.id {
            None => Some(named_function(bench, function.span)),
            Some(id) if !is_component_name(&id.name) => Some(renamed(bench, id.symbol_id.get(), &id.name)),
            Some(_) => None,
        },
        ExportDefaultDeclarationKind::ArrowFunctionExpression(arrow) => {
            Some(named_arrow(bench, export.span, arrow.span.start))
        }
        ExportDefaultDeclarationKind::Identifier(name) if !is_component_name(&name.name) => {
            Some(renamed(bench, bench.symbol(name), &name.name))
        }
        other => standing_for(bench, other).map(|name| (name.to_owned(), vec![Patch::swap(other.span(), name)])),
    };
    if let Some((name, patches)) = named.filter(|(_, patches)| !patches.is_empty()) {
        job.change("default-export", format!("exported the component `{name}` as default, with a name"), patches);
    }
}

/// `export default function () {…}` with the name of the scene.
fn named_function(bench: &Bench<'_, '_>, function: Span) -> (String, Vec<Patch>) {
    let name = bench.free(&pascal(&bench.wanted.meta.id));
    let keyword = bench.text(function).find("function").unwrap_or_default() as u32;
    let patch = Patch::insert(function.start + keyword + 8, format!(" {name}"));
    (name, vec![patch])
}

/// `export default () => …` as a constant with the name of the scene.
fn named_arrow(bench: &Bench<'_, '_>, export: Span, arrow: u32) -> (String, Vec<Patch>) {
    let name = bench.free(&pascal(&bench.wanted.meta.id));
    let start = Patch::swap(Span::new(export.start, arrow), format!("const {name} = "));
    let semicolon = if bench.text(export).ends_with(';') { "" } else { ";" };
    let end = Patch::insert(export.end, format!("{semicolon}\n\nexport default {name};"));
    (name, vec![start, end])
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
        ExportDefaultDeclarationKind::ObjectExpression(object) => member(object, "component")?.span(),
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
