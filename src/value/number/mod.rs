//! Numbers, percentages, parts and money.

mod digits;
mod fraction;
mod money;
mod scale;
mod words;

use super::peek::{begins_sentence, glued, is_number, is_word, mark};
use super::{Certainty, Found, Kind, Number, duration};
use crate::text::Text;

pub(super) use digits::{Numeral, at as in_digits, detached, value as value_of_digits};
pub(super) use fraction::at as fraction;
pub(super) use money::{sign_before as currency_before, sign_behind as currency_behind, with_period};
pub(super) use words::at as in_words;

/// Reads what begins with a number token: a duration, an amount, a percentage, a number or a range.
pub(super) fn at_digits(text: &Text, token: usize) -> Option<Found> {
    if !detached(text, token) {
        return None;
    }
    let numeral = digits::at(text, token, false)?;
    if let Some(range) = range(text, &numeral) {
        return Some(range);
    }
    duration::behind(text, token, &numeral)
        .or_else(|| money_behind(text, numeral))
        .or_else(|| millions_of_money(text, token, &numeral))
        .or_else(|| plain(text, token, &numeral, 1.0))
}

/// Reads what begins with a sign: `-3`, `+12%`, `$20`, `-$5`, `½ second`.
pub(super) fn at_sign(text: &Text, token: usize) -> Option<Found> {
    let sign = match mark(text, token)? {
        '+' => 1.0,
        '-' => -1.0,
        _ => return behind_sign(text, token, 1.0),
    };
    let spaced = !glued(text, token)
        || token > 0 && matches!(mark(text, token - 1), Some('(' | '[' | ':' | ',' | '=' | '>' | '"'));
    if !spaced || !glued(text, token + 1) {
        return None;
    }
    if !is_number(text, token + 1) {
        return behind_sign(text, token + 1, sign);
    }
    let numeral = digits::at(text, token + 1, false)?;
    plain(text, token, &numeral, sign)
}

/// Reads what begins with a word: `twenty`, `half a minute`, `three quarters full`, `minus 3`, `CHF 20`.
pub(super) fn at_word(text: &Text, token: usize) -> Option<Found> {
    let word = text.word(token);
    if word == "minus" && is_number(text, token + 1) && !glued(text, token + 1) {
        return plain(text, token, &digits::at(text, token + 1, false)?, -1.0);
    }
    if let Some(found) = money::opens(word).then(|| behind_sign(text, token, 1.0)).flatten() {
        return Some(found);
    }
    if !opens(word) {
        return None;
    }
    if let Some(found) = duration::in_words(text, token) {
        return Some(found);
    }
    if let Some(amount) = money::in_words(text, token) {
        return money_found(amount.numeral.value, amount.numeral.end, amount.sign);
    }
    let (part, number) = (part(text, token), number_in_words(text, token));
    if number.as_ref().map_or(0, |number| number.end) > part.as_ref().map_or(0, |part| part.end) {
        number
    } else {
        part
    }
}

/// Whether a number may begin with a word; what is no such word is dismissed at once.
fn opens(word: &str) -> bool {
    let bytes = word.as_bytes();
    match bytes.first() {
        Some(b'a') => matches!(word, "a" | "an"),
        Some(b'e' | b'f' | b'n' | b'o' | b's' | b't' | b'z' | b'q' | b'h') => bytes.len() >= 3,
        _ => bytes.first().is_some_and(|&byte| byte >= 0x80),
    }
}

fn part(text: &Text, token: usize) -> Option<Found> {
    let (value, end) = fraction::at(text, token)?;
    if let Some(end) = fraction::full(text, end) {
        return Some(Found::sure(end, Kind::Percent(Number::new(value * 100.0)?)));
    }
    let certainty = if end == token + 1 { Certainty::Homonym } else { Certainty::Sure };
    Some(Found { end, kind: Kind::Fraction(Number::new(value)?), certainty })
}

fn number_in_words(text: &Text, token: usize) -> Option<Found> {
    let numeral = words::at(text, token)?;
    let mut found = plain(text, token, &numeral, 1.0)?;
    if found.certainty == Certainty::Sure
        && text.typed(token).starts_with(char::is_uppercase)
        && !begins_sentence(text, token)
    {
        found.certainty = Certainty::Name;
    } else if text.word(token) == "one" && numeral.end == token + 1 {
        found.certainty = Certainty::Homonym;
    }
    Some(found)
}

fn behind_sign(text: &Text, token: usize, sign: f64) -> Option<Found> {
    let amount = money::behind_sign(text, token)?;
    money_found(sign * amount.numeral.value, amount.numeral.end, amount.sign)
}

fn money_behind(text: &Text, numeral: Numeral) -> Option<Found> {
    let (sign, end) = money::sign_behind(text, numeral.end)?;
    money_found(numeral.value, end, sign)
}

fn money_found(amount: f64, end: usize, sign: String) -> Option<Found> {
    Some(Found::sure(end, Kind::Money { amount: Number::new(amount)?, sign }))
}

fn plain(text: &Text, token: usize, numeral: &Numeral, sign: f64) -> Option<Found> {
    let value = Number::new(sign * numeral.value)?;
    if let Some(end) = percent(text, numeral.end) {
        return Some(Found::sure(end, Kind::Percent(value)));
    }
    if !closes(text, numeral.end) {
        return None;
    }
    let resolution = !numeral.worded
        && matches!(text.word(token), "4" | "8")
        && glued(text, token + 1)
        && text.word(token + 1) == "k";
    let certainty = if resolution { Certainty::Homonym } else { Certainty::Sure };
    Some(Found { end: numeral.end, kind: Kind::Number(value), certainty })
}

/// The token after `%` or `percent`.
pub(super) fn percent(text: &Text, token: usize) -> Option<usize> {
    match text.word(token) {
        "%" | "percent" | "pct" | "％" => Some(token + 1),
        "per" if text.word(token + 1) == "cent" => Some(token + 2),
        _ => None,
    }
}

/// Whether a number may end before a token: not inside `3D`, `24/7`, `10-year` or `2nd`.
pub(super) fn closes(text: &Text, token: usize) -> bool {
    if !glued(text, token) {
        return true;
    }
    let next_glued = glued(text, token + 1);
    match mark(text, token) {
        None | Some('_' | '\\' | '×') => false,
        Some('/') => !next_glued || !is_number(text, token + 1),
        Some('.' | ':' | '-' | '\'') => !next_glued || !(is_number(text, token + 1) || is_word(text, token + 1)),
        Some(_) => true,
    }
}

/// `2.5m €`, where only the sign says that `m` is a million.
fn millions_of_money(text: &Text, token: usize, numeral: &Numeral) -> Option<Found> {
    is_word(text, numeral.end).then(|| digits::at(text, token, true))?.and_then(|numeral| money_behind(text, numeral))
}

/// Two numbers with a dash between: `0-100`, `1,000 – 2,000`.
fn range(text: &Text, from: &Numeral) -> Option<Found> {
    let dashed = mark(text, from.end) == Some('-') && is_number(text, from.end + 1);
    if !dashed || glued(text, from.end) != glued(text, from.end + 1) {
        return None;
    }
    let to = digits::at(text, from.end + 1, false)?;
    if from.value >= to.value
        || !closes(text, to.end)
        || is_word(text, to.end) && duration::is_unit(text.word(to.end))
        || percent(text, to.end).is_some()
    {
        return None;
    }
    let kind = Kind::Range(Number::new(from.value)?, Number::new(to.value)?);
    Some(Found { end: to.end, kind, certainty: Certainty::Homonym })
}
