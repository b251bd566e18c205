//! Whether a word modifies something where it stands, and the noun beside it that says what.

use std::ops::Range;

use super::Finder;
use crate::pattern::lexicon::Meaning;
use crate::pattern::set::Role;
use crate::pattern::utterance::Class;

impl<'p> Finder<'_, 'p> {
    /// Widens a value by the noun of its parameter before or behind it.
    pub(super) fn with_noun(&self, tokens: &Range<usize>, param: &str) -> Range<usize> {
        self.noun_beside(tokens, &[param]).map_or_else(|| tokens.clone(), |(_, tokens)| tokens)
    }

    /// The noun of one of the parameters directly behind a value, or before it with at most `is`, `:` or `=` between.
    pub(super) fn noun_beside(&self, tokens: &Range<usize>, params: &[&str]) -> Option<(&'p str, Range<usize>)> {
        let behind = self.noun_from(self.past_colour_word(tokens.end), params);
        if let Some((param, end)) = behind {
            return Some((param, tokens.start..end));
        }
        let mut end = tokens.start;
        while end > 0
            && matches!(
                self.utterance.word(end - 1),
                ":" | "=" | "-" | "is" | "in" | "be" | "should" | "to" | "->" | "a" | "the" | "of"
            )
        {
            end -= 1;
        }
        let (param, start) = self.noun_to(end, params)?;
        Some((param, start..tokens.end))
    }

    fn past_colour_word(&self, token: usize) -> usize {
        token + usize::from(matches!(self.utterance.word(token), "colour" | "color" | "colored" | "coloured"))
    }

    fn noun_from(&self, token: usize, params: &[&str]) -> Option<(&'p str, usize)> {
        let hits = self.utterance.hits_at(token);
        hits.filter_map(|hit| self.noun(hit.literal, params).map(|param| (param, hit.tokens.end)))
            .max_by_key(|(_, end)| *end)
    }

    fn noun_to(&self, end: usize, params: &[&str]) -> Option<(&'p str, usize)> {
        // The `Bar` of `Late Bar purple` is the end of a name.
        if end > 1 && self.is_name(&(end - 1..end)) {
            return None;
        }
        let hits = self.utterance.hits.iter().filter(|hit| hit.tokens.end == end);
        hits.filter_map(|hit| self.noun(hit.literal, params).map(|param| (param, hit.tokens.start)))
            .min_by_key(|(_, start)| *start)
    }

    fn noun(&self, literal: u32, params: &[&str]) -> Option<&'p str> {
        self.patterns.lexicon.meanings(literal).iter().find_map(|&Meaning { dictionary, number, .. }| {
            let dictionary = self.patterns.dictionary(dictionary);
            let param = dictionary.meanings[usize::from(number)].as_str();
            (dictionary.role == Role::Noun && params.contains(&param)).then_some(param)
        })
    }

    /// Whether a weak word modifies something rather than being content.
    pub(super) fn modifies(&self, tokens: &Range<usize>) -> bool {
        let clause = self.utterance.clause(tokens.start);
        // `slide` in `the agenda slide` is a noun.
        let says_more =
            |token: usize| self.utterance.class(token).contains(Class::KIND) || self.utterance.quoted(token);
        if self.utterance.class(tokens.start).contains(Class::FILLER)
            && (tokens.start > clause.start || clause.clone().any(says_more))
        {
            return false;
        }
        if !self.is_name(tokens) && clause.clone().all(|token| !self.plain[token]) {
            return true;
        }
        let next = (tokens.end..clause.end.max(tokens.end)).find(|&token| !self.passes(token));
        if next.is_some_and(|token| self.utterance.class(token).contains(Class::KIND)) {
            return true;
        }
        let anchored = self
            .before(tokens.start)
            .is_some_and(|token| self.utterance.class(token).contains(Class::KIND) || self.utterance.quoted(token));
        anchored && self.ends_well(tokens.end)
    }

    /// `small` before a quote or a cue, apart from the scene's name, says how big that one text is beside the others.
    pub(super) fn is_of_a_detail(&self, param: &str, tokens: &Range<usize>) -> bool {
        let clause = self.utterance.clause(tokens.start);
        let small =
            param == "size" && matches!(self.utterance.word(tokens.start), "small" | "smaller" | "tiny" | "little");
        let names_scene = clause.clone().any(|token| self.utterance.class(token).contains(Class::KIND));
        let detail = |token: usize| self.utterance.class(token).contains(Class::CUE) || self.utterance.quoted(token);
        small && !names_scene && (tokens.end..clause.end).any(detail)
    }

    /// Whether a token may stand between a modifier and what it modifies.
    fn passes(&self, token: usize) -> bool {
        let class = self.utterance.class(token);
        (class.light() || !self.plain[token]) && !class.intersects(Class::KIND | Class::CUE)
    }

    /// Whether what follows is not the rest of a name: an edge, a quote, a word without content, another setting.
    pub(super) fn ends_well(&self, end: usize) -> bool {
        end >= self.utterance.len() || !self.plain[end] || self.utterance.class(end).contains(Class::EDGE)
    }

    /// A capital letter behind another one inside a sentence: `Paint It Black`, `Green Day`.
    pub(super) fn is_name(&self, tokens: &Range<usize>) -> bool {
        let capital = |token: usize| self.utterance.capital(token) && self.plain_or_value(token);
        let here = self.utterance.capital(tokens.start);
        let before = tokens.start > 0 && capital(tokens.start - 1);
        let behind = tokens.end < self.utterance.len() && capital(tokens.end);
        here && (before || behind) && !self.shouted(tokens)
    }

    fn plain_or_value(&self, token: usize) -> bool {
        self.plain[token] || self.utterance.class(token).contains(Class::FUNCTION)
    }

    /// Where everything is in capitals, capitals say nothing.
    pub(super) fn shouted(&self, tokens: &Range<usize>) -> bool {
        let clause = self.utterance.clause(tokens.start);
        self.utterance.text.typed_range(clause).chars().all(|c| !c.is_lowercase())
            && self.utterance.text.original().chars().all(|c| !c.is_lowercase())
    }

    /// The nearest token before that is more than an article.
    pub(super) fn before(&self, token: usize) -> Option<usize> {
        let nearest = (0..token).rev().find(|&t| !matches!(self.utterance.word(t), "a" | "an" | "the"))?;
        Some(nearest)
    }
}
