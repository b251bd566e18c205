//! Shares of a whole in words: `half of it is rent, a quarter food, the rest cats`.

use std::ops::Range;

use super::{Series, label};
use crate::text::Text;
use crate::value::list::{Separator, first_sentence, parts, split_last};
use crate::value::peek::is_break;
use crate::value::{Figure, Number, Point, number};

/// Words between a share and what it is of.
const BETWEEN: [&str; 14] =
    ["of", "it", "them", "that", "the", "is", "are", "goes", "go", "to", "on", "for", "was", "were"];

const WHOLE: f64 = 100.0;

/// A share in percent, or what the others leave; and its label.
struct Share {
    percent: Option<f64>,
    label: Range<usize>,
}

/// The longest run of shares that are parts of one whole, as percentages. What is called the rest is what the others
/// leave.
pub(super) fn read(text: &Text, range: Range<usize>) -> Option<Series> {
    let start = range.clone().find(|&at| number::fraction(text, at).is_some())?;
    // What begins behind another share is the middle of a whole.
    let sentence = (0..start).rev().take_while(|&at| !matches!(text.word(at), "." | ":") && !is_break(text, at));
    if sentence.into_iter().any(|at| number::fraction(text, at).is_some()) {
        return None;
    }
    let mut cells = parts(text, first_sentence(text, start..range.end), Separator::Comma);
    split_last(text, &mut cells);
    let shares: Vec<Share> = cells.iter().map_while(|cell| share(text, cell)).collect();
    let said: f64 = shares.iter().filter_map(|share| share.percent).sum();
    let rests = shares.iter().filter(|share| share.percent.is_none()).count();
    if shares.len() < 2
        || rests > 1
        || said > WHOLE + 0.5
        || rests == 1 && said >= WHOLE
        || rests == 0 && said < WHOLE - 1.0
    {
        return None;
    }
    let tokens = start..shares.last()?.label.end;
    let points: Option<Vec<Point>> = shares.iter().map(|share| point(text, share, WHOLE - said)).collect();
    let points = points?;
    let typed = points.iter().map(|point| format!("{}%", shown(&point.value))).collect();
    Some(Series { span: text.span_of(tokens.clone()), tokens, points, typed, unit: None, header: None })
}

fn shown(value: &Figure) -> String {
    match value {
        Figure::Number(number) => number.get().to_string(),
        Figure::Text(text) => text.clone(),
    }
}

fn point(text: &Text, share: &Share, rest: f64) -> Option<Point> {
    let percent = share.percent.unwrap_or(rest);
    let value = Number::new((percent * 10.0).round() / 10.0)?;
    Some(Point { label: label::typed(text, share.label.clone()), value: Figure::Number(value) })
}

fn share(text: &Text, cell: &Range<usize>) -> Option<Share> {
    let start = cell.clone().find(|&at| text.word(at) != "and")?;
    let (percent, end) = match (text.word(start), text.word(start + 1)) {
        ("the", "rest" | "remainder") => (None, start + 2),
        _ => number::fraction(text, start).map(|(part, end)| (Some(part * WHOLE), end))?,
    };
    let first = (end..cell.end).find(|&at| !BETWEEN.contains(&text.word(at)))?;
    let end = cell.clone().rev().find(|&at| text.tokens()[at].is_word())? + 1;
    let label = first..end.max(first + 1);
    (label.len() <= 4 && label.clone().all(|at| text.tokens()[at].is_word())).then_some(Share { percent, label })
}
