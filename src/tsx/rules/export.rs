//! What a scene exports: one component as default, and each name once.

use std::collections::HashSet;

use oxc::ast::AstKind;
use oxc::ast::ast::{Declaration, ExportDefaultDeclarationKind, Expression, Function, IdentifierReference, Statement};
use oxc::span::{GetSpan, Span};

use super::Findings;
use super::function::{is_component_name, is_wrapper};
use super::subject::Subject;

const COMPONENT: &str = "write `export default function Name(props: Props) { … }`";

/// There is one default export, a component that has a name.
pub(super) fn default_export(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let program = subject.reading.program();
    let mut places = Vec::new();
    for statement in &program.body {
        match statement {
            Statement::ExportDefaultDeclaration(export) => {
                places.push(export.span);
                if let Some(wrong) = wrong_component(subject, &export.declaration) {
                    findings.add(export.declaration.span(), wrong, COMPONENT);
                }
            }
            Statement::ExportNamedDeclaration(export) => {
                places.extend(
                    export.specifiers.iter().filter(|one| one.exported.name() == "default").map(|one| one.span),
                );
            }
            _ => {}
        }
    }
    if places.is_empty() {
        findings.add(Span::new(program.span.end, program.span.end), "there is no default export", COMPONENT);
    }
    for place in places.iter().skip(1) {
        findings.add(*place, "there is more than one default export", "export the scene's component alone as default");
    }
}

/// Nothing is exported twice, which engines refuse and the parser of TypeScript lets pass.
pub(super) fn once(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let mut seen = HashSet::new();
    for (name, span) in subject.reading.program().body.iter().flat_map(exported_values) {
        if !seen.insert(name.clone()) {
            findings.add(span, format!("`{name}` is exported twice"), "export it once");
        }
    }
}

/// The names of values that a statement exports, and where; the default export aside.
fn exported_values(statement: &Statement<'_>) -> Vec<(String, Span)> {
    match statement {
        Statement::ExportDeclaration(export) => match &export.declaration {
            Declaration::VariableDeclaration(variables) => {
                let bindings = variables.declarations.iter().flat_map(|variable| variable.id.get_binding_identifiers());
                bindings.map(|binding| (binding.name.to_string(), binding.span)).collect()
            }
            Declaration::FunctionDeclaration(function) if function.body.is_some() => {
                function.id.iter().map(|id| (id.name.to_string(), id.span)).collect()
            }
            _ => Vec::new(),
        },
        Statement::ExportNamedDeclaration(export) => {
            let names = export.specifiers.iter().map(|one| (one.exported.name().to_string(), one.span));
            names.filter(|(name, _)| name != "default").collect()
        }
        _ => Vec::new(),
    }
}

/// What is wrong with a default export as a component.
fn wrong_component(subject: &Subject<'_, '_>, declaration: &ExportDefaultDeclarationKind<'_>) -> Option<String> {
    match declaration {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => wrong_function(function),
        ExportDefaultDeclarationKind::Identifier(name) => wrong_name(subject, name),
        ExportDefaultDeclarationKind::CallExpression(call) if is_wrapper(call) => None,
        ExportDefaultDeclarationKind::ArrowFunctionExpression(_) => Some("the component has no name".to_owned()),
        _ => Some("the default export is not a component".to_owned()),
    }
}

fn wrong_function(function: &Function<'_>) -> Option<String> {
    match &function.id {
        None => Some("the component has no name".to_owned()),
        Some(id) if !is_component_name(&id.name) => {
            Some(format!("the name of a component begins with a capital, unlike `{}`", id.name))
        }
        Some(id) if function.r#async || function.generator => {
            Some(format!("`{}` is async, and no component can wait", id.name))
        }
        Some(_) => None,
    }
}

fn wrong_name(subject: &Subject<'_, '_>, name: &IdentifierReference<'_>) -> Option<String> {
    let scoping = subject.reading.scoping();
    let symbol = scoping.get_reference(name.reference_id.get()?).symbol_id()?;
    let is_function = match subject.reading.nodes().kind(scoping.symbol_declaration(symbol)) {
        AstKind::Function(function) => return wrong_function(function),
        AstKind::VariableDeclarator(variable) => {
            variable.init.as_ref().is_some_and(|init| match init.get_inner_expression() {
                Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_) => true,
                Expression::CallExpression(call) => is_wrapper(call),
                _ => false,
            })
        }
        _ => false,
    };
    (!is_function || !is_component_name(&name.name)).then(|| format!("`{}` is not a component", name.name))
}
