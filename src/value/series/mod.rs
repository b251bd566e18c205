//! Series: labels with their values, in the many ways in which people write them down.

mod cell;
mod dialogue;
mod figure;
mod label;
mod pairs;
mod raw;
mod run;
mod share;

use std::ops::Range;

use super::{Figure, Number, Point};
use crate::text::{Span, Text};

pub(super) use cell::is_abbreviation;

use run::{Pair, Run};

/// Labels and values that were found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The tokens that it was read from, its header among them.
    pub tokens: Range<usize>,
    /// The same as bytes of the original text.
    pub span: Span,
    /// The points. A value is a number where it has no unit or where all have the same; else it is as typed.
    pub points: Vec<Point>,
    /// The values as typed, with their signs and units (`$3.10`, `4.1 m`).
    pub typed: Vec<String>,
    /// The sign or unit that all values have: `%`, `$`, `kg`.
    pub unit: Option<String>,
    /// What the columns are called, where a line above the points says so.
    pub header: Option<Header>,
}

/// The line above the points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What the labels are.
    pub label: String,
    /// What the values are.
    pub value: String,
}

impl Series {
    /// The points with their values as typed, but for plain numbers: `8,210` is one, `12k` and `2%` are not.
    pub fn typed_points(&self) -> Vec<Point> {
        let digits =
            |typed: &str| typed.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−' | ' '));
        let plain = |point: &Point, typed: &String| match &point.value {
            Figure::Number(number) if digits(typed) => Figure::Number(*number),
            _ => Figure::Text(typed.clone()),
        };
        let value = |(point, typed)| Point { label: Point::clone(point).label, value: plain(point, typed) };
        self.points.iter().zip(&self.typed).map(value).collect()
    }
}

/// Reads the longest convincing run of at least two labels with a figure each: `A 1, B 2 and C 3`, `A: 1 / B: 2`,
/// `A (1), B (2)`, lines of CSV, `10 apples, 20 pears`.
pub fn read(text: &Text, range: Range<usize>) -> Option<Series> {
    read_at_least(text, range, 2)
}

/// The same for a run of at least `minimum` points: a single one is enough where a request is known to state one.
pub fn read_at_least(text: &Text, range: Range<usize>, minimum: usize) -> Option<Series> {
    let range = range.start..range.end.min(text.tokens().len());
    if !figure::may_be(text, range.clone(), minimum.max(1)) {
        return None;
    }
    let runs = cell::Split::ALL.into_iter().filter_map(|split| run::longest(text, range.clone(), split));
    let best = runs.reduce(|best, next| if next.pairs.len() > best.pairs.len() { next } else { best })?;
    (best.pairs.len() >= minimum.max(1)).then(|| series(text, best))
}

/// Reads parts of a whole in words, as percentages: `half is rent, a quarter food, the rest cats`.
pub fn shares(text: &Text, range: Range<usize>) -> Option<Series> {
    share::read(text, range.start..range.end.min(text.tokens().len()))
}

/// Reads figures without labels: `10, 20, 30`, `5 / 8 / 13`. A single figure is none.
pub fn figures(text: &Text, range: Range<usize>) -> Option<Series> {
    let range = range.start..range.end.min(text.tokens().len());
    let run = run::bare(text, range)?;
    Some(series(text, run))
}

/// Reads the longest run of at least two pairs of texts: `Kofi Mensah, CEO; Laura Bianchi, CTO`, `Ruth (skipper), Tim
/// (cook)`, `1998 founded, 2005 first shop`, `08:15 Departs / 09:40 Lunch`, `Ana: "Hi" Ben: "Hello"`, `Lee: hi` a line.
/// Their values are texts; figures are texts there, too.
pub fn pairs(text: &Text, range: Range<usize>) -> Option<Series> {
    let range = range.start..range.end.min(text.tokens().len());
    let pairs = pairs::longest(text, range);
    let [first, _, ..] = pairs.as_slice() else { return None };
    let tokens = first.label.start.min(first.value.start)..pairs.last()?.end;
    let typed: Vec<String> = pairs.iter().map(|pair| label::typed(text, pair.value.clone())).collect();
    let point = |(pair, typed): (&pairs::TextPair, &String)| Point {
        label: label::typed(text, pair.label.clone()),
        value: Figure::Text(typed.clone()),
    };
    let points = pairs.iter().zip(&typed).map(point).collect();
    Some(Series { span: text.span_of(tokens.clone()), tokens, points, typed, unit: None, header: None })
}

fn series(text: &Text, run: Run) -> Series {
    let unit = common_unit(&run);
    let typed: Vec<String> = run.pairs.iter().map(|pair| pair.typed.clone()).collect();
    let points = run.pairs.iter().zip(&typed).map(|(pair, typed)| point(pair, typed, unit.is_some())).collect();
    let unit = unit.filter(|unit| !unit.is_empty()).or_else(|| run.header.as_ref().and_then(unit_of_header));
    Series { span: text.span_of(run.tokens.clone()), tokens: run.tokens, points, typed, unit, header: run.header }
}

fn point(pair: &Pair, typed: &str, same_unit: bool) -> Point {
    let number = pair.figure.value.and_then(Number::new).filter(|_| same_unit || pair.figure.is_plain());
    let value = number.map_or_else(|| Figure::Text(typed.to_owned()), Figure::Number);
    Point { label: pair.label.clone(), value }
}

/// The unit of all values, `""` where none has one, nothing where they differ. A unit that only the last has (`12, 18
/// and 9 kg`) is meant for all.
fn common_unit(run: &Run) -> Option<String> {
    let pairs = &run.pairs;
    let (last, others) = pairs.split_last()?;
    let unit = last.figure.unit();
    let same = others.iter().all(|pair| pair.figure.unit() == unit);
    let of_all = run.label_first && others.iter().all(|pair| pair.figure.is_plain()) && last.figure.is_measure();
    (pairs.iter().all(|pair| pair.figure.value.is_some()) && (same || of_all)).then(|| unit.to_owned())
}

/// `share (%)` and `price in €`.
fn unit_of_header(header: &Header) -> Option<String> {
    let value = header.value.trim();
    let inside = value.strip_suffix(')').and_then(|value| value.rsplit_once('(')).map(|(_, unit)| unit);
    let unit = inside.or_else(|| value.rsplit_once(" in ").map(|(_, unit)| unit))?;
    Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty() && unit.chars().count() <= 6)
}

#[cfg(test)]
mod tests;
