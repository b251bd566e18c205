//! Money: its signs, codes and words, before and after the amount.

use super::digits::{self, Numeral};
use super::words;
use crate::text::Text;
use crate::value::peek::{glued, is_number, is_word, mark};
use crate::value::words::Words;

/// An amount of money.
pub(super) struct Amount {
    pub(super) numeral: Numeral,
    pub(super) sign: String,
}

/// Reads an amount behind a sign (`$20`, `£ 29`, `-$5` without its minus) or a code (`CHF 20`, `US$5`).
pub(super) fn behind_sign(text: &Text, token: usize) -> Option<Amount> {
    let first = sign_before(text, token)?;
    let amount = if matches!(mark(text, first), Some('-')) && glued(text, first + 1) { first + 1 } else { first };
    if !is_number(text, amount) {
        return None;
    }
    let mut numeral = digits::at(text, amount, true)?;
    if amount > first {
        numeral.value = -numeral.value;
    }
    let sign = text.typed_range(token..first).trim_end_matches('.').to_owned();
    numeral.end = with_period(text, numeral.end);
    Some(Amount { numeral, sign })
}

/// The sign behind an amount that has been read (`20 €`, `20 dollars`, `1 490 kr`), with the token after it.
pub(in crate::value) fn sign_behind(text: &Text, end: usize) -> Option<(String, usize)> {
    let token = text.tokens().get(end)?;
    let sign = match text.word(end) {
        "$" if !token.glued && glued(text, end + 1) && is_number(text, end + 1) => return None,
        "€" | "$" | "£" | "¥" | "₹" | "₽" | "₩" | "₺" | "₪" | "฿" | "₴" | "₫" | "₱" | "kr" | "zł" | "kč" => {
            text.typed(end)
        }
        "dollars" | "dollar" | "bucks" => "$",
        "euros" | "euro" => "€",
        "pounds" | "quid" => "£",
        "yen" => "¥",
        "rupees" => "₹",
        "kroner" | "kronor" => "kr",
        "francs" => "CHF",
        word if is_code(word, text.typed(end)) => text.typed(end),
        _ => return None,
    };
    Some((sign.to_owned(), with_period(text, end + 1)))
}

/// Whether a word is the code or short name of a currency that may stand before an amount.
pub(super) fn opens(word: &str) -> bool {
    (word.len() == 3 || word.len() <= 2)
        && (is_known_code(word) || matches!(word, "kr" | "rs" | "us" | "au" | "ca" | "nz" | "hk" | "r" | "a" | "c"))
}

/// The token behind the sign or code of a currency that stands before an amount.
pub(in crate::value) fn sign_before(text: &Text, token: usize) -> Option<usize> {
    text.tokens().get(token)?;
    if let Some(sign) = mark(text, token) {
        return matches!(sign, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₪' | '฿' | '₦' | '₴' | '₫' | '₱')
            .then_some(token + 1);
    }
    match text.word(token) {
        "us" | "au" | "ca" | "nz" | "hk" | "r" | "a" | "c" => {
            (mark(text, token + 1) == Some('$') && glued(text, token + 1) && glued(text, token + 2))
                .then_some(token + 2)
        }
        "rs" if mark(text, token + 1) == Some('.') && glued(text, token + 1) => Some(token + 2),
        "kr" | "rs" => Some(token + 1),
        word if is_code(word, text.typed(token)) => Some(token + 1),
        _ => None,
    }
}

fn is_code(word: &str, typed: &str) -> bool {
    word.len() == 3
        && is_known_code(word)
        && (typed.bytes().all(|byte| byte.is_ascii_uppercase()) || is_never_a_word(word))
}

fn is_known_code(word: &str) -> bool {
    const CODES: Words = Words::new(
        "aed ars aud bgn brl cad chf clp cny cop czk dkk egp eur gbp hkd huf idr ils inr isk jpy krw mxn myr \
         ngn nok nzd pln rmb ron rub sek sgd thb try twd uah usd vnd zar",
    );
    CODES.contains(word)
}

/// Codes that lower-case words never are, unlike `try` or `cop`.
fn is_never_a_word(word: &str) -> bool {
    !matches!(word, "try" | "cop" | "ron" | "ars" | "cad" | "inr" | "ils")
}

/// A period or a unit that the price is for: `/month`, `/yr`, `per user`, `a month`.
pub(in crate::value) fn with_period(text: &Text, end: usize) -> usize {
    let slashed = mark(text, end) == Some('/') && is_word(text, end + 1) && glued(text, end + 1);
    let spoken = matches!(text.word(end), "per" | "a" | "each" | "every") && is_period(text.word(end + 1));
    if slashed && (glued(text, end) || is_period(text.word(end + 1))) || spoken {
        with_period(text, end + 2)
    } else {
        end
    }
}

fn is_period(word: &str) -> bool {
    const PERIODS: Words = Words::new(
        "class day head hour hr kg kilo lesson member mo month night person piece seat session student ticket \
         user week wk year yr",
    );
    PERIODS.contains(word)
}

/// Reads an amount in words (`twenty dollars`).
pub(super) fn in_words(text: &Text, token: usize) -> Option<Amount> {
    let mut numeral = words::at(text, token)?;
    let (sign, end) = sign_behind(text, numeral.end)?;
    numeral.end = end;
    Some(Amount { numeral, sign })
}
