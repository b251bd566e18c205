//! Numbers in digits: separators, groups, fractions and scales.

use super::scale;
use super::words;
use crate::text::Text;
use crate::value::peek::{glued, is_number, is_word, mark};
use crate::value::words::Words;

/// A number, before what follows has said what it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::value) struct Numeral {
    /// How much.
    pub(in crate::value) value: f64,
    /// The token after it.
    pub(in crate::value) end: usize,
    /// Whether it is written in words.
    pub(in crate::value) worded: bool,
}

/// Reads a number in digits at a number token. `money` says that a sign of money stands before it, which makes `m` a
/// million.
pub(in crate::value) fn at(text: &Text, token: usize, money: bool) -> Option<Numeral> {
    let (value, end) = grouped(text, token)?;
    let (value, end) = with_fraction(text, value, end);
    let (value, end) = scale::after(text, token, value, end, money);
    let (value, end) = words::and_a_half(text, value, end);
    Some(Numeral { value, end, worded: false })
}

/// Whether a number token stands on its own, not inside a date, a version, a range or a name.
pub(in crate::value) fn detached(text: &Text, token: usize) -> bool {
    if token == 0 || !glued(text, token) {
        return true;
    }
    let before_is_glued = token > 1 && glued(text, token - 1);
    match mark(text, token - 1) {
        None | Some('.' | '\'' | '_' | '@' | '\\' | '^' | '#' | '&' | '%' | '×' | '*') => false,
        Some('-' | '+') => !before_is_glued,
        Some('/' | ':') => !(before_is_glued && is_number(text, token - 2)),
        Some(_) => true,
    }
}

/// The value of digits with separators, as English writes them and as most of Europe does.
///
/// A comma before three digits separates thousands (`1,200`), any other comma a fraction (`6,5`). A single point
/// separates a fraction (`3.5`, `1.200`); several are thousands where each has three digits behind it (`1.200.000`)
/// and else no number (`2.4.0`).
pub(in crate::value) fn value(digits: &str) -> Option<f64> {
    let plain = |text: &str| text.parse::<f64>().ok();
    match (digits.find(','), digits.find('.')) {
        (None, None | Some(_)) if !has_several(digits, '.') => plain(digits),
        (None, _) => thousands(digits, '.').then(|| without(digits, '.'))?,
        (Some(_), None) if thousands(digits, ',') => without(digits, ','),
        (Some(_), None) if has_several(digits, ',') => None,
        (Some(_), None) => plain(&digits.replacen(',', ".", 1)),
        (Some(comma), Some(point)) if comma < point => {
            let (whole, fraction) = digits.rsplit_once('.')?;
            thousands(whole, ',').then(|| plain(&format!("{}.{fraction}", whole.replace(',', ""))))?
        }
        (Some(_), Some(_)) => {
            let (whole, fraction) = digits.rsplit_once(',')?;
            thousands(whole, '.').then(|| plain(&format!("{}.{fraction}", whole.replace('.', ""))))?
        }
    }
}

fn has_several(digits: &str, separator: char) -> bool {
    digits.matches(separator).count() > 1
}

fn without(digits: &str, separator: char) -> Option<f64> {
    digits.replace(separator, "").parse().ok()
}

/// Whether a separator stands before groups of three, and does not follow a lone zero (`0,500`).
fn thousands(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number token together with groups of three behind spaces (`1 200 000`).
fn grouped(text: &Text, token: usize) -> Option<(f64, usize)> {
    let first = text.word(token);
    if !(first.len() <= 3 && is_digits(first) && !first.starts_with('0')) || counts_something(text, token) {
        return value(first).map(|value| (value, token + 1));
    }
    let mut end = token + 1;
    while is_group(text, end) {
        end += 1;
    }
    if end == token + 1 {
        return value(first).map(|value| (value, end));
    }
    let digits: String = (token..end).map(|part| text.word(part)).collect();
    match digits.split_once([',', '.']) {
        None => Some((digits.parse().ok()?, end)),
        Some((whole, fraction)) if is_digits(fraction) => Some((format!("{whole}.{fraction}").parse().ok()?, end)),
        Some(_) => None,
    }
}

/// Three digits behind exactly one space, with a fraction if they are the last.
fn is_group(text: &Text, token: usize) -> bool {
    let group = text.word(token);
    let gap = token > 0
        && is_number(text, token)
        && text.tokens()[token - 1].folded.end + 1 == text.tokens()[token].folded.start
        && is_digits(text.word(token - 1));
    gap && group.len() >= 3
        && is_digits(&group[..3])
        && (group.len() == 3 || group[3..].starts_with([',', '.']) && group.len() <= 6 && is_digits(&group[4..]))
        && detached_after(text, token)
}

fn detached_after(text: &Text, token: usize) -> bool {
    !(glued(text, token + 1) && matches!(mark(text, token + 1), Some(':' | '/' | '-')))
}

/// Whether the word before is one that numbers follow, so that `Day 1 200` is no 1,200.
fn counts_something(text: &Text, token: usize) -> bool {
    const COUNTERS: Words = Words::new(
        "chapter class course day episode game grade group hour lap level match month no part phase quarter \
         round season set stage step store team tier top type version ward week year zone",
    );
    token > 0 && COUNTERS.contains(text.word(token - 1))
}

/// `2½`, `2 ½` and `2 1/2`.
fn with_fraction(text: &Text, value: f64, end: usize) -> (f64, usize) {
    if let Some(fraction) = sign(text.word(end)) {
        return (value + fraction, end + 1);
    }
    let small = |at: usize| is_number(text, at).then(|| text.word(at).parse::<u32>().ok()).flatten();
    let slashed = mark(text, end + 1) == Some('/') && glued(text, end + 1) && glued(text, end + 2);
    if !glued(text, end)
        && slashed
        && is_word(text, end + 3)
        && let (Some(part @ 1..=3), Some(whole @ 2..=4)) = (small(end), small(end + 2))
        && part < whole
    {
        return (value + f64::from(part) / f64::from(whole), end + 3);
    }
    (value, end)
}

/// The value of a fraction that is one character.
pub(super) fn sign(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅛" => 0.125,
        _ => return None,
    })
}
