//! Two things with what speaks for each: `Rent: flexible, no repairs. Buy: equity, freedom`.

use std::ops::Range;

use super::Tagger;
use crate::pattern::utterance::Class;
use crate::value::{Value, list};

/// How many words the name of a side has at most.
const LONGEST_SIDE: usize = 4;

/// A side: its name, and the items behind the colon.
struct Side {
    name: Range<usize>,
    items: Range<usize>,
}

impl Tagger<'_> {
    /// The sides of a comparison that nothing has named before: exactly two headings with items, in lines or sentences.
    pub(super) fn sides(&mut self) {
        let named = |name: &str| self.slots().find(|(_, slot)| slot.name == name && !slot.common).map(|(slot, _)| slot);
        let slots = [named("left"), named("left_items"), named("right"), named("right_items")];
        let [Some(left), Some(left_items), Some(right), Some(right_items)] = slots else { return };
        if [left, left_items, right, right_items].into_iter().any(|slot| self.is_bound(slot)) {
            return;
        }
        let colons = (1..self.utterance().len()).filter(|&at| self.utterance().word(at) == ":");
        let sides: Vec<Side> = colons.filter_map(|colon| self.side(colon)).collect();
        let [first, second] = sides.as_slice() else { return };
        for (name, items, side) in [(left, left_items, first), (right, right_items, second)] {
            let text = &self.utterance().text;
            let list = list::read(text, side.items.clone());
            let list = list.map_or_else(|| vec![text.typed_range(side.items.clone()).to_owned()], |list| list.texts());
            let title = Value::Text(text.typed_range(side.name.clone()).to_owned());
            self.bind(name, title, side.name.start..side.items.start);
            self.bind(items, Value::List(list), side.items.clone());
        }
    }

    fn side(&self, colon: usize) -> Option<Side> {
        let utterance = self.utterance();
        let divides = |at: usize| utterance.is_break(at) || matches!(utterance.word(at), "." | ";" | "|");
        if utterance.quoted(colon) || !utterance.class(colon).contains(Class::EDGE) {
            return None;
        }
        let start = (0..colon).rev().find(|&at| divides(at) || utterance.word(at) == ":").map_or(0, |at| at + 1);
        let end =
            (colon + 1..utterance.len()).find(|&at| divides(at) && !utterance.quoted(at)).unwrap_or(utterance.len());
        let open = |at: usize| !self.explained[at] && self.is_free(&(at..at + 1));
        let is_side = colon > start && colon - start <= LONGEST_SIDE && (start..end).all(|at| at == colon || open(at));
        (is_side && colon + 1 < end && self.regions.cue_at(start).is_none())
            .then_some(Side { name: start..colon, items: colon + 1..end })
    }
}
