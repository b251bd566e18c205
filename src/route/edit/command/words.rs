//! Words that scenes show are replaced.

use std::ops::Range;

use super::{Act, Choice, Command, with_options};
use crate::route::edit::inventory::Part;
use crate::route::edit::pick::Pick;
use crate::route::edit::reader::{Reader, State};
use crate::route::edit::said::Spot;
use crate::route::edit::slot::Slot;

impl Reader<'_> {
    pub(super) fn replace(&self, state: &State) -> Option<(Command, f64)> {
        let text = state.text()?.tokens.clone();
        let to = self.typed(&text);
        let noun = state.noun();
        let mut options: Vec<Choice> = Vec::new();
        let of = state
            .spots(Slot::Old)
            .map(|spots| (spots, false))
            .or_else(|| state.spots(Slot::Entry).map(|spots| (spots, true)));
        let (spots, entry) = of?;
        let contrast = state.get(Slot::Old).is_some_and(|old| old.tokens.start > text.start);
        let figures =
            self.utterance.quote_at(text.start).is_none() && text.clone().any(|token| !self.number(token).is_empty());
        let other = self.names_another(&text, spots);
        for spot in spots.iter().filter(|spot| !spot.shown.is_empty()) {
            let named = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == spot.scene));
            let from = if entry { self.full(spot) } else { spot.shown.clone() };
            let to = if contrast { self.what_differs(&text, spot).unwrap_or_else(|| to.clone()) } else { to.clone() };
            if !named || from == to || entry && !spot.whole && !self.only_with(spot) {
                continue;
            }
            let to = self.with_mark(to, &text, &from);
            let act = Act::Replace { from, to };
            if !options.iter().any(|known| known.scene == spot.scene && known.act == act) {
                let part = if entry && !spot.whole { 0.5 } else { 0.0 };
                let figure = if entry && matches!(spot.part, Part::Label(_)) && figures { 1.5 } else { 0.0 };
                let cost = self.text_cost(&text) + part + figure + other;
                options.push(Choice { scene: spot.scene, act, cost, has: true });
            }
        }
        let everywhere = state.get(Slot::Everywhere).is_some()
            || (0..self.len()).any(|token| self.is(token, &["everywhere", "wherever", "throughout"]));
        let pick = noun.and_then(|noun| noun.pick.clone()).or(everywhere.then_some(Pick::All));
        with_options(options, pick, None)
    }

    /// Words with the mark behind them, where what stood there has it too: `Happy 2026!` for `2026!`.
    pub(super) fn with_mark(&self, words: String, tokens: &Range<usize>, before: &str) -> String {
        let marks = self.utterance.text().tokens();
        let glued = marks.get(tokens.end).is_some_and(|mark| mark.glued);
        match before.chars().next_back().filter(|mark| matches!(mark, '!' | '?')) {
            Some(mark) if glued && self.is(tokens.end, &[mark.encode_utf8(&mut [0; 4])]) => {
                words + mark.encode_utf8(&mut [0; 4])
            }
            _ => words,
        }
    }

    /// What is new in words that say more of a text again: `three` in `three kids, not two`.
    fn what_differs(&self, text: &Range<usize>, spot: &Spot) -> Option<String> {
        let shown = self.full(spot).to_lowercase();
        let old = spot.shown.to_lowercase();
        let stands = |token: usize| {
            let word = self.any_word(token);
            !old.split_whitespace().any(|own| own == word)
                && shown.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|own| own == word)
        };
        if self.utterance.quote_at(text.start).is_some() {
            return None;
        }
        let start = (text.start..text.end).find(|token| !stands(*token))?;
        let end = (start..text.end).rev().find(|token| !stands(*token))? + 1;
        ((start, end) != (text.start, text.end)).then(|| self.typed(&(start..end)))
    }

    /// What is against words that name an entry beside the one that they are to stand for: `Rae does the babies, not Toddlers`.
    fn names_another(&self, text: &Range<usize>, spots: &[Spot]) -> f64 {
        if self.utterance.quote_at(text.start).is_some() || text.len() < 2 {
            return 0.0;
        }
        let another =
            |spot: &Spot| spot.whole && !spots.iter().any(|own| own.scene == spot.scene && own.part == spot.part);
        let named = text.clone().any(|token| {
            let mut known = self.entries(token).into_iter().chain(self.labels(token));
            known.any(|(end, spots)| end <= text.end && spots.iter().any(another))
        });
        if named || self.says_otherwise(text) { 2.5 } else { 0.0 }
    }

    /// All of the text that a spot is in.
    pub(super) fn full(&self, spot: &Spot) -> String {
        let text = self
            .inventory
            .texts
            .iter()
            .find(|shown| shown.scene == spot.scene && shown.param == &*spot.param && shown.part == spot.part);
        text.map_or_else(|| spot.shown.clone(), |shown| shown.text.original().to_owned())
    }

    /// A word spelt right, for the one on the screen that is nearly it.
    pub(super) fn respell(&self, state: &State) -> Option<(Command, f64)> {
        let text = state.get(Slot::Text)?.tokens.clone();
        let to = self.typed(&text);
        if text.len() > 1 && self.utterance.quote_at(text.start).is_none() {
            return None;
        }
        let mut options = Vec::new();
        for shown in &self.inventory.texts {
            for token in 0..shown.text.tokens().len() {
                let word = shown.text.typed(token);
                if shown.text.tokens()[token].is_word()
                    && word.to_lowercase() != to.to_lowercase()
                    && is_misspelt(&word.to_lowercase(), &to.to_lowercase())
                {
                    let act = Act::Replace { from: word.to_owned(), to: to.clone() };
                    options.push(Choice { scene: shown.scene, act, cost: self.text_cost(&text), has: true });
                }
            }
        }
        with_options(options, None, None)
    }
}

/// Whether two words differ by a slip or two.
pub(super) fn is_misspelt(shown: &str, meant: &str) -> bool {
    const SHORTEST: usize = 4;
    if meant.len() < SHORTEST
        || shown.len() < SHORTEST
        || shown.chars().next() != meant.chars().next() && shown.chars().last() != meant.chars().last()
    {
        return false;
    }
    let most = if meant.chars().count() > 7 { 2 } else { 1 };
    distance(shown, meant) <= most + usize::from(shown.len().abs_diff(meant.len()) == 0)
}

/// The number of letters that have to be put in, taken out or changed (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.chars().enumerate() {
        let mut corner = index;
        row[0] = index + 1;
        for column in 0..right.len() {
            let cost = corner + usize::from(letter != right[column]);
            corner = row[column + 1];
            row[column + 1] = cost.min(row[column] + 1).min(corner + 1);
        }
    }
    row[right.len()]
}
