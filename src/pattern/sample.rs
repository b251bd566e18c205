//! Sentences that a pattern matches, made up from its names, its phrases and the dictionaries.
//!
//! The same seed makes the same sentences, on every machine. They are no good English: they say what a pattern asks
//! for and nothing else, so that another pattern which answers them has words in common with it.

mod content;

use super::chance::Chance;
use content::Contents;

use super::node::Node;
use super::set::{Pattern, PatternSet, Role};
use super::wording::Wording;

/// A sentence, and what of the pattern it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence.
    pub say: String,
    /// What it was made from.
    pub way: Way,
}

/// What of a pattern a sentence is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// A way to say each of its required groups.
    Names,
    /// One of its phrases, by its number in the file.
    Phrase(usize),
}

/// Makes sentences of one pattern set.
#[derive(Debug)]
pub struct Sampler<'a> {
    patterns: &'a PatternSet,
    wording: Wording,
}

/// Of how many sentences of phrases one is made of names.
const PHRASES_FOR_NAMES: usize = 2;

/// What a scene may be about, where a phrase only understands it.
const TOPICS: [&str; 4] = ["the spring launch", "our volunteers", "a walk in the woods", "the new library"];

impl<'a> Sampler<'a> {
    /// A sampler for a set.
    pub fn new(patterns: &'a PatternSet) -> Self {
        Self { patterns, wording: Wording::of(patterns) }
    }

    /// Sentences of a pattern of the set, as many as are asked for. Every way to match it has its turn.
    pub fn sentences(&self, pattern: &'a Pattern, seed: u64) -> impl Iterator<Item = Sentence> + '_ {
        self.told(pattern, ways_of(pattern), seed)
    }

    /// Sentences made in one way.
    pub(super) fn sentences_of(&self, pattern: &'a Pattern, way: Way) -> impl Iterator<Item = Sentence> + '_ {
        self.told(pattern, vec![way], 1)
    }

    fn told(&self, pattern: &'a Pattern, ways: Vec<Way>, seed: u64) -> impl Iterator<Item = Sentence> + '_ {
        let known = self.patterns.patterns.iter().position(|known| std::ptr::eq(known, pattern));
        let number = known.unwrap_or_default() as u32;
        let contents = Contents::of(pattern);
        let turns = ways.into_iter().cycle().enumerate();
        turns.map(move |(turn, way)| {
            let mut teller = Teller { sampler: self, pattern, number, contents: &contents, chance: seeded(seed, turn) };
            Sentence { say: teller.tell(way), way }
        })
    }
}

fn seeded(seed: u64, turn: usize) -> Chance {
    Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(turn as u64))
}

/// All ways to match a pattern, its names among its phrases.
fn ways_of(pattern: &Pattern) -> Vec<Way> {
    let names = pattern.groups > 0;
    let mut ways: Vec<Way> = if names { vec![Way::Names] } else { Vec::new() };
    for phrase in 0..pattern.phrases.len() {
        ways.push(Way::Phrase(phrase));
        if names && phrase % PHRASES_FOR_NAMES == PHRASES_FOR_NAMES - 1 {
            ways.push(Way::Names);
        }
    }
    ways
}

/// Tells one sentence.
struct Teller<'t, 'a> {
    sampler: &'t Sampler<'a>,
    pattern: &'a Pattern,
    number: u32,
    contents: &'t Contents,
    chance: Chance,
}

impl Teller<'_, '_> {
    fn tell(&mut self, way: Way) -> String {
        let mut parts = Vec::new();
        match way {
            Way::Names => self.names(&mut parts),
            Way::Phrase(phrase) => {
                self.nodes(self.sampler.patterns.nodes(self.pattern, &self.pattern.phrases[phrase]), &mut parts);
            }
        }
        joined(&parts)
    }

    /// `make a bar chart title 'Rain' with Mon 3, Tue 5`: a name of each group, and what the scene needs behind its cues.
    fn names(&mut self, parts: &mut Vec<String>) {
        let make = self.sampler.patterns.dictionaries.iter().position(|known| known.role == Role::Make);
        if let Some(make) = make.filter(|_| self.chance.of(2)) {
            parts.extend(self.word(make as u16));
        }
        if self.chance.of(2) {
            parts.push("a".to_owned());
        }
        for group in 0..self.pattern.groups {
            let names = self.sampler.wording.names.get(&(self.number, group));
            parts.extend(names.and_then(|names| self.chance.pick(names)).cloned());
        }
        for slot in 0..self.pattern.slots.len() as u16 {
            let spec = &self.pattern.slots[usize::from(slot)];
            if spec.required || !spec.common && self.chance.of(4) {
                self.cued(slot, parts);
            }
        }
    }

    /// A value behind a way to announce it, if there is one.
    fn cued(&mut self, slot: u16, parts: &mut Vec<String>) {
        let cues = self.sampler.wording.cues.get(&(self.number, slot));
        let cue = cues.and_then(|cues| self.chance.pick(cues)).cloned();
        let value = self.contents.written(&self.pattern.slots[usize::from(slot)], &mut self.chance);
        match (cue, value) {
            (Some(cue), Some(value)) => parts.extend([cue, value]),
            (None, Some(value)) if self.pattern.slots[usize::from(slot)].required => {
                parts.extend([":".to_owned(), value]);
            }
            _ => {}
        }
    }

    fn nodes(&mut self, nodes: &[Node], parts: &mut Vec<String>) {
        for node in nodes {
            match node {
                Node::Word(word) => parts.push(self.sampler.patterns.word(*word).to_owned()),
                Node::Optional(nodes) if self.chance.of(2) => self.nodes(nodes, parts),
                Node::Optional(_) => {}
                Node::Either(branches) => {
                    let branch = self.chance.pick(branches).cloned().unwrap_or_default();
                    self.nodes(&branch, parts);
                }
                Node::Together(sentences) => sentences.iter().for_each(|sentence| self.nodes(sentence, parts)),
                Node::Slot(slot) => {
                    let spec = &self.pattern.slots[usize::from(*slot)];
                    parts.extend(self.contents.written(spec, &mut self.chance));
                }
                Node::Quoted(slot) => {
                    let spec = &self.pattern.slots[usize::from(*slot)];
                    parts.extend(self.contents.quoted(spec, &mut self.chance));
                }
                Node::About => parts.extend(self.chance.pick(&TOPICS).map(|topic| (*topic).to_owned())),
                Node::Dictionary(dictionary) => parts.extend(self.word(*dictionary)),
            }
        }
    }

    fn word(&mut self, dictionary: u16) -> Option<String> {
        self.chance.pick(self.sampler.wording.sure.get(&dictionary)?).cloned()
    }
}

/// Words with spaces between them; marks that people write without one stand at the word before.
fn joined(parts: &[String]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !matches!(part.as_str(), "," | ":" | "." | "!" | "?" | ";") {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::error::Result;
    use crate::template::Library;

    #[test]
    fn the_same_seed_makes_the_same_sentences() -> Result<()> {
        let assets = Assets::embedded();
        let patterns = PatternSet::load(&assets, &Library::load(&assets)?)?;
        let sampler = Sampler::new(&patterns);
        for pattern in patterns.patterns() {
            let say = |seed| sampler.sentences(pattern, seed).take(20).map(|one| one.say).collect::<Vec<_>>();
            assert_eq!(say(7), say(7), "{}", pattern.template());
            assert_ne!(say(7), say(8), "{}", pattern.template());
            assert!(say(7).iter().all(|say| !say.trim().is_empty()), "{}", pattern.template());
        }
        Ok(())
    }

    #[test]
    fn every_phrase_has_its_turn() -> Result<()> {
        let assets = Assets::embedded();
        let patterns = PatternSet::load(&assets, &Library::load(&assets)?)?;
        let sampler = Sampler::new(&patterns);
        for pattern in patterns.patterns() {
            let told: Vec<Way> =
                sampler.sentences(pattern, 1).take(2 * pattern.phrases.len() + 1).map(|one| one.way).collect();
            let all = (0..pattern.phrases.len()).all(|phrase| told.contains(&Way::Phrase(phrase)));
            assert!(all, "{}", pattern.template());
        }
        Ok(())
    }
}
