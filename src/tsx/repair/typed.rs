//! Types where TypeScript wants them and what they are is plain: of props and parameters, of styles, of options.

use std::collections::BTreeMap;

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, Expression, FormalParameter, FormalParameters, IdentifierReference, JSXAttributeItem,
    JSXAttributeValue, JSXExpression, JSXOpeningElement, ObjectExpression, ObjectPattern, ObjectPropertyKind,
    SpreadElement, VariableDeclarator,
};
use oxc::semantic::{NodeId, SymbolId};
use oxc::span::GetSpan;

use super::super::data::exported;
use super::super::rules::function::{function_name, is_component_name};
use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};
use super::props;
use super::types::{ANY, parameters, type_of};

/// Says what kind of thing parameters are, where nothing says it.
pub(super) fn parameter_types(bench: &Bench<'_, '_>, job: &mut Job) {
    // The scene's first: what it takes tells what the others are told.
    let scene = props::scene(bench);
    let others = bench.subject.functions.iter().copied().filter(|function| Some(*function) != scene);
    for function in scene.into_iter().chain(others) {
        if !job.is_empty() && Some(function) != scene {
            return;
        }
        if let (Some(parameters), Some(symbol)) = (parameters(bench, function), untyped(bench, function)) {
            type_parameters(bench, job, (function, symbol, parameters));
        }
    }
}

fn type_parameters(
    bench: &Bench<'_, '_>,
    job: &mut Job,
    (function, symbol, parameters): (NodeId, SymbolId, &FormalParameters<'_>),
) {
    let name = bench.scoping().symbol_name(symbol);
    for (place, parameter) in parameters.items.iter().enumerate() {
        if parameter.type_annotation.is_some() || parameter.initializer.is_some() {
            continue;
        }
        let found = if is_component_name(name) && place == 0 {
            props_type(bench, (function, symbol), parameter)
        } else {
            argument_type(bench, symbol, (place, parameter))
        };
        if let Some(found) = found {
            annotate(bench, job, (parameter, parameters.span.start), (name, &found));
        }
    }
}

fn annotate(
    bench: &Bench<'_, '_>,
    job: &mut Job,
    (parameter, start): (&FormalParameter<'_>, u32),
    (name, found): (&str, &str),
) {
    let has_brackets = bench.reading().text()[start as usize..].starts_with('(');
    let end = parameter.pattern.span().end;
    let patches = if has_brackets {
        vec![Patch::insert(end, format!(": {found}"))]
    } else {
        vec![Patch::insert(start, "("), Patch::insert(end, format!(": {found})"))]
    };
    job.change("parameter-type", format!("said of what type the parameters of `{name}` are"), patches);
}

/// The symbol of a function that nothing tells the types of its parameters.
fn untyped(bench: &Bench<'_, '_>, function: NodeId) -> Option<SymbolId> {
    function_name(&bench.subject, function)?;
    match bench.nodes().kind(function) {
        AstKind::Function(function) if function.is_declaration() => function.id.as_ref()?.symbol_id.get(),
        _ => match bench.nodes().parent_kind(function) {
            AstKind::VariableDeclarator(variable) if variable.type_annotation.is_none() => {
                variable.id.get_binding_identifier()?.symbol_id.get()
            }
            _ => None,
        },
    }
}

/// The type of the props of a component: that of `defaultProps` for the scene, and what elements tell the others.
fn props_type(
    bench: &Bench<'_, '_>,
    (function, symbol): (NodeId, SymbolId),
    parameter: &FormalParameter<'_>,
) -> Option<String> {
    if is_scene(bench, function, symbol) {
        let has_data = exported(bench.reading().program(), "defaultProps").is_some();
        let named = bench.top_level("Props").is_some();
        return has_data.then(|| if named { "Props" } else { "typeof defaultProps" }.to_owned());
    }
    let wanted = match &parameter.pattern {
        BindingPattern::ObjectPattern(pattern) => members(pattern)?,
        BindingPattern::BindingIdentifier(name) => read_members(bench, name.symbol_id.get()?)?,
        _ => return None,
    };
    let told = told(bench, symbol)?;
    let members: Vec<_> = wanted.iter().map(|wanted| member_type(wanted, &told)).collect();
    Some(format!("{{{}}}", members.join("; ")))
}

/// A member of the type of props: its name, and what all elements tell it.
fn member_type((name, usual): &(String, Option<String>), told: &[BTreeMap<String, String>]) -> String {
    let types = told.iter().map(|element| element.get(name.as_str()));
    let mark = if types.clone().any(|found| found.is_none()) { "?" } else { "" };
    let mut types: Vec<&String> = types.flatten().collect();
    types.sort();
    types.dedup();
    let found = match (&types[..], name.as_str()) {
        (_, "children") => "React.ReactNode",
        ([only], _) => only.as_str(),
        ([], _) => usual.as_deref().unwrap_or(ANY),
        _ => ANY,
    };
    format!("{name}{mark}: {found}")
}

fn is_scene(bench: &Bench<'_, '_>, function: NodeId, symbol: SymbolId) -> bool {
    let is_exported = matches!(bench.nodes().parent_kind(function), AstKind::ExportDefaultDeclaration(_));
    is_exported
        || bench.scoping().get_resolved_references(symbol).any(|reference| {
            matches!(bench.nodes().parent_kind(reference.node_id()), AstKind::ExportDefaultDeclaration(_))
        })
}

/// The members that a pattern takes out, with the types of what they are where they are not told.
fn members(pattern: &ObjectPattern<'_>) -> Option<Vec<(String, Option<String>)>> {
    let member = |property: &oxc::ast::ast::BindingProperty<'_>| {
        let usual = match &property.value {
            BindingPattern::AssignmentPattern(assignment) => match &assignment.right {
                Expression::NumericLiteral(_) => Some("number".to_owned()),
                Expression::StringLiteral(_) => Some("string".to_owned()),
                Expression::BooleanLiteral(_) => Some("boolean".to_owned()),
                _ => None,
            },
            _ => None,
        };
        Some((property.key.static_name()?.to_string(), usual))
    };
    if pattern.rest.is_some() { None } else { pattern.properties.iter().map(member).collect() }
}

/// The members that are read of `props`.
fn read_members(bench: &Bench<'_, '_>, props: SymbolId) -> Option<Vec<(String, Option<String>)>> {
    let mut found = BTreeMap::new();
    for reference in bench.scoping().get_resolved_references(props) {
        let AstKind::StaticMemberExpression(member) = bench.nodes().parent_kind(reference.node_id()) else {
            return None;
        };
        found.insert(member.property.name.to_string(), None);
    }
    Some(found.into_iter().collect())
}

/// For each element of a component what its attributes are.
fn told(bench: &Bench<'_, '_>, component: SymbolId) -> Option<Vec<BTreeMap<String, String>>> {
    let references = bench.scoping().get_resolved_references(component);
    let elements = references.filter_map(|reference| match bench.nodes().parent_kind(reference.node_id()) {
        AstKind::JSXOpeningElement(element) => Some(attributes(bench, element)),
        _ => None,
    });
    elements.collect()
}

fn attributes(bench: &Bench<'_, '_>, element: &JSXOpeningElement<'_>) -> Option<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for item in &element.attributes {
        let JSXAttributeItem::Attribute(attribute) = item else { return None };
        let of = match &attribute.value {
            None => "boolean".to_owned(),
            Some(JSXAttributeValue::StringLiteral(_)) => "string".to_owned(),
            Some(JSXAttributeValue::ExpressionContainer(container)) => match &container.expression {
                JSXExpression::EmptyExpression(_) => ANY.to_owned(),
                expression => expression.as_expression().map_or_else(|| ANY.to_owned(), |value| type_of(bench, value)),
            },
            Some(_) => ANY.to_owned(),
        };
        found.insert(attribute.name.get_identifier().name.to_string(), of);
    }
    Some(found)
}

/// The type of a parameter by what calls give it.
fn argument_type(
    bench: &Bench<'_, '_>,
    function: SymbolId,
    (place, parameter): (usize, &FormalParameter<'_>),
) -> Option<String> {
    if !parameter.pattern.is_binding_identifier() {
        return None;
    }
    let mut types = Vec::new();
    for reference in bench.scoping().get_resolved_references(function) {
        let AstKind::CallExpression(call) = bench.nodes().parent_kind(reference.node_id()) else { continue };
        let argument = Subject::argument(call, place)?;
        types.push(type_of(bench, argument));
    }
    types.sort();
    types.dedup();
    match &types[..] {
        [only] => Some(only.clone()),
        _ => Some(ANY.to_owned()),
    }
}

/// Says of constants that are styles, or options of `interpolate`, what they are: else their texts are any text.
pub(super) fn constants(bench: &Bench<'_, '_>, job: &mut Job) {
    for (_, attribute) in bench.subject.attributes.iter().filter(|(_, attribute)| attribute.is_identifier("style")) {
        let Some(JSXAttributeValue::ExpressionContainer(container)) = &attribute.value else { continue };
        let Some(expression) = container.expression.as_expression() else { continue };
        style_of(bench, job, expression);
    }
    for call in bench.subject.calls_of("interpolate") {
        if let Some(Expression::Identifier(name)) = Subject::argument(call, 3)
            && let Some(variable) = bench.symbol(name).and_then(|symbol| declared(bench, symbol))
        {
            as_const(job, variable, name.name.as_str());
        }
        if let Some(options) = Subject::argument(call, 3).and_then(|options| bench.subject.object(options)) {
            for spread in options.properties.iter().filter_map(spread) {
                if let Expression::Identifier(name) = &spread.argument
                    && let Some(variable) = bench.symbol(name).and_then(|symbol| declared(bench, symbol))
                {
                    as_const(job, variable, name.name.as_str());
                }
            }
        }
    }
}

fn spread<'a>(property: &'a ObjectPropertyKind<'a>) -> Option<&'a SpreadElement<'a>> {
    match property {
        ObjectPropertyKind::SpreadProperty(spread) => Some(spread),
        ObjectPropertyKind::ObjectProperty(_) => None,
    }
}

fn as_const(job: &mut Job, variable: &VariableDeclarator<'_>, name: &str) {
    let Some(Expression::ObjectExpression(object)) = &variable.init else { return };
    if variable.type_annotation.is_none() {
        let told = format!("said that `{name}` stays as it is, so that its words are options");
        job.change("constant-type", told, vec![Patch::share(object.span.end, " as const")]);
    }
}

/// The variable that a symbol is, if it has a value and no pattern.
fn declared<'a>(bench: &Bench<'_, 'a>, symbol: SymbolId) -> Option<&'a VariableDeclarator<'a>> {
    match bench.nodes().kind(bench.scoping().symbol_declaration(symbol)) {
        AstKind::VariableDeclarator(variable) if variable.id.is_binding_identifier() => Some(variable),
        _ => None,
    }
}

fn style_of(bench: &Bench<'_, '_>, job: &mut Job, expression: &Expression<'_>) {
    match expression.get_inner_expression() {
        Expression::Identifier(name) => {
            annotate_style(bench, job, (name, ": CSSProperties"), |_| true);
        }
        Expression::StaticMemberExpression(member) => {
            let Expression::Identifier(name) = &member.object else { return };
            let is_object = |each: &ObjectPropertyKind<'_>| {
                each.as_property().is_some_and(|each| matches!(each.value, Expression::ObjectExpression(_)))
            };
            annotate_style(bench, job, (name, ": Record<string, CSSProperties>"), |object| {
                object.properties.iter().all(is_object)
            });
        }
        Expression::ObjectExpression(object) => {
            let spreads = object.properties.iter().filter_map(spread);
            spreads.for_each(|spread| style_of(bench, job, &spread.argument));
        }
        _ => {}
    }
}

fn annotate_style(
    bench: &Bench<'_, '_>,
    job: &mut Job,
    (name, annotation): (&IdentifierReference<'_>, &str),
    fits: impl Fn(&ObjectExpression<'_>) -> bool,
) {
    let Some(variable) = bench.symbol(name).and_then(|symbol| declared(bench, symbol)) else { return };
    if let Some(Expression::ObjectExpression(object)) = &variable.init
        && variable.type_annotation.is_none()
        && fits(object)
    {
        let told = format!("said that `{}` is a style", name.name);
        job.change("constant-type", told, vec![Patch::share(variable.id.span().end, annotation)]);
    }
}
