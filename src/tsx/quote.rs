//! Texts and numbers as they stand in source: readable, and never able to make source look like something else.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Writes `text` as a JavaScript string in the quotes that prettier would choose: single ones, unless double ones
/// need fewer escapes.
///
/// Letters, emoji and punctuation of all scripts stay as they are. What cannot be seen or reorders what is seen
/// (control characters, line separators, bidirectional controls, zero-width spaces, tags, noncharacters) is written
/// as an escape: see "Trojan Source: Invisible Vulnerabilities", Boucher and Anderson, 2021. The zero-width joiners
/// and the variation selectors which emoji and scripts need stay.
pub(super) fn write_text(out: &mut String, text: &str) {
    write_text_in(out, text, '\'');
}

/// [`write_text`] with the quotes that the code around it prefers: `'` or `"`.
pub(super) fn write_text_in(out: &mut String, text: &str, preferred: char) {
    let quote = quote_for(text, preferred);
    out.push(quote);
    write_inside(out, text, quote);
    out.push(quote);
}

/// Writes `text` as it stands inside of quotes of that kind.
pub(super) fn write_inside(out: &mut String, text: &str, quote: char) {
    let mut plain = 0;
    for (at, character) in text.char_indices() {
        if character != quote && !needs_escape(character) {
            continue;
        }
        out.push_str(&text[plain..at]);
        write_escape(out, character);
        plain = at + character.len_utf8();
    }
    out.push_str(&text[plain..]);
}

fn quote_for(text: &str, preferred: char) -> char {
    let other = if preferred == '\'' { '"' } else { '\'' };
    let count = |quote| text.chars().filter(|character| *character == quote).count();
    if count(preferred) > count(other) { other } else { preferred }
}

/// Whether a character cannot be seen, or makes other characters look like something else.
pub(super) fn needs_escape(character: char) -> bool {
    match character {
        '\\' => true,
        ' '..='~' => false,
        _ => character.is_control() || is_unseen(character),
    }
}

fn is_unseen(character: char) -> bool {
    let nonvisible = matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}');
    nonvisible || u32::from(character) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&character)
}

fn write_escape(out: &mut String, character: char) {
    let short = match character {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\\' => "\\\\",
        '\'' => "\\'",
        '"' => "\\\"",
        '`' => "\\`",
        _ => "",
    };
    // Writing to a string cannot fail.
    let _ = match u32::from(character) {
        _ if !short.is_empty() => out.write_str(short),
        code if code <= 0xffff => write!(out, "\\u{code:04x}"),
        code => write!(out, "\\u{{{code:x}}}"),
    };
}

/// Writes a number as prettier keeps it: the shortest digits that JavaScript reads as the same number, with an
/// exponent only below 1e-6 and from 1e21 on, and no plus sign in it.
pub(super) fn write_number(out: &mut String, number: &serde_json::Number) {
    let _ = match number.as_f64() {
        Some(float) if number.is_f64() => write_float(out, float),
        _ => write!(out, "{number}"),
    };
}

fn write_float(out: &mut String, float: f64) -> std::fmt::Result {
    let size = float.abs();
    if size != 0.0 && !(1e-6..1e21).contains(&size) { write!(out, "{float:e}") } else { write!(out, "{float}") }
}

/// The columns that prettier counts: emoji have two, marks none, and joiners outside of emoji one.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(grapheme_width).sum() }
}

fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains('\u{fe0f}') || grapheme.starts_with(|first| first >= '\u{1f000}') {
        return grapheme.width();
    }
    let columns =
        |character: char| if matches!(character, '\u{200c}' | '\u{200d}') { 1 } else { character.width().unwrap_or(0) };
    grapheme.chars().map(columns).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, printed) in [
            ("", "''"),
            ("plain", "'plain'"),
            ("it's", "\"it's\""),
            ("'a' \"b\"", r#"'\'a\' "b"'"#),
            ("'''\"", r#""'''\"""#),
            ("a\\b", r"'a\\b'"),
            ("a\n\tb\0\u{1b}\u{7f}\u{85}", r"'a\n\tb\u0000\u001b\u007f\u0085'"),
            ("é 日本語 👩‍💻 ☀️ مرحبا ${x} `", "'é 日本語 👩‍💻 ☀️ مرحبا ${x} `'"),
            ("\u{202e}x\u{2066}\u{200f}\u{61c}\u{2028}", r"'\u202ex\u2066\u200f\u061c\u2028'"),
            ("\u{feff}\u{200b}\u{ffff}\u{e0041}", r"'\ufeff\u200b\uffff\u{e0041}'"),
        ] {
            let mut out = String::new();
            write_text(&mut out, text);
            assert_eq!(out, printed);
        }
    }

    #[test]
    fn widths() {
        for (text, columns) in [("abc", 3), ("é日本", 5), ("👩‍💻☀️", 4), ("क्ष", 2), ("a\u{301}", 1), ("🇩🇪1️⃣", 4)]
        {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (json, printed) in [
            ("0", "0"),
            ("-12", "-12"),
            ("1.0", "1"),
            ("1.50", "1.5"),
            ("1e20", "100000000000000000000"),
            ("1e21", "1e21"),
            ("1.25e-7", "1.25e-7"),
            ("0.000001", "0.000001"),
            ("18446744073709551615", "18446744073709551615"),
            ("5e-324", "5e-324"),
        ] {
            let mut out = String::new();
            let number = serde_json::from_str(json).unwrap_or_else(|_| 77.into());
            write_number(&mut out, &number);
            assert_eq!(out, printed);
        }
    }
}
