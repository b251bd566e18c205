//! Examples of patterns as labelled sentences: where in what is said each parameter stands.

use std::ops::Range;

use serde_json::Value;

use super::draft::Part;
use super::role::{FIGURE, ITEM, POINT, roles_of};
use crate::pattern::file::Example;
use crate::pattern::set::Pattern;

/// The places of an example's values, in the order of the text; nothing where some value does not stand there as it is.
pub(super) fn aligned(pattern: &Pattern, example: &Example) -> Option<Vec<Part>> {
    let mut aligner = Aligner { say: &example.say, parts: Vec::new() };
    for (slot, value) in
        example.params.as_object()?.iter().filter_map(|(name, value)| Some((number(pattern, name)?, value)))
    {
        let Some(role) = roles_of(pattern, slot).next() else { continue };
        match value {
            Value::String(text) => aligner.note(slot, role, text, 0)?,
            Value::Array(items) => aligner.all(slot, role, items)?,
            _ => return None,
        };
    }
    aligner.parts.sort_by_key(|part| part.bytes.start);
    Some(aligner.parts)
}

fn number(pattern: &Pattern, name: &str) -> Option<u16> {
    pattern.slots.iter().position(|slot| slot.name == name).map(|slot| slot as u16)
}

struct Aligner<'a> {
    say: &'a str,
    parts: Vec<Part>,
}

impl Aligner<'_> {
    fn all(&mut self, slot: u16, role: &str, items: &[Value]) -> Option<usize> {
        let mut from = 0;
        for item in items {
            from = match item {
                Value::String(text) if role == ITEM => self.note(slot, ITEM, text, from)?,
                Value::Object(point) => {
                    let behind = self.note(slot, POINT, point.get("label")?.as_str()?, from)?;
                    let figure = point.get("value")?;
                    let figure = figure.as_str().map_or_else(|| figure.to_string(), str::to_owned);
                    self.note(slot, FIGURE, &figure, behind)?
                }
                _ => return None,
            };
        }
        Some(from)
    }

    /// Notes a value at the first place that nothing else has, and returns where it ends.
    fn note(&mut self, slot: u16, role: &str, text: &str, from: usize) -> Option<usize> {
        let free = |bytes: &Range<usize>| {
            !self.parts.iter().any(|part| part.bytes.start < bytes.end && bytes.start < part.bytes.end)
        };
        let places = self.say.get(from..)?.match_indices(text).map(|(at, found)| from + at..from + at + found.len());
        let bytes = places.filter(|bytes| !text.is_empty() && whole(self.say, bytes)).find(free)?;
        let end = bytes.end;
        self.parts.push(Part { slot, role: role.to_owned(), bytes: with_marks(self.say, bytes) });
        Some(end)
    }
}

/// Whether nothing of a word is left beside a place.
fn whole(say: &str, bytes: &Range<usize>) -> bool {
    let before = say[..bytes.start].chars().next_back();
    let behind = say[bytes.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
}

/// A quoted value with its marks.
fn with_marks(say: &str, bytes: Range<usize>) -> Range<usize> {
    let open = say[..bytes.start].chars().next_back().filter(|mark| "\"'“‘".contains(*mark));
    let close = say[bytes.end..].chars().next().filter(|mark| "\"'”’".contains(*mark));
    match (open, close) {
        (Some(open), Some(close)) => bytes.start - open.len_utf8()..bytes.end + close.len_utf8(),
        _ => bytes,
    }
}
