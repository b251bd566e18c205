//! A request as a row of sentences: the cheapest way to explain every word of it.
//!
//! From each token on, every sentence of the grammar that stands there is an arc to the token behind it; so are words that
//! say nothing, marks, scenes that are spoken of, and clauses that only tell. The cheapest path through all tokens is how the
//! request is understood. Where no path leads to the end, nothing is changed, and the furthest token that one leads to is
//! what is not understood.

use super::command::Command;
use super::grammar::{Phrase, Rule};
use super::pick::Pick;
use super::reader::Reader;
use crate::pattern::Class;

/// The longest request that is read as changes, in tokens.
const LONGEST: usize = 400;

/// What one part of a request is.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Command(Command),
    /// Scenes that are spoken of from here on, or that belong to the sentence before.
    Topic {
        pick: Pick,
        leads: bool,
    },
    /// It changes nothing.
    Nothing,
    Edge,
}

struct Arc {
    to: usize,
    cost: f64,
    item: Item,
}

const COMMAND: f64 = 2.0;
const BARE: f64 = 1.5;
const TOPIC: f64 = 1.0;
const COMMENT: f64 = 5.0;
const STATEMENT: f64 = 9.0;

/// What is most against a sentence that is believed all the same.
const MOST: f64 = 3.6;

/// How far a request is understood.
#[derive(Debug)]
pub(super) enum Chart {
    /// All of it: its parts in order.
    Whole(Vec<Item>),
    /// Up to a token that nothing explains, and whether a change stands before it.
    Until { token: usize, changes: bool },
}

/// Reads the parts of a request; nothing if it is too long to be a change.
pub(super) fn read(reader: &Reader<'_>) -> Option<Chart> {
    let len = reader.len();
    if len > LONGEST {
        return None;
    }
    let sentences = reader.sentences();
    let mut best: Vec<Option<Step>> = (0..=len).map(|_| None).collect();
    let (mut furthest, mut changes) = (0, false);
    for at in 0..len {
        let so_far = match &best[at] {
            Some(step) => step.cost,
            None if at == 0 => 0.0,
            None => continue,
        };
        furthest = at;
        for Arc { to, cost, item } in arcs(reader, &sentences, at) {
            changes |= matches!(item, Item::Command(_));
            if best[to].as_ref().is_none_or(|known| so_far + cost < known.cost) {
                best[to] = Some(Step { cost: so_far + cost, from: at, item });
            }
        }
    }
    Some(parts(best).map_or(Chart::Until { token: furthest, changes }, Chart::Whole))
}

/// The cheapest way to a token, and the part that ends there.
struct Step {
    cost: f64,
    from: usize,
    item: Item,
}

/// The parts of the cheapest way to the end, if one leads there.
fn parts(mut best: Vec<Option<Step>>) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    let mut at = best.len() - 1;
    while at > 0 {
        let step = best[at].take()?;
        items.push(step.item);
        at = step.from;
    }
    items.reverse();
    Some(items)
}

/// The scenes that a request names, if it says nothing else: `the second one, please`.
pub(super) fn scenes(reader: &Reader<'_>) -> Option<Vec<usize>> {
    let nothing = |token: usize| !reader.is_content(token) || reader.longest(&reader.grammar.fillers, token).is_some();
    let first = (0..reader.len()).find(|token| !reader.scenes(*token).is_empty())?;
    let named = reader.scenes_or_things(first).into_iter();
    let whole = named.filter(|(end, _)| (0..first).chain(*end..reader.len()).all(nothing));
    whole.max_by_key(|(end, _)| *end).and_then(|(_, pick)| match pick {
        Pick::These(scenes) => Some(scenes),
        Pick::All => Some((0..reader.inventory.count()).collect()),
        _ => None,
    })
}

fn arcs(reader: &Reader<'_>, sentences: &[(&Rule, &Phrase)], at: usize) -> Vec<Arc> {
    let mut arcs = Vec::new();
    edge(reader, at, &mut arcs);
    if let Some(to) = reader.longest(&reader.grammar.fillers, at) {
        arcs.push(Arc { to, cost: 0.5 + 0.15 * (to - at) as f64, item: Item::Nothing });
    }
    comment(reader, at, &mut arcs);
    topics(reader, at, &mut arcs);
    commands(reader, sentences, at, &mut arcs);
    arcs
}

fn edge(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    let token = reader.utterance.text().tokens()[at];
    let mark = !token.is_word() && !token.is_number() && token.quote.is_none();
    if token.is_word() && !reader.is_content(at) {
        arcs.push(Arc { to: at + 1, cost: 1.0, item: Item::Nothing });
    }
    if mark {
        arcs.push(Arc { to: at + 1, cost: 0.1, item: Item::Edge });
    }
}

/// Whether a clause can begin at a token.
fn begins(reader: &Reader<'_>, at: usize) -> bool {
    at == 0
        || reader.is_edge(at - 1)
        || reader.is(
            at - 1,
            &[
                ",", ".", "and", "but", "so", "because", "-", ")", "hi", "hey", "ok", "okay", "well", "nice", "great",
                "then", "also", "as", "since",
            ],
        )
}

fn comment(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    let comments = &reader.grammar.comments;
    let lead = reader.longest(&comments.lead, at);
    let begins = begins(reader, at);
    let subject = if begins { reader.longest(&comments.subject, at) } else { None };
    for (start, leads) in lead.map(|start| (start, true)).into_iter().chain(subject.map(|start| (start, false))) {
        if let Some(end) = told(reader, start, leads).filter(|end| *end > start) {
            arcs.push(Arc { to: end, cost: COMMENT + 0.2 * (end - at) as f64, item: Item::Nothing });
        }
    }
    if begins && lead.is_none() && subject.is_none() {
        statement(reader, at, arcs);
    }
    setting(reader, at, arcs);
}

/// Where something is said to be so, in words that name nothing that can be changed: `… in the new tests`, `for my taste`.
fn setting(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    const LONGEST: usize = 3;
    const PARTS: [&str; 30] = [
        "middle",
        "centre",
        "center",
        "corner",
        "background",
        "foreground",
        "front",
        "back",
        "end",
        "start",
        "beginning",
        "left",
        "right",
        "top",
        "bottom",
        "shape",
        "form",
        "style",
        "colour",
        "color",
        "colours",
        "colors",
        "sky",
        "air",
        "distance",
        "dark",
        "rain",
        "wind",
        "screen",
        "frame",
    ];
    let places = reader.is(at, &["in", "for"]) && reader.is(at + 1, &["the", "my", "our", "his", "her", "their"]);
    let Some(end) = told(reader, at + 2, false).filter(|end| places && (at + 3..=at + 2 + LONGEST).contains(end))
    else {
        return;
    };
    let closed = end == reader.len() || reader.is_edge(end) || reader.is(end, &[",", ".", "and"]);
    let part = (at + 2..end).any(|token| reader.is(token, &PARTS) || reader.is(token, &["of", "with"]));
    if closed && !part {
        arcs.push(Arc { to: end, cost: COMMENT + 1.0, item: Item::Nothing });
    }
}

/// The end of a clause that wishes for nothing.
fn told(reader: &Reader<'_>, start: usize, leads: bool) -> Option<usize> {
    let mut end = start;
    while end < reader.len() && !reader.is_edge(end) && !reader.is(end, &[",", ".", "and", "but"]) {
        let token = reader.utterance.text().tokens()[end];
        let fact = token.is_number()
            || end > start && reader.utterance.capital(end) && !reader.is(end, &["i", "i'm", "i'll", "i've"]);
        let wish = reader.longest(&reader.grammar.comments.wish, end).is_some();
        if wish || reader.utterance.quoted(end) || fact && !leads {
            return None;
        }
        end += 1;
    }
    (!reader.is(end, &["?"])).then_some(end)
}

/// A whole clause that says how something is: `grandma can't see well, …`.
fn statement(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    const REACH: usize = 4;
    let whole = at == 0 || reader.is_edge(at - 1) || reader.is(at - 1, &[",", "."]);
    let Some(end) = told(reader, at, false).filter(|end| whole && *end > at + 1) else { return };
    let closed = end == reader.len() || reader.is_edge(end) || reader.is(end, &[",", "."]);
    let verb =
        (at + 1..end.min(at + REACH + 1)).any(|token| reader.longest(&reader.grammar.comments.verb, token).is_some());
    if closed && verb {
        arcs.push(Arc { to: end, cost: STATEMENT + 0.2 * (end - at) as f64, item: Item::Nothing });
    }
}

fn topics(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    const PLACES: [&str; 14] =
        ["in", "on", "for", "of", "to", "at", "from", "with", "within", "inside", "into", "now", "and", "where"];
    let place = usize::from(reader.is(at, &PLACES[..11]));
    let mut push = |to: usize, cost: f64, pick: Pick, leads: bool| {
        arcs.push(Arc { to, cost, item: Item::Topic { pick, leads } });
    };
    let picks = if place > 0 { reader.scenes_or_things(at + 1) } else { reader.scenes(at) };
    for (end, pick) in picks {
        let weak = matches!(pick, Pick::It | Pick::OneOf(_));
        let mark = reader.is(end, &[":", ",", "-", "–", "—", ";", "→"]) || reader.is_break(end);
        let leads = reader.is(end, &[":", "-", "–", "—"]);
        if mark && !(weak && place == 0) && (place > 0 || begins(reader, at)) {
            let cost = if place > 0 || leads || at == 0 { TOPIC } else { TOPIC + 3.0 };
            push(end + 1, cost, pick.clone(), leads || at == 0);
        }
        if place > 0 || reader.is(at, &["where"]) {
            push(end, TOPIC + 0.2, pick.clone(), false);
        }
        if begins(reader, at) && place == 0 && !weak {
            push(end, TOPIC + 2.2, pick, true);
        }
    }
    if reader.is(at, &["everywhere", "throughout"]) {
        push(at + 1, TOPIC, Pick::All, false);
    }
    frames(reader, at, &mut push);
}

/// `edit scene 2 and …`, `go to the intro and …`.
fn frames(reader: &Reader<'_>, at: usize, push: &mut impl FnMut(usize, f64, Pick, bool)) {
    const EDITS: [&str; 14] = [
        "edit", "change", "update", "modify", "adjust", "fix", "tweak", "amend", "open", "take", "look", "work", "go",
        "now",
    ];
    if !reader.is(at, &EDITS) {
        return;
    }
    let start = at + 1 + usize::from(reader.is(at + 1, &["to", "at", "on", "in"]));
    for (end, pick) in reader.scenes(start) {
        let tail = reader.is(end, &["and", ":", ",", "-", "so", "to", "by", "–", "—", ";", "."]);
        let tail = if reader.is(end, &[","]) && reader.is(end + 1, &["and"]) { 2 } else { usize::from(tail) };
        if tail > 0 {
            push(end + tail, TOPIC + 0.3, pick, true);
        }
    }
}

fn commands(reader: &Reader<'_>, sentences: &[(&Rule, &Phrase)], at: usize, arcs: &mut Vec<Arc>) {
    let word = reader.number_of(at);
    let starts = |phrase: &Phrase| phrase.open || word.is_some_and(|word| phrase.first.binary_search(&word).is_ok());
    for (rule, phrase) in sentences.iter().filter(|(_, phrase)| starts(phrase)) {
        for state in reader.follow(&phrase.nodes, at).into_iter().filter(|state| state.end > at) {
            let Some((command, cost)) = reader.command(rule, &state).filter(|(_, cost)| *cost <= MOST) else {
                continue;
            };
            let bare = if rule.bare || state.words == 0 && state.bindings.len() < 2 { BARE } else { 0.0 };
            let cost = COMMAND + bare + cost - 0.02 * state.words as f64;
            arcs.push(Arc { to: state.end, cost, item: Item::Command(command) });
        }
    }
}

impl Reader<'_> {
    pub(super) fn is_break(&self, token: usize) -> bool {
        self.utterance.is_break(token)
    }

    /// Whether a word says something that a change would have to explain.
    pub(super) fn is_content(&self, token: usize) -> bool {
        let tokens = self.utterance.text().tokens();
        (tokens[token].is_word() || tokens[token].is_number())
            && !self.utterance.class(token).intersects(Class::COURTESY)
    }
}
