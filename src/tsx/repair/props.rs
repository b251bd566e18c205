//! `defaultProps`: the data of a scene, exported and plain.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    AssignmentTarget, BinaryExpression, BindingPattern, Expression, FormalParameters, IdentifierReference, Statement,
    TemplateLiteral, VariableDeclaration,
};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::data::{self, exported};
use super::super::literal::literal;
use super::bench::{Bench, whole_line};
use super::job::{Job, Patch};
use super::order::with_comments;
use super::types::parameters;

/// Exports the data of a scene: where it is kept back, where it is told as in older React, or read off the parameters.
pub(super) fn default_props(bench: &Bench<'_, '_>, job: &mut Job) {
    if exported(bench.reading().program(), "defaultProps").is_some() {
        return;
    }
    if let Some(variables) = kept_back(bench) {
        job.change("default-props", "exported `defaultProps`", vec![Patch::insert(variables.span.start, "export ")]);
    } else if bench.top_level("defaultProps").is_none() {
        if let Some((statement, value)) = assigned(bench) {
            let patch = Patch::swap(statement, format!("export const defaultProps = {};", bench.text(value)));
            job.change("default-props", "exported as `defaultProps` what was told to the component", vec![patch]);
        } else if let Some((component, written)) = read_off(bench) {
            let told = "read `defaultProps` off the parameters of the scene";
            job.change("default-props", told, vec![Patch::insert(component, format!("{written}\n\n"))]);
        }
    }
}

fn kept_back<'a>(bench: &Bench<'_, 'a>) -> Option<&'a VariableDeclaration<'a>> {
    bench.statements().iter().find_map(|statement| match statement {
        Statement::VariableDeclaration(variables) => {
            let is_own = |id: &BindingPattern<'_>| id.get_identifier_name().is_some_and(|name| name == "defaultProps");
            let [variable] = &variables.declarations[..] else { return None };
            let is_data = variable.init.as_ref().is_some_and(|init| data::value(init.get_inner_expression()).is_ok());
            (is_own(&variable.id) && is_data).then_some(&**variables)
        }
        _ => None,
    })
}

/// `Scene.defaultProps = {…};`
fn assigned(bench: &Bench<'_, '_>) -> Option<(Span, Span)> {
    bench.statements().iter().find_map(|statement| {
        let Statement::ExpressionStatement(statement) = statement else { return None };
        let Expression::AssignmentExpression(assignment) = &statement.expression else { return None };
        let AssignmentTarget::StaticMemberExpression(member) = &assignment.left else { return None };
        let is_own = member.property.name == "defaultProps" && data::value(&assignment.right).is_ok();
        is_own.then(|| (statement.span, assignment.right.span()))
    })
}

/// The scene's function: that of the default export.
pub(super) fn scene(bench: &Bench<'_, '_>) -> Option<NodeId> {
    let functions = bench.subject.functions.iter().copied();
    functions.into_iter().find(|function| {
        let nodes = bench.nodes();
        if matches!(nodes.parent_kind(*function), AstKind::ExportDefaultDeclaration(_)) {
            return true;
        }
        let named = match nodes.kind(*function) {
            AstKind::Function(function) => function.id.as_ref(),
            _ => match nodes.parent_kind(*function) {
                AstKind::VariableDeclarator(variable) => variable.id.get_binding_identifier(),
                _ => None,
            },
        };
        let symbol = named.and_then(|name| name.symbol_id.get());
        symbol.is_some_and(|symbol| {
            bench.scoping().get_resolved_references(symbol).any(|reference| {
                matches!(bench.nodes().parent_kind(reference.node_id()), AstKind::ExportDefaultDeclaration(_))
            })
        })
    })
}

/// The data that a scene takes where it is told nothing: `({title = 'Hello'})`, if each of its props has such.
fn read_off(bench: &Bench<'_, '_>) -> Option<(u32, String)> {
    let function = scene(bench)?;
    let parameters: &FormalParameters<'_> = parameters(bench, function)?;
    let [parameter] = &parameters.items[..] else { return None };
    let BindingPattern::ObjectPattern(pattern) = &parameter.pattern else { return None };
    let mut members = serde_json::Map::new();
    for property in &pattern.properties {
        let BindingPattern::AssignmentPattern(assignment) = &property.value else { return None };
        members.insert(property.key.static_name()?.to_string(), data::value(&assignment.right).ok()?);
    }
    if members.is_empty() || pattern.rest.is_some() {
        return None;
    }
    let place = bench.nodes().kind(function).span();
    let statement = bench.statements().iter().find(|statement| statement.span().contains_inclusive(place))?;
    let written = format!("export const defaultProps = {};", literal(&members.into(), 0));
    Some((with_comments(bench, statement.span().start), written))
}

/// Whether the scene takes props that nothing gives it.
pub(super) fn lacks_data(bench: &Bench<'_, '_>) -> Option<Span> {
    if exported(bench.reading().program(), "defaultProps").is_some() {
        return None;
    }
    let parameters = parameters(bench, scene(bench)?)?;
    let parameter = parameters.items.first()?;
    let is_empty = match &parameter.pattern {
        BindingPattern::ObjectPattern(pattern) => {
            pattern.properties.iter().all(|property| matches!(property.value, BindingPattern::AssignmentPattern(_)))
        }
        BindingPattern::BindingIdentifier(name) => {
            let symbol = name.symbol_id.get()?;
            bench.scoping().get_resolved_references(symbol).next().is_none()
        }
        _ => false,
    };
    (!is_empty && parameter.initializer.is_none()).then_some(parameter.span)
}

/// Writes out what stands in `meta` and `defaultProps` and is no plain data, but stands for some.
pub(super) fn plain_data(bench: &Bench<'_, '_>, job: &mut Job) {
    let Some(value) = exported(bench.reading().program(), "defaultProps") else { return };
    let Err(fault) = data::value(value) else { return };
    if let Some(written) = folded(bench, fault.span) {
        let told = format!("wrote out `{}` in `defaultProps`", bench.text(fault.span));
        job.change("plain-data", told, vec![Patch::swap(fault.span, written)]);
    }
}

/// The data that an expression at a place comes to.
fn folded(bench: &Bench<'_, '_>, place: Span) -> Option<String> {
    let nodes = bench.nodes().iter();
    let mut found = None;
    for node in nodes.filter(|node| node.kind().span() == place) {
        found = match node.kind() {
            AstKind::TemplateLiteral(template) => plain_text(template),
            AstKind::IdentifierReference(name) => initial(bench, name),
            AstKind::BinaryExpression(binary) => calculated(binary),
            _ => found,
        };
    }
    found
}

/// The data that a constant is declared as.
fn initial(bench: &Bench<'_, '_>, name: &IdentifierReference<'_>) -> Option<String> {
    let declaration = bench.scoping().symbol_declaration(bench.symbol(name)?);
    let AstKind::VariableDeclarator(variable) = bench.nodes().kind(declaration) else { return None };
    match variable.init.as_ref()?.get_inner_expression() {
        Expression::TemplateLiteral(template) => plain_text(template),
        init => data::value(init).ok().map(|value| literal(&value, 0)),
    }
}

/// What two numbers come to.
fn calculated(binary: &BinaryExpression<'_>) -> Option<String> {
    let number = |side: &Expression<'_>| match side {
        Expression::NumericLiteral(number) => Some(number.value),
        _ => None,
    };
    let (left, right) = (number(&binary.left)?, number(&binary.right)?);
    let result = match binary.operator.as_str() {
        "*" => left * right,
        "+" => left + right,
        "-" => left - right,
        "/" => left / right,
        _ => return None,
    };
    result.is_finite().then(|| result.to_string())
}

/// A template without expressions, as a text in quotes.
fn plain_text(template: &TemplateLiteral<'_>) -> Option<String> {
    let text = template.quasis.first().filter(|_| template.expressions.is_empty())?.value.cooked.as_ref()?;
    Some(literal(&text.to_string().into(), 0))
}

/// A statement that only speaks to whoever registers the scene goes: it is registered from outside.
pub(super) fn registration(bench: &Bench<'_, '_>, job: &mut Job) {
    let text = bench.reading().text();
    for statement in bench.statements() {
        let span = statement.span();
        let shows_frames =
            |other: &&Statement<'_>| other.span() != span && bench.text(other.span()).contains("useCurrentFrame");
        let gone = if registers(statement) {
            ("`registerRoot`", span)
        } else if is_root(bench, statement) && bench.statements().iter().any(|other| shows_frames(&other)) {
            ("the `Composition`", Span::new(with_comments(bench, span.start), span.end))
        } else {
            continue;
        };
        let told = format!("left away {}, since the scene is registered from outside", gone.0);
        job.change("registration", told, vec![whole_line(text, gone.1)]);
    }
}

/// Whether a statement is `registerRoot(…)`.
fn registers(statement: &Statement<'_>) -> bool {
    match statement {
        Statement::ExpressionStatement(statement) => match &statement.expression {
            Expression::CallExpression(call) => call.callee.is_specific_id("registerRoot"),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a statement declares a component that shows nothing but a `Composition`.
fn is_root(bench: &Bench<'_, '_>, statement: &Statement<'_>) -> bool {
    let span = statement.span();
    let is_component = matches!(
        statement,
        Statement::FunctionDeclaration(_)
            | Statement::VariableDeclaration(_)
            | Statement::ExportDeclaration(_)
            | Statement::ExportDefaultDeclaration(_)
    );
    let own = bench.subject.elements.iter().filter(|element| span.contains_inclusive(element.span));
    let mut names = own.map(|element| bench.text(element.name.span())).peekable();
    is_component && names.peek().is_some() && names.all(|name| name == "Composition")
}
