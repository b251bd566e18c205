//! Which texts of a code flow into what is shown: by the names on the way, from the markup back to where a text stands.

use std::collections::{HashMap, HashSet};

use oxc::ast::AstKind;
use oxc::ast::ast::{
    Argument, ArrayExpressionElement, ArrowFunctionBody, ArrowFunctionExpression, CallExpression, Expression, Function,
    FunctionBody, JSXAttributeValue, JSXExpression, StringLiteral, TemplateElement,
};
use oxc::ast_visit::Visit;
use oxc::syntax::scope::ScopeFlags;

use super::super::parse::Reading;
use super::names::{Named, names};

/// A text that flows into what is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'a> {
    /// A string.
    Text(&'a StringLiteral<'a>),
    /// A string that an attribute is given.
    Attribute(&'a StringLiteral<'a>),
    /// A fixed part of a template.
    Part(&'a TemplateElement<'a>),
}

/// The names of a code, and which of them are shown.
pub(super) struct Flow<'r, 'a> {
    reading: &'r Reading<'a>,
    named: HashMap<&'a str, Named<'a>>,
    shown: HashSet<&'a str>,
    waiting: Vec<&'a str>,
    pieces: Vec<Piece<'a>>,
}

/// Methods whose arguments are shown with what they are called on.
const JOINING: &[&str] = &["concat", "join", "padEnd", "padStart"];

impl<'r, 'a> Flow<'r, 'a> {
    /// The pieces of text that flow into the given expressions.
    pub(super) fn into(reading: &'r Reading<'a>, shown: &[&'a Expression<'a>]) -> Vec<Piece<'a>> {
        let mut flow =
            Self { reading, named: names(reading), shown: HashSet::new(), waiting: Vec::new(), pieces: Vec::new() };
        for expression in shown {
            flow.follow(expression);
        }
        while let Some(name) = flow.waiting.pop() {
            flow.follow_name(name);
        }
        flow.pieces
    }

    fn name(&mut self, name: &'a str) {
        if self.shown.insert(name) {
            self.waiting.push(name);
        }
    }

    fn follow_name(&mut self, name: &'a str) {
        let Some(named) = self.named.remove(name) else { return };
        named.values.iter().for_each(|value| self.follow(value));
        named.functions.iter().for_each(|body| self.follow_body(body));
        named.attributes.iter().for_each(|value| self.follow_attribute(value));
        named.others.iter().for_each(|other| self.name(other));
        for (function, place) in &named.parameter_of {
            let calls = self.named.get(function).map(|named| named.calls.clone()).unwrap_or_default();
            for argument in calls.iter().filter_map(|call| call.arguments.get(*place)?.as_expression()) {
                self.follow(argument);
            }
        }
        // Parameters of a function that is shown may come later, and ask for its calls.
        self.named.insert(name, Named { calls: named.calls, ..Named::default() });
    }

    fn follow(&mut self, expression: &'a Expression<'a>) {
        match expression.get_inner_expression() {
            Expression::StringLiteral(text) => self.pieces.push(Piece::Text(text)),
            Expression::TemplateLiteral(template) => {
                self.pieces.extend(template.quasis.iter().map(Piece::Part));
                template.expressions.iter().for_each(|part| self.follow(part));
            }
            Expression::Identifier(name) => self.name(name.name.as_str()),
            Expression::StaticMemberExpression(member) if member.property.name != "length" => {
                self.name(member.property.name.as_str());
            }
            Expression::ComputedMemberExpression(member) => self.follow(&member.object),
            Expression::ConditionalExpression(choice) => self.follow_both(&choice.consequent, &choice.alternate),
            Expression::LogicalExpression(logical) if logical.operator.is_and() => self.follow(&logical.right),
            Expression::LogicalExpression(logical) => self.follow_both(&logical.left, &logical.right),
            Expression::BinaryExpression(sum) if sum.operator.as_str() == "+" => {
                self.follow_both(&sum.left, &sum.right);
            }
            other => self.follow_compound(other),
        }
    }

    fn follow_both(&mut self, one: &'a Expression<'a>, other: &'a Expression<'a>) {
        self.follow(one);
        self.follow(other);
    }

    fn follow_compound(&mut self, expression: &'a Expression<'a>) {
        match expression {
            Expression::ArrayExpression(array) => {
                array.elements.iter().for_each(|element| self.follow_element(element));
            }
            Expression::ArrowFunctionExpression(function) => match &function.body {
                ArrowFunctionBody::FunctionBody(body) => self.follow_body(body),
                other => other.as_expression().into_iter().for_each(|of| self.follow(of)),
            },
            Expression::FunctionExpression(function) => {
                function.body.iter().for_each(|body| self.follow_body(body));
            }
            Expression::ChainExpression(chain) => {
                if let Some(member) = chain.expression.member_expression() {
                    member.static_property_name().into_iter().for_each(|name| self.name(name));
                }
            }
            Expression::CallExpression(call) => self.follow_call(call),
            _ => {}
        }
    }

    fn follow_element(&mut self, element: &'a ArrayExpressionElement<'a>) {
        match element {
            ArrayExpressionElement::SpreadElement(spread) => self.follow(&spread.argument),
            other => other.as_expression().into_iter().for_each(|item| self.follow(item)),
        }
    }

    fn follow_call(&mut self, call: &'a CallExpression<'a>) {
        match &call.callee {
            Expression::Identifier(name) if name.name == "useMemo" => {
                if let Some(kept) = call.arguments.first().and_then(Argument::as_expression) {
                    self.follow(kept);
                }
            }
            Expression::Identifier(name) if self.reading.export(name).is_none() => self.name(name.name.as_str()),
            Expression::StaticMemberExpression(member) => {
                let method = member.property.name.as_str();
                let arguments = || call.arguments.iter().filter_map(Argument::as_expression);
                // What is made of each item is shown, not the items, unless they are what is made.
                let is_made_anew = method.ends_with("ap") && arguments().any(is_function);
                if !is_made_anew {
                    self.follow(&member.object);
                }
                for (place, argument) in arguments().enumerate() {
                    let is_child = method == "createElement" && place >= 2;
                    if is_child || is_made_anew || JOINING.contains(&method) {
                        self.follow(argument);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a function returns.
    fn follow_body(&mut self, body: &'a FunctionBody<'a>) {
        for returned in returned(body) {
            self.follow(returned);
        }
    }

    fn follow_attribute(&mut self, value: &'a JSXAttributeValue<'a>) {
        match value {
            JSXAttributeValue::StringLiteral(text) => self.pieces.push(Piece::Attribute(text)),
            JSXAttributeValue::ExpressionContainer(container) => match &container.expression {
                JSXExpression::EmptyExpression(_) => {}
                expression => expression.as_expression().into_iter().for_each(|inner| self.follow(inner)),
            },
            _ => {}
        }
    }
}

fn is_function(expression: &Expression<'_>) -> bool {
    matches!(expression, Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_))
}

/// The expressions that a function returns.
fn returned<'a>(body: &'a FunctionBody<'a>) -> Vec<&'a Expression<'a>> {
    let mut returns = Returns(Vec::new());
    for statement in &body.statements {
        returns.visit_statement(statement);
    }
    returns.0
}

struct Returns<'a>(Vec<&'a Expression<'a>>);

impl<'a> Visit<'a> for Returns<'a> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        if let AstKind::ReturnStatement(statement) = kind {
            self.0.extend(&statement.argument);
        }
    }

    fn visit_function(&mut self, _: &Function<'a>, _: ScopeFlags) {}

    fn visit_arrow_function_expression(&mut self, _: &ArrowFunctionExpression<'a>) {}
}
