//! Functions, and the names that they go by.

use oxc::ast::AstKind;
use oxc::ast::ast::CallExpression;
use oxc::semantic::NodeId;

use super::subject::Subject;

/// The function around a node, itself not counted.
pub(in crate::tsx) fn enclosing_function(subject: &Subject<'_, '_>, node: NodeId) -> Option<NodeId> {
    let nodes = subject.reading.nodes();
    nodes.ancestor_ids(node).find(|ancestor| nodes.kind(*ancestor).is_function_like())
}

/// The name of a function: its own, or that of the variable or property that it is the value of, also through calls
/// such as `memo(…)` and `forwardRef(…)`.
pub(in crate::tsx) fn function_name<'a>(subject: &Subject<'_, 'a>, function: NodeId) -> Option<&'a str> {
    let nodes = subject.reading.nodes();
    if let AstKind::Function(function) = nodes.kind(function)
        && let Some(id) = &function.id
    {
        return Some(id.name.as_str());
    }
    for ancestor in nodes.ancestor_kinds(function) {
        match ancestor {
            AstKind::VariableDeclarator(variable) => {
                return variable.id.get_identifier_name().map(|name| name.as_str());
            }
            AstKind::CallExpression(call) if is_wrapper(call) => {}
            AstKind::TSAsExpression(_) | AstKind::TSSatisfiesExpression(_) => {}
            _ => return None,
        }
    }
    None
}

/// Whether a call is `memo(…)` or `forwardRef(…)`, which make a component of a function.
pub(in crate::tsx) fn is_wrapper(call: &CallExpression<'_>) -> bool {
    matches!(call.callee_name(), Some("memo" | "forwardRef"))
}

/// Whether a name is that of a component.
pub(in crate::tsx) fn is_component_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
}

/// Whether a name is that of a hook.
pub(in crate::tsx) fn is_hook_name(name: &str) -> bool {
    name.strip_prefix("use").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
}
