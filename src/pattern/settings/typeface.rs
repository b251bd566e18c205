//! Typefaces that no dictionary knows: a name beside the word for a typeface.

use std::ops::Range;

use super::{Finder, Setting};
use crate::pattern::utterance::Class;
use crate::template::font;
use crate::text::TokenKind;
use crate::value::Value;

const NOUNS: [&str; 3] = ["font", "typeface", "lettering"];

/// The most words that the name of a typeface has: `Times New Roman`.
const LONGEST: usize = 3;

impl<'p> Finder<'_, 'p> {
    /// `Gill Sans font`, `font: Papyrus`, `in comic sans font`. A name has capitals or is like that of a known typeface, so
    /// that `a nice font` names none.
    pub(super) fn typeface(&self, token: usize) -> Option<Setting<'p>> {
        let (name, tokens) = if self.is_noun(token) { self.named_behind(token) } else { self.named_before(token) }?;
        let text = self.utterance.text.typed_range(name);
        let value = Value::Text(text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        Some(Setting { param: "font", value, tokens, by_place: false })
    }

    fn named_before(&self, start: usize) -> Option<(Range<usize>, Range<usize>)> {
        let noun = (start + 1..=start + LONGEST).find(|token| self.is_noun(*token))?;
        self.is_name_of_typeface(&(start..noun)).then_some((start..noun, start..noun + 1))
    }

    fn named_behind(&self, noun: usize) -> Option<(Range<usize>, Range<usize>)> {
        let joint =
            |token: usize| matches!(self.utterance.word(token), ":" | "=" | "is" | "family" | "called" | "named");
        let start = (noun + 1..self.utterance.len()).find(|token| !joint(*token))?;
        if let Some((tokens, _)) = self.utterance.quote_at(start).filter(|(tokens, _)| self.is_short(tokens)) {
            return Some((tokens.start + 1..tokens.end - 1, noun..tokens.end));
        }
        let names = (1..=LONGEST).rev().map(|length| start..(start + length).min(self.utterance.len()));
        let name = names.into_iter().find(|name| self.is_name_of_typeface(name))?;
        Some((name.clone(), noun..name.end))
    }

    /// Whether a quote is no longer than the name of a typeface. `lettering "…"` is followed by what is lettered.
    fn is_short(&self, quote: &Range<usize>) -> bool {
        let noun = self.utterance.word(quote.start.saturating_sub(1));
        quote.len() > 2 && quote.len() <= LONGEST + 2 && noun != "lettering"
    }

    fn is_name_of_typeface(&self, tokens: &Range<usize>) -> bool {
        let is_word =
            |token: usize| self.utterance.text.tokens()[token].kind == TokenKind::Word && !self.utterance.quoted(token);
        let capitals = tokens.clone().all(|token| self.utterance.capital(token)) && !self.shouted(tokens);
        let alike = || font::is_like_another(self.utterance.text.typed_range(tokens.clone()));
        let named = capitals && self.plain[tokens.start] && tokens.start > 0;
        let leads = |token: usize| self.utterance.class(token).intersects(Class::FUNCTION | Class::FILLER);
        !tokens.is_empty() && tokens.clone().all(is_word) && !leads(tokens.start) && (named || alike())
    }

    fn is_noun(&self, token: usize) -> bool {
        token < self.utterance.len() && NOUNS.contains(&self.utterance.word(token)) && !self.utterance.quoted(token)
    }
}
