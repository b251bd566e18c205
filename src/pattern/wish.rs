//! Wishes to be filled in: `write a catchy headline`, `a haiku about rain`, `the colours of autumn`.
//!
//! A wish is no value: it says what somebody else is to write or to choose. It ends where its clause ends, or where
//! something is quoted, and takes no settings from the end (`…, in serif`).

use std::ops::Range;

use super::set::PatternSet;
use super::settings::Setting;
use super::utterance::{Class, Utterance};
use crate::text::TokenKind;

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Words, figures or code that are described: `a haiku about rain`.
    Content,
    /// The same, which somebody is asked for: `write a headline`.
    Written,
    /// The same, which is left to others: `the numbers are up to you`.
    Left,
    /// Figures that go with what is shown: `with their speeds`.
    Figures,
    /// Colours or a look.
    Look,
    /// A typeface.
    Font,
    /// A way to move.
    Motion,
}

/// A wish, with the tokens that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) wanted: Wanted,
    pub(crate) tokens: Range<usize>,
}

impl Wish {
    /// The wish without what another says before it.
    fn from(mut self, start: usize) -> Self {
        self.tokens.start = self.tokens.start.max(start);
        self
    }

    /// Whether it is for a choice, and not for content.
    pub(crate) fn is_look(&self) -> bool {
        matches!(self.wanted, Wanted::Look | Wanted::Font | Wanted::Motion)
    }

    /// Whether its words are about the content of a scene that is named elsewhere.
    pub(crate) fn is_aside(&self) -> bool {
        matches!(self.wanted, Wanted::Left | Wanted::Figures)
    }
}

/// The most words that a wish has; what is longer tells a story.
const LONGEST: usize = 16;

/// Words that a description of a text goes on with.
const DESCRIBES: [&str; 15] = [
    "about",
    "on",
    "for",
    "that",
    "which",
    "who",
    "to",
    "from",
    "of",
    "by",
    "below",
    "underneath",
    "with",
    "in",
    "and",
];

/// Verbs that lead to a text which is described.
const VERBS: [&str; 10] =
    ["gives", "gets", "needs", "need", "says", "answers", "replies", "wants", "writes", "suggests"];

/// All wishes, in the order of the text. None overlaps another.
pub(crate) fn find(utterance: &Utterance, patterns: &PatternSet, settings: &[Setting<'_>]) -> Vec<Wish> {
    let mut hits: Vec<(Range<usize>, &str)> = utterance.meanings("wishes", patterns).collect();
    hits.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
    let finder = Finder { utterance, settings, hits };
    let mut wishes: Vec<Wish> = Vec::new();
    for (tokens, meaning) in &finder.hits {
        let free = wishes.last().is_none_or(|wish| wish.tokens.end <= tokens.start);
        if free && !utterance.quoted(tokens.start) {
            let behind = wishes.last().map_or(0, |wish| wish.tokens.end);
            wishes.extend(finder.wish(tokens, meaning).map(|wish| wish.from(behind)));
        }
    }
    wishes
}

struct Finder<'a> {
    utterance: &'a Utterance,
    settings: &'a [Setting<'a>],
    /// Words of the dictionary, each with its meaning.
    hits: Vec<(Range<usize>, &'a str)>,
}

impl Finder<'_> {
    fn wish(&self, tokens: &Range<usize>, meaning: &str) -> Option<Wish> {
        let wanted = match meaning {
            "look" | "palette" => Wanted::Look,
            "font" => Wanted::Font,
            "motion" => Wanted::Motion,
            "write" | "invent" | "answer" | "pick" => Wanted::Written,
            "yours" => Wanted::Left,
            "figures" => Wanted::Figures,
            _ => Wanted::Content,
        };
        let tokens = match meaning {
            "write" if self.is_item(tokens.start) => return None,
            "answer" if self.begins(tokens.start) || self.utterance.word(tokens.start - 1) == "and" => {
                tokens.start..self.end(tokens.end)
            }
            "write" | "invent" | "font" | "motion" => tokens.start..self.end(tokens.end),
            "figures" => self.beside(tokens)?,
            "look" => tokens.start..self.end_of_look(tokens.end),
            "pick" => tokens.start..self.end(tokens.end).max(self.text_behind(tokens.end)?),
            "yours" => self.clause_before(tokens.start)..tokens.end,
            "something" if self.is_described(tokens) => tokens.start..self.end(tokens.end),
            "quality" => self.given(tokens)?,
            "text" => self.described(tokens).filter(|found| self.is_open(found, tokens))?,
            "code" if self.utterance.word(tokens.start) == "the" => return None,
            "piece" | "code" => self.described(tokens)?,
            "palette" => self.called(tokens)?,
            _ => return None,
        };
        let words = tokens.clone().filter(|&token| self.is_content(token)).count();
        let name = tokens.start > 0 && self.utterance.capital(tokens.start) && !self.begins(tokens.start);
        (tokens.len() > 1 && words <= LONGEST && !name && !self.states(&tokens)).then_some(Wish { wanted, tokens })
    }

    /// Whether a verb is an item of a list: `steps: write a draft, sleep on it`.
    fn is_item(&self, token: usize) -> bool {
        let text = self.utterance.text();
        let ends = |&before: &usize| {
            matches!(text.word(before), "." | "!" | ";") && self.utterance.class(before).contains(Class::EDGE)
        };
        let sentence = (0..token).rev().find(ends).map_or(0, |end| end + 1);
        let colon = |before: usize| text.word(before) == ":" && !self.utterance.quoted(before);
        let line = token > 0 && text.tokens()[token - 1].kind == TokenKind::Break;
        let asks = matches!(self.utterance.word(token), "you" | "please" | "just");
        !asks && (line || (sentence..token).any(colon))
    }

    fn begins(&self, token: usize) -> bool {
        token.checked_sub(1).is_none_or(|before| self.utterance.class(before).contains(Class::EDGE))
    }

    /// Whether what stands before a token leads to something that is shown.
    fn leads_to(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.utterance.word(before));
        self.begins(token) || matches!(before, "with" | "and" | "then" | "say" | "says" | "saying" | "has" | "needs")
    }

    /// Whether `something` stands for a text: where a text is expected, or with a word for how it should be.
    fn is_described(&self, tokens: &Range<usize>) -> bool {
        let says = |meaning: &str, fits: &dyn Fn(&Range<usize>) -> bool| {
            self.hits.iter().any(|(found, known)| *known == meaning && fits(found))
        };
        self.leads_to(tokens.start)
            || says("text", &|noun| noun.end == tokens.start)
            || self.seeks(tokens.start)
                && (self.tells(tokens.end) || says("quality", &|quality| quality.start == tokens.end))
    }

    /// Whether a clause begins at a token that tells what is meant: `something a tourist would ask`.
    fn tells(&self, token: usize) -> bool {
        matches!(self.utterance.word(token), "a" | "an" | "that" | "you" | "people" | "only" | "nobody" | "everyone")
    }

    /// Whether the word before a token leads to what somebody says or looks for.
    fn seeks(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.utterance.word(before));
        matches!(before, "for" | "types" | "typing" | "asks" | "writes" | "about" | "up")
    }

    /// What somebody gives whose words nobody states: `and the assistant gives a short plan`.
    fn given(&self, quality: &Range<usize>) -> Option<Range<usize>> {
        let article =
            quality.start.checked_sub(1).filter(|&at| matches!(self.utterance.word(at), "a" | "an" | "some"))?;
        let verb = article.checked_sub(1).filter(|&verb| VERBS.contains(&self.utterance.word(verb)))?;
        let noun = quality.end;
        let alone = noun < self.utterance.len() && self.is_content(noun) && !self.utterance.quoted(noun);
        alone.then(|| verb..self.end(noun))
    }

    /// Figures that go with something: `with visitor numbers`, `and their speeds`, `incl. their lengths`.
    fn beside(&self, noun: &Range<usize>) -> Option<Range<usize>> {
        const REACH: usize = 4;
        let word = |at: usize| self.utterance.word(at);
        let leads = |&at: &usize| matches!(word(at), "with" | "and" | "incl" | "including" | "plus");
        let start = (noun.start.saturating_sub(REACH)..noun.start).rev().find(leads)?;
        let between = start + 1..noun.start;
        let plain = between.clone().all(|at| !self.utterance.quoted(at) && !matches!(word(at), "," | ":"));
        let theirs = between.clone().any(|at| matches!(word(at), "their" | "its"));
        let end = if word(noun.end) == "of" { self.end(noun.end) } else { noun.end };
        (plain && (theirs || word(start) != "and")).then_some(start..end)
    }

    fn is_content(&self, token: usize) -> bool {
        self.utterance.text().tokens()[token].kind == TokenKind::Word && !self.utterance.class(token).light()
    }

    /// Where a wish ends: at the end of its clause, before what is quoted, and before settings.
    fn end(&self, from: usize) -> usize {
        let stops = |&token: &usize| {
            let class = self.utterance.class(token);
            let other = self.hits.iter().any(|(tokens, meaning)| {
                tokens.start == token && matches!(*meaning, "look" | "font" | "motion" | "write" | "invent")
            });
            class.intersects(Class::EDGE | Class::BEYOND) || self.utterance.quoted(token) || other && token > from
        };
        let mut end = (from..self.utterance.len()).find(stops).unwrap_or(self.utterance.len());
        while end > from && self.ends_with_setting(end).is_some_and(|start| start >= from) {
            end = self.ends_with_setting(end).unwrap_or(from);
        }
        end
    }

    /// A look goes on where it is compared: `calm, like breathing out`.
    fn end_of_look(&self, from: usize) -> usize {
        let end = self.end(from);
        if self.utterance.word(end) == "," && self.utterance.word(end + 1) == "like" { self.end(end + 1) } else { end }
    }

    /// Where the setting at an end begins, with the word that leads to it.
    fn ends_with_setting(&self, end: usize) -> Option<usize> {
        let start = self.settings.iter().find(|setting| setting.tokens.end == end)?.tokens.start;
        let leads = |token: &usize| matches!(self.utterance.word(*token), "in" | "on" | "with" | "a" | "for" | "at");
        Some((0..start).rev().take_while(leads).last().unwrap_or(start))
    }

    fn clause_before(&self, token: usize) -> usize {
        let stops =
            |before: &usize| self.utterance.class(*before).contains(Class::EDGE) || self.utterance.quoted(*before);
        (0..token).rev().find(stops).map_or(0, |edge| edge + 1)
    }

    /// A text that is described and not stated: `a short saying about patience`.
    fn described(&self, noun: &Range<usize>) -> Option<Range<usize>> {
        let start = (0..noun.start).rev().take(4).find(|&token| {
            matches!(self.utterance.word(token), "a" | "an" | "some" | "one" | "your" | "own" | "the" | "her" | "his")
        })?;
        let plain = (start..noun.start).all(|token| {
            !self.utterance.quoted(token) && !self.utterance.class(token).intersects(Class::EDGE | Class::BEYOND)
        });
        let verb = start.checked_sub(1).filter(|&verb| VERBS.contains(&self.utterance.word(verb)));
        let start = verb.unwrap_or(start);
        let next = self.utterance.word(noun.end);
        let ends = noun.end >= self.utterance.len()
            || self.utterance.class(noun.end).intersects(Class::EDGE | Class::COURTESY) && next != ":";
        let goes_on = DESCRIBES.contains(&next) && !self.utterance.capital(noun.end + 1);
        (plain && (ends || goes_on)).then(|| start..self.end(noun.end))
    }

    /// Whether it is said how a text should be, or just that there should be some.
    fn is_open(&self, found: &Range<usize>, noun: &Range<usize>) -> bool {
        let some = found.clone().any(|token| token < noun.start && self.utterance.word(token) == "some");
        let fits = self.hits.iter().any(|(tokens, meaning)| *meaning == "fits" && tokens.start == noun.end);
        some || fits || self.has_quality(noun) || self.is_added(noun)
    }

    /// Whether a text is asked for beside something else, and nothing more is said of it: `and the answer`.
    fn is_added(&self, noun: &Range<usize>) -> bool {
        let article =
            noun.start.checked_sub(1).filter(|&at| matches!(self.utterance.word(at), "the" | "its" | "an" | "a"));
        let lead = article.and_then(|at| at.checked_sub(1));
        let behind = |at: usize| self.begins(at) || self.utterance.quoted(at - 1);
        let joined = lead.is_some_and(|at| matches!(self.utterance.word(at), "and" | "plus") && behind(at));
        let last = (noun.end..self.utterance.len()).find(|&at| !self.utterance.class(at).contains(Class::COURTESY));
        let ends =
            last.is_none_or(|at| self.utterance.class(at).contains(Class::EDGE) && self.utterance.word(at) != ":");
        ends && joined
    }

    /// The end of the word for a text that stands shortly behind a token.
    fn text_behind(&self, from: usize) -> Option<usize> {
        const REACH: usize = 4;
        let says = |meaning: &str| matches!(meaning, "text" | "piece" | "quality" | "something");
        let near = |tokens: &Range<usize>| from <= tokens.start && tokens.start < from + REACH;
        self.hits.iter().find(|(tokens, meaning)| says(meaning) && near(tokens)).map(|(tokens, _)| tokens.end)
    }

    fn has_quality(&self, noun: &Range<usize>) -> bool {
        self.hits
            .iter()
            .any(|(tokens, meaning)| *meaning == "quality" && tokens.end <= noun.start && noun.start - tokens.end < 2)
    }

    /// A palette that a word describes which is no colour and no theme: `an earthy palette`.
    fn called(&self, noun: &Range<usize>) -> Option<Range<usize>> {
        let word = noun.start.checked_sub(1)?;
        let set =
            self.settings.iter().any(|setting| setting.tokens.contains(&word) || setting.tokens.contains(&noun.start));
        let read = self.utterance.readings().iter().any(|reading| reading.tokens.contains(&word));
        let led = word
            .checked_sub(1)
            .is_some_and(|lead| matches!(self.utterance.word(lead), "a" | "an" | "in" | "with" | "the" | "some"));
        let start = (0..word).rev().take_while(|&token| self.utterance.class(token).contains(Class::FUNCTION)).last();
        (led && !set && !read && self.is_content(word)).then(|| start.unwrap_or(word)..noun.end)
    }

    /// Whether the value stands behind the wish after all: `a short message: …`, `a line "…"`.
    fn states(&self, tokens: &Range<usize>) -> bool {
        let next = self.utterance.word(tokens.end);
        next == ":" || self.utterance.quote_at(tokens.end).is_some()
    }
}
