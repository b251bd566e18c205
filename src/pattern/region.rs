//! Where a text that is not quoted ends.
//!
//! Text ends where something else begins: at a line break, before the cue of another slot, at the end of a sentence.
//! What stands at its end and is understood as something else is taken off again: settings (`… in teal, 4s`), polite
//! words, and the words that lead to them.

mod begins;

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use super::candidate::Asked;
use super::lexicon::{Hit, is_inner_hyphen};
use super::set::PatternSet;
use super::settings::Setting;
use super::utterance::{Class, Utterance};
use super::wish::Wish;
use crate::text::TokenKind;
use crate::value::Value;

/// The places of an utterance as one pattern sees them.
pub(crate) struct Regions<'a> {
    pub(crate) utterance: &'a Utterance,
    pub(crate) patterns: &'a PatternSet,
    pub(crate) settings: &'a [Setting<'a>],
    /// The pattern's number, whose cues end texts.
    pub(crate) pattern: u32,
    /// What is to be filled in, which ends texts and is no part of them.
    pub(crate) wishes: &'a [Wish],
    /// For each token, whether a cue of the pattern begins there; worked out when it is first asked for.
    openings: OnceCell<Vec<bool>>,
    /// Where the texts end that begin at each token, and where prose does; [`UNKNOWN`] where nobody has asked.
    ends: RefCell<Vec<[u32; 2]>>,
}

/// In place of the end of a text that nobody has looked for.
const UNKNOWN: u32 = u32::MAX;

/// How many words a line has at most that nobody quotes; what is longer tells a story.
const LONGEST_LINE: usize = 12;

/// What texts do in scenes.
const VERBS: [&str; 10] =
    ["appear", "appears", "appearing", "pops", "comes", "slides", "fades", "flies", "drops", "bounces"];

impl<'a> Regions<'a> {
    /// The places of a request as a pattern sees them.
    pub(crate) fn new(patterns: &'a PatternSet, pattern: u32, asked: Asked<'a>) -> Self {
        let Asked { utterance, settings, wishes } = asked;
        let (openings, ends) = (OnceCell::new(), RefCell::new(Vec::new()));
        Self { utterance, patterns, settings, pattern, wishes, openings, ends }
    }

    /// The end of the text that begins at a token; `from` itself if there is none. Prose goes on over sentences and
    /// lines, other text does not.
    pub(crate) fn text(&self, from: usize, prose: bool) -> usize {
        let known = self.ends.borrow().get(from).map_or(UNKNOWN, |ends| ends[usize::from(prose)]);
        if known != UNKNOWN {
            return known as usize;
        }
        let end = self.text_end(from, prose);
        let mut ends = self.ends.borrow_mut();
        ends.resize(self.utterance.len().max(from + 1), [UNKNOWN; 2]);
        ends[from][usize::from(prose)] = end as u32;
        end
    }

    fn text_end(&self, from: usize, prose: bool) -> usize {
        let ends = |&token: &usize| self.ends_text(from, token, prose) || self.closes(from, token);
        let end = (from..self.utterance.len()).find(ends);
        let end = end.map_or(self.utterance.len(), |end| self.with_mark(self.before_lead(from, end), prose));
        let end = self.trim(from, end);
        let words = (from..end).filter(|&token| self.utterance.text.tokens()[token].is_word()).count();
        if !prose && words > LONGEST_LINE { from } else { end }
    }

    /// Whether a token closes a bracket that a text from `from` on stands in.
    fn closes(&self, from: usize, token: usize) -> bool {
        let free = |token: &usize| !self.utterance.quoted(*token);
        let count = |tokens: Range<usize>, mark: &str| {
            tokens.filter(free).filter(|&token| self.utterance.word(token) == mark).count()
        };
        let closing = matches!(self.utterance.word(token), ")") && free(&token);
        closing && count(from..token, "(") == count(from..token, ")") && count(0..from, "(") > count(0..from, ")")
    }

    /// The tokens in which a list that begins at a token can stand: up to the next cue, without settings at the end.
    pub(crate) fn list(&self, from: usize) -> Range<usize> {
        let end = (from..self.utterance.len()).find(|&token| token > from && self.cue_begins(token));
        from..self.trim(from, end.unwrap_or(self.utterance.len()))
    }

    /// The end of the tokens that a series can stand in.
    pub(crate) fn limit(&self, from: usize) -> usize {
        (from..self.utterance.len())
            .find(|&token| token > from && self.cue_begins(token))
            .unwrap_or(self.utterance.len())
    }

    /// Source code that begins at a token: a quote that stands alone, the rest of the line, or, behind a line break, all
    /// that follows.
    pub(crate) fn code(&self, start: usize) -> Option<(Value, Range<usize>)> {
        let (text, len) = (&self.utterance.text, self.utterance.len());
        let alone = |end: usize| end == len || self.utterance.class(end).contains(Class::EDGE);
        if let Some((tokens, quoted)) = self.utterance.quote_at(start).filter(|(tokens, _)| alone(tokens.end)) {
            return Some((Value::Text(quoted.to_owned()), tokens));
        }
        let is_break = |token: usize| text.tokens()[token].kind == TokenKind::Break;
        let first = (start..len).find(|&token| !is_break(token))?;
        let behind_break = first > 0 && is_break(first - 1);
        let end = if behind_break { None } else { (first..len).find(|&token| is_break(token)) };
        let end = (first..end.unwrap_or(len)).rev().find(|&token| !is_break(token))? + 1;
        Some((Value::Text(text.typed_range(first..end).to_owned()), first..end))
    }

    /// The token behind one that says nothing, or behind a setting.
    pub(crate) fn pass(&self, token: usize) -> Option<usize> {
        if token >= self.utterance.len() || self.utterance.quoted(token) {
            return None;
        }
        if let Some(setting) = self.settings.iter().find(|setting| setting.tokens.start == token) {
            return Some(setting.tokens.end);
        }
        let class = self.utterance.class(token);
        (class.light() || is_inner_hyphen(&self.utterance.text, token)).then_some(token + 1)
    }

    /// Whether a cue of this pattern begins at a token and is followed by a value: by a colon, a quote or words.
    pub(crate) fn cue_begins(&self, token: usize) -> bool {
        let openings = self.openings.get_or_init(|| (0..self.utterance.len()).map(|at| self.opens(at)).collect());
        openings.get(token).copied().unwrap_or(false)
    }

    fn opens(&self, token: usize) -> bool {
        self.wishes.iter().any(|wish| wish.tokens.start == token)
            || self.cue_at(token).is_some_and(|end| {
                let opens = matches!(self.utterance.word(end), ":" | "=" | "is" | "says" | "saying");
                let quoted = end < self.utterance.len() && self.utterance.quoted(end);
                let first =
                    token == 0 || self.utterance.class(token - 1).contains(Class::EDGE) || self.joins(token - 1);
                let says_much = end > token + 1 || !self.utterance.class(token).contains(Class::FUNCTION);
                opens || quoted || (first && says_much || self.between_names(token, end)) && end < self.utterance.len()
            })
    }

    /// Whether a token belongs to a wish.
    pub(crate) fn wished(&self, token: usize) -> bool {
        self.wishes.iter().any(|wish| wish.tokens.contains(&token))
    }

    /// Whether a cue in small letters stands between names: `name Ana Ruiz role Head Chef`.
    fn between_names(&self, cue: usize, end: usize) -> bool {
        let capital = |token: usize| self.utterance.capital(token);
        let says = (cue..end).all(|token| !self.utterance.class(token).contains(Class::FUNCTION) && !capital(token));
        let named = || {
            let class = self.utterance.class(end);
            self.expects(self.utterance.word(cue)) && !class.light() && !class.intersects(Class::KIND | Class::EDGE)
        };
        cue > 0 && says && capital(cue - 1) && (capital(end) || named())
    }

    /// The end of the longest cue of this pattern that begins at a token.
    pub(crate) fn cue_at(&self, token: usize) -> Option<usize> {
        if !self.utterance.class(token).contains(Class::CUE) {
            return None;
        }
        let pattern = &self.patterns.patterns[self.pattern as usize];
        let ours = |hit: &&Hit| pattern.announced_by(hit.literal).next().is_some();
        self.utterance.hits_at(token).filter(ours).map(|hit| hit.tokens.end).max()
    }

    /// For each token, whether it belongs to a cue of this pattern, or to the words that name its scene.
    pub(crate) fn cues(&self) -> Vec<bool> {
        let pattern = &self.patterns.patterns[self.pattern as usize];
        let mut cues = vec![false; self.utterance.len()];
        for token in 0..self.utterance.len() {
            if let Some(end) = self.cue_at(token) {
                cues[token..end].fill(true);
            }
            cues[token] |= !self.utterance.quoted(token) && pattern.says(self.utterance.line.word(token));
        }
        cues
    }

    /// Where a cue ends a text, the words that lead to it go with it: `…, then the [slogan]`.
    fn before_lead(&self, from: usize, end: usize) -> usize {
        let leads = |token: usize| {
            let small = matches!(self.utterance.word(token), "small" | "smaller" | "," | "tiny");
            let function = self.utterance.class(token).contains(Class::FUNCTION) && !self.utterance.capital(token);
            function || self.joins(token) || small
        };
        if !self.cue_begins(end) {
            return end;
        }
        let edge = |token: usize| self.utterance.class(token).contains(Class::EDGE);
        let stop = (from..end).rev().find(|&token| edge(token) || !leads(token));
        stop.map_or(from, |token| token + usize::from(!edge(token)))
    }

    fn joins(&self, token: usize) -> bool {
        matches!(self.utterance.word(token), "and" | "with" | "&" | "plus" | "a" | "the" | "then")
    }

    fn ends_text(&self, from: usize, token: usize, prose: bool) -> bool {
        let quoted = self.utterance.quoted(token);
        if token > from && (self.cue_begins(token) || quoted && self.utterance.quote_at(token).is_some() && !prose) {
            return true;
        }
        if token > from && !quoted && self.something_begins(token, prose) {
            return true;
        }
        let class = self.utterance.class(token);
        if quoted || !class.contains(Class::EDGE) {
            return false;
        }
        if token > from && (self.value_of_another(token + 1) || self.points_begin(token)) {
            return true;
        }
        let word = self.utterance.word(token);
        if prose {
            return matches!(word, "|")
                || word == "-" && self.name_follows(token)
                || word == "?" && self.expects("answer")
                || self.rest_of_line_is_understood(token);
        }
        self.utterance.text.tokens()[token].kind == TokenKind::Break
            || matches!(word, ";" | "|" | "/" | "(" | "→" | "-" | "+" | "•")
            || matches!(word, "." | "!" | "?" | "…") && !self.goes_on(token)
            || word == "?" && self.expects("answer")
            || word == ":" && self.expects_items()
            || matches!(word, "," | ":") && self.rest_of_line_is_understood(token)
    }

    /// Whether something else begins at a token inside a clause.
    fn something_begins(&self, token: usize, prose: bool) -> bool {
        let word = self.utterance.word(token);
        // `the words Hello World appear …`: a verb behind a name tells what happens to it.
        let tells = !prose && VERBS.contains(&word) && !self.utterance.capital(token);
        self.address_begins(token)
            || self.rating_begins(token)
            || tells && self.utterance.capital(token - 1)
            || word == "with" && self.items_begin(token)
    }

    /// Whether a text goes on behind the end of a sentence: where the rest of the line says nothing else.
    fn goes_on(&self, end: usize) -> bool {
        let rest = (end + 1..self.utterance.len())
            .take_while(|&token| self.utterance.text.tokens()[token].kind != TokenKind::Break);
        let mut rest = rest.peekable();
        rest.peek().is_some()
            && rest.all(|token| {
                let class = self.utterance.class(token);
                let is_setting = self.settings.iter().any(|setting| setting.tokens.contains(&token));
                !(is_setting
                    || class.contains(Class::CUE)
                    || class.contains(Class::KIND)
                    || class.contains(Class::MAKE)
                    || class.contains(Class::FILLER)
                    || self.utterance.quoted(token))
            })
    }

    /// Whether nothing behind an edge, up to the next, is content.
    fn rest_of_line_is_understood(&self, edge: usize) -> bool {
        let start = (edge..self.utterance.len()).find(|&token| !self.utterance.class(token).contains(Class::EDGE));
        start.is_some_and(|start| self.understood(&self.utterance.clause(start)))
    }

    /// Whether a range is only settings, words without content and cues.
    fn understood(&self, tokens: &Range<usize>) -> bool {
        let mut at = tokens.start;
        let mut something = false;
        while at < tokens.end {
            if let Some(setting) = self.settings.iter().find(|setting| setting.tokens.start == at) {
                at = setting.tokens.end;
                something = true;
            } else if self.utterance.class(at).light() || self.utterance.class(at).contains(Class::EDGE) {
                something |= self.utterance.class(at).contains(Class::FILLER);
                at += 1;
            } else {
                return false;
            }
        }
        something
    }

    /// An exclamation or question mark that ends a text belongs to it; the full stop does to prose.
    fn with_mark(&self, end: usize, prose: bool) -> usize {
        let mark = self.utterance.word(end);
        let belongs = matches!(mark, "!" | "?" | "…") || prose && mark == ".";
        end + usize::from(belongs && self.utterance.text.tokens()[end].glued)
    }

    /// Takes off, from the end, what is no part of the text.
    fn trim(&self, from: usize, end: usize) -> usize {
        let mut end = end;
        loop {
            let shorter = self.without_last(from, end);
            if shorter == end {
                return end;
            }
            end = shorter;
        }
    }

    fn without_last(&self, from: usize, end: usize) -> usize {
        if end <= from {
            return from;
        }
        let last = end - 1;
        let class = self.utterance.class(last);
        if self.utterance.quoted(last) {
            return end;
        }
        let mark = self.utterance.word(last);
        if class.contains(Class::EDGE) && !matches!(mark, "!" | "?" | "…" | ")" | ".")
            || class.contains(Class::COURTESY)
            || matches!(mark, "and" | "with" | "," | "&")
        {
            return last;
        }
        if matches!(mark, "." | ")") && self.setting_ending(last).is_some() {
            return last;
        }
        match self.setting_ending(end) {
            Some(start) if start > from => self.without_lead(from, start),
            _ => end,
        }
    }

    fn setting_ending(&self, end: usize) -> Option<usize> {
        self.settings.iter().find(|setting| setting.tokens.end == end).map(|setting| setting.tokens.start)
    }

    /// The words that lead to a setting go with it: `… in a`, `on`, `for`.
    fn without_lead(&self, from: usize, end: usize) -> usize {
        let mut end = end;
        while end > from + 1
            && matches!(
                self.utterance.word(end - 1),
                "in" | "on" | "with" | "for" | "at" | "a" | "an" | "the" | "over" | "and" | "it" | "use"
            )
            && !self.utterance.quoted(end - 1)
        {
            end -= 1;
        }
        end
    }
}
