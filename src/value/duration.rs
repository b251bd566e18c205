//! Durations and frame rates: `4s`, `half a minute`, `1 min 30`, `150 frames`, `@ 25 fps`.

use super::number::{self, Numeral, closes};
use super::peek::{begins_sentence, glued, is_number, is_word, mark};
use super::words::Words;
use super::{Certainty, Found, Kind, Number};
use crate::text::Text;

/// Seconds that were read, and the token after them.
struct Length {
    seconds: f64,
    end: usize,
}

/// Reads the unit behind a number that begins at `token`.
pub(super) fn behind(text: &Text, token: usize, numeral: &Numeral) -> Option<Found> {
    if let Some(found) = frames(text, numeral) {
        return Some(found);
    }
    let length = with_unit(text, numeral)?;
    let certainty = certainty(text, token, &length, numeral);
    Some(Found { end: length.end, kind: Kind::Seconds(Number::new(length.seconds)?), certainty })
}

/// Reads a duration or a rate that begins with a word: `eight seconds`, `half a minute`, `a second and a half`.
pub(super) fn in_words(text: &Text, token: usize) -> Option<Found> {
    if let Some(found) = number::in_words(text, token).and_then(|numeral| behind(text, token, &numeral)) {
        return Some(found);
    }
    let length = part_of_unit(text, token).or_else(|| one(text, token)).or_else(|| couple(text, token))?;
    Some(Found { end: length.end, kind: Kind::Seconds(Number::new(length.seconds)?), certainty: Certainty::Sure })
}

/// Reads a rate that begins with its name or with `@`: `fps: 60`, `frame rate of 24`, `@ 25fps`.
pub(super) fn rate(text: &Text, token: usize) -> Option<Found> {
    let behind_name = match text.word(token) {
        "@" => {
            let numeral = is_number(text, token + 1).then(|| number::in_digits(text, token + 1, false))??;
            return frames(text, &numeral).filter(|found| matches!(found.kind, Kind::Fps(_)));
        }
        "fps" | "framerate" => token + 1,
        "frame" if text.word(token + 1) == "rate" => token + 2,
        _ => return None,
    };
    let value =
        (behind_name..behind_name + 2).find(|&at| !matches!(text.word(at), ":" | "=" | "of" | "at" | "to" | "is"))?;
    let numeral = is_number(text, value).then(|| number::in_digits(text, value, false))??;
    closes(text, numeral.end).then_some(())?;
    let end = numeral.end + usize::from(text.word(numeral.end) == "fps");
    Some(Found { end, kind: Kind::Fps(Number::new(numeral.value)?), certainty: Certainty::Sure })
}

/// Whether a word is a unit of time.
pub(super) fn is_unit(word: &str) -> bool {
    unit(word).is_some() || matches!(word, "frames" | "fps")
}

fn frames(text: &Text, numeral: &Numeral) -> Option<Found> {
    let at = unit_at(text, numeral.end)?;
    let number = Number::new(numeral.value)?;
    // `together in one frame` says where things stand.
    let place = numeral.worded && numeral.value <= 1.0 && text.word(at) == "frame";
    let (kind, end) = match text.word(at) {
        _ if place => return None,
        "fps" => (Kind::Fps(number), at + 1),
        "frames" | "frame" => match per_second(text, at + 1) {
            Some(end) => (Kind::Fps(number), end),
            None if text.word(at + 1) == "rate" => return None,
            None => (Kind::Frames(number), at + 1),
        },
        _ => return None,
    };
    Some(Found { end, kind, certainty: Certainty::Sure })
}

fn per_second(text: &Text, token: usize) -> Option<usize> {
    let is_second = |at: usize| matches!(text.word(at), "second" | "sec" | "s");
    match text.word(token) {
        "per" | "a" | "each" | "/" if is_second(token + 1) => Some(token + 2),
        "/" if text.word(token + 1) == "second" => Some(token + 2),
        _ => None,
    }
}

/// The token of a unit: glued, behind a space, or behind a hyphen (`5-second`).
fn unit_at(text: &Text, token: usize) -> Option<usize> {
    if is_word(text, token) {
        return Some(token);
    }
    (mark(text, token) == Some('-') && glued(text, token) && glued(text, token + 1) && is_word(text, token + 1))
        .then_some(token + 1)
}

fn with_unit(text: &Text, numeral: &Numeral) -> Option<Length> {
    let at = unit_at(text, numeral.end)?;
    let word = text.word(at);
    if let Some(seconds) = word.strip_prefix('m').and_then(|rest| rest.trim_end_matches('s').parse::<u16>().ok()) {
        return Some(Length { seconds: numeral.value * 60.0 + f64::from(seconds), end: at + 1 });
    }
    let seconds = numeral.value * unit(word)?;
    let length = Length { seconds: (seconds * 1e6).round() / 1e6, end: at + 1 };
    Some(if unit(word) == Some(60.0) { with_seconds(text, length) } else { with_half(text, length, 1.0) })
}

/// `1 min 30`, `1 minute and 30 seconds`, `2 minutes and a half`.
fn with_seconds(text: &Text, length: Length) -> Length {
    let next = length.end + usize::from(matches!(text.word(length.end), "and" | ","));
    let numeral =
        if is_number(text, next) { number::in_digits(text, next, false) } else { number::in_words(text, next) };
    if let Some(numeral) = numeral.filter(|numeral| numeral.value < 60.0) {
        let unit_token = unit_at(text, numeral.end).filter(|&at| unit(text.word(at)) == Some(1.0));
        let bare = next == length.end && !numeral.worded && closes(text, numeral.end) && !is_word(text, numeral.end);
        if let Some(end) = unit_token.map(|at| at + 1).or(bare.then_some(numeral.end)) {
            return Length { seconds: length.seconds + numeral.value, end };
        }
    }
    with_half(text, length, 60.0)
}

/// `… and a half`.
fn with_half(text: &Text, length: Length, unit: f64) -> Length {
    let half =
        text.word(length.end) == "and" && text.word(length.end + 1) == "a" && text.word(length.end + 2) == "half";
    if half { Length { seconds: length.seconds + unit / 2.0, end: length.end + 3 } } else { length }
}

/// `half a second`, `a quarter of a minute`, `three quarters of a second`, `half second`.
fn part_of_unit(text: &Text, token: usize) -> Option<Length> {
    let (part, mut at) = number::fraction(text, token)?;
    while matches!(text.word(at), "of" | "a" | "an") {
        at += 1;
    }
    at = unit_at(text, at)?;
    let seconds = unit(text.word(at)).filter(|&unit| unit >= 1.0)?;
    Some(Length { seconds: part * seconds, end: at + 1 })
}

/// `a second`, where it is no ordinal (`a second title`), `a minute`, each with a half behind it.
fn one(text: &Text, token: usize) -> Option<Length> {
    if text.word(token) != "a" {
        return None;
    }
    // `pay in a second` says soon, and `fade in in a second` how long.
    if token > 0 && text.word(token - 1) == "in" && text.word(token.saturating_sub(2)) != "in" {
        return None;
    }
    let unit = match text.word(token + 1) {
        "second" | "sec" => 1.0,
        "minute" | "min" => 60.0,
        _ => return None,
    };
    let length = with_half(text, Length { seconds: unit, end: token + 2 }, unit);
    let is_time =
        unit > 1.0 || length.end > token + 2 || !is_word(text, length.end) || goes_with_time(text.word(length.end));
    is_time.then_some(length)
}

fn couple(text: &Text, token: usize) -> Option<Length> {
    let start = token + usize::from(text.word(token) == "a");
    let of = text.word(start) == "couple" && matches!(text.word(start + 1), "of" | "seconds");
    let at = start + if text.word(start + 1) == "of" { 2 } else { 1 };
    let factor = if of { unit(text.word(at))? } else { return None };
    Some(Length { seconds: 2.0 * factor, end: at + 1 })
}

fn goes_with_time(word: &str) -> bool {
    const BEHIND: Words = Words::new(
        "after and apart at before between but delay each earlier faster for from in is later less long longer \
         more of off on or per please pls shorter slower sooner then to with",
    );
    BEHIND.contains(word)
}

fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "secounds" | "secodns" | "seconde" => 1.0,
        "ms" | "msec" | "msecs" | "millis" | "millisecond" | "milliseconds" => 0.001,
        "min" | "mins" | "minute" | "minutes" => 60.0,
        _ => return None,
    })
}

/// A capital letter in the unit makes it part of a name (`5 Seconds of Summer`), and `the 90s` are a decade.
fn certainty(text: &Text, token: usize, length: &Length, numeral: &Numeral) -> Certainty {
    let unit = length.end - 1;
    let typed = text.typed(unit);
    let shouted = typed.bytes().all(|byte| byte.is_ascii_uppercase());
    if typed.starts_with(|c: char| c.is_ascii_uppercase()) && !shouted || is_titled(text, token, numeral) {
        return Certainty::Name;
    }
    let decade = text.word(unit) == "s" && !numeral.worded && numeral.value % 10.0 == 0.0;
    let dated = numeral.value >= 1000.0 || numeral.value >= 70.0 && numeral.value < 100.0;
    let named =
        token > 0 && matches!(text.word(token - 1), "the" | "'" | "early" | "late" | "mid") && numeral.value >= 20.0
            || matches!(
                text.word(length.end),
                "style" | "vibe" | "vibes" | "retro" | "music" | "look" | "theme" | "aesthetic"
            );
    if decade && (dated || named) { Certainty::Homonym } else { Certainty::Sure }
}

fn is_titled(text: &Text, token: usize, numeral: &Numeral) -> bool {
    numeral.worded && text.typed(token).starts_with(char::is_uppercase) && !begins_sentence(text, token)
}
