//! The types of what is written, as far as they are plain: for props that a mend adds, and parameters that have none.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, CallExpression, Expression, FormalParameter, FormalParameters, ObjectPattern, VariableDeclarator,
};
use oxc::semantic::{NodeId, SymbolId};
use oxc::span::GetSpan;

use super::bench::Bench;

/// Where nothing is known.
pub(super) const ANY: &str = "any";

/// The type of a symbol, as TypeScript at the top level writes it; `any` where it cannot be read off.
pub(super) fn type_of_symbol(bench: &Bench<'_, '_>, symbol: SymbolId) -> String {
    Types { bench, depth: 0 }.symbol(symbol)
}

/// The type of an expression.
pub(super) fn type_of(bench: &Bench<'_, '_>, expression: &Expression<'_>) -> String {
    Types { bench, depth: 0 }.expression(expression)
}

/// A reader of types that follows names, but not in circles.
struct Types<'b, 'r, 'a> {
    bench: &'b Bench<'r, 'a>,
    depth: usize,
}

/// How many names are followed.
const DEPTH: usize = 12;

impl<'a> Types<'_, '_, 'a> {
    fn deeper(&self) -> Self {
        Self { bench: self.bench, depth: self.depth + 1 }
    }

    fn symbol(&self, symbol: SymbolId) -> String {
        let scoping = self.bench.scoping();
        let node = scoping.symbol_declaration(symbol);
        if self.depth > DEPTH {
            return ANY.to_owned();
        }
        if scoping.symbol_scope_id(symbol) == scoping.root_scope_id() {
            return format!("typeof {}", scoping.symbol_name(symbol));
        }
        match self.bench.nodes().kind(node) {
            AstKind::VariableDeclarator(variable) => self.variable(variable, symbol),
            AstKind::FormalParameter(parameter) => self.parameter((node, parameter), symbol),
            _ => ANY.to_owned(),
        }
    }

    fn variable(&self, variable: &'a VariableDeclarator<'a>, symbol: SymbolId) -> String {
        if let (BindingPattern::BindingIdentifier(_), Some(annotation)) = (&variable.id, &variable.type_annotation) {
            return self.bench.text(annotation.type_annotation.span()).to_owned();
        }
        let Some(init) = &variable.init else { return ANY.to_owned() };
        match &variable.id {
            BindingPattern::BindingIdentifier(_) => self.deeper().expression(init),
            BindingPattern::ObjectPattern(pattern) => match key_of(pattern, symbol) {
                Some(key) => index(&self.deeper().expression(init), &key),
                None => ANY.to_owned(),
            },
            _ => ANY.to_owned(),
        }
    }

    fn parameter(&self, (node, parameter): (NodeId, &'a FormalParameter<'a>), symbol: SymbolId) -> String {
        let said = parameter.type_annotation.as_ref();
        let said = said.map(|annotation| self.bench.text(annotation.type_annotation.span()).to_owned());
        let own = said
            .or_else(|| self.item_of_call(node, parameter))
            .or_else(|| self.props_of_component(node))
            .unwrap_or_else(|| ANY.to_owned());
        match &parameter.pattern {
            BindingPattern::BindingIdentifier(_) => own,
            BindingPattern::ObjectPattern(pattern) => {
                key_of(pattern, symbol).map_or_else(|| ANY.to_owned(), |key| index(&own, &key))
            }
            _ => ANY.to_owned(),
        }
    }

    /// What a method such as `map` tells its function: the item and its index.
    fn item_of_call(&self, node: NodeId, parameter: &FormalParameter<'a>) -> Option<String> {
        let nodes = self.bench.nodes();
        let function = nodes.ancestor_ids(node).find(|id| nodes.kind(*id).is_function_like())?;
        let parameters = match nodes.kind(function) {
            AstKind::ArrowFunctionExpression(arrow) => &arrow.params,
            AstKind::Function(function) => &function.params,
            _ => return None,
        };
        let place = parameters.items.iter().position(|item| item.span == parameter.span)?;
        let AstKind::CallExpression(call) = nodes.parent_kind(function) else { return None };
        let Expression::StaticMemberExpression(method) = &call.callee else { return None };
        match (method.property.name.as_str(), place) {
            ("map" | "forEach" | "filter" | "flatMap" | "some" | "every" | "find" | "findIndex", 0) => {
                Some(item(&self.deeper().expression(&method.object)))
            }
            ("map" | "forEach" | "filter" | "flatMap" | "some" | "every" | "find" | "findIndex" | "from", 1) => {
                Some("number".to_owned())
            }
            _ => None,
        }
    }

    /// What the type of a variable says of the props of the component that it is: `React.FC<Props>`.
    fn props_of_component(&self, node: NodeId) -> Option<String> {
        let nodes = self.bench.nodes();
        let function = nodes.ancestor_ids(node).find(|id| nodes.kind(*id).is_function_like())?;
        let AstKind::VariableDeclarator(variable) = nodes.parent_kind(function) else { return None };
        let annotation = self.bench.text(variable.type_annotation.as_ref()?.type_annotation.span());
        let (name, props) = annotation.strip_suffix('>')?.split_once('<')?;
        matches!(name, "React.FC" | "FC" | "React.FunctionComponent" | "FunctionComponent").then(|| props.to_owned())
    }

    fn expression(&self, expression: &'a Expression<'a>) -> String {
        let known = match expression {
            Expression::StringLiteral(_) | Expression::TemplateLiteral(_) => "string",
            Expression::UnaryExpression(unary) if unary.operator.is_not() => "boolean",
            Expression::NumericLiteral(_) | Expression::UnaryExpression(_) | Expression::UpdateExpression(_) => {
                "number"
            }
            Expression::BinaryExpression(binary) if binary.operator.is_arithmetic() => {
                let both = [&binary.left, &binary.right].map(|side| self.expression(side));
                let is_text = both.iter().any(|side| side == "string") && binary.operator.as_str() == "+";
                return if is_text { "string".to_owned() } else { "number".to_owned() };
            }
            Expression::BinaryExpression(_) | Expression::BooleanLiteral(_) => "boolean",
            Expression::CallExpression(call) => return self.call(call),
            Expression::JSXElement(_) | Expression::JSXFragment(_) => "React.ReactNode",
            other => return self.reference(other),
        };
        known.to_owned()
    }

    fn reference(&self, expression: &'a Expression<'a>) -> String {
        match expression {
            Expression::Identifier(name) => match self.bench.symbol(name) {
                Some(symbol) => self.deeper().symbol(symbol),
                None => ANY.to_owned(),
            },
            Expression::StaticMemberExpression(member) => {
                if member.object.is_specific_id("Math") || member.property.name == "length" {
                    return "number".to_owned();
                }
                index(&self.expression(&member.object), &member.property.name)
            }
            Expression::ComputedMemberExpression(member) => item(&self.expression(&member.object)),
            Expression::ConditionalExpression(choice) => {
                let (one, other) = (self.expression(&choice.consequent), self.expression(&choice.alternate));
                if one == other { one } else { ANY.to_owned() }
            }
            Expression::LogicalExpression(logical) => {
                let (one, other) = (self.expression(&logical.left), self.expression(&logical.right));
                if one == other { one } else { ANY.to_owned() }
            }
            Expression::TSAsExpression(cast) => self.expression(&cast.expression),
            _ => ANY.to_owned(),
        }
    }

    fn call(&self, call: &'a CallExpression<'a>) -> String {
        let export = self.bench.subject.export(&call.callee);
        let known = match (export.map(|export| export.name), &call.callee) {
            (Some("interpolate" | "spring" | "random" | "useCurrentFrame" | "measureSpring" | "noise2D"), _) => {
                "number"
            }
            (Some("interpolateColors"), _) => "string",
            (Some("useVideoConfig"), _) => "VideoConfig",
            (_, Expression::StaticMemberExpression(member)) => match member.property.name.as_str() {
                "split" => "string[]",
                "toFixed" | "toString" | "toLocaleString" | "padStart" | "padEnd" | "toUpperCase" | "join" => "string",
                _ if member.object.is_specific_id("Math") => "number",
                _ => ANY,
            },
            (_, Expression::Identifier(name)) if matches!(name.name.as_str(), "Number" | "parseInt" | "parseFloat") => {
                "number"
            }
            (_, Expression::Identifier(name)) if name.name == "String" => "string",
            _ => ANY,
        };
        known.to_owned()
    }
}

/// The key under which a pattern takes a symbol out.
fn key_of(pattern: &ObjectPattern<'_>, symbol: SymbolId) -> Option<String> {
    pattern.properties.iter().find_map(|property| {
        let is_own = property.value.get_binding_identifiers().iter().any(|name| name.symbol_id.get() == Some(symbol));
        let key = property.key.static_name()?;
        is_own.then(|| key.to_string())
    })
}

/// The type of a member. What `useVideoConfig` tells are numbers.
fn index(of: &str, key: &str) -> String {
    match (of, key) {
        (ANY | "number" | "string" | "boolean", _) => ANY.to_owned(),
        ("VideoConfig", "id") => "string".to_owned(),
        ("VideoConfig", _) => "number".to_owned(),
        _ => format!("{}['{key}']", grouped(of)),
    }
}

/// The type of an item.
fn item(of: &str) -> String {
    match of {
        ANY | "number" | "boolean" => ANY.to_owned(),
        "string" => "string".to_owned(),
        _ => of.strip_suffix("[]").map_or_else(|| format!("{}[number]", grouped(of)), str::to_owned),
    }
}

fn grouped(of: &str) -> String {
    let is_plain = of.chars().all(|letter| letter.is_alphanumeric() || "[]'_$.".contains(letter));
    let is_grouped = of.starts_with('(') && of.ends_with(']');
    if is_plain || is_grouped { of.to_owned() } else { format!("({of})") }
}

/// The parameters of a function.
pub(super) fn parameters<'a>(bench: &Bench<'_, 'a>, function: NodeId) -> Option<&'a FormalParameters<'a>> {
    match bench.nodes().kind(function) {
        AstKind::Function(function) => Some(&function.params),
        AstKind::ArrowFunctionExpression(arrow) => Some(&arrow.params),
        _ => None,
    }
}
