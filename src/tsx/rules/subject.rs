//! A reading as the rules look at it: its nodes by kind, and what they stand for.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    Argument, BindingProperty, CallExpression, ComputedMemberExpression, Expression, IdentifierReference,
    ImportExpression, JSXAttribute, JSXOpeningElement, NewExpression, ObjectExpression, ObjectProperty,
    ReturnStatement, StaticMemberExpression,
};
use oxc::semantic::NodeId;
use oxc::span::Span;

use super::super::exports::Export;
use super::super::parse::Reading;

/// A text under examination: each kind of node that rules ask for in a list, gathered in one pass.
pub(in crate::tsx) struct Subject<'r, 'a> {
    pub(in crate::tsx) reading: &'r Reading<'a>,
    pub(in crate::tsx) calls: Vec<(NodeId, &'a CallExpression<'a>)>,
    pub(in crate::tsx) news: Vec<&'a NewExpression<'a>>,
    pub(in crate::tsx) members: Vec<(NodeId, &'a StaticMemberExpression<'a>)>,
    pub(in crate::tsx) computed: Vec<&'a ComputedMemberExpression<'a>>,
    pub(in crate::tsx) elements: Vec<&'a JSXOpeningElement<'a>>,
    pub(in crate::tsx) attributes: Vec<(NodeId, &'a JSXAttribute<'a>)>,
    pub(in crate::tsx) properties: Vec<(NodeId, &'a ObjectProperty<'a>)>,
    pub(in crate::tsx) bindings: Vec<&'a BindingProperty<'a>>,
    pub(in crate::tsx) texts: Vec<(Span, &'a str)>,
    pub(in crate::tsx) functions: Vec<NodeId>,
    pub(in crate::tsx) returns: Vec<(NodeId, &'a ReturnStatement<'a>)>,
    pub(in crate::tsx) import_calls: Vec<&'a ImportExpression<'a>>,
}

impl<'r, 'a> Subject<'r, 'a> {
    /// Gathers the nodes of a reading.
    pub(in crate::tsx) fn of(reading: &'r Reading<'a>) -> Self {
        let mut subject = Self {
            reading,
            calls: Vec::new(),
            news: Vec::new(),
            members: Vec::new(),
            computed: Vec::new(),
            elements: Vec::new(),
            attributes: Vec::new(),
            properties: Vec::new(),
            bindings: Vec::new(),
            texts: Vec::new(),
            functions: Vec::new(),
            returns: Vec::new(),
            import_calls: Vec::new(),
        };
        for (id, node) in reading.nodes().iter_enumerated() {
            subject.gather(id, node.kind());
        }
        subject
    }

    fn gather(&mut self, id: NodeId, kind: AstKind<'a>) {
        match kind {
            AstKind::CallExpression(call) => self.calls.push((id, call)),
            AstKind::NewExpression(new) => self.news.push(new),
            AstKind::StaticMemberExpression(member) => self.members.push((id, member)),
            AstKind::ComputedMemberExpression(member) => self.computed.push(member),
            AstKind::JSXOpeningElement(element) => self.elements.push(element),
            AstKind::JSXAttribute(attribute) => self.attributes.push((id, attribute)),
            AstKind::ObjectProperty(property) => self.properties.push((id, property)),
            AstKind::BindingProperty(property) => self.bindings.push(property),
            AstKind::StringLiteral(text) => self.texts.push((text.span, text.value.as_str())),
            AstKind::TemplateElement(text) => self.texts.push((text.span, text.value.raw.as_str())),
            AstKind::JSXText(text) => self.texts.push((text.span, text.value.as_str())),
            AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) => self.functions.push(id),
            AstKind::ReturnStatement(statement) => self.returns.push((id, statement)),
            AstKind::ImportExpression(import) => self.import_calls.push(import),
            _ => {}
        }
    }

    /// The export of a package that an expression names.
    pub(in crate::tsx) fn export(&self, expression: &Expression<'a>) -> Option<Export> {
        self.reading.export(expression.get_identifier_reference()?)
    }

    /// Whether an expression is Remotion's export of that name.
    pub(in crate::tsx) fn is_remotion(&self, expression: &Expression<'a>, name: &str) -> bool {
        self.export(expression).is_some_and(|export| export.package.source == "remotion" && export.name == name)
    }

    /// The calls of Remotion's export of that name.
    pub(in crate::tsx) fn calls_of(&self, name: &str) -> impl Iterator<Item = &'a CallExpression<'a>> {
        self.calls.iter().map(|(_, call)| *call).filter(move |call| self.is_remotion(&call.callee, name))
    }

    /// The object literal that an expression is or names: a constant is followed to its value.
    pub(in crate::tsx) fn object(&self, expression: &'a Expression<'a>) -> Option<&'a ObjectExpression<'a>> {
        match self.constant(expression) {
            Expression::ObjectExpression(object) => Some(object),
            _ => None,
        }
    }

    /// What an expression is, a name of a variable with a value being followed to that value, once.
    pub(in crate::tsx) fn constant(&self, expression: &'a Expression<'a>) -> &'a Expression<'a> {
        let expression = expression.get_inner_expression();
        let named = expression.get_identifier_reference().and_then(|name| self.initial(name));
        named.map_or(expression, Expression::get_inner_expression)
    }

    fn initial(&self, name: &IdentifierReference<'a>) -> Option<&'a Expression<'a>> {
        let scoping = self.reading.scoping();
        let symbol = scoping.get_reference(name.reference_id.get()?).symbol_id()?;
        match self.reading.nodes().kind(scoping.symbol_declaration(symbol)) {
            AstKind::VariableDeclarator(variable) if variable.id.is_binding_identifier() => variable.init.as_ref(),
            _ => None,
        }
    }

    /// An argument of a call; `None` where there is none or a spread.
    pub(in crate::tsx) fn argument(call: &'a CallExpression<'a>, at: usize) -> Option<&'a Expression<'a>> {
        call.arguments.get(at).and_then(Argument::as_expression)
    }
}
