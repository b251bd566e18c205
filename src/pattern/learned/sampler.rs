//! Labelled requests, made up from a pattern set: from its examples with other values, from its phrases, from names and
//! cues joined as people join them, and from its rejects and other wishes, in which nothing is a value.

use super::draft::{Draft, Part};
use super::example::aligned;
use super::role::roles_of;
use super::stock::Stock;
use super::values::{Writer, quoted};
use super::vocabulary as words;
use crate::pattern::chance::Chance;
use crate::pattern::node::Node;
use crate::pattern::set::{Pattern, PatternSet};
use crate::template::ParamType;

/// A made-up request for the scene of a pattern.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) pattern: u32,
    pub(super) text: String,
    pub(super) parts: Vec<Part>,
}

/// The most values that a made-up request has, beside its main one.
const MOST_VALUES: usize = 3;

/// Makes up requests.
pub(super) struct Sampler<'a> {
    patterns: &'a PatternSet,
    stock: Stock,
    chance: Chance,
}

impl<'a> Sampler<'a> {
    pub(super) fn new(patterns: &'a PatternSet, seed: u64) -> Self {
        Self { patterns, stock: Stock::of(patterns), chance: Chance::new(seed) }
    }

    /// A request for the scene of a pattern.
    pub(super) fn sample(&mut self, number: u32) -> Sample {
        let patterns = self.patterns;
        let pattern = &patterns.patterns[number as usize];
        let mut chance = self.chance.clone();
        let writing = Writing { number, patterns, writer: Writer { stock: &self.stock, pattern } };
        let mut draft = Draft::default();
        match chance.below(100) {
            0..22 => writing.example(&mut draft, &mut chance),
            22..44 => writing.phrase(&mut draft, &mut chance),
            44..75 => writing.composed(&mut draft, &mut chance),
            75..88 => writing.listed(&mut draft, &mut chance),
            _ => writing.refused(&mut draft, &mut chance),
        }
        ending(&mut draft, &mut chance);
        if chance.hits(20) {
            draft.in_lower_case();
        }
        self.chance = chance;
        Sample { pattern: number, text: draft.text, parts: draft.parts }
    }
}

struct Writing<'a> {
    number: u32,
    patterns: &'a PatternSet,
    writer: Writer<'a>,
}

impl<'a> Writing<'a> {
    fn pattern(&self) -> &'a Pattern {
        self.writer.pattern
    }

    /// The slots that the model reads, the main one first.
    fn slots(&self) -> Vec<u16> {
        let learned = |slot: &u16| roles_of(self.pattern(), *slot).next().is_some();
        let mut slots: Vec<u16> = (0..self.pattern().slots.len() as u16).filter(learned).collect();
        let place = |slot: &u16| self.pattern().quotes.iter().position(|own| own == slot).unwrap_or(usize::MAX);
        slots.sort_by_key(place);
        slots
    }

    fn name(&self, chance: &mut Chance) -> String {
        let group = |group| self.writer.stock.wording.names.get(&(self.number, group)).map_or(&[][..], Vec::as_slice);
        let names: Vec<&str> = (0..self.pattern().groups).map(|number| chance.word(group(number))).collect();
        names.join(" ")
    }

    /// An example of the pattern, its texts replaced by others.
    fn example(&self, draft: &mut Draft, chance: &mut Chance) {
        let Some(example) = chance.pick(self.pattern().examples()) else { return };
        let Some(parts) = aligned(self.pattern(), example) else { return self.composed(draft, chance) };
        let mut at = 0;
        for part in parts {
            draft.join(&example.say[at..part.bytes.start]);
            let own = &example.say[part.bytes.clone()];
            let is_text = self.pattern().slots[usize::from(part.slot)].kind.is_text();
            match () {
                () if !is_text || chance.hits(25) => keep(draft, &part, own),
                () if own.starts_with(['"', '\'', '“', '‘']) && chance.hits(60) => {
                    self.writer.write_quoted(draft, part.slot, chance);
                }
                () => _ = self.writer.write(draft, part.slot, chance),
            }
            at = part.bytes.end;
        }
        draft.join(&example.say[at..]);
    }

    /// A phrase of the pattern, filled.
    fn phrase(&self, draft: &mut Draft, chance: &mut Chance) {
        let (phrases, reads) = (&self.pattern().phrases, &self.pattern().reads);
        let Some(phrase) = chance.pick(phrases) else { return self.composed(draft, chance) };
        self.nodes(self.patterns.nodes(self.pattern(), phrase), draft, chance);
        if let Some(read) = chance.pick(reads).filter(|_| chance.hits(25)) {
            draft.join(chance.word(&words::BETWEEN));
            self.nodes(self.patterns.nodes(self.pattern(), read), draft, chance);
        }
        self.more(draft, chance, MOST_VALUES - 1);
    }

    fn nodes(&self, nodes: &[Node], draft: &mut Draft, chance: &mut Chance) {
        for node in nodes {
            match node {
                Node::Word(word) => draft.say(self.patterns.word(*word)),
                Node::Optional(nodes) if chance.hits(40) => self.nodes(nodes, draft, chance),
                Node::Either(branches) => {
                    if let Some(branch) = chance.pick(branches) {
                        self.nodes(branch, draft, chance);
                    }
                }
                Node::Together(sentences) => sentences.iter().for_each(|sentence| self.nodes(sentence, draft, chance)),
                Node::Slot(slot) if !draft.has(*slot) => self.slot(*slot, draft, chance),
                Node::Quoted(slot) if !draft.has(*slot) => {
                    if !self.writer.write_quoted(draft, *slot, chance) {
                        draft.say(&quoted("word", chance));
                    }
                }
                Node::Optional(_) | Node::Slot(_) | Node::Quoted(_) => {}
                Node::About => draft.say(chance.word(&words::NOUNS)),
                Node::Dictionary(dictionary) => {
                    draft.say(self.writer.stock.wording.ways.get(dictionary).map_or("", |ways| chance.word(ways)));
                }
            }
        }
    }

    fn slot(&self, slot: u16, draft: &mut Draft, chance: &mut Chance) {
        if !self.writer.write(draft, slot, chance) {
            match self.pattern().slots[usize::from(slot)].kind {
                ParamType::Number | ParamType::Percent | ParamType::Seconds => {
                    draft.say(&chance.between(1, 90).to_string());
                }
                _ => draft.say(chance.word(&words::NOUNS)),
            }
        }
    }

    /// A name, its main text, and other values behind their cues.
    fn composed(&self, draft: &mut Draft, chance: &mut Chance) {
        let slots = self.slots();
        let main = slots.first().copied().filter(|_| chance.hits(85));
        let before = chance.hits(12);
        if let Some(main) = main.filter(|_| before) {
            self.writer.write(draft, main, chance);
            draft.join(chance.word(&words::BEFORE_NAME));
        } else {
            draft.say(chance.word(&words::OPENERS));
        }
        draft.say(&self.name(chance));
        if chance.hits(20) {
            draft.say(chance.word(&words::PURPOSES));
        }
        if let Some(main) = main.filter(|_| !before) {
            draft.join(chance.word(&words::JOINS));
            self.writer.write(draft, main, chance);
        }
        self.more(draft, chance, MOST_VALUES);
    }

    /// Some values of other slots, each announced by its cue or by what joins it.
    fn more(&self, draft: &mut Draft, chance: &mut Chance, most: usize) {
        let mut slots: Vec<u16> = self.slots().into_iter().filter(|slot| !draft.has(*slot)).collect();
        for _ in 0..chance.below(most + 1).min(slots.len()) {
            let slot = slots.remove(chance.below(slots.len()));
            draft.join(chance.word(&words::BETWEEN));
            let cues = self.writer.stock.wording.cues.get(&(self.number, slot)).map_or(&[][..], Vec::as_slice);
            match chance.below(10) {
                0..6 if !cues.is_empty() => {
                    draft.say(chance.word(&["", "", "the ", "with ", "with the ", "and ", "a ", "its "]).trim());
                    draft.say(chance.word(cues));
                    draft.join(chance.word(&words::LEADS));
                    self.writer.write(draft, slot, chance);
                }
                6 if !cues.is_empty() => {
                    self.writer.write(draft, slot, chance);
                    draft.say(chance.word(&["as the", "as", "as its", "is the", "for the"]));
                    draft.say(chance.word(cues));
                }
                _ => _ = self.writer.write(draft, slot, chance),
            }
        }
    }

    /// A specification: values in lines or between marks, with few other words.
    fn listed(&self, draft: &mut Draft, chance: &mut Chance) {
        let mark = chance.word(&["\n", "\n", " / ", " | ", ", ", "; ", " // "]);
        draft.say(&self.name(chance));
        if chance.hits(40) {
            draft.join(":");
        }
        for slot in self.slots().into_iter().take(MOST_VALUES + 1) {
            if !chance.hits(75) {
                continue;
            }
            draft.join(mark);
            let cues = self.writer.stock.wording.cues.get(&(self.number, slot)).filter(|_| chance.hits(45));
            if let Some(cues) = cues {
                draft.say(chance.word(cues));
                draft.join(": ");
            }
            self.writer.write(draft, slot, chance);
        }
        if chance.hits(50) {
            draft.join(mark);
            draft.say(chance.word(&words::SETTINGS));
        }
    }

    /// A request in which nothing is a value: a reject of the pattern, or a wish for more than it shows.
    fn refused(&self, draft: &mut Draft, chance: &mut Chance) {
        if let Some(reject) = chance.pick(self.pattern().rejects()).filter(|_| chance.hits(30)) {
            return draft.say(&reject.say);
        }
        let edit = chance.pick(&words::EDITS).filter(|_| chance.hits(45));
        let (before, behind) = match edit {
            Some((before, behind)) => (*before, *behind),
            None => (chance.word(&words::OPENERS), chance.word(&words::WISHES)),
        };
        draft.say(before);
        draft.say(&self.name(chance));
        draft.say(behind);
    }
}

/// Settings, wishes that nothing serves, and politeness.
fn ending(draft: &mut Draft, chance: &mut Chance) {
    for _ in 0..chance.below(3) {
        draft.join(chance.word(&[", ", ", ", " ", ". ", " / ", "\n", " and "]));
        draft.say(chance.word(&words::SETTINGS));
    }
    if chance.hits(18) {
        draft.join(chance.word(&[", ", " ", ". ", " and "]));
        draft.say(chance.word(&words::WISHES));
    }
    if chance.hits(10) {
        draft.say(chance.word(&["please", ", thanks", "pls", "for my channel", ", ok?", "!"]));
    }
}

fn keep(draft: &mut Draft, part: &Part, own: &str) {
    draft.value(part.slot, &part.role, own);
}
