//! Shapes: values that an author describes by a regular expression.
//!
//! Order numbers, tickets, hashes and handles have a look of their own that no dictionary lists. A shape is tried on the
//! words of candidates alone, from the beginning of a word to the end of one, and its expression is compiled when it is
//! first tried: a start of the program for one request compiles none.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::utterance::Utterance;
use crate::value::Value;

/// The most that a compiled expression may take, in bytes: far more than the look of a value needs, and little enough
/// that a hundred of them are nothing.
pub(super) const LARGEST: usize = 128 << 10;

/// How deep groups may be nested.
const DEEPEST: u32 = 24;

/// How many bytes of a request a value of a shape can have at most.
const LONGEST: usize = 200;

/// An expression, compiled once it is tried.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    expression: Box<str>,
    compiled: OnceLock<Option<Regex>>,
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        self.expression == other.expression
    }
}

impl Eq for Shape {}

impl Shape {
    /// A shape whose expression was checked before, as those that are built in.
    pub(super) fn trusted(expression: &str) -> Self {
        Self { expression: expression.into(), compiled: OnceLock::new() }
    }

    /// A shape that an author wrote.
    ///
    /// # Errors
    /// What is wrong with the expression, and what to do.
    pub(super) fn checked(expression: &str) -> Result<Self, [String; 2]> {
        let regex = compile(expression).map_err(|error| told(&error))?;
        if regex.is_match("") {
            let help = "say what has to be there, for example `+` in place of `*`".to_owned();
            return Err(["this expression matches nothing at all, and so everywhere".to_owned(), help]);
        }
        Ok(Self { expression: expression.into(), compiled: OnceLock::from(Some(regex)) })
    }

    /// The value of this shape that begins at a token and ends with one.
    pub(super) fn at(&self, utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
        let text = &utterance.text;
        let start = text.tokens().get(token)?.span.start as usize;
        let rest = &text.original()[start..];
        let longest = (0..=rest.len().min(LONGEST)).rev().find(|&at| rest.is_char_boundary(at))?;
        let regex = self.compiled.get_or_init(|| compile(&self.expression).ok()).as_ref()?;
        let found = regex.find(&rest[..longest])?;
        let end = text.token_at(start + found.end());
        let whole = end > token && text.tokens()[end - 1].span.end as usize == start + found.end();
        let alone =
            text.tokens().get(token).is_some_and(|first| token == 0 || !first.glued || !says(utterance, token - 1))
                && (end == utterance.len() || !text.tokens()[end].glued || !says(utterance, end));
        (whole && alone).then(|| (Value::Text(found.as_str().to_owned()), token..end))
    }
}

/// Whether a token is a word or a number, which would go on in the value.
fn says(utterance: &Utterance, token: usize) -> bool {
    let token = &utterance.text.tokens()[token];
    token.is_word() || token.is_number()
}

fn compile(expression: &str) -> Result<Regex, regex::Error> {
    let anchored = format!(r"\A(?:{expression})");
    RegexBuilder::new(&anchored).size_limit(LARGEST).dfa_size_limit(LARGEST).nest_limit(DEEPEST).build()
}

/// A mistake in an expression in one sentence, with what to do.
fn told(error: &regex::Error) -> [String; 2] {
    match error {
        regex::Error::CompiledTooBig(_) => [
            format!("this expression takes more than {} KiB when it is compiled", LARGEST >> 10),
            "repeat less: `{1,1000}` of a class is a thousand copies of it".to_owned(),
        ],
        error => {
            let shown = error.to_string();
            let reason = shown.lines().rev().find_map(|line| line.trim().strip_prefix("error: ")).unwrap_or(&shown);
            [format!("this is no regular expression: {reason}"), "`docs.rs/regex` says what can be written".to_owned()]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::error::Result;
    use crate::pattern::PatternSet;
    use crate::template::Library;
    use crate::text::Text;

    #[test]
    fn values_of_a_shape_are_whole_words() -> Result<()> {
        let assets = Assets::embedded();
        let patterns = PatternSet::load(&assets, &Library::load(&assets)?)?;
        for (expression, text, expected) in [
            (r"#?[A-Z]{2}-\d{4}", "ticket AB-1234, please", Some((1, "AB-1234"))),
            (r"#?[A-Z]{2}-\d{4}", "AB-12345 is longer", None),
            (r"#?[A-Z]{2}-\d{4}", "#AB-1234!", Some((0, "#AB-1234"))),
            (r"(?i)v\d+(\.\d+)*(-[a-z]+\d*)?", "now v2.4.0-rc1 is out", Some((1, "v2.4.0-rc1"))),
            (r"@\w+", "mail me@you.org", None),
            (r"\p{Han}+", "说 東京", Some((0, "说"))),
        ] {
            let utterance = Utterance::new(Text::new(text), &patterns);
            let shape = Shape::checked(expression).ok();
            let found = (0..utterance.len())
                .find_map(|token| shape.as_ref()?.at(&utterance, token).map(|(value, _)| (token, value)));
            let expected = expected.map(|(token, value)| (token, Value::Text(value.to_owned())));
            assert_eq!(found, expected, "{expression} in {text}");
        }
        Ok(())
    }

    #[test]
    fn expressions_that_explode_are_refused() {
        for (expression, message) in [
            ("(a", "unclosed group"),
            (r"(\w{1,200}){1,200}", "more than 128 KiB"),
            ("[A-Z]*", "matches nothing at all"),
            ("((((((((((((((((((((((((((((a))))))))))))))))))))))))))))", "nest"),
            (r"(a)\1", "backreferences are not supported"),
        ] {
            let told = Shape::checked(expression).err().map(|[told, _]| told).unwrap_or_default();
            assert!(told.contains(message), "{expression}: {told}");
        }
    }
}
