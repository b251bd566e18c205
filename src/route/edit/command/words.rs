//! Words that scenes show are replaced.

use super::{Act, Choice, Command, with_options};
use crate::route::edit::pick::Pick;
use crate::route::edit::reader::{Reader, State};
use crate::route::edit::said::Spot;
use crate::route::edit::slot::Slot;

impl Reader<'_> {
    pub(super) fn replace(&self, state: &State) -> Option<(Command, f64)> {
        let text = state.get(Slot::Text)?.tokens.clone();
        let to = self.typed(&text);
        let noun = state.noun();
        let mut options: Vec<Choice> = Vec::new();
        let of = state
            .spots(Slot::Old)
            .map(|spots| (spots, false))
            .or_else(|| state.spots(Slot::Entry).map(|spots| (spots, true)));
        let (spots, entry) = of?;
        for spot in spots.iter().filter(|spot| !spot.shown.is_empty()) {
            let named = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == spot.scene));
            let from = if entry { self.full(spot) } else { spot.shown.clone() };
            if !named || from == to || entry && !spot.whole && !self.only_with(spot) {
                continue;
            }
            let act = Act::Replace { from, to: to.clone() };
            if !options.iter().any(|known| known.scene == spot.scene && known.act == act) {
                options.push(Choice { scene: spot.scene, act, cost: self.text_cost(&text), has: true });
            }
        }
        let everywhere = (0..self.len()).any(|token| {
            self.is(token, &["everywhere", "wherever", "throughout"])
                || self.is(token, &["all", "every"]) && self.is(token + 1, &["scenes", "scene", "over", "time"])
        });
        let pick = noun.and_then(|noun| noun.pick.clone()).or(everywhere.then_some(Pick::All));
        with_options(options, pick, None)
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
