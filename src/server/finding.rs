//! What is wrong with a code, at its place.

use serde::Serialize;
use utoipa::ToSchema;

use crate::diagnostic::Diagnostic;

/// Something that is wrong with a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Finding {
    /// What.
    message: String,
    /// What to do about it.
    help: Option<String>,
    /// Where it begins.
    from: Position,
    /// Where it ends.
    to: Position,
}

/// A place in a text; lines and columns count from 1, columns in UTF-16 units, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
struct Position {
    line: usize,
    column: usize,
}

impl Finding {
    /// What a diagnostic says.
    pub(super) fn of(found: &Diagnostic) -> Self {
        let text = found.source().text();
        let span = found.span();
        let (message, help) = (found.message().to_owned(), found.advice().map(str::to_owned));
        Self { message, help, from: Position::of(text, span.start), to: Position::of(text, span.end) }
    }
}

impl Position {
    fn of(text: &str, at: usize) -> Self {
        let before = &text[..at];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line..].encode_utf16().count() + 1 }
    }
}
