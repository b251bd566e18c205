//! What counts frames one by one, and would miss its own where a frame of the video stands between two of the scene.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    Argument, BinaryExpression, CallExpression, Expression, IdentifierReference, JSXExpressionContainer,
};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::super::parse::Reading;

const AT_ONE_FRAME: &str = "something happens at one frame alone: say from when to when";
const PICKED: &str = "the frame picks an item: round it with `Math.floor`";
const SHOWN: &str = "the number of the frame is shown: round it with `Math.floor`";

/// Everything that asks for whole frames.
pub(super) fn all(reading: &Reading<'_>) -> Vec<(Span, String)> {
    let frames = Frames { reading };
    let found = reading.nodes().iter_enumerated().filter_map(|(id, node)| match node.kind() {
        AstKind::BinaryExpression(BinaryExpression { left, right, operator, span, .. })
            if operator.is_equality() && (frames.has(left) || frames.has(right)) =>
        {
            Some((*span, AT_ONE_FRAME))
        }
        AstKind::SwitchStatement(switch) if frames.has(&switch.discriminant) => {
            Some((switch.discriminant.span(), AT_ONE_FRAME))
        }
        AstKind::ComputedMemberExpression(member) if frames.has(&member.expression) => Some((member.span, PICKED)),
        AstKind::JSXExpressionContainer(container) if frames.is_shown(id, container) => Some((container.span, SHOWN)),
        _ => None,
    });
    found.map(|(span, message)| (span, message.to_owned())).collect()
}

/// The value that a name was declared with.
pub(super) fn initial<'a>(reading: &Reading<'a>, name: &IdentifierReference<'a>) -> Option<&'a Expression<'a>> {
    let scoping = reading.scoping();
    let symbol = scoping.get_reference(name.reference_id.get()?).symbol_id()?;
    match reading.nodes().kind(scoping.symbol_declaration(symbol)) {
        AstKind::VariableDeclarator(variable) => variable.init.as_ref(),
        _ => None,
    }
}

struct Frames<'r, 'a> {
    reading: &'r Reading<'a>,
}

impl<'a> Frames<'_, 'a> {
    /// Whether an expression is a frame, or reckoned from one without rounding.
    fn has(&self, expression: &Expression<'a>) -> bool {
        match expression.get_inner_expression() {
            Expression::Identifier(name) => self.is_name(name),
            Expression::BinaryExpression(binary) => {
                binary.operator.is_arithmetic() && (self.has(&binary.left) || self.has(&binary.right))
            }
            Expression::UnaryExpression(unary) => self.has(&unary.argument),
            Expression::CallExpression(call) => self.is_call(call),
            _ => false,
        }
    }

    /// Whether a call is one of `useCurrentFrame`, or of the helper around it.
    fn is_call(&self, call: &CallExpression<'a>) -> bool {
        let Some(callee) = call.callee.get_identifier_reference() else { return false };
        if self.reading.export(callee).is_some_and(|export| export.name == "useCurrentFrame") {
            return true;
        }
        let inner = call.arguments.first().and_then(Argument::as_expression);
        matches!(inner, Some(Expression::CallExpression(inner)) if inner.arguments.is_empty() && self.is_call(inner))
    }

    /// Parts of a scene tell each other the frame by its usual names.
    fn is_name(&self, name: &IdentifierReference<'a>) -> bool {
        let value = initial(self.reading, name).map(Expression::get_inner_expression);
        matches!(name.name.as_str(), "frame" | "currentFrame")
            || matches!(value, Some(Expression::CallExpression(call)) if self.is_call(call))
    }

    fn is_shown(&self, id: NodeId, container: &JSXExpressionContainer<'a>) -> bool {
        let Some(Expression::Identifier(name)) = container.expression.as_expression() else { return false };
        let parent = self.reading.nodes().parent_kind(id);
        matches!(parent, AstKind::JSXElement(_) | AstKind::JSXFragment(_)) && self.is_name(name)
    }
}
