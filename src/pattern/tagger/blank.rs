//! A sentence with a gap that a list fills: `Perfect for ___ people`, `Learn [Spanish|Norsk] in a month`.

use std::ops::Range;

use super::Tagger;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::value::{Value, list};

impl Tagger<'_> {
    /// What stands before and behind a gap, for patterns that show both.
    pub(super) fn gap(&mut self, marked: &[Range<usize>]) {
        let named = |name: &str| self.slots().find(|(index, slot)| slot.name == name && !self.is_bound(*index));
        let (Some((prefix, _)), Some((suffix, _))) = (named("prefix"), named("suffix")) else { return };
        let Some((words, _)) = self.slots().find(|(_, slot)| slot.kind == ParamType::List && slot.required) else {
            return;
        };
        if !self.gap_in_quote(prefix, suffix) && !self.gap_in_brackets([prefix, words, suffix], marked) {
            self.gap_in_line(prefix, suffix);
        }
    }

    fn gap_in_quote(&mut self, prefix: u16, suffix: u16) -> bool {
        for quote in self.utterance().text.quotes() {
            let inner = self.utterance().text.slice(quote.inner);
            let Some((before, behind)) = inner.split_once("__") else { continue };
            let (before, behind) = (before.trim().to_owned(), behind.trim_start_matches('_').trim().to_owned());
            self.bind_sides((prefix, before), (suffix, behind), quote.first..quote.end);
            return true;
        }
        false
    }

    /// The sides of a gap that stand unquoted in one clause: `the phrase I want to learn ___`.
    fn gap_in_line(&mut self, prefix: u16, suffix: u16) -> bool {
        let text = &self.utterance().text;
        let Some(gap) =
            (1..self.utterance().len()).find(|&token| text.typed(token).starts_with("__") || text.typed(token) == "_")
        else {
            return false;
        };
        let clause = self.utterance().clause(gap);
        let start = (clause.start..gap).find(|&token| self.utterance().capital(token)).unwrap_or(clause.start);
        let before = text.typed_range(start..gap).trim().to_owned();
        let end = (gap..clause.end).find(|&token| !text.typed(token).starts_with('_')).unwrap_or(clause.end);
        let leads = matches!(self.utterance().word(end), "where" | "with" | "and" | "the" | "which");
        let behind = if leads { end..end } else { end..clause.end };
        let (stop, behind) = (behind.end, text.typed_range(behind).trim().to_owned());
        self.bind_sides((prefix, before), (suffix, behind), start..stop);
        true
    }

    fn gap_in_brackets(&mut self, [prefix, words, suffix]: [u16; 3], marked: &[Range<usize>]) -> bool {
        let utterance = self.utterance();
        let Some(open) =
            (0..utterance.len()).find(|&at| matches!(utterance.word(at), "[" | "{") && !utterance.quoted(at))
        else {
            return false;
        };
        let close = (open..utterance.len()).find(|&at| matches!(utterance.word(at), "]" | "}"));
        let found = close.and_then(|close| Some((close, list::read(&utterance.text, open + 1..close)?)));
        let Some((close, found)) = found else { return false };
        let edge = |at: &usize| utterance.class(*at).contains(Class::EDGE);
        let start = (0..open).rev().find(edge).map_or(0, |at| at + 1);
        let named = marked.iter().map(|name| name.end).filter(|end| *end <= open).max().unwrap_or(0);
        let start = start.max(named);
        let end = (close + 1..utterance.len()).find(edge).unwrap_or(utterance.len());
        let before = utterance.text.typed_range(start..open).trim().to_owned();
        let behind = utterance.text.typed_range(close + 1..end).trim().to_owned();
        self.bind(words, Value::List(found.texts()), open..close + 1);
        if !before.is_empty() {
            self.bind(prefix, Value::Text(before), start..open);
        }
        if !behind.is_empty() {
            self.bind(suffix, Value::Text(behind), close + 1..end);
        }
        true
    }

    fn bind_sides(&mut self, prefix: (u16, String), suffix: (u16, String), tokens: Range<usize>) {
        for (slot, side) in [prefix, suffix] {
            if !side.is_empty() {
                self.bind(slot, Value::Text(side), tokens.clone());
            }
        }
    }
}
