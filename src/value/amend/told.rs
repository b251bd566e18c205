//! Points that are told as sentences: `on Friday we sold a dozen croissants, Saturday two dozen`.

use std::ops::Range;

use crate::text::{Edit, Text};
use crate::value::date;
use crate::value::number::{in_digits, in_words};
use crate::value::peek::{is_break, is_word, mark, open};
use crate::value::words::Words;

const LEADS: Words = Words::new("on in at by and then last");
const WHO: Words = Words::new("we i it they he she there you people");

/// How many words stand at most between what is counted for and its figure: `we sold`, `there were about`.
const MOST_WORDS: usize = 3;

/// A part that says how many it was.
struct Point {
    tokens: Range<usize>,
    label: Range<usize>,
    value: f64,
    told: bool,
}

/// The edits that leave of each part its label and its figure; `None` where no points are told.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let who =
        (1..text.tokens().len()).find(|&at| open(text, at) && is_word(text, at) && WHO.contains(text.word(at)))?;
    let mut points = vec![point(text, part_of(text, who))?];
    while let Some(next) = next_part(text, points.last()?.tokens.end).and_then(|part| point(text, part)) {
        points.push(next);
    }
    (points.len() > 1 && points[0].told).then(|| {
        let says = |point: &Point| format!("{} {}", text.typed_range(point.label.clone()), point.value);
        points.iter().map(|point| Edit::new(text.span_of(point.tokens.clone()), says(point))).collect()
    })
}

/// `on Friday we sold a dozen croissants`, `Saturday two dozen`.
fn point(text: &Text, part: Range<usize>) -> Option<Point> {
    let start = part.clone().find(|&at| !LEADS.contains(text.word(at)))?;
    let label_end = label(text, start)?;
    let (value, figure, end) = (label_end..part.end).take(MOST_WORDS + 1).find_map(|at| {
        let (value, end) = number(text, at)?;
        Some((value, at, end))
    })?;
    let told = figure > label_end;
    let plain = (label_end..figure).all(|at| is_word(text, at)) && (!told || WHO.contains(text.word(label_end)));
    let counted = end == part.end || end + 1 == part.end && is_word(text, end);
    (plain && counted && end <= part.end).then(|| Point {
        tokens: start_of(text, part.start, start)..part.end,
        label: start..label_end,
        value,
        told,
    })
}

/// A point begins with the word that leads to it, but for the one that joins it to the one before.
fn start_of(text: &Text, part: usize, label: usize) -> usize {
    part + usize::from(part < label && matches!(text.word(part), "and" | "then"))
}

/// The end of the name of a time: a weekday, a month, a year.
fn label(text: &Text, at: usize) -> Option<usize> {
    let word = text.word(at);
    let year = word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1900..2200).contains(&year));
    (year || date::is_month(text, at) || date::is_weekday(text, at)).then_some(at + 1)
}

fn number(text: &Text, at: usize) -> Option<(f64, usize)> {
    in_words(text, at).or_else(|| in_digits(text, at, false)).map(|numeral| (numeral.value, numeral.end))
}

fn ends(text: &Text, at: usize) -> bool {
    open(text, at) && (is_break(text, at) || matches!(mark(text, at), Some(',' | ';' | '.' | ':')))
}

fn part_of(text: &Text, at: usize) -> Range<usize> {
    let start = (0..at).rev().find(|&at| ends(text, at)).map_or(0, |end| end + 1);
    start..(at..text.tokens().len()).find(|&at| ends(text, at)).unwrap_or(text.tokens().len())
}

fn next_part(text: &Text, end: usize) -> Option<Range<usize>> {
    (matches!(mark(text, end), Some(',' | ';')) && end + 1 < text.tokens().len()).then(|| part_of(text, end + 1))
}
