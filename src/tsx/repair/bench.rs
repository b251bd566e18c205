//! A text under repair, as mends look at it.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    ArrowFunctionBody, Expression, FunctionBody, IdentifierReference, ObjectExpression, Statement, VariableDeclarator,
};
use oxc::semantic::{AstNodes, NodeId, ScopeId, Scoping, SymbolId};
use oxc::span::{GetSpan, Span};

use super::super::exports;
use super::super::parse::Reading;
use super::super::rules::function::{function_name, is_component_name, is_hook_name};
use super::super::rules::subject::Subject;
use super::Wanted;
use super::answer::Fence;
use super::job::Patch;

/// A text under repair, and what it is for.
pub(super) struct Bench<'r, 'a> {
    pub(super) subject: Subject<'r, 'a>,
    pub(super) wanted: &'r Wanted<'r>,
    /// Whether the answer may have ended before the code did.
    pub(super) fence: Fence,
}

impl<'r, 'a> Bench<'r, 'a> {
    pub(super) fn reading(&self) -> &'r Reading<'a> {
        self.subject.reading
    }

    pub(super) fn nodes(&self) -> &'r AstNodes<'a> {
        self.reading().nodes()
    }

    pub(super) fn scoping(&self) -> &'r Scoping {
        self.reading().scoping()
    }

    /// The statements of the module.
    pub(super) fn statements(&self) -> &'a [Statement<'a>] {
        &self.reading().program().body
    }

    /// The text at a span.
    pub(super) fn text(&self, span: Span) -> &'a str {
        span.source_text(self.reading().text())
    }

    /// The symbol that the top level declares by that name.
    pub(super) fn top_level(&self, name: &str) -> Option<SymbolId> {
        let scoping = self.scoping();
        scoping
            .get_bindings(scoping.root_scope_id())
            .iter()
            .find(|(known, _)| known.as_str() == name)
            .map(|(_, id)| *id)
    }

    /// A name that nothing in the text declares, that no package exports, and that no other scene has: the given one, or
    /// else with a number behind it.
    pub(super) fn free(&self, name: &str) -> String {
        let is_free = |name: &str| {
            exports::find(name).is_none()
                && !self.wanted.taken.iter().any(|taken| taken == name)
                && !self.scoping().symbol_names().any(|known| known == name)
        };
        numbered(name, is_free)
    }

    /// A name that is free around and inside of a function: the given one, or else with a number behind it.
    pub(super) fn free_in(&self, function: NodeId, name: &str) -> String {
        let scope = scope_of(&self.nodes().kind(function));
        let sees = |other: ScopeId| {
            scope.is_none_or(|scope| {
                self.scoping().scope_is_descendant_of(other, scope)
                    || self.scoping().scope_is_descendant_of(scope, other)
                    || other == scope
            })
        };
        let is_free = |name: &str| {
            let mut symbols = self.scoping().symbol_ids().filter(|id| self.scoping().symbol_name(*id) == name);
            exports::find(name).is_none() && !symbols.any(|id| sees(self.scoping().symbol_scope_id(id)))
        };
        numbered(name, is_free)
    }

    /// The object literal that a symbol is declared as.
    pub(super) fn object_of(&self, symbol: SymbolId) -> Option<&'a ObjectExpression<'a>> {
        match self.nodes().kind(self.scoping().symbol_declaration(symbol)) {
            AstKind::VariableDeclarator(variable) => match variable.init.as_ref()?.get_inner_expression() {
                Expression::ObjectExpression(object) => Some(object),
                _ => None,
            },
            _ => None,
        }
    }

    /// The symbol that an identifier means.
    pub(super) fn symbol(&self, identifier: &IdentifierReference<'_>) -> Option<SymbolId> {
        self.scoping().get_reference(identifier.reference_id.get()?).symbol_id()
    }

    /// The component or hook around a node that is nearest to it.
    pub(super) fn component(&self, node: NodeId) -> Option<NodeId> {
        self.nodes().ancestor_ids(node).find(|ancestor| self.is_component(*ancestor))
    }

    /// Whether a node is the function of a component or of a hook.
    pub(super) fn is_component(&self, function: NodeId) -> bool {
        if !self.nodes().kind(function).is_function_like() {
            return false;
        }
        match function_name(&self.subject, function) {
            Some(name) => is_component_name(name) || is_hook_name(name),
            None => matches!(self.nodes().parent_kind(function), AstKind::ExportDefaultDeclaration(_)),
        }
    }

    /// The body in braces of a function.
    pub(super) fn body(&self, function: NodeId) -> Option<&'a FunctionBody<'a>> {
        match self.nodes().kind(function) {
            AstKind::Function(function) => function.body.as_deref(),
            AstKind::ArrowFunctionExpression(arrow) => match &arrow.body {
                ArrowFunctionBody::FunctionBody(body) => Some(body),
                _ => None,
            },
            _ => None,
        }
    }

    /// The variables that a function declares outside of its blocks.
    pub(super) fn variables(&self, function: NodeId) -> impl Iterator<Item = &'a VariableDeclarator<'a>> {
        let statements = self.body(function).map(|body| &body.statements[..]).unwrap_or_default();
        statements.iter().flat_map(|statement| match statement {
            Statement::VariableDeclaration(variables) => &variables.declarations[..],
            _ => &[],
        })
    }

    /// Puts a line at the top of a function. A function that is one expression gets braces and a `return`.
    pub(super) fn line_in(&self, function: NodeId, line: &str) -> Option<Vec<Patch>> {
        let text = self.reading().text();
        if let Some(body) = self.body(function) {
            let indent = self.inner_indent(function, body);
            return Some(vec![Patch::share(body.span.start + 1, format!("\n{indent}{line}"))]);
        }
        let AstKind::ArrowFunctionExpression(arrow) = self.nodes().kind(function) else { return None };
        let before = &text[arrow.params.span.end as usize..arrow.body.span().start as usize];
        let behind = arrow.params.span.end + before.rfind("=>")? as u32 + 2;
        let indent = indent_of(text, arrow.span.start);
        Some(vec![
            Patch::insert(behind, format!(" {{\n{indent}  {line}\n{indent}  return")),
            Patch::insert(arrow.span.end, format!(";\n{indent}}}")),
        ])
    }

    fn inner_indent(&self, function: NodeId, body: &FunctionBody<'a>) -> String {
        let text = self.reading().text();
        let own = indent_of(text, self.nodes().kind(function).span().start);
        match body.statements.first() {
            Some(first) => {
                let indent = indent_of(text, first.span().start);
                if indent.len() > own.len() { indent.to_owned() } else { format!("{own}  ") }
            }
            None => format!("{own}  "),
        }
    }
}

/// The name itself where it is free, or else with the first number from two on that makes it so.
fn numbered(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut numbered = name.to_owned();
    let mut number = 2;
    while !is_free(&numbered) {
        numbered = format!("{name}{number}");
        number += 1;
    }
    numbered
}

/// The scope of a function.
fn scope_of(kind: &AstKind<'_>) -> Option<ScopeId> {
    match kind {
        AstKind::Function(function) => function.scope_id.get(),
        AstKind::ArrowFunctionExpression(arrow) => arrow.scope_id.get(),
        _ => None,
    }
}

/// The white space with which the line begins that a place is on.
pub(super) fn indent_of(text: &str, at: u32) -> &str {
    let line = &text[text[..at as usize].rfind('\n').map_or(0, |end| end + 1)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The end of the line on which a place is, line end included, if nothing but white space and one semicolon stands between.
pub(super) fn end_of_line(text: &str, at: u32) -> u32 {
    let rest = &text[at as usize..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', ';']).len();
    let rest = &rest[blank..];
    let line_end = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    if line_end == 0 && !rest.is_empty() { at } else { at + (blank + line_end) as u32 }
}

/// A statement with its line, from the indentation on.
pub(super) fn whole_line(text: &str, span: Span) -> Patch {
    let before = &text[..span.start as usize];
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let is_alone = before.len() == indent || before[..before.len() - indent].ends_with('\n');
    let mut end = end_of_line(text, span.end);
    if before.trim().is_empty() {
        let rest = &text[end as usize..];
        end += (rest.len() - rest.trim_start_matches(['\n', '\r']).len()) as u32;
    }
    Patch::cut(if is_alone && end > span.end { span.start - indent as u32 } else { span.start }, end)
}
