//! Clauses that only tell: they are passed over, and what they speak of is kept in mind.

use std::ops::Range;
use std::rc::Rc;

use super::{Arc, COMMENT, Item, STATEMENT};
use crate::pattern::Class;
use crate::route::edit::Speaks;
use crate::route::edit::noun::What;
use crate::route::edit::pick::Pick;
use crate::route::edit::reader::Reader;
use crate::value::Kind;

/// What a clause that is passed over speaks of.
#[derive(Debug, Clone, Default)]
pub(in crate::route::edit) struct Told {
    /// The scenes that have it.
    pub(in crate::route::edit) scenes: Vec<usize>,
    /// Parameters and entries by their names and words, each with its scene.
    pub(in crate::route::edit) parts: Vec<(usize, Rc<str>)>,
    /// Whether it finds fault with them.
    pub(in crate::route::edit) complains: bool,
}

/// Whether a clause can begin at a token.
pub(super) fn begins(reader: &Reader<'_>, at: usize) -> bool {
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

pub(super) fn comment(reader: &Reader<'_>, at: usize, arcs: &mut Vec<Arc>) {
    let comments = &reader.grammar.comments;
    let lead = reader.longest(&comments.lead, at);
    let begins = begins(reader, at);
    let subject = if begins { reader.longest(&comments.subject, at) } else { None };
    for (start, leads) in lead.map(|start| (start, true)).into_iter().chain(subject.map(|start| (start, false))) {
        if let Some(end) = told(reader, start, leads).filter(|end| *end > start) {
            arcs.push(Arc {
                to: end,
                cost: COMMENT + 0.2 * (end - at) as f64,
                item: Item::Told(reader.spoken_of(start..end)),
            });
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
        arcs.push(Arc { to: end, cost: COMMENT + 1.0, item: Item::Told(Told::default()) });
    }
}

/// The end of a clause that wishes for nothing, and that tells nothing new by a name or a number, unless it gives a reason.
pub(in crate::route::edit) fn told(reader: &Reader<'_>, start: usize, leads: bool) -> Option<usize> {
    let mut end = start;
    while end < reader.len() && !reader.is_edge(end) && !reader.is(end, &[",", ".", "and", "but"]) {
        if let Some(behind) = reader.numbered_end(end) {
            end = behind;
            continue;
        }
        let token = reader.utterance.text().tokens()[end];
        let name = reader.utterance.capital(end) && !reader.is(end, &["i", "i'm", "i'll", "i've"]);
        let fact = token.is_number() || end > start && name && !reader.shows(end);
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
    let Some(end) = told(reader, at, false).filter(|end| *end > at + 1 && !reader.asks(at)) else { return };
    let closed = end == reader.len() || reader.is_edge(end) || reader.is(end, &[",", "."]);
    let verb = (at + 1..end.min(at + REACH + 1))
        .any(|token| reader.longest(&reader.grammar.comments.verb, token).is_some())
        || (at..end.min(at + REACH)).any(|token| reader.is_contraction(token));
    if closed && verb {
        arcs.push(Arc {
            to: end,
            cost: STATEMENT + 0.2 * (end - at) as f64,
            item: Item::Told(reader.spoken_of(at..end)),
        });
    }
}

impl Reader<'_> {
    /// Whether a word has a verb at its end: `yellow's`.
    fn is_contraction(&self, token: usize) -> bool {
        self.word(token).ends_with("'s")
            && self.is(token + 1, &["too", "so", "not", "a", "no", "very", "gone", "now", "out"])
    }

    /// Whether a request names scenes that are there, or entries that they show.
    pub(in crate::route::edit) fn speaks(&self) -> Speaks {
        // What a request begins with may well be what it asks for: `title card 'Fern'`.
        let kinds = self.by_template(0).into_iter().map(|(end, _)| end).max().unwrap_or_default();
        let there = (kinds..self.len()).any(|token| {
            let named = self.scenes(token).into_iter().any(|(_, pick)| matches!(pick, Pick::These(_) | Pick::OneOf(_)));
            let param = token < 3 && self.is_titled(token);
            named || param || !self.utterance.quoted(token) && !self.entries(token).is_empty()
        });
        if there { Speaks::Scenes } else { Speaks::Nothing }
    }

    /// `title: …`: whether a parameter of a scene is named before a colon.
    fn is_titled(&self, token: usize) -> bool {
        let nouns = self.nouns(token).into_iter().filter(|(end, _)| self.is(*end, &[":"]));
        nouns.into_iter().any(|(_, noun)| noun.mentions.iter().any(|mention| matches!(mention.what, What::Param(_))))
    }

    /// What the words of a clause speak of, the longest names first.
    fn spoken_of(&self, tokens: Range<usize>) -> Told {
        const FAULTS: [&str; 9] = ["too", "wrong", "enough", "hardly", "unreadable", "off", "not", "isn't", "aren't"];
        let complains = tokens.clone().any(|token| self.is(token, &FAULTS));
        let mut told = Told { complains, ..Told::default() };
        let mut at = tokens.start;
        while at < tokens.end {
            at = self.hear(at, tokens.end, &mut told).max(at + 1);
        }
        told.scenes.sort_unstable();
        told.scenes.dedup();
        told
    }

    /// Notes what is spoken of at a token, and says where that ends.
    fn hear(&self, at: usize, end: usize, told: &mut Told) -> usize {
        let entries = self.entries(at).into_iter().filter(|(behind, _)| *behind <= end);
        if let Some((behind, spots)) = entries.max_by_key(|(behind, _)| *behind) {
            for spot in spots.iter().filter(|spot| spot.whole || self.only_with(spot)) {
                told.scenes.push(spot.scene);
                told.parts.push((spot.scene, Rc::clone(&spot.param)));
            }
            return behind;
        }
        let content = !self.utterance.class(at).intersects(Class::FUNCTION | Class::COURTESY);
        let standing =
            self.standing(at).into_iter().filter(|(behind, spots)| content && *behind <= end && !spots.is_empty());
        if let Some((behind, spots)) = standing.max_by_key(|(behind, _)| *behind) {
            told.parts.extend(spots.iter().map(|spot| (spot.scene, Rc::clone(&spot.param))));
            told.scenes.extend(spots.iter().map(|spot| spot.scene));
            return behind;
        }
        let scenes = self.scenes(at).into_iter().filter(|(behind, _)| *behind <= end);
        if let Some((behind, Pick::These(scenes))) = scenes.max_by_key(|(behind, _)| *behind) {
            told.scenes.extend(scenes);
            return behind;
        }
        for (behind, kind) in self.readings(at).into_iter().filter(|(behind, _)| *behind <= end) {
            if matches!(kind, Kind::Colour(_)) {
                for spot in self.holding(&kind) {
                    told.scenes.push(spot.scene);
                    told.parts.push((spot.scene, spot.param));
                }
                return behind;
            }
        }
        let nouns = self.nouns(at).into_iter().filter(|(behind, _)| *behind <= end);
        let Some((behind, noun)) = nouns.max_by_key(|(behind, _)| *behind) else { return at };
        for mention in &noun.mentions {
            if let What::Param(param) = &mention.what {
                told.scenes.push(mention.scene);
                told.parts.push((mention.scene, Rc::clone(param)));
            }
        }
        behind
    }
}
