//! A request as a row of sentences: the cheapest way to explain every word of it.
//!
//! From each token on, every sentence of the grammar that stands there is an arc to the token behind it; so are words that
//! say nothing, marks, scenes that are spoken of, and clauses that only tell. The cheapest path through all tokens is how the
//! request is understood. Where no path leads to the end, nothing is changed, and the furthest token that one leads to is
//! what is not understood.

mod lattice;
mod told;

use super::command::{About, Command};
use super::grammar::{Kind, Phrase, Rule};
use super::pick::Pick;
use super::reader::Reader;
use crate::pattern::Class;
pub(super) use lattice::Lattice;
pub(super) use told::Told;
pub(super) use told::told;
use told::{begins, comment};

/// The longest request that is read as changes, in tokens.
const LONGEST: usize = 400;

/// What one part of a request is.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Command {
        command: Command,
        about: About,
        /// Whether it says that something is too much.
        complains: bool,
        /// Whether it names nothing that is changed.
        bare: bool,
        kind: Kind,
    },
    /// Scenes that are spoken of from here on, or that belong to the sentence before.
    Topic {
        pick: Pick,
        leads: bool,
    },
    /// A clause that only tells.
    Told(Told),
    /// It changes nothing.
    Nothing,
    Edge,
}

#[derive(Debug)]
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
    /// All of it.
    Whole(Lattice),
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
    let mut lattice = Lattice::new(len);
    for at in 0..len {
        if lattice.reaches(at) {
            lattice.leave((at, begins(reader, at)), arcs(reader, &sentences, at));
        }
    }
    if lattice.reaches(len) {
        lattice.come_back();
        return Some(Chart::Whole(lattice));
    }
    let token = (0..len).rev().find(|at| lattice.reaches(*at)).unwrap_or_default();
    let changes = lattice.arcs().any(|arc| matches!(arc.item, Item::Command { .. }));
    Some(Chart::Until { token, changes })
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
    let goes_on = |to: &usize| reader.is(to - 1, &["instead", "rather"]) && reader.is(*to, &["of", "than"]);
    if let Some(to) = reader.longest(&reader.grammar.fillers, at).filter(|to| !goes_on(to)) {
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
    // An arrow says what becomes of something.
    if mark && !reader.is(at, &["→", "=", ">"]) {
        arcs.push(Arc { to: at + 1, cost: 0.1, item: Item::Edge });
    }
}

fn topics(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    const PLACES: [&str; 14] =
        ["in", "on", "for", "of", "to", "at", "from", "with", "within", "inside", "into", "now", "and", "where"];
    let place = usize::from(reader.is(at, &PLACES[..11]) && !(reader.is(at, &["at"]) && reader.is(at + 1, &["all"])));
    let mut push = |to: usize, cost: f64, pick: Pick, leads: bool| {
        arcs.push(Arc { to, cost, item: Item::Topic { pick, leads } });
    };
    let picks = if place > 0 { reader.scenes_or_things(at + 1) } else { reader.scenes(at) };
    for (end, pick) in picks {
        let weak = matches!(pick, Pick::It | Pick::OneOf(_));
        let mark = reader.is(end, &[":", ",", "-", "–", "—", ";", "→"]) || reader.is_break(end);
        let leads = reader.is(end, &[":", "-", "–", "—"]);
        if mark && !(weak && place == 0) && (place > 0 || begins(reader, at)) {
            let cost = match () {
                () if at == 0 && reader.is(end, &[":"]) => TOPIC / 2.0,
                () if place > 0 || leads || at == 0 => TOPIC,
                () => TOPIC + 3.0,
            };
            push(end + 1, cost, pick.clone(), leads || at == 0);
        }
        if place > 0 || reader.is(at, &["where"]) {
            push(end, TOPIC + 0.2, pick.clone(), false);
        }
        if begins(reader, at) && place == 0 && !weak {
            push(end, TOPIC + 2.2, pick, true);
        }
    }
    if let Some(end) = reader.longest(&reader.grammar.everywhere, at) {
        push(end, TOPIC, Pick::All, false);
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
        if phrase.free && !begins(reader, at) {
            continue;
        }
        for state in reader.follow(&phrase.nodes, at).into_iter().filter(|state| state.end > at) {
            let Some((command, cost)) = reader.command(rule, &state).filter(|(_, cost)| *cost <= MOST) else {
                continue;
            };
            let instead = state.end + usize::from(reader.is(state.end, &["there", "here"]));
            if rule.op == Kind::Insert && reader.is(instead, &["instead"]) {
                continue;
            }
            let bare = if rule.bare || state.words == 0 && state.bindings.len() < 2 { BARE } else { 0.0 };
            let cost = COMMAND + bare + cost - 0.02 * state.words as f64;
            let about = reader.about(rule, &state);
            let complains = (at..state.end).any(|token| reader.is(token, &["too"]));
            arcs.push(Arc {
                to: state.end,
                cost,
                item: Item::Command { command, about, complains, bare: rule.bare, kind: rule.op },
            });
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
