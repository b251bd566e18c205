//! Series that are told by their first point and how they go on: `starts at 5 on Mon and goes up by five every day until
//! Thu`, `100 in January, doubling each month until April`.

use std::ops::Range;

use crate::text::{Edit, Span, Text};
use crate::value::number::{in_digits, in_words};
use crate::value::peek::{is_break, is_word, mark, open};
use crate::value::words::Words;

/// Words before the span of time in which the series goes on by one step.
const EACH: Words = Words::new("every each per");

/// The most points that a series told this way has.
const MOST: usize = 24;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The edit that writes all points; `None` where no series is told this way.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let each = |&at: &usize| open(text, at) && is_word(text, at) && EACH.contains(text.word(at));
    let unit = (0..text.tokens().len()).find(each)? + 1;
    let scale = Scale::of(text.word(unit))?;
    let sentence = sentence(text, unit);
    let (first, last) = ends(text, sentence.clone(), scale)?;
    let count = scale.between(first.place, last.place).filter(|count| (1..MOST).contains(count))?;
    let (step, value) = (step(text, sentence.clone(), unit)?, value(text, sentence.clone(), first.token)?);
    let start = sentence.start + lead(text, sentence.clone(), first.token.min(value.1.start));
    let points: Vec<String> = (0..=count)
        .map(|index| {
            let value = (step.after(value.0, index) * 1e6).round() / 1e6;
            format!("{} {value}", scale.name(first.place + index, text.typed(first.token)))
        })
        .collect();
    let end = text.span_of(start..last.token + 1);
    let behind =
        start.checked_sub(1).filter(|_| start > sentence.start).map(|at| text.span_of(at..at + 1).end as usize);
    let span = Span::new(behind.unwrap_or(end.start as usize), end.end as usize);
    let colon = if behind.is_some() { ": " } else { "" };
    Some(vec![Edit::new(span, format!("{colon}{}", points.join(", ")))])
}

/// What a series goes on by.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Times(f64),
    Plus(f64),
}

impl Step {
    fn after(self, value: f64, steps: usize) -> f64 {
        match self {
            Self::Times(factor) => value * factor.powf(steps as f64),
            Self::Plus(count) => value + count * steps as f64,
        }
    }
}

/// What the points are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    Days,
    Months,
    Years,
}

/// A point's place on its scale, and its token.
#[derive(Debug, Clone, Copy)]
struct Place {
    place: usize,
    token: usize,
}

impl Scale {
    fn of(unit: &str) -> Option<Self> {
        match unit {
            "day" => Some(Self::Days),
            "month" => Some(Self::Months),
            "year" => Some(Self::Years),
            _ => None,
        }
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Days => &DAYS,
            Self::Months => &MONTHS,
            Self::Years => &[],
        }
    }

    /// The place that a word names: `Mon`, `January`, `2019`.
    fn place(self, word: &str) -> Option<usize> {
        if self == Self::Years {
            return word.parse().ok().filter(|year| (1000..2200).contains(year));
        }
        let short = |name: &&str| word.len() >= 3 && word.len() < 5 && name.starts_with(word);
        self.names().iter().position(|name| *name == word || short(name))
    }

    /// How many steps lie between two places.
    fn between(self, from: usize, to: usize) -> Option<usize> {
        match self {
            Self::Years => to.checked_sub(from),
            _ => Some((to + self.names().len() - from) % self.names().len()),
        }
    }

    /// The name of a place, as long as the first one was written.
    fn name(self, place: usize, like: &str) -> String {
        let names = self.names();
        let Some(name) = names.get(place % names.len().max(1)) else { return place.to_string() };
        let name = if like.len() < 5 && !names.contains(&like.to_lowercase().as_str()) { &name[..3] } else { name };
        let capital = like.starts_with(char::is_uppercase);
        let first = name[..1].to_uppercase();
        if capital { format!("{first}{}", &name[1..]) } else { name.to_owned() }
    }
}

fn sentence(text: &Text, at: usize) -> Range<usize> {
    let ends =
        |at: usize| open(text, at) && (is_break(text, at) || matches!(mark(text, at), Some('.' | ';' | '!' | ':')));
    let start = (0..at).rev().find(|&at| ends(at)).map_or(0, |end| end + 1);
    start..(at..text.tokens().len()).find(|&at| ends(at)).unwrap_or(text.tokens().len())
}

/// The first point's place, and the last one's, behind a word that leads to it.
fn ends(text: &Text, sentence: Range<usize>, scale: Scale) -> Option<(Place, Place)> {
    let mut places = sentence.filter_map(|token| {
        let place = scale.place(text.word(token)).filter(|_| open(text, token))?;
        Some(Place { place, token })
    });
    let first = places.next()?;
    let last = places.find(|last| matches!(text.word(last.token - 1), "until" | "till" | "to" | "through"))?;
    Some((first, last))
}

/// The number beside the first place: `5 on Mon`, `in January with 100`.
fn value(text: &Text, sentence: Range<usize>, place: usize) -> Option<(f64, Range<usize>)> {
    const REACH: usize = 4;
    let near = place.saturating_sub(REACH).max(sentence.start)..(place + REACH).min(sentence.end);
    near.filter(|&at| at != place && open(text, at)).find_map(|at| {
        let (value, end) = number(text, at)?;
        Some((value, at..end))
    })
}

/// `doubles`, `goes up by five`, `5 more`: what stands before or behind `every day`.
fn step(text: &Text, sentence: Range<usize>, unit: usize) -> Option<Step> {
    const REACH: usize = 6;
    let near = unit.saturating_sub(REACH).max(sentence.start)..(unit + REACH).min(sentence.end);
    let factor = near.clone().find_map(|at| match text.word(at) {
        "doubles" | "doubling" | "double" => Some(2.0),
        "triples" | "tripling" | "triple" => Some(3.0),
        "halves" | "halving" => Some(0.5),
        _ => None,
    });
    if let Some(factor) = factor {
        return Some(Step::Times(factor));
    }
    near.clone().find_map(|at| {
        let sign = match text.word(at) {
            "up" | "by" | "rises" | "rising" | "grows" | "growing" | "adds" | "adding" | "gains" | "plus" => 1.0,
            "down" | "falls" | "falling" | "drops" | "dropping" | "loses" | "losing" | "sinks" | "minus" => -1.0,
            "more" => return number(text, at - 1).map(|(count, _)| Step::Plus(count)),
            "less" | "fewer" => return number(text, at - 1).map(|(count, _)| Step::Plus(-count)),
            _ => return None,
        };
        let count = at + 1 + usize::from(text.word(at + 1) == "by");
        number(text, count).map(|(count, _)| Step::Plus(sign * count))
    })
}

fn number(text: &Text, at: usize) -> Option<(f64, usize)> {
    in_words(text, at).or_else(|| in_digits(text, at, false)).map(|numeral| (numeral.value, numeral.end))
}

/// How many tokens of the sentence stand before the words that lead to the first point.
fn lead(text: &Text, sentence: Range<usize>, first: usize) -> usize {
    const LEADS: Words = Words::new(
        "that which it starts starting start begins beginning begin opens with at from on in is was we have had , and",
    );
    let leads = |&at: &usize| LEADS.contains(text.word(at)) && open(text, at);
    let start = (sentence.start..first).rev().take_while(leads).last().unwrap_or(first);
    start - sentence.start
}
