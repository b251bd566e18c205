//! Scales behind a number: `1.2k`, `3.5M`, `2 bn`, `3 million`, `2 dozen`.

use crate::text::Text;
use crate::value::peek::{glued, is_word};
use crate::value::words::Words;

/// The value with the scale that follows it, and the token after both.
pub(super) fn after(text: &Text, token: usize, value: f64, end: usize, money: bool) -> (f64, usize) {
    if !is_word(text, end) {
        return (value, end);
    }
    let factor = if glued(text, end) { letters(text, token, end, money) } else { None };
    match factor.or_else(|| spaced(text, end, money)) {
        Some(factor) => (scaled(value, factor), end + 1),
        None => (value, end),
    }
}

/// A value times a scale, without the dust of binary fractions: 8.2 million is 8,200,000.
pub(super) fn scaled(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    if (product - product.round()).abs() < 1e-6 * factor { product.round() } else { product }
}

/// The factor of a scale that is a word of its own.
pub(super) fn word(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" | "thousands" => 1e3,
        "million" | "millions" | "mio" | "mln" | "mil" => 1e6,
        "billion" | "billions" | "bn" | "bln" => 1e9,
        "trillion" | "trn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

fn spaced(text: &Text, end: usize, money: bool) -> Option<f64> {
    match text.word(end) {
        "k" => Some(1e3),
        "m" if money || text.typed(end) == "M" && counted(text.word(end + 1)) => Some(1e6),
        word => self::word(word),
    }
}

fn letters(text: &Text, token: usize, end: usize, money: bool) -> Option<f64> {
    let next = text.word(end + 1);
    match text.word(end) {
        "k" => Some(1e3),
        "m" if money || counted(next) || is_money(next) || text.typed(end) == "M" => Some(1e6),
        "mm" if money => Some(1e6),
        "b" if money || counted(next) || is_money(next) || text.typed(end) == "B" && text.word(token).contains('.') => {
            Some(1e9)
        }
        "t" if money => Some(1e12),
        word => self::word(word),
    }
}

fn is_money(word: &str) -> bool {
    matches!(
        word,
        "€" | "$" | "£" | "kr" | "eur" | "usd" | "chf" | "nok" | "sek" | "dkk" | "gbp" | "dollars" | "euros" | "pounds"
    )
}

/// Nouns that are counted and not measured: before them `m` is a million and no metre.
fn counted(word: &str) -> bool {
    const COUNTED: Words = Words::new(
        "accounts books calls clicks coins copies customers daily devices downloads fans files followers homes \
         households installs items jobs likes listeners listens lives meals members messages miles monthly \
         orders people players plays posts readers records residents rows sales shares streams students subs \
         subscribers tickets tonnes tons trees units users viewers views visitors visits voters votes words \
         workers",
    );
    COUNTED.contains(word)
}
