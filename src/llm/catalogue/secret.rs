//! Keys that were written into a file by mistake: messages show the lines that they are about, and so keys are hidden in
//! them.

use crate::diagnostic::{Diagnostic, Source};

/// The same mistakes, shown on lines with stars in the place of each value of `key:` that is no name of a variable.
pub(super) fn hidden(source: &Source, mistakes: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let clean = Source::new(source.name(), without_passwords(&without_keys(source.text())));
    let moved = mistakes.into_iter().map(|mistake| {
        let span = mistake.span();
        mistake.moved(&clean, span)
    });
    moved.collect()
}

/// Every byte keeps its place.
fn without_keys(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(at) = text[from..].find("key").map(|at| from + at) {
        let after = at + "key".len();
        let value = value_after(text, after).filter(|(_, value)| !is_variable(value));
        let (start, value) = value.unwrap_or((after, ""));
        clean.push_str(&text[from..start]);
        clean.extend(value.bytes().map(|_| '*'));
        from = start + value.len();
    }
    clean + &text[from..]
}

/// The same for what stands before an `@` in an address.
fn without_passwords(text: &str) -> String {
    let mut parts = text.split("://");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |clean, part| {
        let host = part.find(['/', ' ', '\n', '"', '\'']).unwrap_or(part.len());
        let secret = part[..host].rfind('@').unwrap_or(0);
        clean + "://" + &"*".repeat(secret) + &part[secret..]
    })
}

/// Whether a text can be the name of an environment variable, and is no key: `ANTHROPIC_API_KEY`.
pub(super) fn is_variable(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    begins
        && text.len() <= 64
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// What stands behind a colon, without quotes, and where.
fn value_after(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text[at..].trim_start_matches(['"', '\'', ' ']).strip_prefix(':')?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '|' | '>' | '-' | '!'));
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '}' | '#')).unwrap_or(rest.len());
    Some((text.len() - rest.len(), &rest[..end]))
}
