//! Chance that is the same in each rendering: `random` with a seed that says where it stands, and which item it is for.

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, CallExpression, Expression, ForStatementInit, FormalParameters, PropertyKey};
use oxc::semantic::NodeId;
use oxc::span::GetSpan;

use super::super::rules::function::enclosing_function;
use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};

/// Gives `Math.random()` and `random()` seeds.
pub(super) fn random(bench: &Bench<'_, '_>, job: &mut Job) {
    let name = local_name(bench);
    let mut seeds = Vec::new();
    for (node, call) in unseeded(bench) {
        let word = fresh(bench, &mut seeds, &named(bench, node));
        let Some(seed) = seed(bench, node, &word) else { continue };
        let mut patches = seed.patches;
        patches.push(Patch::swap(call.span, format!("{name}({})", seed.text)));
        job.change("random", "took chance from `random` with a seed, so that each rendering is the same", patches);
    }
}

/// What Remotion's `random` is called here.
fn local_name(bench: &Bench<'_, '_>) -> String {
    let scoping = bench.scoping();
    let is_random = |symbol: &oxc::semantic::SymbolId| {
        bench
            .reading()
            .origin(*symbol)
            .is_some_and(|export| export.package.source == "remotion" && export.name == "random")
    };
    let symbol = scoping.symbol_ids().find(is_random);
    symbol.map_or_else(|| "random".to_owned(), |symbol| scoping.symbol_name(symbol).to_owned())
}

fn unseeded<'r, 'a>(bench: &'r Bench<'_, 'a>) -> impl Iterator<Item = (NodeId, &'a CallExpression<'a>)> + 'r {
    bench.subject.calls.iter().copied().filter(|(_, call)| match &call.callee {
        Expression::StaticMemberExpression(member) => {
            member.object.is_specific_id("Math") && member.property.name == "random"
        }
        callee if bench.subject.is_remotion(callee, "random") => {
            Subject::argument(call, 0).is_none_or(Expression::is_null_or_undefined) && call.arguments.len() < 2
        }
        _ => false,
    })
}

/// A seed that no other place has: the name of what gets the number, with a number behind it where that is taken.
fn fresh(bench: &Bench<'_, '_>, seeds: &mut Vec<String>, name: &str) -> String {
    let is_taken = |word: &str| bench.subject.texts.iter().any(|(_, text)| text.trim_end_matches('-') == word);
    let mut word = name.to_owned();
    let mut number = 2;
    while seeds.contains(&word) || is_taken(&word) {
        word = format!("{name}-{number}");
        number += 1;
    }
    seeds.push(word.clone());
    word
}

/// The code of a seed, and what has to be added for it.
struct Seed {
    text: String,
    patches: Vec<Patch>,
}

/// The seed for a place: a word of its own, and the indices of the items around it.
/// Nothing where a function of the scene's own asks for chance, which may be called many times.
fn seed(bench: &Bench<'_, '_>, node: NodeId, word: &str) -> Option<Seed> {
    let (mut indices, mut patches) = (Vec::new(), Vec::new());
    let mut at = node;
    indices.extend(loop_variables(bench, at));
    while let Some(function) = enclosing_function(&bench.subject, at) {
        if bench.is_component(function) {
            break;
        }
        let index = match index(bench, function)? {
            Index::Known(name) => Some(name),
            Index::Added(name, patch) => {
                patches.push(patch);
                Some(name)
            }
            Index::Needless => None,
        };
        indices.extend(index);
        at = function;
        indices.extend(loop_variables(bench, at));
    }
    indices.reverse();
    let indices: Vec<_> = indices.iter().map(|name| format!("-${{{name}}}")).collect();
    let text = if indices.is_empty() { format!("'{word}'") } else { format!("`{word}{}`", indices.concat()) };
    Some(Seed { text, patches })
}

/// How a function that is called for each item knows which item it is.
enum Index {
    Known(String),
    Added(String, Patch),
    /// It is called once.
    Needless,
}

/// Methods whose functions are told the index as their second parameter.
const BY_ITEM: &[&str] = &["map", "flatMap", "forEach", "filter", "some", "every", "find", "findIndex", "from"];

/// Calls that call their function once for each component.
const ONCE: &[&str] = &["useMemo", "useState", "useRef", "useCallback", "memo"];

fn index(bench: &Bench<'_, '_>, function: NodeId) -> Option<Index> {
    let (parameters, is_only_name) = parameters(bench, function)?;
    let AstKind::CallExpression(call) = bench.nodes().parent_kind(function) else { return None };
    let name = call.callee_name()?;
    if ONCE.contains(&name) {
        return Some(Index::Needless);
    }
    let is_own = call.arguments.iter().any(|argument| argument.span() == bench.nodes().kind(function).span());
    if !is_own || !BY_ITEM.contains(&name) {
        return None;
    }
    if let Some(second) = parameters.items.get(1) {
        return match &second.pattern {
            BindingPattern::BindingIdentifier(name) => Some(Index::Known(name.name.to_string())),
            _ => None,
        };
    }
    let added = bench.free_in(function, "index");
    let patch = match (parameters.items.first(), is_only_name) {
        (None, _) => Patch::swap(parameters.span, format!("(_, {added})")),
        (Some(first), true) => Patch::swap(first.span, format!("({}, {added})", bench.text(first.span))),
        (Some(first), false) => Patch::share(first.span.end, format!(", {added}")),
    };
    Some(Index::Added(added, patch))
}

/// The parameters of a function, and whether they are one name without brackets.
fn parameters<'a>(bench: &Bench<'_, 'a>, function: NodeId) -> Option<(&'a FormalParameters<'a>, bool)> {
    let parameters = match bench.nodes().kind(function) {
        AstKind::Function(function) => &function.params,
        AstKind::ArrowFunctionExpression(arrow) => &arrow.params,
        _ => return None,
    };
    Some((parameters, !bench.text(parameters.span).starts_with('(')))
}

/// The variables of the loops around a node within its function, innermost first.
fn loop_variables(bench: &Bench<'_, '_>, node: NodeId) -> Vec<String> {
    let kinds = bench.nodes().ancestor_kinds(node).take_while(|kind| !kind.is_function_like());
    kinds
        .filter_map(|kind| match kind {
            AstKind::ForStatement(each) => match each.init.as_ref()? {
                ForStatementInit::VariableDeclaration(variables) => {
                    variables.declarations.first()?.id.get_identifier_name().map(|name| name.to_string())
                }
                _ => None,
            },
            _ => None,
        })
        .collect()
}

/// The name of the property or variable that gets what is computed at a node.
fn named(bench: &Bench<'_, '_>, node: NodeId) -> String {
    let name = bench.nodes().ancestor_kinds(node).find_map(|kind| match kind {
        AstKind::ObjectProperty(property) => match &property.key {
            PropertyKey::StaticIdentifier(key) => Some(key.name.to_string()),
            _ => None,
        },
        AstKind::VariableDeclarator(variable) => variable.id.get_identifier_name().map(|name| name.to_string()),
        AstKind::JSXAttribute(attribute) => attribute.name.as_identifier().map(|name| name.name.to_string()),
        _ => None,
    });
    name.unwrap_or_else(|| "chance".to_owned())
}
