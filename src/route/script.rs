//! Scripts: requests that ask for several scenes, taken apart.
//!
//! A script is told by labels (`Scene 1:`), numbers, bullets, rows of a table, words of order (`first … then …`), marks
//! (`→`, `;`), lines, sentences, or just by names in a row. Each way gives a [`Script`]; the firmest come first. Whether
//! it holds is for [`super::several`] to say, which routes every part alone.

mod marks;
mod shared;

use std::ops::Range;

use super::gate;
use crate::pattern::{Class, PatternSet, Utterance};
use crate::text::TokenKind;

/// How a request says that it asks for several scenes, the firmest way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// `Scene 1: … Scene 2: …`
    Labelled,
    /// `1. … 2. …`, bullets, or rows of a table.
    Listed,
    /// `first … then … finally`
    Ordered,
    /// Marks between parts: `… → …`.
    Marked,
    /// Lines or sentences.
    Plain,
    /// Names in a row: `a title card …, a counter …, and confetti`.
    Row,
}

/// A request taken apart. All ranges are of tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Script {
    pub(super) way: Way,
    /// The scenes, in order; at least two.
    pub(super) parts: Vec<Range<usize>>,
    /// What is said before the first of them, and behind the last, of all of them.
    pub(super) shared: Vec<Range<usize>>,
    /// Whether the request says in words that it wants several scenes.
    pub(super) told: bool,
}

/// More scenes than any request has: what has more parts is a list.
const MOST: usize = 24;

/// Every way to take a request apart, the firmest first.
pub(super) fn read(utterance: &Utterance, patterns: &PatternSet) -> Vec<Script> {
    let told = utterance.meanings("several", patterns).any(|(_, meaning)| meaning != "number");
    let reader = Reader { utterance, patterns, told, shared: shared::of_all(utterance, patterns) };
    let body = reader.body();
    let ways = [
        (Way::Labelled, marks::labels(utterance, body.clone())),
        (Way::Listed, marks::numbers(utterance, body.clone())),
        (Way::Listed, marks::rows(utterance, body.clone())),
        (Way::Listed, marks::bullets(utterance, body.clone())),
        (Way::Ordered, marks::order(utterance, patterns, body.clone())),
    ];
    // A list that the name of a scene stands before is what that scene shows.
    let lists = |(way, marks): &(Way, Vec<Range<usize>>)| *way == Way::Listed && reader.is_of_a_scene(marks);
    if !told && ways.iter().any(lists) {
        return Vec::new();
    }
    let mut scripts: Vec<Script> = ways.into_iter().filter_map(|(way, marks)| reader.script(way, &marks)).collect();
    if told || reader.names() > 1 {
        scripts.extend(reader.divided(Way::Marked, &marks::arrows(utterance, body.clone())));
        for edges in [marks::breaks, marks::stops] {
            let edges = edges(utterance, body.clone());
            scripts.extend(reader.divided(Way::Plain, &edges));
            scripts.extend(reader.divided(Way::Plain, &reader.before_names(&edges)));
        }
        let commas = reader.before_scenes(&marks::commas(utterance, body));
        scripts.extend(reader.divided(Way::Row, &commas).filter(|script| told || script.parts.len() > 2));
    }
    scripts.dedup_by(|left, right| left.parts == right.parts);
    scripts
}

struct Reader<'a> {
    utterance: &'a Utterance,
    patterns: &'a PatternSet,
    told: bool,
    /// What is said of all scenes in words that say so.
    shared: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// The request without what is said of all scenes before and behind it.
    fn body(&self) -> Range<usize> {
        let all = 0..self.utterance.len();
        self.shared.iter().fold(all, |body, shared| {
            if shared.start == 0 { shared.end..body.end } else { body.start..shared.start.min(body.end) }
        })
    }

    /// A script whose scenes begin behind marks.
    fn script(&self, way: Way, marks: &[Range<usize>]) -> Option<Script> {
        let body = self.body();
        let first = marks.first()?;
        let head = body.start..first.start;
        let opens = way == Way::Ordered && !self.trimmed(head.clone()).is_empty();
        let (head, opening) = if opens { self.split_head(head) } else { (head, body.start..body.start) };
        let ends = marks.iter().skip(1).map(|mark| mark.start).chain([body.end]);
        let behind = marks.iter().zip(ends).map(|(mark, end)| mark.end..end);
        self.of_parts(way, head, std::iter::once(opening).chain(behind))
    }

    /// A script whose scenes stand between marks.
    fn divided(&self, way: Way, marks: &[Range<usize>]) -> Option<Script> {
        let body = self.body();
        let first = marks.first()?;
        let (head, opening) = self.split_head(body.start..first.start);
        let ends = marks.iter().skip(1).map(|mark| mark.start).chain([body.end]);
        let behind = marks.iter().zip(ends).map(|(mark, end)| mark.end..end);
        self.of_parts(way, head, std::iter::once(opening).chain(behind))
    }

    fn of_parts(&self, way: Way, head: Range<usize>, parts: impl Iterator<Item = Range<usize>>) -> Option<Script> {
        let mut parts: Vec<Range<usize>> =
            parts.map(|part| self.trimmed(part)).filter(|part| !part.is_empty()).collect();
        let mut shared = self.shared.clone();
        shared.extend((!head.is_empty()).then_some(head));
        if let Some(last) = parts.last_mut() {
            let tail = shared::behind(self.utterance, self.patterns, way, last.clone());
            shared.extend(tail.inspect(|tail| last.end = tail.start));
        }
        parts.retain(|part| !part.is_empty());
        let holds = (2..=MOST).contains(&parts.len());
        holds.then_some(Script { way, parts, shared, told: self.told })
    }

    /// What leads up to the first scene, and that scene: `Make a launch clip: | a countdown from 3`.
    fn split_head(&self, opening: Range<usize>) -> (Range<usize>, Range<usize>) {
        let leads = |token: usize| {
            let ends = matches!(self.utterance.text().word(token), ":" | ".")
                || self.utterance.text().tokens()[token].kind == TokenKind::Break;
            ends && self.utterance.class(token).contains(Class::EDGE)
        };
        let stop = opening.clone().find(|&token| leads(token) || self.is_name(token) || self.is_quoted(token));
        match stop.filter(|&token| leads(token)) {
            Some(colon) => (opening.start..colon, colon + 1..opening.end),
            None => (opening.start..opening.start, opening),
        }
    }

    fn is_quoted(&self, token: usize) -> bool {
        self.utterance.text().tokens()[token].quote.is_some()
    }

    /// Whether a kind of scene is named from a token on.
    fn is_name(&self, token: usize) -> bool {
        !self.is_quoted(token) && !self.patterns.named_at(self.utterance, token).is_empty()
    }

    /// How many kinds of scenes are named, one behind the other.
    fn names(&self) -> usize {
        let mut known: Vec<u32> = Vec::new();
        let mut count = 0;
        for token in 0..self.utterance.len() {
            let named = self.patterns.named_at(self.utterance, token);
            if !self.is_quoted(token) && !named.is_empty() && named.iter().all(|one| !known.contains(one)) {
                count += 1;
                known.extend(named);
            }
        }
        count
    }

    /// The edges behind which a kind of scene is named: `…, a ranking of …, and a pie chart`.
    fn before_names(&self, edges: &[Range<usize>]) -> Vec<Range<usize>> {
        let says = |token: usize| {
            let kind = self.utterance.text().tokens()[token].kind;
            kind == TokenKind::Word && !self.utterance.class(token).light() || self.is_name(token)
        };
        let names = |edge: &&Range<usize>| {
            (edge.end..self.utterance.len()).find(|&token| says(token)).is_some_and(|token| self.is_name(token))
        };
        // `Titles: Sam Fox` below `Camera: Ola Berg` is one more line of the credits.
        let line = |edge: &Range<usize>| {
            let breaks = |token: &usize| self.utterance.text().tokens()[*token].kind == TokenKind::Break;
            let before = (0..edge.start).rev().find(breaks).filter(|_| breaks(&edge.start)).map(|end| end + 1);
            let alike = |start: usize| gate::is_labelled(self.utterance, start);
            before.is_some_and(|start| !self.is_name(start) && alike(start) && alike(edge.end))
        };
        edges.iter().filter(names).filter(|edge| !line(edge)).cloned().collect()
    }

    /// The edges behind which a scene may be described: behind them stands an article, or a word that names scenes.
    fn before_scenes(&self, edges: &[Range<usize>]) -> Vec<Range<usize>> {
        let opens = |edge: &&Range<usize>| {
            let article = matches!(self.utterance.text().word(edge.end), "a" | "an" | "the" | "our" | "another");
            let kind = || self.utterance.class(edge.end).contains(Class::KIND);
            edge.end < self.utterance.len() && !self.is_quoted(edge.end) && (article || kind())
        };
        edges.iter().filter(opens).cloned().collect()
    }

    /// Whether the name of a scene stands before the first item of a list.
    fn is_of_a_scene(&self, marks: &[Range<usize>]) -> bool {
        marks.first().is_some_and(|first| (self.body().start..first.start).any(|token| self.is_name(token)))
    }

    /// A part without the marks and the joining words around it.
    fn trimmed(&self, part: Range<usize>) -> Range<usize> {
        let text = self.utterance.text();
        let (mut start, mut end) = (part.start, part.end);
        let edge = |token: usize| self.utterance.class(token).contains(Class::EDGE);
        let glued = |token: usize| text.tokens().get(token + 1).is_some_and(|next| next.glued);
        let opens = |token: usize| {
            let mark = matches!(text.word(token), "–" | "—" | "." | ")" | ":" | "]" | "-" | "," | ">");
            (edge(token) && !matches!(text.word(token), "(" | "[")) || mark && !glued(token)
        };
        let closes = |token: usize| {
            edge(token) && !matches!(text.word(token), ")" | "]" | "!" | "?" | "…" | ".")
                || matches!(text.word(token), "and" | "&" | "plus" | "–" | "—" | "with")
        };
        while start < end && !self.is_quoted(start) && opens(start) {
            start += 1;
        }
        while end > start && !self.is_quoted(end - 1) && closes(end - 1) {
            end -= 1;
        }
        start..end
    }
}
