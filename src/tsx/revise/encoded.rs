//! Text as it stands in code: with escapes in strings, with entities in markup.

use std::fmt::Write as _;
use std::ops::Range;

use super::super::quote::{needs_escape, write_inside};

/// Where a text stands, and so how it is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Between quotes of this kind, or `` ` `` for the fixed parts of a template.
    Quoted(char),
    /// Between tags.
    Markup,
    /// As the value of an attribute, between quotes of this kind.
    Attribute(char),
}

/// A character of a text, with the bytes that stand for it in the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) character: char,
    pub(super) span: Range<usize>,
}

/// What is not text but stands among it.
const UNKNOWN: char = '\u{fffc}';

/// Entities that texts have; others are left as they are.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rarr", '→'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("times", '×'),
    ("trade", '™'),
    ("yen", '¥'),
];

/// The characters that a stretch of code means, which starts at `start` of the code.
pub(super) fn decode(raw: &str, start: usize, form: Form) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(first) = raw[at..].chars().next() {
        let rest = &raw[at..];
        let (character, length) = match (first, form) {
            ('\\', Form::Quoted(_)) => escape(rest),
            ('&', Form::Markup | Form::Attribute(_)) => entity(rest).unwrap_or(('&', 1)),
            _ => (first, first.len_utf8()),
        };
        let span = start + at..start + at + length;
        letters.push(Letter { character, span });
        at += length;
    }
    letters
}

/// The character of an escape, and its length in bytes.
fn escape(rest: &str) -> (char, usize) {
    let Some(kind) = rest[1..].chars().next() else { return (UNKNOWN, 1) };
    match kind {
        'n' => ('\n', 2),
        'r' => ('\r', 2),
        't' => ('\t', 2),
        'x' => (number(rest.get(2..4)), 4.min(rest.len())),
        'u' if rest[2..].starts_with('{') => {
            let end = rest.find('}').unwrap_or(rest.len() - 1);
            (number(rest.get(3..end)), end + 1)
        }
        'u' => unit(rest),
        '0'..='9' | 'b' | 'f' | 'v' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => (UNKNOWN, 1 + kind.len_utf8()),
        other => (other, 1 + other.len_utf8()),
    }
}

fn number(digits: Option<&str>) -> char {
    digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32).unwrap_or(UNKNOWN)
}

/// `\u00e9`, or two of them that are one character.
fn unit(rest: &str) -> (char, usize) {
    let code = |at: usize| rest.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let Some(first) = code(2) else { return (UNKNOWN, 2) };
    let second = rest.get(6..8).filter(|start| *start == "\\u").and_then(|_| code(8));
    let pair = second.map(|second| char::decode_utf16([first, second]).next().and_then(Result::ok));
    match pair {
        Some(Some(character)) if !(0xd800..0xe000).contains(&first) => (character, 6),
        Some(Some(character)) => (character, 12),
        _ => (char::from_u32(first.into()).unwrap_or(UNKNOWN), 6),
    }
}

/// The character of an entity, and its length in bytes.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(32).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let code = match name.strip_prefix('#') {
        Some(digits) => {
            let hex = digits.strip_prefix(['x', 'X']);
            hex.map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
        }
        None if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => return None,
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character),
    };
    Some((code.unwrap_or(UNKNOWN), end + 1))
}

/// A text as it is written between `before` and `after`, which are what stands on both sides of it in the code.
pub(super) fn encode(text: &str, form: Form, (before, after): (&str, &str)) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    match form {
        // What stands before would take a digit for its own.
        Form::Quoted(_) if before.ends_with("\\0") && text.starts_with(|first: char| first.is_ascii_digit()) => {
            let _ = write!(out, "\\x3{}", &encode(text, form, ("", after)));
        }
        Form::Quoted('`') => write_template(&mut out, text, (before, after)),
        Form::Quoted(quote) => write_inside(&mut out, text, quote),
        Form::Markup | Form::Attribute(_) => write_markup(&mut out, text, (form, before)),
    }
    out
}

/// Holes begin with `${`, of which either may stand outside.
fn write_template(out: &mut String, text: &str, (before, after): (&str, &str)) {
    let text = match text.strip_prefix('{').filter(|_| before.ends_with('$')) {
        Some(rest) => {
            out.push_str("\\{");
            rest
        }
        None => text,
    };
    let mut parts = text.split('$').peekable();
    while let Some(part) = parts.next() {
        write_inside(out, part, '`');
        if let Some(next) = parts.peek() {
            let is_last = next.is_empty() && after.starts_with('{');
            out.push_str(if next.starts_with('{') || is_last { "\\$" } else { "$" });
        }
    }
}

/// White space at the ends is written out, since markup trims it at the ends of lines.
fn write_markup(out: &mut String, text: &str, (form, before): (Form, &str)) {
    let (first, last) = (text.len() - text.trim_start().len(), text.trim_end().len());
    for (at, character) in text.char_indices() {
        let is_edge = form == Form::Markup && character.is_whitespace() && (at < first || at >= last);
        let is_end_of_entity = character == ';' && before.contains('&');
        // Writing to a string cannot fail.
        let _ = match character {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' if form == Form::Attribute('"') => out.write_str("&quot;"),
            '\'' if form == Form::Attribute('\'') => out.write_str("&#39;"),
            '{' | '}' if form == Form::Markup => write!(out, "&#{};", u32::from(character)),
            _ if is_edge || is_end_of_entity || (character != '\\' && needs_escape(character)) => {
                write!(out, "&#{};", u32::from(character))
            }
            _ => out.write_char(character),
        };
    }
}
