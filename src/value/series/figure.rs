//! A figure of a series: a number with its sign and unit.

use std::ops::Range;

use crate::text::Text;
use crate::value::date;
use crate::value::number::{self, Numeral, percent};
use crate::value::peek::{glued, is_number, is_word, mark, open};
use crate::value::words::Words;

/// A number with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// The tokens from its sign to its unit.
    pub(super) start: usize,
    pub(super) end: usize,
    /// How much; none for `24/7`.
    pub(super) value: Option<f64>,
    /// The sign before it or the unit behind it.
    unit: String,
    /// Whether the unit measures (`kg`, `%`) and is no money and no mark (`+`, `★`).
    measure: bool,
}

impl Amount {
    pub(super) fn is_plain(&self) -> bool {
        self.value.is_some() && self.unit.is_empty()
    }

    pub(super) fn is_measure(&self) -> bool {
        self.measure
    }

    pub(super) fn unit(&self) -> &str {
        &self.unit
    }

    pub(super) fn is_seconds(&self) -> bool {
        matches!(self.unit.as_str(), "s" | "sec" | "secs" | "seconds" | "ms" | "min")
    }

    /// The second of two columns in one token.
    pub(super) fn of_columns(token: usize, value: f64) -> Self {
        Self { start: token, end: token + 1, value: Some(value), unit: String::new(), measure: false }
    }

    /// Takes a word behind the figure as its unit.
    pub(super) fn count(&mut self, unit: &str, end: usize) {
        unit.clone_into(&mut self.unit);
        self.measure = true;
        self.end = end;
    }
}

/// Whether a range has tokens that so many figures could begin at.
pub(super) fn may_be(text: &Text, range: Range<usize>, minimum: usize) -> bool {
    let numeral = |&token: &usize| {
        open(text, token) && (is_number(text, token) || is_word(text, token) && number::in_words(text, token).is_some())
    };
    range.filter(numeral).take(minimum).count() == minimum
}

/// Reads a figure that begins at a token and ends before `limit`.
pub(super) fn at(text: &Text, token: usize, limit: usize) -> Option<Amount> {
    if token >= limit || !open(text, token) {
        return None;
    }
    let negative = is_minus(text, token);
    let sign = token + usize::from(negative || mark(text, token) == Some('+') && glued(text, token + 1));
    let digits = number::currency_before(text, sign).unwrap_or(sign);
    let numeral = numeral(text, token, sign, digits).filter(|_| digits < limit)?;
    if is_date_or_time(text, digits, numeral.end) {
        return None;
    }
    let value = Some(if negative { -numeral.value } else { numeral.value });
    let unit = text.typed_range(sign..digits).to_owned();
    with_unit(text, Amount { start: token, end: numeral.end, value, unit, measure: false })
        .filter(|amount| amount.end <= limit)
}

fn is_minus(text: &Text, token: usize) -> bool {
    let hyphen = glued(text, token) && token > 0 && is_word(text, token - 1);
    mark(text, token) == Some('-') && glued(text, token + 1) && !hyphen
}

fn numeral(text: &Text, token: usize, sign: usize, digits: usize) -> Option<Numeral> {
    if is_number(text, digits) {
        return stands_alone(text, digits).then(|| number::in_digits(text, digits, digits > sign))?;
    }
    let worded = (digits == token && is_word(text, digits)).then(|| number::in_words(text, digits))??;
    (worded.end > digits + 1 || text.word(digits) != "one").then_some(worded)
}

/// Whether digits are the day of a month that follows (but for `Jan 10 Feb 20`) or an hour.
fn is_date_or_time(text: &Text, digits: usize, end: usize) -> bool {
    let day = date::is_month(text, end) && !(digits > 0 && date::is_month(text, digits - 1));
    day || matches!(text.word(end), "am" | "pm")
}

/// Digits that do not belong to a date, a version or a name. Behind a colon they may, as in `2023:12`.
fn stands_alone(text: &Text, token: usize) -> bool {
    if token > 0 && glued(text, token) && mark(text, token - 1) == Some(':') {
        return token < 2 || text.word(token - 2).len() > 2 || !is_number(text, token - 2);
    }
    number::detached(text, token)
}

fn with_unit(text: &Text, mut amount: Amount) -> Option<Amount> {
    let end = amount.end;
    if let Some(after) = percent(text, end) {
        return Some(Amount { end: after, unit: "%".to_owned(), measure: true, ..amount });
    }
    if let Some((sign, after)) = number::currency_behind(text, end).filter(|_| amount.unit.is_empty()) {
        return Some(Amount { end: after, unit: sign, ..amount });
    }
    amount.end = number::with_period(text, end);
    if glued(text, end) {
        return glued_unit(text, amount);
    }
    if amount.unit.is_empty() && is_word(text, end) && is_unit(text.word(end)) && !begins_label(text, end) {
        return Some(measured(text, amount, end));
    }
    Some(amount)
}

fn glued_unit(text: &Text, amount: Amount) -> Option<Amount> {
    let end = amount.end;
    let next_glued = glued(text, end + 1);
    match mark(text, end) {
        None if !glued(text, end) => Some(amount),
        None if is_word(text, end) && is_unit(text.word(end)) => Some(measured(text, amount, end)),
        None => None,
        Some(sign @ ('+' | '★' | '☆' | '*' | '°' | '‰')) if !next_glued || is_word(text, end + 1) && sign == '°' =>
        {
            let after = end + 1 + usize::from(next_glued);
            let unit = text.typed_range(end..after).to_owned();
            Some(Amount { end: after, unit, measure: sign == '°' || sign == '‰', ..amount })
        }
        Some('/') if next_glued && is_rating(text, end) => Some(Amount { end: end + 2, value: None, ..amount }),
        Some('/') if next_glued && text.word(end + 1) == "7" && text.word(end - 1) == "24" => {
            Some(Amount { end: end + 2, value: None, ..amount })
        }
        Some('/' | '-' | '.' | '_' | '×' | '\'' | '@')
            if next_glued && (is_number(text, end + 1) || is_word(text, end + 1)) =>
        {
            None
        }
        Some(':') if next_glued && is_number(text, end + 1) && text.word(end - 1).len() <= 2 => None,
        Some(_) => Some(amount),
    }
}

/// `4.8/5` and `9/10 testers`.
fn is_rating(text: &Text, slash: usize) -> bool {
    let whole = text.word(slash + 1);
    let counted = text.word(slash - 1).contains('.') || is_word(text, slash + 2) && !glued(text, slash + 2);
    matches!(whole, "5" | "10" | "100") && counted
}

fn measured(text: &Text, mut amount: Amount, unit: usize) -> Amount {
    let slashed =
        mark(text, unit + 1) == Some('/') && glued(text, unit + 1) && glued(text, unit + 2) && is_word(text, unit + 2);
    let end = unit + if slashed { 3 } else { 1 };
    let typed = text.typed_range(unit..end).to_owned();
    amount.count(&typed, end);
    amount
}

/// Whether a unit is rather the first word of a longer label (`12 months free`).
fn begins_label(text: &Text, unit: usize) -> bool {
    text.word(unit).len() > 3
        && is_word(text, unit + 1)
        && !glued(text, unit + 1)
        && !super::label::ends_series(text.word(unit + 1))
}

fn is_unit(word: &str) -> bool {
    const UNITS: Words = Words::new(
        "b bar bpm c cal cl cm cm² d days db deg degrees dl f ft g gb gbps gw gwh h ha hours hp hr hrs hz j kb \
         kcal kg kgs khz kilometers kilometres kilos km kmh km² kph kw kwh l lb lbs liters litres m mb mbps \
         meters metres mg mhz mi miles min mins minutes ml mm months mph ms mw mwh m² m³ nm oz pa pb points pp \
         ppm pts rpm s sec seconds secs sqft sqm st stars t tb tonnes tons twh v w weeks wh yd years yrs °c °f",
    );
    word.len() <= 10 && UNITS.contains(word)
}

/// Reads bare digits, whatever they are glued to.
pub(super) fn plain(text: &Text, token: usize) -> Option<Amount> {
    let value = number::value_of_digits(text.word(token))?;
    Some(Amount { start: token, end: token + 1, value: Some(value), unit: String::new(), measure: false })
}
