//! The shape of code: its syntax tree without the data in it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use oxc::ast::AstKind;
use oxc::ast::ast::Comment;
use oxc::ast_visit::Visit;
use oxc::span::{GetSpan, Span};

use crate::diagnostic::{Diagnostic, Source};
use crate::error::Result;

use super::check::{diagnose, refusal};
use super::data::{exported, value};
use super::parse::{Reading, read_foreign};

/// A hash of the syntax tree that ignores white space, comments, and what stands inside the values of `meta` and
/// `defaultProps`. Code that differs in its data alone has one shape.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if the code does not parse, or if one of the two values is more
/// than plain data.
pub fn shape(code: &str) -> Result<u64> {
    let source = Source::new("scene.tsx", code);
    let read = read_foreign(&source, |reading| hash(&source, reading));
    read.and_then(|shape| shape).map_err(|faults| refusal(&source, faults))
}

fn hash(source: &Source, reading: &Reading<'_>) -> Result<u64, Vec<Diagnostic>> {
    let data: Vec<_> = ["meta", "defaultProps"].iter().filter_map(|name| exported(reading.program(), name)).collect();
    let faults: Vec<_> = data.iter().filter_map(|literal| value(literal).err()).collect();
    if !faults.is_empty() {
        return Err(faults.into_iter().map(|fault| diagnose(source, fault)).collect());
    }
    let mut walk = Walk {
        text: reading.text(),
        comments: &reading.program().comments,
        data: data.iter().map(|literal| literal.span()).collect(),
        at: 0,
        hasher: DefaultHasher::new(),
    };
    walk.visit_program(reading.program());
    Ok(walk.hasher.finish())
}

/// A walk through the tree that hashes the kind of each node as it begins and ends, and between them the tokens that
/// belong to no child: names, operators, keywords.
struct Walk<'a> {
    text: &'a str,
    comments: &'a [Comment],
    data: Vec<Span>,
    at: u32,
    hasher: DefaultHasher,
}

impl Walk<'_> {
    /// Hashes the tokens up to a place, unless they stand in data.
    fn tokens_until(&mut self, end: u32) {
        if end <= self.at {
            return;
        }
        let between = Span::new(self.at, end);
        let comments =
            self.comments.iter().map(|comment| comment.span).filter(|span| between.contains_inclusive(*span));
        let mut start = self.at;
        for comment in comments.chain([Span::new(end, end)]) {
            let text = &self.text[start as usize..comment.start as usize];
            text.bytes().filter(|byte| !byte.is_ascii_whitespace()).for_each(|byte| byte.hash(&mut self.hasher));
            start = comment.end;
        }
        self.at = end;
    }

    fn skips(&self, kind: &AstKind<'_>) -> bool {
        self.data.iter().any(|data| data.contains_inclusive(kind.span()))
    }
}

impl<'a> Visit<'a> for Walk<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        let span = kind.span();
        self.tokens_until(span.start);
        if self.skips(&kind) {
            self.at = self.at.max(span.end);
            return;
        }
        kind.ty().hash(&mut self.hasher);
        if matches!(
            kind,
            AstKind::StringLiteral(_) | AstKind::TemplateElement(_) | AstKind::JSXText(_) | AstKind::RegExpLiteral(_)
        ) {
            span.source_text(self.text).hash(&mut self.hasher);
            self.at = span.end;
        }
    }

    fn leave_node(&mut self, kind: AstKind<'a>) {
        if !self.skips(&kind) {
            self.tokens_until(kind.span().end);
            u8::MAX.hash(&mut self.hasher);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: &str = "export const meta = {id: 'a'};\nexport const defaultProps = {a: [1]};\n\
                         export default function A() { return <b title=\"x\">t {1 + 2}</b>; }\n";

    #[test]
    fn data_and_layout_do_not_change_the_shape() {
        for (from, to) in [
            ("'a'", "'b', fps: 30"),
            ("[1]", "{b: null, c: -1}"),
            ("}\n", "} // more\n\n"),
            ("1 + 2", "1+2"),
            ("() {", "( /* nothing */ ) {"),
        ] {
            assert_eq!(shape(&SCENE.replace(from, to)).ok(), shape(SCENE).ok(), "{to}");
        }
    }

    #[test]
    fn everything_else_changes_it() {
        for (from, to) in [
            ("1 + 2", "1 - 2"),
            ("1 + 2", "1 + 3"),
            ("\"x\"", "\"y\""),
            (">t ", ">u "),
            ("A()", "B()"),
            ("default function", "default async function"),
            ("<b", "<i"),
            ("defaultProps =", "defaultProps: Props ="),
        ] {
            let changed = shape(&SCENE.replace(from, to).replace("</b>", if to == "<i" { "</i>" } else { "</b>" }));
            assert!(changed.is_ok_and(|changed| Some(changed) != shape(SCENE).ok()), "{to}");
        }
    }

    #[test]
    fn code_in_data_is_an_error() {
        for data in
            ["f()", "x", "`a`", "[...x]", "{[x]: 1}", "{get a() { return 1; }}", "{__proto__: 1}", "-x", "1 + 1"]
        {
            let error = shape(&SCENE.replace("{a: [1]}", data)).map_err(|error| error.diagnostics().len());
            assert_eq!(error, Err(1), "{data}");
        }
    }
}
