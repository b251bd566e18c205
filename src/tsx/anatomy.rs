//! Code of a scene as a template holds it: without import lines, with places for its data, and perhaps with a component
//! of another name around its own.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, ExportDefaultDeclaration, ExportDefaultDeclarationKind, Expression, ImportDeclaration,
    ImportDeclarationSpecifier, Program, Statement, TSTypeQueryExprName, VariableDeclaration, VariableDeclarator,
};
use oxc::span::{GetSpan, Span};

use crate::diagnostic::Source;
use crate::error::Result;

use super::check::refusal;
use super::data::exported;
use super::entry::name_of_component;
use super::exports;
use super::origin::window_property;
use super::parse::{Reading, read_foreign};

/// What there is to know of a scene's code before it can be held by a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anatomy {
    /// The name of the component that it exports as default, if it has one.
    pub component: Option<String>,
    /// Whether that is written as `export default function Name`.
    pub is_function: bool,
    /// All names that stand at its top level.
    pub names: Vec<String>,
    /// Whether it asks how wide or high the frame is.
    pub follows_format: bool,
    /// Whether it reads `defaultProps` elsewhere than in types, past the props that it is given.
    pub reads_own_data: bool,
    /// What keeps it from being held without its import lines, a sentence each.
    pub faults: Vec<String>,
}

/// What is written in the places of a scene's data, and around its component.
#[derive(Debug, Clone, Copy)]
pub struct Casing<'a> {
    /// The value of `meta`.
    pub meta: &'a str,
    /// The value of `defaultProps`.
    pub props: &'a str,
    /// A component that is exported in the place of the scene's own.
    pub shell: Option<Shell<'a>>,
}

/// A component around that of a scene.
#[derive(Debug, Clone, Copy)]
pub struct Shell<'a> {
    /// Its whole code, which begins with `export default function`.
    pub code: &'a str,
    /// What the scene's own component is called where it has no name.
    pub inner: &'a str,
    /// What is written for `typeof defaultProps` in the scene, whose data is that of the shell now.
    pub props_type: &'a str,
}

/// Looks through the code of a scene.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if it does not parse.
pub fn anatomy(code: &str) -> Result<Anatomy> {
    reading(code, |reading| {
        let export = default_export(reading.program()).map(|export| &export.declaration);
        Anatomy {
            component: name_of_component(reading),
            is_function: matches!(export, Some(ExportDefaultDeclarationKind::FunctionDeclaration(_))),
            names: names(reading),
            follows_format: follows_format(reading),
            reads_own_data: reads_own_data(reading),
            faults: imports(reading.program()).flat_map(faults).collect(),
        }
    })
}

/// The code of a scene without its import lines, in a casing.
///
/// # Errors
/// As [`anatomy`].
pub fn cased(code: &str, casing: &Casing<'_>) -> Result<String> {
    reading(code, |reading| {
        let mut patches: Vec<(Span, String)> = Vec::new();
        let program = reading.program();
        let heads = program.body.iter().filter(|statement| is_head(statement));
        patches.extend(heads.map(|statement| (to_next_line(code, statement.span()), String::new())));
        patches.extend(exported(program, "meta").map(|value| (value.span(), casing.meta.to_owned())));
        match &casing.shell {
            None => {
                patches.extend(exported(program, "defaultProps").map(|value| (value.span(), casing.props.to_owned())));
            }
            Some(shell) => enclose(reading, shell, casing.props, &mut patches),
        }
        patched(code, patches)
    })
}

fn reading<T: Send>(code: &str, work: impl FnOnce(&Reading<'_>) -> T + Send) -> Result<T> {
    let source = Source::new("scene.tsx", code);
    read_foreign(&source, work).map_err(|faults| refusal(&source, faults))
}

fn default_export<'a>(program: &'a Program<'a>) -> Option<&'a ExportDefaultDeclaration<'a>> {
    program.body.iter().find_map(|statement| match statement {
        Statement::ExportDefaultDeclaration(export) => Some(&**export),
        _ => None,
    })
}

fn names(reading: &Reading<'_>) -> Vec<String> {
    let scoping = reading.scoping();
    scoping.get_bindings(scoping.root_scope_id()).keys().map(ToString::to_string).collect()
}

fn follows_format(reading: &Reading<'_>) -> bool {
    let is_side = |name: &str| matches!(name, "width" | "height");
    reading.nodes().iter().any(|node| match node.kind() {
        AstKind::StaticMemberExpression(member) if is_side(&member.property.name) => {
            member.object.is_specific_id("meta") || tells_size(reading, &member.object)
        }
        AstKind::VariableDeclarator(variable) => match (&variable.id, &variable.init) {
            (BindingPattern::ObjectPattern(pattern), Some(init)) => {
                let mut keys = pattern.properties.iter().filter_map(|property| property.key.static_name());
                tells_size(reading, init) && keys.any(|key| is_side(&key))
            }
            _ => false,
        },
        _ => false,
    })
}

/// Whether an expression is what `useVideoConfig` gives, or a name of it.
fn tells_size<'a>(reading: &Reading<'a>, expression: &Expression<'a>) -> bool {
    match expression.get_inner_expression() {
        Expression::CallExpression(call) => {
            let callee = call.callee.get_identifier_reference();
            callee.and_then(|name| reading.export(name)).is_some_and(|export| export.name == "useVideoConfig")
        }
        Expression::Identifier(name) => {
            let scoping = reading.scoping();
            let symbol = name.reference_id.get().and_then(|id| scoping.get_reference(id).symbol_id());
            match symbol.map(|symbol| reading.nodes().kind(scoping.symbol_declaration(symbol))) {
                Some(AstKind::VariableDeclarator(variable)) => {
                    let init = variable.init.as_ref().map(Expression::get_inner_expression);
                    matches!(init, Some(init @ Expression::CallExpression(_)) if tells_size(reading, init))
                }
                _ => false,
            }
        }
        _ => false,
    }
}

fn reads_own_data(reading: &Reading<'_>) -> bool {
    let scoping = reading.scoping();
    let symbol = scoping.get_root_binding("defaultProps".into());
    symbol.is_some_and(|symbol| scoping.get_resolved_references(symbol).any(oxc::semantic::Reference::is_value))
}

fn imports<'a>(program: &'a Program<'a>) -> impl Iterator<Item = &'a ImportDeclaration<'a>> {
    program.body.iter().filter_map(|statement| match statement {
        Statement::ImportDeclaration(import) => Some(&**import),
        _ => None,
    })
}

/// Import lines are written anew from the names alone, so that each has to mean what it says.
fn faults(import: &ImportDeclaration<'_>) -> Vec<String> {
    let source = import.source.value.as_str();
    let fault = |specifier: &ImportDeclarationSpecifier<'_>| {
        let ImportDeclarationSpecifier::ImportSpecifier(specifier) = specifier else { return None };
        let (name, local) = (specifier.imported.name(), specifier.local.name.as_str());
        if name != local {
            return Some(format!("`{name}` is imported as `{local}`: call it by its own name"));
        }
        let usual = exports::find(&name).map(|export| export.package.source);
        (usual != Some(source)).then(|| format!("`{name}` is imported from '{source}', where no template finds it"))
    };
    import.specifiers.iter().flatten().filter_map(fault).collect()
}

/// Whether a statement brings in packages.
fn is_head(statement: &Statement<'_>) -> bool {
    let is_taken = |variable: &VariableDeclarator<'_>| variable.init.as_ref().and_then(window_property).is_some();
    match statement {
        Statement::ImportDeclaration(_) => true,
        Statement::VariableDeclaration(variables) => variables.declarations.iter().all(is_taken),
        _ => false,
    }
}

/// A span with the end of its line, if nothing else stands there.
fn to_next_line(code: &str, span: Span) -> Span {
    let rest = &code[span.end as usize..];
    let gap = rest.find('\n').filter(|at| rest[..*at].trim().is_empty()).map_or(0, |at| at + 1);
    Span::new(span.start, span.end + gap as u32)
}

fn enclose(reading: &Reading<'_>, shell: &Shell<'_>, props: &str, patches: &mut Vec<(Span, String)>) {
    let declarators = reading.program().body.iter().filter_map(variables).flat_map(|all| &all.declarations);
    let data = declarators.filter(|one| one.id.get_identifier_name().is_some_and(|name| name == "defaultProps"));
    patches.extend(data.map(|one| (one.span, format!("defaultProps = {props}"))));
    let types = reading.nodes().iter().filter_map(|node| match node.kind() {
        AstKind::TSTypeQuery(query) => match &query.expr_name {
            TSTypeQueryExprName::IdentifierReference(name) if name.name == "defaultProps" => Some(query.span),
            _ => None,
        },
        _ => None,
    });
    patches.extend(types.map(|span| (span, shell.props_type.to_owned())));
    let Some(export) = default_export(reading.program()) else { return };
    let declaration = export.declaration.span();
    let before = Span::new(export.span.start, declaration.start);
    patches.push(match &export.declaration {
        ExportDefaultDeclarationKind::Identifier(_) => (export.span, shell.code.to_owned()),
        ExportDefaultDeclarationKind::FunctionDeclaration(_) => (before, format!("{}\n\n", shell.code)),
        _ => (before, format!("{}\n\nconst {} = ", shell.code, shell.inner)),
    });
}

fn variables<'a>(statement: &'a Statement<'a>) -> Option<&'a VariableDeclaration<'a>> {
    let Statement::ExportDeclaration(export) = statement else { return None };
    match &export.declaration {
        oxc::ast::ast::Declaration::VariableDeclaration(variables) => Some(variables),
        _ => None,
    }
}

fn patched(code: &str, mut patches: Vec<(Span, String)>) -> String {
    patches.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(code.len() + 1024);
    let mut at = 0;
    for (span, text) in &patches {
        out.push_str(&code[at..span.start as usize]);
        out.push_str(text);
        at = span.end as usize;
    }
    (out + &code[at..]).trim_start().to_owned()
}
