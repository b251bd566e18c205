//! Mistakes in files that people write, each at its place.
//!
//! Authors of templates and patterns get all mistakes of all files at once. A diagnostic keeps the text of its file,
//! so that it can show the line with a caret under the place.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A text with the name that people know it by, usually its path. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source(Arc<Written>);

#[derive(Debug, PartialEq, Eq)]
struct Written {
    name: Box<str>,
    /// Of the texts that are part of the program there are hundreds, seldom looked at: they are not copied.
    text: Cow<'static, str>,
    packed: Option<&'static [u8]>,
}

impl Source {
    /// A source of the given name and text.
    pub fn new(name: impl Into<Box<str>>, text: impl Into<String>) -> Self {
        Self(Arc::new(Written { name: name.into(), text: Cow::Owned(text.into()), packed: None }))
    }

    /// A source whose text is part of the program, with the tree that was made of it when the program was built, if any.
    pub fn built_in(name: impl Into<Box<str>>, text: &'static str, packed: Option<&'static [u8]>) -> Self {
        Self(Arc::new(Written { name: name.into(), text: Cow::Borrowed(text), packed }))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether its text is part of the program.
    pub fn is_built_in(&self) -> bool {
        matches!(self.0.text, Cow::Borrowed(_))
    }

    /// The packed tree of its text, if it was parsed before.
    pub fn packed(&self) -> Option<&'static [u8]> {
        self.0.packed
    }

    /// A diagnostic about a range of bytes of this source. A range beyond the end points at the end.
    pub fn diagnose(&self, span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        let length = self.text().len();
        let start = self.floor(span.start.min(length));
        let end = self.floor(span.end.clamp(start, length));
        let told = Told { message: message.into(), help: None, severity: Severity::Error, label: None };
        Diagnostic { source: self.clone(), span: start..end, told: Box::new(told) }
    }

    fn floor(&self, at: usize) -> usize {
        (0..=at).rev().find(|&at| self.text().is_char_boundary(at)).unwrap_or(0)
    }
}

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It works, but hardly as its author meant it.
    Warning,
    /// It cannot be used.
    Error,
}

/// One mistake: where it is, what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    source: Source,
    span: Range<usize>,
    told: Box<Told>,
}

/// What is said of a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    message: String,
    help: Option<String>,
    severity: Severity,
    label: Option<&'static str>,
}

impl Diagnostic {
    /// The same with the name of its kind, by which authors find what is said about it: `weak-witness`.
    #[must_use]
    pub fn labelled(mut self, label: &'static str) -> Self {
        self.told.label = Some(label);
        self
    }

    /// The same as something that works, but hardly as it was meant.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.told.severity = Severity::Warning;
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.told.severity
    }

    /// The name of its kind, if it has one.
    pub fn label(&self) -> Option<&'static str> {
        self.told.label
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.told.help = Some(help.into());
        self
    }

    /// The same mistake at another place, for what was found in a text that was made out of others.
    #[must_use]
    pub fn moved(self, source: &Source, span: Range<usize>) -> Self {
        Self { told: self.told, ..source.diagnose(span, "") }
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.told.message
    }

    /// What to do about it, if there is something to say.
    pub fn advice(&self) -> Option<&str> {
        self.told.help.as_deref()
    }

    /// The source that it is about.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Its file and where in it, by which many are put into the order in which an author reads them.
    pub fn place(&self) -> (&str, usize) {
        (self.source.name(), self.span.start)
    }

    /// The bytes that it is about.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Line and column of its start, both from 1; the column counts characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.source.text()[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The diagnostic with its line and a caret, in colour where `renderer` says so.
    pub fn render(&self, renderer: &Renderer) -> String {
        let snippet = Snippet::source(self.source.text())
            .path(self.source.name())
            .annotation(AnnotationKind::Primary.span(self.span.clone()));
        let level = match self.told.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(&self.told.message);
        let title = match self.told.label {
            Some(label) => title.id(label),
            None => title,
        };
        let group = Group::with_title(title).element(snippet);
        let group = match &self.told.help {
            Some(help) => group.element(Level::HELP.message(help)),
            None => group,
        };
        renderer.render(&[group])
    }
}

/// The whole diagnostic without colour, as it stands in logs and errors.
impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(&Renderer::plain()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_file_line_column_and_caret() {
        let source = Source::new("patterns/counter.yaml", "template: counter\nrequier: {}\n");
        let diagnostic = source.diagnose(18..25, "unknown key `requier`").help("did you mean `require`?");
        insta::assert_snapshot!(diagnostic, @r"
        error: unknown key `requier`
         --> patterns/counter.yaml:2:1
          |
        2 | requier: {}
          | ^^^^^^^
          |
          = help: did you mean `require`?
        ");
        assert_eq!(diagnostic.line_and_column(), (2, 1));
    }

    #[test]
    fn a_warning_has_its_label() {
        let source = Source::new("a.yaml", "phrases: [of]\n");
        let diagnostic = source.diagnose(10..12, "any sentence has this").labelled("weak-witness").warning();
        insta::assert_snapshot!(diagnostic, @r"
        warning[weak-witness]: any sentence has this
         --> a.yaml:1:11
          |
        1 | phrases: [of]
          |           ^^
        ");
    }

    #[test]
    fn a_span_beyond_the_end_points_at_the_end() {
        let source = Source::new("a", "é");
        assert_eq!(source.diagnose(1..99, "x").span(), 0..2);
    }
}
