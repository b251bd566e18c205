//! Dates, times of day, picture formats and versions: figures that are no numbers.

use super::peek::{glued, is_number, is_word, mark};
use super::{Certainty, Found, Kind, Number, number};
use crate::text::Text;

/// Reads a date, a time, a format, a version or a clock's duration that begins with a number token.
pub(super) fn at_digits(text: &Text, token: usize) -> Option<Found> {
    let goes_on = is_word(text, token + 1) || matches!(mark(text, token + 1), Some(':' | '/' | '-' | '×' | '.'));
    let dotted = text.word(token).matches('.').count() > 1;
    if !(goes_on || dotted) || !number::detached(text, token) {
        return None;
    }
    if let Some(found) = clock(text, token).or_else(|| aspect(text, token)) {
        return Some(found);
    }
    if let Some(end) = numeric(text, token).or_else(|| day_first(text, token)) {
        return Some(date(text, token, end));
    }
    if let Some(end) = twelve_hour(text, token) {
        return Some(time(text, token, end));
    }
    let is_version = dotted && number::value_of_digits(text.word(token)).is_none();
    is_version.then(|| version(text, token))
}

/// Reads a date that begins with the name of a month or a weekday, a version that begins with `v`, `noon`.
pub(super) fn at_word(text: &Text, token: usize) -> Option<Found> {
    let word = text.word(token);
    if is_version(word) {
        return Some(version(text, token));
    }
    if word == "noon" || word == "midnight" && !is_word(text, token + 1) {
        return Some(time(text, token, token + 1));
    }
    if let Some(day) = weekday(text, token).filter(|&day| is_number(text, day)) {
        return day_first(text, day).map(|end| date(text, token, end));
    }
    month_first(text, token).map(|end| date(text, token, end))
}

fn date(text: &Text, token: usize, end: usize) -> Found {
    let alone = end == token + 2 && is_word(text, token);
    let certainty = if alone && text.word(end - 1).len() <= 2 { Certainty::Homonym } else { Certainty::Sure };
    Found { end, kind: Kind::Date(text.typed_range(token..end).to_owned()), certainty }
}

fn time(text: &Text, token: usize, end: usize) -> Found {
    Found { end, kind: Kind::Time(text.typed_range(token..end).to_owned()), certainty: Certainty::Sure }
}

/// `19:00`, `7:30 pm`, `0:15` (fifteen seconds) and `1:30 min`.
fn clock(text: &Text, token: usize) -> Option<Found> {
    let pair =
        |at: usize| mark(text, at) == Some(':') && glued(text, at) && glued(text, at + 1) && is_number(text, at + 1);
    if !pair(token + 1) {
        return None;
    }
    let first = short(text, token)?;
    let second = short(text, token + 2).filter(|&second| second < 60 && text.word(token + 2).len() == 2)?;
    if pair(token + 3) {
        let third = short(text, token + 4).filter(|&third| third < 60)?;
        return (first == 0).then(|| seconds(second * 60 + third, token + 5))?;
    }
    let unit = text.word(token + 3);
    if first == 0 || matches!(unit, "min" | "mins" | "minutes" | "long") {
        let end =
            token + 3 + usize::from(matches!(unit, "min" | "mins" | "minutes" | "sec" | "secs" | "seconds" | "s"));
        return seconds(first * 60 + second, end);
    }
    if (first, second) == (9, 16) || (first, second) == (16, 10) || (first, second) == (2, 35) || first > 24 {
        return None;
    }
    let end = half_day(text, token + 3).or(number::closes(text, token + 3).then_some(token + 3))?;
    Some(time(text, token, end))
}

fn seconds(seconds: u32, end: usize) -> Option<Found> {
    let seconds = Number::new(f64::from(seconds))?;
    Some(Found { end, kind: Kind::Seconds(seconds), certainty: Certainty::Sure })
}

/// `9:16`, `1080x1920`, `1080 × 1080`.
fn aspect(text: &Text, token: usize) -> Option<Found> {
    let digits = |at: usize| text.word(at).parse::<u32>().ok().filter(|&side| side > 0);
    let width = digits(token)?;
    let next = text.word(token + 1);
    let (height, end) = match next {
        ":" if glued(text, token + 1) && glued(text, token + 2) => {
            (digits(token + 2).filter(|&height| is_ratio(width, height))?, token + 3)
        }
        "x" | "×" | "by" if digits(token + 2).is_some_and(|height| width >= 100 && height >= 100) => {
            (digits(token + 2)?, token + 3)
        }
        _ => (
            next.strip_prefix('x')?
                .trim_end_matches("px")
                .parse()
                .ok()
                .filter(|&height| width >= 100 && height >= 100)?,
            token + 2,
        ),
    };
    let end = end + usize::from(matches!(text.word(end), "px" | "pixels"));
    Some(Found { end, kind: Kind::Aspect { width, height }, certainty: Certainty::Sure })
}

fn is_ratio(width: u32, height: u32) -> bool {
    const RATIOS: &[(u32, u32)] = &[
        (16, 9),
        (9, 16),
        (1, 1),
        (4, 5),
        (5, 4),
        (4, 3),
        (3, 4),
        (3, 2),
        (2, 3),
        (2, 1),
        (1, 2),
        (21, 9),
        (9, 21),
        (16, 10),
        (10, 16),
    ];
    RATIOS.contains(&(width, height))
}

/// `2026-09-12`, `14/02`, `28/11/2026`, `14.02.2026`.
fn numeric(text: &Text, token: usize) -> Option<usize> {
    let first = text.word(token);
    if is_dotted_date(first) {
        return number::closes(text, token + 1).then_some(token + 1);
    }
    let separator = mark(text, token + 1).filter(|separator| matches!(separator, '/' | '-'))?;
    let part = |at: usize| (glued(text, at) && is_number(text, at)).then(|| short(text, at)).flatten();
    let second = part(token + 2).filter(|_| glued(text, token + 1))?;
    let third = (mark(text, token + 3) == Some(separator) && glued(text, token + 3)).then(|| part(token + 4)).flatten();
    let first_value = short(text, token)?;
    let (day_month, end) = match third {
        Some(_) if first.len() == 4 => ((1..=12).contains(&second), token + 5),
        Some(year) => {
            (is_day_and_month(first_value, second) && (year > 1900 || text.word(token + 4).len() == 2), token + 5)
        }
        None => (
            separator == '/' && is_day_and_month(first_value, second) && text.word(token + 2).len() + first.len() > 2,
            token + 3,
        ),
    };
    (day_month && number::closes(text, end) && (first_value, second, third) != (24, 7, None)).then_some(end)
}

fn is_day_and_month(a: u32, b: u32) -> bool {
    (1..=31).contains(&a) && (1..=12).contains(&b) || (1..=12).contains(&a) && (1..=31).contains(&b)
}

fn is_dotted_date(digits: &str) -> bool {
    let mut parts = digits.split('.').map(str::parse::<u32>);
    let (Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    is_day_and_month(day, month) && (year > 1900 || digits.len() == 8)
}

/// `24 December 2026`, `3rd of October`, `12–18 May`.
fn day_first(text: &Text, token: usize) -> Option<usize> {
    short(text, token).filter(|day| (1..=31).contains(day))?;
    let mut at = behind_ordinal(text, token + 1);
    if mark(text, at) == Some('-') && is_number(text, at + 1) {
        short(text, at + 1).filter(|day| (1..=31).contains(day))?;
        at = behind_ordinal(text, at + 2);
    }
    at += usize::from(text.word(at) == "of");
    month(text, at).map(|end| with_year(text, end))
}

/// `December 24th, 2026`, `March 2026`, `May 9`.
fn month_first(text: &Text, token: usize) -> Option<usize> {
    let at = month(text, token)?;
    let day = short(text, at).filter(|_| !glued(text, at) && is_number(text, at))?;
    if (1900..=2100).contains(&day) {
        return number::closes(text, at + 1).then_some(at + 1);
    }
    if !(1..=31).contains(&day) || !is_day_token(text, at) {
        return None;
    }
    let mut end = behind_ordinal(text, at + 1);
    if mark(text, end) == Some('-') && glued(text, end) && is_number(text, end + 1) && short(text, end + 1)? <= 31 {
        end = behind_ordinal(text, end + 2);
    }
    Some(with_year(text, end))
}

fn is_day_token(text: &Text, at: usize) -> bool {
    number::closes(text, at + 1) || behind_ordinal(text, at + 1) > at + 1 || mark(text, at + 1) == Some('-')
}

fn behind_ordinal(text: &Text, token: usize) -> usize {
    let ordinal = glued(text, token) && matches!(text.word(token), "st" | "nd" | "rd" | "th");
    token + usize::from(ordinal)
}

fn with_year(text: &Text, end: usize) -> usize {
    let at = end + usize::from(mark(text, end) == Some(',') && !glued(text, end + 1));
    let year = is_number(text, at) && !glued(text, at) && (1900..=2100).contains(&short(text, at).unwrap_or(0));
    if year && number::closes(text, at + 1) { at + 1 } else { end }
}

/// Whether a token is the name of a month.
pub(super) fn is_month(text: &Text, token: usize) -> bool {
    month(text, token).is_some()
}

/// Whether a token is the name of a day of the week.
pub(super) fn is_weekday(text: &Text, token: usize) -> bool {
    weekday(text, token).is_some()
}

/// The token behind the name of a month. `may` and `mar` need their capital, since they are words.
fn month(text: &Text, token: usize) -> Option<usize> {
    let word = text.word(token);
    let named = match word {
        "may" | "march" | "mar" | "dec" | "sun" => {
            text.typed(token).starts_with(char::is_uppercase) || token > 0 && is_number(text, token - 1)
        }
        "january" | "february" | "april" | "june" | "july" | "august" | "september" | "october" | "november"
        | "december" | "jan" | "feb" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" => true,
        _ => false,
    };
    if !named || word == "sun" {
        return None;
    }
    let dot =
        mark(text, token + 1) == Some('.') && glued(text, token + 1) && word.len() <= 4 && is_number(text, token + 2);
    Some(token + 1 + usize::from(dot))
}

fn weekday(text: &Text, token: usize) -> Option<usize> {
    let named = matches!(
        text.word(token),
        "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
    );
    let comma = usize::from(mark(text, token + 1) == Some(',') && !glued(text, token + 2));
    named.then_some(token + 1 + comma)
}

/// `7pm`, `11 am`, `4 p.m.`
fn twelve_hour(text: &Text, token: usize) -> Option<usize> {
    let hour = text.word(token).split_once('.').map_or(text.word(token), |(hour, _)| hour);
    hour.parse().ok().filter(|hour: &u32| (1..=12).contains(hour))?;
    half_day(text, token + 1)
}

fn half_day(text: &Text, token: usize) -> Option<usize> {
    match text.word(token) {
        "pm" => Some(token + 1),
        "am" if glued(text, token) || !matches!(text.word(token + 1), "a" | "the" | "i" | "not") => Some(token + 1),
        "a" | "p" if glued(text, token + 1) && glued(text, token + 2) && mark(text, token + 1) == Some('.') => {
            let dot = usize::from(mark(text, token + 3) == Some('.') && glued(text, token + 3));
            (text.word(token + 2) == "m").then_some(token + 3 + dot)
        }
        _ => None,
    }
}

/// `v2`, with whatever digits, points and suffixes are glued to it (`v0.9-rc2`).
fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn version(text: &Text, token: usize) -> Found {
    let mut end = token + 1;
    while glued(text, end)
        && (is_number(text, end)
            || is_word(text, end)
            || glued(text, end + 1)
                && matches!(mark(text, end), Some('.' | '-' | '+'))
                && (is_number(text, end + 1) || is_word(text, end + 1)))
    {
        end += 1;
    }
    Found { end, kind: Kind::Version(text.typed_range(token..end).to_owned()), certainty: Certainty::Sure }
}

fn short(text: &Text, token: usize) -> Option<u32> {
    let digits = text.word(token);
    (digits.len() <= 4).then(|| digits.parse().ok())?
}
