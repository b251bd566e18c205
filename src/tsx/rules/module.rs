//! The module around a scene: its imports, its directives, its data.

use oxc::ast::ast::{
    BindingPattern, ImportDeclaration, ImportDeclarationSpecifier, ImportSpecifier, Statement, VariableDeclarator,
};
use oxc::span::GetSpan;

use super::super::data::{self, exported};
use super::super::exports::{self, PACKAGES, Package};
use super::super::origin::window_property;
use super::super::parse::Undeclared;
use super::super::skeleton::{META, PROPS};
use super::subject::Subject;
use super::{Findings, did_you_mean};

/// Imports name packages of the table and what they export.
pub(super) fn imports(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for statement in &subject.reading.program().body {
        match statement {
            Statement::ImportDeclaration(import) if subject.reading.undeclared() == Undeclared::Export => {
                findings.add(
                    import.span,
                    "a structure has no import lines",
                    "leave it away: what is used is imported by itself",
                );
            }
            Statement::ImportDeclaration(import) => check_import(import, findings),
            Statement::VariableDeclaration(variables) => {
                variables.declarations.iter().for_each(|variable| check_globals(variable, findings));
            }
            Statement::ExportFromDeclaration(_) | Statement::ExportAllDeclaration(_) => {
                findings.add(statement.span(), "a scene passes on no exports of others", "import what the scene uses");
            }
            Statement::TSImportEqualsDeclaration(_) | Statement::TSExportAssignment(_) => {
                findings.add(statement.span(), "a scene is an ES module", "use `import` and `export default`");
            }
            _ => {}
        }
    }
}

/// There are no directives.
pub(super) fn directives(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for directive in &subject.reading.program().directives {
        findings.add(directive.span, format!("`{}` has no meaning in a scene", directive.directive), "leave it away");
    }
}

/// `meta` and `defaultProps`, where they are exported, are plain data; `meta` has all that players ask for.
pub(super) fn data(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for name in ["meta", "defaultProps"] {
        let Some(expression) = exported(subject.reading.program(), name) else { continue };
        let is_hole =
            expression.get_identifier_reference().is_some_and(|hole| matches!(hole.name.as_str(), META | PROPS));
        if is_hole && subject.reading.undeclared() == Undeclared::Export {
            continue;
        }
        match data::value(expression) {
            Err(fault) => findings.add(
                fault.span,
                format!("`{name}` is plain data, and this is {}", fault.why),
                "write out the value, or compute it inside the component",
            ),
            Ok(value) if name == "meta" && data::meta(&value).is_none() => findings.add(
                expression.span(),
                "`meta` lacks something",
                "write `{id: 'name', durationInFrames: 150, fps: 30, width: 1920, height: 1080}`",
            ),
            Ok(_) => {}
        }
    }
}

fn check_import(import: &ImportDeclaration<'_>, findings: &mut Findings<'_>) {
    let Some(package) = exports::package(&import.source.value) else {
        let message = format!("a scene cannot import from '{}'", import.source.value);
        return findings.add(import.source.span, message, format!("it can from {}", sources()));
    };
    let specifiers = import.specifiers.as_ref().filter(|specifiers| !specifiers.is_empty());
    if specifiers.is_none() {
        findings.add(import.span, "this imports nothing", "name what the scene uses, or leave it away");
    }
    for specifier in specifiers.into_iter().flatten() {
        match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(specifier) => check_specifier(package, specifier, findings),
            whole if package.source == "react" && whole.local().name == "React" => {}
            whole => findings.add(
                whole.span(),
                format!("'{}' is imported name by name", package.source),
                "write `import {name} from …`",
            ),
        }
    }
}

/// A line such as `const {useState} = window.React;` takes what is there.
fn check_globals(variable: &VariableDeclarator<'_>, findings: &mut Findings<'_>) {
    let Some(global) = variable.init.as_ref().and_then(window_property) else { return };
    let BindingPattern::ObjectPattern(pattern) = &variable.id else { return };
    for property in &pattern.properties {
        let name = property.key.static_name().unwrap_or_default();
        if exports::packages_on_window(global).all(|package| package.export(&name).is_none()) {
            let names = exports::packages_on_window(global).flat_map(|package| package.values.iter().copied());
            let help = did_you_mean(&name, names, "leave it away");
            findings.add(property.key.span(), format!("`window.{global}` has no `{name}` for scenes"), help);
        }
    }
}

fn check_specifier(package: &'static Package, specifier: &ImportSpecifier<'_>, findings: &mut Findings<'_>) {
    let name = specifier.imported.name();
    if package.export(&name).is_some() {
        return;
    }
    let help = match exports::find(&name) {
        Some(export) => format!("import it from '{}'", export.package.source),
        None => did_you_mean(&name, package.values.iter().chain(package.types).copied(), "leave it away"),
    };
    findings.add(specifier.span, format!("'{}' exports no `{name}` for scenes", package.source), help);
}

fn sources() -> String {
    let sources = PACKAGES.iter().map(|package| package.source).filter(|source| source.matches('/').count() < 2);
    sources.map(|source| format!("'{source}'")).collect::<Vec<_>>().join(", ")
}
