//! Scenes as browsers run them.

use std::path::Path;

use oxc::allocator::Allocator;
use oxc::codegen::Codegen;
use oxc::parser::Parser;
use oxc::semantic::SemanticBuilder;
use oxc::span::SourceType;
use oxc::transformer::{JsxOptions, JsxRuntime, TransformOptions, Transformer};

use crate::diagnostic::{Diagnostic, Source};

use super::parse::{self, deep, diagnostics};

/// What the transformer keeps room for: it adds a reference for each element.
const GROWTH: f64 = 2.0;

/// The JavaScript of a TSX file: a module without types, whose elements are calls of `react/jsx-runtime`. Its imports are
/// those of the file, and what nothing uses any longer is gone.
///
/// # Errors
/// Each place at which the file does not parse. No rule is looked at: see [`check`](super::check()).
pub fn javascript(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let length = source.text().len();
    if length > parse::MAX_TEXT {
        return Err(vec![parse::too_long(source)]);
    }
    deep(length, || transformed(source)).unwrap_or_else(|| Err(vec![parse::unreadable(source)]))
}

fn transformed(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let arena = Allocator::default();
    let parsed = Parser::new(&arena, source.text(), SourceType::tsx()).parse();
    let mut program = parsed.program;
    refuse(source, parsed.diagnostics)?;
    let read = SemanticBuilder::new().with_excess_capacity(GROWTH).with_enum_eval(true).build(&program);
    refuse(source, read.diagnostics)?;
    let scoping = read.semantic.into_scoping();
    let jsx = JsxOptions { runtime: JsxRuntime::Automatic, development: false, ..JsxOptions::enable() };
    let options = TransformOptions { jsx, ..TransformOptions::default() };
    let name = source.name().to_owned();
    let done = Transformer::new(&arena, Path::new(&name), &options).build_with_scoping(scoping, &mut program);
    refuse(source, done.diagnostics)?;
    Ok(Codegen::new().build(&program).code)
}

fn refuse(source: &Source, found: oxc::diagnostics::Diagnostics) -> Result<(), Vec<Diagnostic>> {
    let found = diagnostics(source, found);
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(code: &str) -> String {
        javascript(&Source::new("scene.tsx", code)).unwrap_or_else(|found| format!("{found:?}"))
    }

    #[test]
    fn types_go_and_elements_become_calls() {
        let code = "import React, {type ReactNode} from 'react';\nimport {AbsoluteFill} from 'remotion';\ntype Props = {title: string};\n\
             export const defaultProps: Props = {title: 'Hi'};\nexport default function Scene({title}: Props): ReactNode {\n  \
             return <AbsoluteFill style={{opacity: 0.5}}>{title as string}</AbsoluteFill>;\n}\n";
        insta::assert_snapshot!(compiled(code));
    }

    #[test]
    fn what_does_not_parse_is_told() {
        let found = javascript(&Source::new("scene.tsx", "export default () => <div>;")).err().unwrap_or_default();
        assert!(!found.is_empty());
    }
}
