//! Reads data back out of code: the literals of `meta` and `defaultProps`.

use oxc::ast::ast::{
    ArrayExpressionElement, Expression, ObjectProperty, ObjectPropertyKind, Program, Statement, UnaryOperator,
};
use oxc::ast::ast::{Declaration, PropertyKey, PropertyKind};
use oxc::span::{GetSpan, Span};
use serde_json::{Map, Number, Value};

use super::scene::Meta;

/// Why an expression is not plain data, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotData {
    pub(super) span: Span,
    pub(super) why: &'static str,
}

/// The value of `export const <name> = …`, without `as` and `satisfies`.
pub(super) fn exported<'a>(program: &'a Program<'_>, name: &str) -> Option<&'a Expression<'a>> {
    program.body.iter().find_map(|statement| {
        let Statement::ExportDeclaration(export) = statement else { return None };
        let Declaration::VariableDeclaration(variables) = &export.declaration else { return None };
        let named = |id: &oxc::ast::ast::BindingPattern<'_>| id.get_identifier_name().is_some_and(|id| id == name);
        let variable = variables.declarations.iter().find(|variable| named(&variable.id))?;
        variable.init.as_ref().map(Expression::get_inner_expression)
    })
}

/// The value that a literal means: objects, arrays, texts, numbers, `true`, `false` and `null`, and nothing else.
pub(super) fn value(expression: &Expression<'_>) -> Result<Value, NotData> {
    match expression.get_inner_expression() {
        Expression::NullLiteral(_) => Ok(Value::Null),
        Expression::BooleanLiteral(literal) => Ok(Value::Bool(literal.value)),
        Expression::StringLiteral(literal) if literal.lone_surrogates => {
            Err(not_data(literal.span, "half a character"))
        }
        Expression::StringLiteral(literal) => Ok(Value::String(literal.value.to_string())),
        Expression::NumericLiteral(literal) => number(literal.value, literal.span),
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => match &unary.argument {
            Expression::NumericLiteral(literal) => number(-literal.value, unary.span),
            _ => Err(not_data(unary.span, "a calculation")),
        },
        Expression::ArrayExpression(array) => {
            array.elements.iter().map(element).collect::<Result<_, _>>().map(Value::Array)
        }
        Expression::ObjectExpression(object) => {
            object.properties.iter().map(member).collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        other => Err(not_data(other.span(), "code")),
    }
}

/// The meta that a literal means, if it has all parts.
pub(super) fn meta(value: &Value) -> Option<Meta> {
    let number = |key: &str| value.get(key)?.as_u64().and_then(|number| u32::try_from(number).ok());
    Some(Meta {
        id: value.get("id")?.as_str()?.to_owned(),
        duration_in_frames: number("durationInFrames").filter(|frames| *frames > 0)?,
        fps: number("fps").filter(|fps| *fps > 0)?,
        width: number("width").filter(|width| *width > 0)?,
        height: number("height").filter(|height| *height > 0)?,
    })
}

fn not_data(span: Span, why: &'static str) -> NotData {
    NotData { span, why }
}

fn element(element: &ArrayExpressionElement<'_>) -> Result<Value, NotData> {
    element.as_expression().map_or_else(|| Err(not_data(element.span(), "a gap or a spread")), value)
}

fn member(property: &ObjectPropertyKind<'_>) -> Result<(String, Value), NotData> {
    match property {
        ObjectPropertyKind::ObjectProperty(property) if property.kind == PropertyKind::Init && !property.method => {
            Ok((key(property)?, value(&property.value)?))
        }
        other => Err(not_data(other.span(), "code")),
    }
}

/// A key that means itself: `__proto__` does so only in brackets.
fn key(property: &ObjectProperty<'_>) -> Result<String, NotData> {
    let name = match (&property.key, property.computed) {
        (PropertyKey::StringLiteral(key), _) if key.lone_surrogates => None,
        (PropertyKey::StringLiteral(key), true) => return Ok(key.value.to_string()),
        (PropertyKey::StringLiteral(key), false) => Some(key.value.as_str()),
        (PropertyKey::StaticIdentifier(key), false) => Some(key.name.as_str()),
        (_, _) => None,
    };
    let name = name.filter(|name| *name != "__proto__");
    name.map(str::to_owned).ok_or_else(|| not_data(property.key.span(), "a computed key"))
}

/// Whole numbers that JavaScript keeps exactly become integers, as JSON has them.
fn number(float: f64, span: Span) -> Result<Value, NotData> {
    const EXACT: f64 = 9_007_199_254_740_991.0;
    let whole = float.fract() == 0.0 && float.abs() <= EXACT && !(float == 0.0 && float.is_sign_negative());
    let number = if whole { Some(Number::from(float as i64)) } else { Number::from_f64(float) };
    number.map(Value::Number).ok_or_else(|| not_data(span, "a number without end"))
}
