//! Matching phrases on the tokens of an utterance.
//!
//! Between two words of a phrase, words without content and settings may stand: `graph of {series}` is found in `a
//! slow graph of our Q1 3, Q2 4`. Authors thus write down what matters only.

use std::cell::Cell;
use std::ops::Range;

use super::form::{self, Form};
use super::lexicon::{Hit, Meaning};
use super::node::Node;
use super::region::Regions;
use super::set::{PatternSet, Slot};
use super::utterance::{Class, Utterance};
use crate::template::ParamType;
use crate::value::{Certainty, Gradient, Kind, Number, Reading, Value};

/// The value of a slot, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SlotValue {
    pub(crate) slot: u16,
    pub(crate) value: Value,
    pub(crate) tokens: Range<usize>,
}

/// A phrase that was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Match {
    pub(crate) tokens: Range<usize>,
    pub(crate) values: Vec<SlotValue>,
}

/// What is to be matched behind the nodes at hand.
enum Rest<'n> {
    End,
    Then(&'n [Node], &'n Rest<'n>),
}

/// How many words without content are passed over between two parts of a phrase.
const MOST_PASSED: usize = 5;

/// Words that no value in a phrase begins with: what follows them says where, when or of what.
const PREPOSITIONS: [&str; 12] = ["of", "in", "on", "for", "with", "at", "by", "from", "to", "about", "and", "over"];

/// Words with which a clause begins that tells of what a text at the end of a phrase names.
const CLAUSES: [&str; 8] = ["that", "which", "who", "where", "while", "whose", "when", "as"];

/// How many steps a phrase may take. People's requests take some dozen; a phrase with several free slots can be read in
/// millions of ways from a text that nearly matches, and then is not found.
const MOST_STEPS: u32 = 20_000;

/// Matches the phrases of one pattern.
pub(crate) struct Matcher<'a> {
    patterns: &'a PatternSet,
    slots: &'a [Slot],
    regions: &'a Regions<'a>,
    /// The steps that are left.
    steps: Cell<u32>,
}

impl<'a> Matcher<'a> {
    /// A matcher for a pattern with some slots.
    pub(crate) fn new(regions: &'a Regions<'a>, slots: &'a [Slot]) -> Self {
        Self { patterns: regions.patterns, slots, regions, steps: Cell::new(MOST_STEPS) }
    }

    /// The first place where a phrase matches, or the places of its sentences where their order is free.
    pub(crate) fn find(&self, phrase: &[Node]) -> Option<Vec<Match>> {
        if !self.may_match(phrase) {
            return None;
        }
        self.steps.set(MOST_STEPS);
        let [Node::Together(sentences)] = phrase else { return self.find_from(phrase, 0).map(|found| vec![found]) };
        let mut matches: Vec<Match> = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let found = self.find_beside(sentence, &matches)?;
            matches.push(found);
        }
        Some(matches)
    }

    /// Whether the request has what a phrase cannot do without, in its order, so that looking for it is worth while.
    pub(crate) fn may_match(&self, phrase: &[Node]) -> bool {
        match phrase {
            [Node::Together(sentences)] => sentences.iter().all(|sentence| self.may_match(sentence)),
            _ => self.may_end(phrase, 0).is_some(),
        }
    }

    /// The first token at which some nodes could end that begin at a token or behind it.
    fn may_end(&self, nodes: &[Node], from: usize) -> Option<usize> {
        nodes.iter().try_fold(from, |at, node| self.node_may_end(node, at))
    }

    fn node_may_end(&self, node: &Node, from: usize) -> Option<usize> {
        let utterance = self.regions.utterance;
        match node {
            Node::Word(word) if !utterance.said.may_have(*word) => None,
            Node::Word(word) => (from..utterance.len()).find(|&at| self.is_word(at, *word)).map(|at| at + 1),
            Node::Either(branches) => branches.iter().filter_map(|branch| self.may_end(branch, from)).min(),
            Node::Quoted(_) => utterance.text.quotes().iter().map(|quote| quote.end).find(|&end| end > from),
            Node::Slot(slot) if !self.may_have(&self.slots[usize::from(*slot)]) => None,
            Node::Slot(_) | Node::About => (from < utterance.len()).then_some(from + 1),
            Node::Optional(_) | Node::Dictionary(_) | Node::Together(_) => Some(from),
        }
    }

    /// Whether the request has something that a slot could take.
    fn may_have(&self, slot: &Slot) -> bool {
        let readings = &self.regions.utterance.readings;
        let read = |kind: fn(&Kind) -> bool| readings.iter().any(|reading| kind(&reading.kind));
        match (&slot.form, &slot.kind) {
            _ if !slot.one_of.is_empty() => true,
            (Some(Form::Date), _) => read(|kind| matches!(kind, Kind::Date(_))),
            (Some(Form::Time), _) => read(|kind| matches!(kind, Kind::Time(_))),
            (None, ParamType::Number | ParamType::Percent | ParamType::Money | ParamType::Url | ParamType::Image) => {
                !readings.is_empty()
            }
            _ => true,
        }
    }

    /// The first place of a sentence that shares no word with those that were found.
    fn find_beside(&self, sentence: &[Node], others: &[Match]) -> Option<Match> {
        let apart = |found: &Match| {
            let meets = |other: &Match| found.tokens.start < other.tokens.end && other.tokens.start < found.tokens.end;
            !others.iter().any(meets)
        };
        let mut first = 0;
        loop {
            let found = self.find_from(sentence, first)?;
            if apart(&found) {
                return Some(found);
            }
            first = found.tokens.start + 1;
        }
    }

    /// The same from a token on.
    pub(crate) fn find_from(&self, phrase: &[Node], first: usize) -> Option<Match> {
        let about = matches!(phrase.first(), Some(Node::About));
        let mut starts = (first..self.regions.utterance.len())
            .filter(|&start| !about || start == first || self.ends_about(start - 1) || self.ends_about(start));
        starts.find_map(|start| {
            let mut values = Vec::new();
            let end = self.node_run(phrase, &Rest::End, start, &mut values)?;
            (end > start).then_some(Match { tokens: start..end, values })
        })
    }

    fn run(&self, nodes: &[Node], rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let mut at = at;
        for _ in 0..=MOST_PASSED {
            if let Some(end) = self.node_run(nodes, rest, at, values) {
                return Some(end);
            }
            let bracket = matches!(self.regions.utterance.word(at), "(" | ")");
            at = self.regions.pass(at).or_else(|| bracket.then_some(at + 1))?;
        }
        None
    }

    fn node_run(&self, nodes: &[Node], rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let Some((first, tail)) = nodes.split_first() else {
            return match rest {
                Rest::End => Some(at),
                Rest::Then(nodes, rest) => self.node_run(nodes, rest, at, values),
            };
        };
        let left = self.steps.get().checked_sub(1)?;
        self.steps.set(left);
        let bound = values.len();
        let end = self.node(first, &Rest::Then(tail, rest), at, values);
        if end.is_none() {
            values.truncate(bound);
        }
        end
    }

    fn node(&self, node: &Node, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        match node {
            Node::Word(word) => (self.is_word(at, *word)).then(|| self.then(rest, at + 1, values))?,
            Node::Optional(nodes) => {
                self.node_run(nodes, rest, at, values).or_else(|| self.then_here(rest, at, values))
            }
            Node::Either(branches) => branches.iter().find_map(|branch| self.node_run(branch, rest, at, values)),
            Node::Dictionary(dictionary) => {
                let mut ends = self.ways_of(*dictionary, at);
                ends.sort_unstable_by(|left, right| right.cmp(left));
                ends.into_iter().find_map(|end| self.then(rest, end, values))
            }
            Node::Slot(slot) => self.slot(*slot, rest, at, values),
            Node::Quoted(slot) => {
                self.regions.utterance.quote_at(at)?;
                self.text(*slot, rest, at, values)
            }
            Node::About => self.about(rest, at, values),
            // It is a phrase of its own, which [`Self::find`] takes apart.
            Node::Together(_) => None,
        }
    }

    /// Goes on behind something, where words without content may stand before what comes next.
    fn then(&self, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        match rest.first() {
            None => Some(at),
            Some(_) => self.run(&[], rest, at, values),
        }
    }

    /// Goes on at the same place: what might be there is not.
    fn then_here(&self, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        self.node_run(&[], rest, at, values)
    }

    /// Whether the scene's own name begins at a token, or a word of talk that stands alone: neither begins a text.
    fn is_own_name(&self, at: usize) -> bool {
        let small = !self.regions.utterance.capital(at);
        let pattern = &self.patterns.patterns[self.regions.pattern as usize];
        let own = |hit: &Hit| pattern.names_of(hit.literal).iter().any(|name| small || !name.weak);
        let mut hits = self.regions.utterance.hits_at(at);
        let class = self.regions.utterance.class(at);
        let alone =
            at + 1 >= self.regions.utterance.len() || self.regions.utterance.class(at + 1).contains(Class::EDGE);
        hits.any(own) || class.contains(Class::FILLER) && alone && !self.regions.utterance.capital(at)
    }

    /// Whether what is left of a phrase may stand from a token on. To look is much cheaper than to read a value before it in
    /// vain.
    fn may_follow(&self, rest: &Rest<'_>, from: usize) -> bool {
        match rest {
            Rest::End => true,
            Rest::Then(nodes, rest) => self.may_end(nodes, from).is_some_and(|end| self.may_follow(rest, end)),
        }
    }

    fn is_word(&self, at: usize, word: u32) -> bool {
        let utterance = self.regions.utterance;
        at < utterance.len() && utterance.line.word(at) == word && !utterance.quoted(at)
    }

    fn ways_of(&self, dictionary: u16, at: usize) -> Vec<usize> {
        let of = |said: &Meaning| said.dictionary == dictionary;
        let hits = self.regions.utterance.hits_at(at);
        let said = hits.filter(|hit| self.patterns.lexicon.meanings(hit.literal).iter().any(of));
        said.map(|hit| hit.tokens.end).collect()
    }

    /// Two colours with a word between them: `between navy and purple`.
    fn two_colours(&self, at: usize) -> Option<(Gradient, Range<usize>)> {
        let colour = |at: usize| {
            let reading = self.regions.utterance.reading_at(at)?;
            if let Kind::Colour(colour) = &reading.kind { Some((colour.clone(), reading.tokens.end)) } else { None }
        };
        let (from, between) = colour(at)?;
        let joined = matches!(self.regions.utterance.word(between), "and" | "to" | "into" | "&" | "through");
        let (to, end) = colour(between + 1).filter(|_| joined)?;
        Some((Gradient { from, to }, at..end))
    }

    fn slot(&self, slot: u16, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let at = at + usize::from(matches!(self.regions.utterance.word(at), ":" | "="));
        if at >= self.regions.utterance.len() || !self.may_follow(rest, at + 1) {
            return None;
        }
        let spec = &self.slots[usize::from(slot)];
        let kind = &spec.kind;
        let bind = |value: Value, tokens: Range<usize>, values: &mut Vec<SlotValue>| {
            let end = tokens.end;
            values.push(SlotValue { slot, value, tokens });
            self.then(rest, end, values)
        };
        if !spec.one_of.is_empty() {
            let (value, tokens) = spec.one_at(self.regions.utterance, at)?;
            return bind(value, tokens, values);
        }
        if let Some(form) = spec.form.as_ref().filter(|form| form.is_plain() || **form == Form::Word) {
            let (value, tokens) = form.stated_at(self.regions.utterance, at)?;
            return bind(value, tokens, values);
        }
        if spec.form == Some(Form::Code) {
            let (value, tokens) = self.regions.code(at)?;
            return bind(value, tokens, values);
        }
        if spec.form == Some(Form::Pictures) {
            let (items, tokens) = form::pictures(self.regions.utterance).filter(|(_, tokens)| tokens.start == at)?;
            return bind(Value::List(items), tokens, values);
        }
        match kind {
            ParamType::Text | ParamType::Prose => self.text(slot, rest, at, values),
            ParamType::Series => {
                let found = spec.points_at(self.slots, self.regions.utterance, at..self.regions.limit(at))?;
                let tokens = found.tokens;
                let end = bind(Value::Series(found.points), tokens.clone(), values)?;
                let unit = self.slots.iter().position(|slot| slot.name == "unit");
                values.extend(unit.zip(found.unit).map(|(slot, unit)| SlotValue {
                    slot: slot as u16,
                    value: Value::Text(unit),
                    tokens,
                }));
                Some(end)
            }
            ParamType::List => {
                let found = self.regions.utterance.list(self.regions.list(at))?;
                let tokens = at..found.tokens.end;
                bind(Value::List(found.texts()), tokens, values)
            }
            ParamType::Ground if let Some((gradient, tokens)) = self.two_colours(at) => {
                bind(Value::Gradient(gradient), tokens, values)
            }
            _ => {
                let reading = self.regions.utterance.reading_at(at)?;
                let value = figure(reading, kind).or_else(|| form::typed(reading, self.regions.utterance, kind))?;
                let tokens = reading.tokens.clone();
                let end = bind(value, tokens.clone(), values)?;
                values.extend(sign(self.regions.utterance, self.slots, reading));
                Some(end)
            }
        }
    }

    /// A quote, or the shortest run of words behind which the phrase goes on; at its end, all up to where text ends.
    fn text(&self, slot: u16, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let utterance = self.regions.utterance;
        if let Some((tokens, quoted)) = utterance.quote_at(at) {
            let end = tokens.end;
            values.push(SlotValue { slot, value: Value::Text(quoted.to_owned()), tokens });
            return self.then(rest, end, values);
        }
        let is_amount = |reading: &Reading| {
            matches!(reading.kind, Kind::Percent(_) | Kind::Money { .. }) && reading.tokens.contains(&at)
        };
        if PREPOSITIONS.contains(&utterance.word(at)) && !utterance.capital(at)
            || self.regions.cue_at(at).is_some()
            || self.is_own_name(at)
            || utterance.class(at).contains(Class::EDGE)
            || utterance.readings.iter().any(is_amount)
        {
            return None;
        }
        let last = self.regions.text(at, self.slots[usize::from(slot)].kind == ParamType::Prose);
        // Finding where a text ends costs as many steps as it has tokens.
        self.steps.set(self.steps.get().saturating_sub((last - at.min(last)) as u32));
        let last = (at..last).find(|&token| utterance.quoted(token)).unwrap_or(last);
        let homonym = utterance.reading_at(at).is_some_and(|reading| reading.certainty != Certainty::Sure);
        if !homonym && self.regions.settings.iter().any(|setting| setting.tokens == (at..last)) {
            return None;
        }
        let value = |end: usize| {
            let comma = |last: usize| matches!(utterance.word(last), "," | ":" | "(") || utterance.is_break(last);
            let end = (at + 1..=end).rev().find(|&end| !comma(end - 1)).unwrap_or(end);
            let value = Value::Text(utterance.text.typed_range(at..end).to_owned());
            SlotValue { slot, value, tokens: at..end }
        };
        if rest.first().is_none() {
            let clause = (at + 1..last).find(|&token| CLAUSES.contains(&utterance.word(token)));
            let last = clause.filter(|_| self.slots[usize::from(slot)].kind == ParamType::Text).unwrap_or(last);
            (last > at).then(|| values.push(value(last)))?;
            return Some(last);
        }
        (at + 1..=last.max(at)).find_map(|end| {
            let bound = values.len();
            values.push(value(end));
            let behind = end + usize::from(utterance.is_break(end) || utterance.word(end) == "(");
            let found = self.then_here(rest, behind, values);
            if found.is_none() {
                values.truncate(bound);
            }
            found
        })
    }

    /// Whether what a scene is about ends before a token. A phrase that begins with it begins behind such a token.
    fn ends_about(&self, token: usize) -> bool {
        let utterance = self.regions.utterance;
        utterance.class(token).intersects(Class::EDGE | Class::BEYOND) || utterance.quoted(token)
    }

    /// What the scene is about: words up to where the phrase goes on, inside a clause.
    fn about(&self, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let len = self.regions.utterance.len();
        let last = (at..len).find(|&token| self.ends_about(token)).unwrap_or(len);
        if rest.first().is_none() {
            return (last > at).then_some(last);
        }
        (at + 1..=last.max(at)).find_map(|end| self.then_here(rest, end, values))
    }
}

impl<'n> Rest<'n> {
    /// The next node, if there is one.
    fn first(&self) -> Option<&'n Node> {
        match self {
            Rest::End => None,
            Rest::Then(nodes, rest) => nodes.first().or_else(|| rest.first()),
        }
    }
}

/// The sign of an amount, or the sign of a percentage, for a slot that takes it.
pub(crate) fn sign(utterance: &Utterance, slots: &[Slot], reading: &Reading) -> Option<SlotValue> {
    let typed = utterance.text.slice(reading.span);
    let (sign, names): (&str, &[&str]) = match &reading.kind {
        Kind::Percent(_) => ("%", &["suffix", "unit"]),
        Kind::Money { sign, .. } if typed.starts_with(|c: char| c.is_ascii_digit()) => (sign, &["suffix", "unit"]),
        Kind::Money { sign, .. } => (sign, &["prefix", "unit"]),
        _ => return None,
    };
    let slot = slots.iter().position(|slot| names.contains(&&*slot.name))?;
    Some(SlotValue { slot: slot as u16, value: Value::Text(sign.to_owned()), tokens: reading.tokens.clone() })
}

/// The value of a reading for a parameter of a type, if it is one.
pub(crate) fn figure(reading: &Reading, kind: &ParamType) -> Option<Value> {
    match (&reading.kind, kind) {
        (Kind::Number(number) | Kind::Percent(number), ParamType::Number | ParamType::Percent) => {
            Some(Value::Number(*number))
        }
        (Kind::Fraction(part), ParamType::Percent) => Number::new((part.get() * 100.0).round()).map(Value::Number),
        (Kind::Money { amount, .. }, ParamType::Number) => Some(Value::Number(*amount)),
        (Kind::Seconds(seconds), ParamType::Seconds) => Some(Value::Number(*seconds)),
        (Kind::Colour(colour), ParamType::Colour | ParamType::Ground) => Some(Value::Colour(colour.clone())),
        (Kind::Gradient(gradient), ParamType::Ground) => Some(Value::Gradient(gradient.clone())),
        (Kind::Url(url), ParamType::Url | ParamType::Image) => Some(Value::Text(url.clone())),
        (Kind::Handle(handle), ParamType::Handle) => Some(Value::Text(handle.clone())),
        _ => None,
    }
}
