//! Settings that end a clause one after another, behind a text that nobody quotes: `neon sign Ramen in red 5s`.

use std::ops::Range;

use super::{Finder, Mark};
use crate::pattern::utterance::{Class, Utterance};
use crate::value::{Certainty, Kind, Reading};

/// How much a value looks like a setting. A length in digits and the format of a picture hardly are anything else.
pub(super) fn mark(utterance: &Utterance, reading: &Reading) -> Mark {
    let digits = utterance.text.tokens()[reading.tokens.start].is_number();
    match reading.kind {
        Kind::Seconds(_) if reading.certainty == Certainty::Sure && digits => Mark::Sure,
        Kind::Frames(_) | Kind::Fps(_) | Kind::Aspect { .. } => Mark::Sure,
        Kind::Colour(_) | Kind::Gradient(_) if reading.certainty != Certainty::Name => Mark::Could,
        _ => Mark::None,
    }
}

impl Finder<'_, '_> {
    /// Whether a value is one of the settings that end its clause: where one of them is sure, or where they stand in small
    /// letters behind a name (`12 Kiln Lane pastel`).
    pub(super) fn is_in_run(&self, tokens: &Range<usize>) -> bool {
        let clause = self.utterance.clause(tokens.start);
        if clause.start == tokens.start || !(tokens.start..clause.end).all(|token| self.runs_on(token)) {
            return false;
        }
        let start = (clause.start..tokens.start).rev().take_while(|&token| self.runs_on(token)).last();
        let start = start.unwrap_or(tokens.start);
        let sure = (start..clause.end).any(|token| self.marks[token] == Mark::Sure);
        let is_told =
            start > clause.start && matches!(self.utterance.word(start - 1), "is" | "are" | "was" | "so" | "it's");
        let rather = (start..clause.end).any(|token| self.marks[token] >= Mark::Could);
        start > clause.start && !is_told && (sure || rather && self.is_behind_name(start))
    }

    /// Whether a token is part of a setting or leads to one.
    fn runs_on(&self, token: usize) -> bool {
        let small = matches!(self.utterance.word(token), "in" | "on" | "and" | "with" | "for" | "a" | "at");
        let class = self.utterance.class(token);
        let capital = self.utterance.capital(token) && !self.shouted(&(token..token + 1));
        let noun = !self.plain[token] && !class.intersects(Class::KIND | Class::CUE | Class::EDGE | Class::NEGATION);
        !capital
            && !self.utterance.quoted(token)
            && (small || noun && (self.marks[token] > Mark::None || class.light() || self.is_noun_behind(token)))
    }

    /// The noun of a setting: `background` in `beige background`.
    fn is_noun_behind(&self, token: usize) -> bool {
        token > 0 && !self.plain[token] && self.marks[token - 1] > Mark::None
    }

    /// Whether a name of two words or more with capital letters, or an amount, ends before a token.
    fn is_behind_name(&self, token: usize) -> bool {
        let capital = |token: usize| self.utterance.capital(token) && !self.shouted(&(token..token + 1));
        let names = token > 1 && capital(token - 1) && capital(token - 2);
        let amount = |reading: &Reading| {
            reading.tokens.end == token
                && matches!(reading.kind, Kind::Money { .. } | Kind::Percent(_) | Kind::Number(_))
        };
        names || self.utterance.readings.iter().any(amount)
    }
}
