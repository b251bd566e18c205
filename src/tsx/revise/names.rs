//! What goes by which name in a code, wherever it stands.

use std::collections::HashMap;

use oxc::ast::AstKind;
use oxc::ast::ast::{
    Argument, BindingPattern, BindingProperty, CallExpression, Expression, FormalParameters, FunctionBody,
    JSXAttribute, JSXAttributeValue, JSXElementName, PropertyKey,
};

use super::super::parse::Reading;

/// What goes by a name, somewhere in the code.
#[derive(Default)]
pub(super) struct Named<'a> {
    pub(super) values: Vec<&'a Expression<'a>>,
    pub(super) functions: Vec<&'a FunctionBody<'a>>,
    pub(super) attributes: Vec<&'a JSXAttributeValue<'a>>,
    /// Other names of the same.
    pub(super) others: Vec<&'a str>,
    /// Functions of which it is a parameter, with its place.
    pub(super) parameter_of: Vec<(&'a str, usize)>,
    /// Calls by this name.
    pub(super) calls: Vec<&'a CallExpression<'a>>,
}

/// Everything that goes by a name.
pub(super) fn names<'a>(reading: &Reading<'a>) -> HashMap<&'a str, Named<'a>> {
    let mut named: HashMap<&'a str, Named<'a>> = HashMap::new();
    for (id, node) in reading.nodes().iter_enumerated() {
        match node.kind() {
            AstKind::VariableDeclarator(variable) => {
                let name = variable.id.get_binding_identifier();
                given(&mut named, name.map(|name| name.name.as_str()), variable.init.as_ref());
            }
            AstKind::ObjectProperty(property) => given(&mut named, key(&property.key), Some(&property.value)),
            AstKind::FormalParameter(parameter) => {
                let name = parameter.pattern.get_binding_identifier();
                given(&mut named, name.map(|name| name.name.as_str()), parameter.initializer.as_deref());
            }
            AstKind::Function(function) => {
                let Some(name) = function.id.as_ref().map(|name| name.name.as_str()) else { continue };
                named.entry(name).or_default().functions.extend(function.body.as_deref());
                places(&mut named, name, &function.params);
            }
            AstKind::BindingProperty(property) => alias(&mut named, property),
            AstKind::JSXAttribute(attribute) if is_own(reading.nodes().parent_kind(id), reading) => {
                attribute_of(&mut named, attribute);
            }
            AstKind::CallExpression(call) => called(&mut named, call),
            _ => {}
        }
    }
    named
}

/// What a name is given: a value, or a function whose parameters have names too.
fn given<'a>(named: &mut HashMap<&'a str, Named<'a>>, name: Option<&'a str>, value: Option<&'a Expression<'a>>) {
    let (Some(name), Some(value)) = (name, value) else { return };
    named.entry(name).or_default().values.push(value);
    if let Expression::ArrowFunctionExpression(function) = value.get_inner_expression() {
        places(named, name, &function.params);
    }
}

fn key<'a>(key: &'a PropertyKey<'a>) -> Option<&'a str> {
    match key {
        PropertyKey::StaticIdentifier(key) => Some(key.name.as_str()),
        PropertyKey::StringLiteral(key) => Some(key.value.as_str()),
        _ => None,
    }
}

/// Whether an element is a component of the scene, which shows what it is given as it likes.
fn is_own(parent: AstKind<'_>, reading: &Reading<'_>) -> bool {
    let AstKind::JSXOpeningElement(element) = parent else { return false };
    match &element.name {
        JSXElementName::IdentifierReference(name) => reading.export(name).is_none(),
        _ => false,
    }
}

fn attribute_of<'a>(named: &mut HashMap<&'a str, Named<'a>>, attribute: &'a JSXAttribute<'a>) {
    if let (Some(name), Some(value)) = (attribute.name.as_identifier(), &attribute.value) {
        named.entry(name.name.as_str()).or_default().attributes.push(value);
    }
}

/// `{title: heading = 'x'}`: what is shown as `heading` comes from `title`, or from its default.
fn alias<'a>(named: &mut HashMap<&'a str, Named<'a>>, property: &'a BindingProperty<'a>) {
    let (target, usual) = match &property.value {
        BindingPattern::AssignmentPattern(pattern) => (&pattern.left, Some(&pattern.right)),
        other => (other, None),
    };
    let BindingPattern::BindingIdentifier(local) = target else { return };
    let entry = named.entry(local.name.as_str()).or_default();
    entry.values.extend(usual);
    if let PropertyKey::StaticIdentifier(key) = &property.key
        && key.name != local.name
    {
        entry.others.push(key.name.as_str());
    }
}

fn places<'a>(named: &mut HashMap<&'a str, Named<'a>>, function: &'a str, parameters: &'a FormalParameters<'a>) {
    for (place, parameter) in parameters.items.iter().enumerate() {
        if let Some(name) = parameter.pattern.get_binding_identifier() {
            named.entry(name.name.as_str()).or_default().parameter_of.push((function, place));
        }
    }
}

/// `lines.map((line) => …)`: what is shown as `line` comes from `lines`.
fn called<'a>(named: &mut HashMap<&'a str, Named<'a>>, call: &'a CallExpression<'a>) {
    match &call.callee {
        Expression::Identifier(name) => named.entry(name.name.as_str()).or_default().calls.push(call),
        Expression::StaticMemberExpression(member) => {
            let callback = call.arguments.first().and_then(Argument::as_expression);
            let parameters = match callback {
                Some(Expression::ArrowFunctionExpression(function)) => &function.params,
                Some(Expression::FunctionExpression(function)) => &function.params,
                _ => return,
            };
            let first = parameters.items.first().and_then(|parameter| parameter.pattern.get_binding_identifier());
            if let Some(name) = first {
                named.entry(name.name.as_str()).or_default().values.push(&member.object);
            }
        }
        _ => {}
    }
}
