//! What a colour is the colour of.

use std::ops::Range;

use super::{Finder, Setting};
use crate::pattern::utterance::Class;
use crate::value::{Certainty, Colour, Gradient, Kind, Reading, Value};

/// The parameters that a colour can be the value of.
const COLOURED: [&str; 3] = ["background", "text_color", "accent"];

impl<'p> Finder<'_, 'p> {
    /// A colour says for itself what it colours, or its surroundings do; on its own it is the accent.
    pub(super) fn colour(&self, colour: &Colour, reading: &Reading) -> Option<Setting<'p>> {
        let tokens = reading.tokens.clone();
        let value = Value::Colour(colour.clone());
        let setting = |param, tokens| Some(Setting { param, value: value.clone(), tokens, by_place: false });
        if let Some(gradient) = self.between(colour, &tokens) {
            return Some(gradient);
        }
        if let Some((param, tokens)) = self.noun_beside(&tokens, &COLOURED) {
            return setting(param, tokens);
        }
        if reading.certainty == Certainty::Name && !self.shouted(&tokens) || self.is_name(&tokens) {
            return None;
        }
        if self.colour_behind(tokens.end).is_some() {
            return Some(Setting { param: "text_color", value: value.clone(), tokens, by_place: true });
        }
        match self.before(tokens.start).map_or("", |token| self.utterance.word(token)) {
            "on" | "against" | "over" if self.ends_well(tokens.end) => setting("background", tokens),
            "in" | "with" if self.ends_well(tokens.end) => setting("accent", tokens),
            _ if self.modifies(&tokens) || self.is_in_run(&tokens) => setting("accent", tokens),
            _ => None,
        }
    }

    /// `between navy and purple`: two colours that run into one another.
    fn between(&self, from: &Colour, tokens: &Range<usize>) -> Option<Setting<'p>> {
        let led = self.before(tokens.start).is_some_and(|token| self.utterance.word(token) == "between");
        let next = tokens.end + usize::from(matches!(self.utterance.word(tokens.end), "and" | "&"));
        let other = self.utterance.reading_at(next).filter(|_| led && next > tokens.end)?;
        let Kind::Colour(to) = &other.kind else { return None };
        let gradient = Gradient { from: from.clone(), to: to.clone() };
        Some(self.gradient(&gradient, tokens.start..other.tokens.end))
    }

    pub(super) fn gradient(&self, gradient: &Gradient, tokens: Range<usize>) -> Setting<'p> {
        let (param, tokens) = self.noun_beside(&tokens, &COLOURED).unwrap_or(("background", tokens));
        Setting { param, value: Value::Gradient(gradient.clone()), tokens, by_place: false }
    }

    /// Whether `on <colour>` follows.
    fn colour_behind(&self, end: usize) -> Option<usize> {
        if !matches!(self.utterance.word(end), "on" | "over" | "against") {
            return None;
        }
        let next =
            (end + 1..self.utterance.len()).find(|&token| !self.utterance.class(token).contains(Class::FUNCTION))?;
        self.utterance
            .reading_at(next)
            .filter(|reading| matches!(reading.kind, Kind::Colour(_) | Kind::Gradient(_)))?;
        Some(next)
    }
}
