//! Numbers in words: `twenty-five`, `a hundred and twenty`, `half a million`, `three point five`.

use super::digits::Numeral;
use super::scale;
use crate::text::Text;
use crate::value::peek::joined_word;

/// What was last added to a number in words, which says what may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Ones,
    Tens,
    Scale,
}

/// Reads a number in words that begins at a token.
pub(in crate::value) fn at(text: &Text, token: usize) -> Option<Numeral> {
    // `millions of stars`, `(in thousands)`: a plural by itself is no number.
    if matches!(text.word(token), "thousands" | "millions" | "billions") {
        return None;
    }
    if let Some(numeral) = half_of_scale(text, token) {
        return Some(numeral);
    }
    let (value, end) = match text.word(token) {
        "a" | "an" if scale::word(text.word(token + 1)).is_some() => counted(text, token + 1)?,
        _ => counted(text, token)?,
    };
    let (value, end) = point(text, value, end);
    let (value, end) = and_a_half(text, value, end);
    let (value, end) = match scale::word(text.word(end)) {
        Some(factor) => (scale::scaled(value, factor), end + 1),
        None => (value, end),
    };
    Some(Numeral { value, end, worded: true })
}

/// A number with `and a half` behind it (`two and a half`).
pub(super) fn and_a_half(text: &Text, value: f64, end: usize) -> (f64, usize) {
    if text.word(end) == "and" && text.word(end + 1) == "a" && text.word(end + 2) == "half" {
        (value + 0.5, end + 3)
    } else {
        (value, end)
    }
}

/// The value of a word from zero to nineteen.
pub(super) fn ones(word: &str) -> Option<f64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    match word {
        "nil" | "nought" => Some(0.0),
        _ => ONES.iter().position(|&name| name == word).map(|value| value as f64),
    }
}

fn tens(word: &str) -> Option<f64> {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !(5..=7).contains(&word.len()) {
        return None;
    }
    TENS.iter()
        .position(|&name| name == word)
        .map(|index| (index as f64 + 2.0) * 10.0)
        .or((word == "fourty").then_some(40.0))
}

/// `half a million`, `half a dozen`, `a quarter of a million`.
fn half_of_scale(text: &Text, token: usize) -> Option<Numeral> {
    let (part, of) = match text.word(token) {
        "half" => (0.5, token + 1),
        "quarter" if text.word(token + 1) == "of" => (0.25, token + 2),
        "a" if text.word(token + 1) == "quarter" && text.word(token + 2) == "of" => (0.25, token + 3),
        _ => return None,
    };
    let factor = (text.word(of) == "a").then(|| scale::word(text.word(of + 1)))??;
    Some(Numeral { value: part * factor, end: of + 2, worded: true })
}

fn counted(text: &Text, token: usize) -> Option<(f64, usize)> {
    let (mut total, mut current, mut last, mut end) = (0.0, 0.0, Last::Start, token);
    let mut next = Some(token);
    while let Some(at) = next {
        let word = text.word(at);
        if let Some(value) = ones(word).filter(|&value| last != Last::Ones && (last != Last::Tens || value < 10.0)) {
            current += value;
            last = Last::Ones;
        } else if let Some(value) = tens(word).filter(|_| matches!(last, Last::Start | Last::Scale)) {
            current += value;
            last = Last::Tens;
        } else if let Some(factor) = scale::word(word) {
            (total, current) = with_scale(total, current, factor, last)?;
            last = Last::Scale;
        } else {
            break;
        }
        end = at + 1;
        next = following(text, end, last);
    }
    (last != Last::Start).then_some((total + current, end))
}

/// `hundred` multiplies what has been said since the last scale, larger scales close it. Alone they are no number.
fn with_scale(total: f64, current: f64, factor: f64, last: Last) -> Option<(f64, f64)> {
    let count = if current == 0.0 { 1.0 } else { current };
    match last {
        Last::Scale if factor <= 100.0 => None,
        Last::Scale if current == 0.0 => Some((total * factor, 0.0)),
        _ if factor <= 100.0 => Some((total, count * factor)),
        _ => Some((total + count * factor, 0.0)),
    }
}

fn following(text: &Text, end: usize, last: Last) -> Option<usize> {
    let behind_and = last == Last::Scale
        && text.word(end) == "and"
        && (ones(text.word(end + 1)).is_some() || tens(text.word(end + 1)).is_some());
    if behind_and { Some(end + 1) } else { joined_word(text, end) }
}

/// `three point five`.
fn point(text: &Text, value: f64, end: usize) -> (f64, usize) {
    if text.word(end) != "point" {
        return (value, end);
    }
    let (mut value, mut place, mut at) = (value, 0.1, end + 1);
    while let Some(digit) = ones(text.word(at)).filter(|&digit| digit < 10.0) {
        value += digit * place;
        place /= 10.0;
        at += 1;
    }
    if at == end + 1 { (value, end) } else { ((value * 1e6).round() / 1e6, at) }
}
