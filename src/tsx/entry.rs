//! How a scene is played by other code: what it exports, and what it expects to be around it.

use oxc::ast::AstKind;
use oxc::ast::ast::{
    ExportDefaultDeclarationKind, Expression, FormalParameters, IdentifierReference, ImportDeclarationSpecifier,
    ImportSpecifier, Statement,
};
use oxc::span::Span;

use crate::diagnostic::Source;
use crate::error::Result;

use super::check::refusal;
use super::data::exported;
use super::origin::window_property;
use super::parse::{Reading, read_foreign};

/// What other code has to know to play a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Whether its component takes props.
    pub takes_props: bool,
    /// Whether it exports `defaultProps`.
    pub has_default_props: bool,
    /// Whether it takes packages from `window`, where only players in the browser keep them.
    pub is_for_players: bool,
}

/// How a scene is played.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if the code does not parse.
pub fn entry(code: &str) -> Result<Entry> {
    let source = Source::new("scene.tsx", code);
    let read = read_foreign(&source, |reading| Entry {
        takes_props: takes_props(reading),
        has_default_props: exported(reading.program(), "defaultProps").is_some(),
        is_for_players: is_for_players(reading),
    });
    read.map_err(|faults| refusal(&source, faults))
}

/// The name of the component that a scene exports as its default; nothing if it has none, or does not parse.
pub fn component(code: &str) -> Option<String> {
    let name = |reading: &Reading<'_>| match default_export(reading)? {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
            function.id.as_ref().map(|id| id.name.to_string())
        }
        ExportDefaultDeclarationKind::Identifier(name) => Some(name.name.to_string()),
        _ => None,
    };
    read_foreign(&Source::new("scene.tsx", code), name).ok().flatten()
}

/// The scene with its own frames a second, whatever those of the composition are that it is part of: what it asks
/// `useVideoConfig` for says them. What does not ask stays as it is.
///
/// # Errors
/// As [`entry`].
pub fn at_own_rate(code: &str, fps: u32) -> Result<String> {
    let source = Source::new("scene.tsx", code);
    let read = read_foreign(&source, |reading| {
        let import = video_config(reading)?;
        Some((import.span, import.local.name.to_string()))
    });
    let Some((span, local)) = read.map_err(|faults| refusal(&source, faults))? else { return Ok(code.to_owned()) };
    let mut outer = "useFilmConfig".to_owned();
    while code.contains(&outer) {
        outer.push('_');
    }
    let Span { start, end, .. } = span;
    let (before, after) = (&code[..start as usize], code[end as usize..].trim_end());
    Ok(format!(
        "{before}useVideoConfig as {outer}{after}\n\n/** The scene is timed for {fps} frames a second. */\n\
         const {local} = () => ({{...{outer}(), fps: {fps}}});\n"
    ))
}

/// The import of `useVideoConfig`.
fn video_config<'a>(reading: &Reading<'a>) -> Option<&'a ImportSpecifier<'a>> {
    let imports = reading.program().body.iter().filter_map(|statement| match statement {
        Statement::ImportDeclaration(import) if import.source.value == "remotion" => Some(import),
        _ => None,
    });
    imports.flat_map(|import| import.specifiers.iter().flatten()).find_map(|specifier| match specifier {
        ImportDeclarationSpecifier::ImportSpecifier(one) if one.imported.name() == "useVideoConfig" => Some(&**one),
        _ => None,
    })
}

fn is_for_players(reading: &Reading<'_>) -> bool {
    reading.program().body.iter().any(|statement| match statement {
        Statement::VariableDeclaration(variables) => {
            variables.declarations.iter().any(|variable| variable.init.as_ref().and_then(window_property).is_some())
        }
        _ => false,
    })
}

/// Whether the default export has a parameter. What cannot be seen through, such as `memo(Scene)`, counts as if.
fn takes_props(reading: &Reading<'_>) -> bool {
    match default_export(reading) {
        Some(ExportDefaultDeclarationKind::FunctionDeclaration(function)) => has_any(&function.params),
        Some(ExportDefaultDeclarationKind::Identifier(name)) => parameters(reading, name).is_none_or(has_any),
        _ => true,
    }
}

fn default_export<'r, 'a>(reading: &'r Reading<'a>) -> Option<&'r ExportDefaultDeclarationKind<'a>> {
    reading.program().body.iter().find_map(|statement| match statement {
        Statement::ExportDefaultDeclaration(export) => Some(&export.declaration),
        _ => None,
    })
}

/// The parameters of the function that a name stands for.
fn parameters<'a>(reading: &Reading<'a>, name: &IdentifierReference<'_>) -> Option<&'a FormalParameters<'a>> {
    let scoping = reading.scoping();
    let symbol = scoping.get_reference(name.reference_id.get()?).symbol_id()?;
    match reading.nodes().kind(scoping.symbol_declaration(symbol)) {
        AstKind::Function(function) => Some(&function.params),
        AstKind::VariableDeclarator(variable) => match variable.init.as_ref()?.get_inner_expression() {
            Expression::ArrowFunctionExpression(arrow) => Some(&arrow.params),
            Expression::FunctionExpression(function) => Some(&function.params),
            _ => None,
        },
        _ => None,
    }
}

fn has_any(parameters: &FormalParameters<'_>) -> bool {
    !parameters.items.is_empty() || parameters.rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPONENT: &str = "export default function Scene() {\n  return null;\n}\n";

    #[test]
    fn what_a_scene_exports_is_seen() -> Result<()> {
        let props = "export const defaultProps = {a: 1};\n";
        for (code, takes_props, has_default_props) in [
            (COMPONENT.to_owned(), false, false),
            (format!("{props}{COMPONENT}"), false, true),
            (format!("{props}{}", COMPONENT.replace("()", "({a}: {a: number})")), true, true),
            ("const Scene = () => null;\nexport default Scene;\n".to_owned(), false, false),
            ("const Scene = (props: {}) => null;\nexport default Scene;\n".to_owned(), true, false),
            ("function Scene(props: {}) { return null; }\nexport default Scene;\n".to_owned(), true, false),
            ("export default memo(Scene);\n".to_owned(), true, false),
        ] {
            assert_eq!(entry(&code)?, Entry { takes_props, has_default_props, is_for_players: false }, "{code}");
        }
        assert!(entry(&format!("const {{Img}} = window.Remotion;\n{COMPONENT}"))?.is_for_players);
        assert!(entry("const = 1").is_err());
        Ok(())
    }

    #[test]
    fn a_scene_keeps_its_own_rate() -> Result<()> {
        let code = format!("import {{Img, useVideoConfig as config}} from 'remotion';\n\n{COMPONENT}");
        insta::assert_snapshot!(at_own_rate(&code, 60)?, @r"
        import {Img, useVideoConfig as useFilmConfig} from 'remotion';

        export default function Scene() {
          return null;
        }

        /** The scene is timed for 60 frames a second. */
        const config = () => ({...useFilmConfig(), fps: 60});
        ");
        assert_eq!(at_own_rate(COMPONENT, 60)?, COMPONENT);
        Ok(())
    }
}
