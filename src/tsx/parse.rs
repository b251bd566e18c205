//! The one place that parses: text to a syntax tree with resolved names, for everyone who reads code.

use std::collections::HashMap;

use oxc::allocator::Allocator;
use oxc::ast::ast::{IdentifierReference, Program};
use oxc::diagnostics::Diagnostics;
use oxc::parser::{ParseOptions, Parser};
use oxc::semantic::{AstNodes, Reference, Scoping, Semantic, SemanticBuilder, SymbolId};
use oxc::span::{GetSpan, SourceType, Span};

use crate::diagnostic::{Diagnostic, Source};

use super::exports::{self, Export};
use super::origin::Origins;

/// What a name means that the text does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undeclared {
    /// It is a global of JavaScript, or a mistake: the text is a whole scene.
    Global,
    /// It may also be an export of a package, whose import line is yet to be written: the text is a structure.
    Export,
}

/// A text that parses, as its syntax tree with resolved names.
pub(super) struct Reading<'a> {
    source: &'a Source,
    program: &'a Program<'a>,
    semantic: Semantic<'a>,
    origins: Origins,
    undeclared: Undeclared,
    /// The exports that a structure uses and does not declare, by name.
    brought_in: HashMap<String, Export>,
    faults: Vec<Diagnostic>,
}

/// The longest text that is read, in bytes. A long scene has 20 KB.
pub(super) const MAX_TEXT: usize = 256 * 1024;

/// The stack that a byte of source can take: each may open one more level of nesting, and the parser and all that walk
/// the tree call themselves for each. Brackets alone took 2 KB when measured.
const STACK_PER_BYTE: usize = 4 * 1024;

/// Parses a source that may come from anywhere and hands the reading to `work`: on a stack that no nesting exhausts,
/// and where a panic is an error. Costs a thread, some 30 µs, more than [`read`].
///
/// # Errors
/// As [`read`], and a text that is too long.
pub(super) fn read_foreign<T: Send>(
    source: &Source,
    work: impl FnOnce(&Reading<'_>) -> T + Send,
) -> Result<T, Vec<Diagnostic>> {
    let length = source.text().len();
    if length > MAX_TEXT {
        return Err(vec![too_long(source)]);
    }
    let result = deep(length, || read(source, Undeclared::Global, work));
    result.unwrap_or_else(|| Err(vec![unreadable(source)]))
}

/// What is said of a text that is longer than [`MAX_TEXT`].
pub(super) fn too_long(source: &Source) -> Diagnostic {
    let message = format!("the text has {} bytes, and a scene has at most {MAX_TEXT}", source.text().len());
    source.diagnose(MAX_TEXT..MAX_TEXT, message).help("put data into `defaultProps`, and less of it")
}

/// What is said of a text over which reading itself came to grief.
pub(super) fn unreadable(source: &Source) -> Diagnostic {
    source.diagnose(0..0, "the text could not be read").help("try a simpler one")
}

/// Does work on a stack that no text of that length in bytes exhausts; nothing if it panics.
pub(super) fn deep<T: Send>(length: usize, work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("tsx".to_owned()).stack_size((1 << 20) + length * STACK_PER_BYTE);
        thread.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

/// Parses a source and hands the reading to `work`.
///
/// # Errors
/// What hinders parsing. What parses but breaks a rule of the language is in [`Reading::faults`].
pub(super) fn read<T>(
    source: &Source,
    undeclared: Undeclared,
    work: impl FnOnce(&Reading<'_>) -> T,
) -> Result<T, Vec<Diagnostic>> {
    let options = ParseOptions { preserve_parens: false, ..ParseOptions::default() };
    read_with(source, (undeclared, options), work)
}

/// Parses what may become a scene once it is mended: names may be exports that are yet to be imported, and a `return` may
/// stand outside of functions.
///
/// # Errors
/// As [`read`].
pub(super) fn read_draft<T>(source: &Source, work: impl FnOnce(&Reading<'_>) -> T) -> Result<T, Vec<Diagnostic>> {
    let options =
        ParseOptions { preserve_parens: false, allow_return_outside_function: true, ..ParseOptions::default() };
    read_with(source, (Undeclared::Export, options), work)
}

fn read_with<T>(
    source: &Source,
    (undeclared, options): (Undeclared, ParseOptions),
    work: impl FnOnce(&Reading<'_>) -> T,
) -> Result<T, Vec<Diagnostic>> {
    let arena = Allocator::default();
    let parsed = Parser::new(&arena, source.text(), SourceType::tsx()).with_options(options).parse();
    let faults = diagnostics(source, parsed.diagnostics);
    if parsed.panicked || !faults.is_empty() {
        return Err(faults);
    }
    let program = arena.alloc(parsed.program);
    let built = SemanticBuilder::new().with_check_syntax_error(true).with_build_nodes(true).build(program);
    let faults = diagnostics(source, built.diagnostics);
    let origins = Origins::of(program);
    let brought_in = match undeclared {
        Undeclared::Export => brought_in(built.semantic.scoping()),
        Undeclared::Global => HashMap::new(),
    };
    Ok(work(&Reading { source, program, semantic: built.semantic, origins, undeclared, brought_in, faults }))
}

fn brought_in(scoping: &Scoping) -> HashMap<String, Export> {
    let names = scoping.root_unresolved_references().keys();
    names.filter_map(|name| Some((name.to_string(), exports::find(name)?))).collect()
}

impl<'a> Reading<'a> {
    /// The source that was read.
    pub(super) fn source(&self) -> &'a Source {
        self.source
    }

    /// Its text.
    pub(super) fn text(&self) -> &'a str {
        self.program.source_text
    }

    /// Its syntax tree.
    pub(super) fn program(&self) -> &'a Program<'a> {
        self.program
    }

    /// Every node of the tree, with parents.
    pub(super) fn nodes(&self) -> &AstNodes<'a> {
        self.semantic.nodes()
    }

    /// Scopes, symbols and references.
    pub(super) fn scoping(&self) -> &Scoping {
        self.semantic.scoping()
    }

    /// What breaks the rules of the language.
    pub(super) fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// What a name means that the text does not declare.
    pub(super) fn undeclared(&self) -> Undeclared {
        self.undeclared
    }

    /// Where a reference stands.
    pub(super) fn place(&self, reference: &Reference) -> Span {
        self.nodes().kind(reference.node_id()).span()
    }

    /// The references to names that nothing declares, by name.
    pub(super) fn unresolved(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &Reference>)> {
        let scoping = self.scoping();
        scoping.root_unresolved_references().iter().map(|(name, references)| {
            (name.as_str(), references.iter().map(|reference| scoping.get_reference(*reference)))
        })
    }

    /// The export that completing the text will bring in for an undeclared name.
    pub(super) fn brought_in(&self, name: &str) -> Option<Export> {
        self.brought_in.get(name).copied()
    }

    /// The export of a package that a declared name stands for.
    pub(super) fn origin(&self, symbol: SymbolId) -> Option<Export> {
        self.origins.export(symbol)
    }

    /// The export of a package that the identifier names.
    pub(super) fn export(&self, identifier: &IdentifierReference<'_>) -> Option<Export> {
        let reference = self.scoping().get_reference(identifier.reference_id.get()?);
        match reference.symbol_id() {
            Some(symbol) => self.origins.export(symbol),
            None => self.brought_in(&identifier.name),
        }
    }
}

/// What the parser found, as it is told.
pub(super) fn diagnostics(source: &Source, found: Diagnostics) -> Vec<Diagnostic> {
    found.into_iter().map(|fault| diagnostic(source, &fault)).collect()
}

fn diagnostic(source: &Source, fault: &oxc::diagnostics::OxcDiagnostic) -> Diagnostic {
    let label = fault.labels.first().map_or(0..0, |label| label.offset()..label.offset() + label.len());
    let span = label.start as usize..label.end as usize;
    let message = lower_first(fault.message.trim_end_matches('.'));
    let diagnostic = source.diagnose(span, message);
    match &fault.help {
        Some(help) => diagnostic.help(lower_first(help.trim_end_matches('.'))),
        None => diagnostic,
    }
}

fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    match characters.next() {
        Some(first) if !characters.as_str().starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => sentence.to_owned(),
    }
}
