//! Packages that are brought in whole: what is used of them is named.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, Expression, ImportDeclarationSpecifier, JSXMemberExpressionObject, Statement, TSTypeName,
};
use oxc::semantic::{NodeId, Reference, SymbolId};
use oxc::span::{GetSpan, Span};

use super::super::exports;
use super::super::origin::window_property;
use super::bench::{Bench, whole_line};
use super::job::{Job, Patch};

/// Writes `Remotion.spring` and `window.Remotion.spring` as `spring`, and takes the whole package away where nothing else
/// uses it.
pub(super) fn namespace(bench: &Bench<'_, '_>, job: &mut Job) {
    let wholes = wholes(bench);
    for (symbol, line) in &wholes {
        let references = bench.scoping().get_resolved_references(*symbol).map(Reference::node_id);
        let patches: Option<Vec<_>> = references.map(|node| member(bench, node)).collect();
        if let Some(mut patches) = patches {
            patches.push(whole_line(bench.reading().text(), *line));
            let name = bench.scoping().symbol_name(*symbol);
            job.change("namespace", format!("named what is used of `{name}`"), patches);
        }
    }
    for (node, expression) in
        bench.subject.members.iter().filter(|(_, member)| window_property(&member.object).is_some())
    {
        let name = expression.property.name.as_str();
        if is_free_export(bench, name) {
            let told = format!("named `{name}`, which was reached for through `window`");
            job.change("namespace", told, vec![Patch::swap(bench.nodes().kind(*node).span(), name)]);
        }
    }
}

/// The symbols that stand for a whole package, with the lines that declare them. `React` may stay whole.
fn wholes(bench: &Bench<'_, '_>) -> Vec<(SymbolId, Span)> {
    let mut found = Vec::new();
    for statement in bench.statements() {
        match statement {
            Statement::ImportDeclaration(import) if exports::package(&import.source.value).is_some() => {
                if let Some([only]) = import.specifiers.as_ref().map(|all| &all[..]) {
                    let local = match only {
                        ImportDeclarationSpecifier::ImportSpecifier(_) => continue,
                        ImportDeclarationSpecifier::ImportDefaultSpecifier(one) => &one.local,
                        ImportDeclarationSpecifier::ImportNamespaceSpecifier(one) => &one.local,
                    };
                    found.extend(local.symbol_id.get().filter(|_| local.name != "React").map(|id| (id, import.span)));
                }
            }
            Statement::VariableDeclaration(variables) => {
                let [variable] = &variables.declarations[..] else { continue };
                let BindingPattern::BindingIdentifier(local) = &variable.id else { continue };
                let is_whole = variable.init.as_ref().and_then(window_property).is_some_and(|global| global != "React");
                found.extend(local.symbol_id.get().filter(|_| is_whole).map(|id| (id, variables.span)));
            }
            _ => {}
        }
    }
    found
}

/// The patch by which a member of a whole package goes by its own name.
fn member(bench: &Bench<'_, '_>, node: NodeId) -> Option<Patch> {
    let (span, name) = match bench.nodes().parent_kind(node) {
        AstKind::StaticMemberExpression(member) => (member.span, member.property.name.as_str()),
        AstKind::JSXMemberExpression(member) => match &member.object {
            JSXMemberExpressionObject::IdentifierReference(_) => (member.span, member.property.name.as_str()),
            _ => return None,
        },
        AstKind::TSQualifiedName(name) => match &name.left {
            TSTypeName::IdentifierReference(_) => (name.span, name.right.name.as_str()),
            _ => return None,
        },
        AstKind::VariableDeclarator(variable) => return taken_apart(bench, variable.init.as_ref()?),
        _ => return None,
    };
    is_free_export(bench, name).then(|| Patch::swap(span, name))
}

/// `const {spring} = Remotion` takes from `window.Remotion` itself.
fn taken_apart(bench: &Bench<'_, '_>, init: &Expression<'_>) -> Option<Patch> {
    let Expression::Identifier(name) = init else { return None };
    let symbol = bench.symbol(name)?;
    let of = match bench.nodes().kind(bench.scoping().symbol_declaration(symbol)) {
        AstKind::VariableDeclarator(variable) => bench.text(variable.init.as_ref()?.span()).to_owned(),
        AstKind::ImportDefaultSpecifier(_) | AstKind::ImportNamespaceSpecifier(_) => {
            let import = bench.nodes().parent_kind(bench.scoping().symbol_declaration(symbol));
            let AstKind::ImportDeclaration(import) = import else { return None };
            format!("window.{}", exports::package(&import.source.value)?.global)
        }
        _ => return None,
    };
    Some(Patch::swap(name.span, of))
}

/// Whether a package exports a name that nothing in the text has but what is brought in.
fn is_free_export(bench: &Bench<'_, '_>, name: &str) -> bool {
    let scoping = bench.scoping();
    let mut own = scoping.symbol_ids().filter(|symbol| scoping.symbol_name(*symbol) == name);
    exports::find(name).is_some() && own.all(|symbol| bench.reading().origin(symbol).is_some())
}
