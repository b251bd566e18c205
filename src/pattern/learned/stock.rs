//! What a pattern set offers for made-up requests: names of scenes, cues, ways to say the meanings of dictionaries.

use std::collections::HashMap;

use super::role::roles_of;
use crate::pattern::lexicon::Tag;
use crate::pattern::set::PatternSet;

/// The words of a pattern set, by what they are for.
#[derive(Debug, Default)]
pub(super) struct Stock<'p> {
    /// The names of each pattern's scene, by group.
    pub(super) names: HashMap<u16, Vec<Vec<&'p str>>>,
    /// What announces the values of a slot.
    pub(super) cues: HashMap<(u16, u16), Vec<&'p str>>,
    /// The ways to say any meaning of a dictionary.
    pub(super) ways: HashMap<u16, Vec<&'p str>>,
    /// The values that examples have, by role.
    pub(super) values: HashMap<String, Vec<String>>,
}

impl<'p> Stock<'p> {
    pub(super) fn of(patterns: &'p PatternSet) -> Self {
        let mut stock = Self::default();
        for (literal, tags) in patterns.lexicon.iter() {
            for tag in tags {
                stock.keep(literal, *tag);
            }
        }
        for number in 0..patterns.patterns.len() {
            stock.keep_values(patterns, number);
        }
        stock
    }

    fn keep(&mut self, literal: &'p str, tag: Tag) {
        match tag {
            Tag::Group { pattern, group, .. } => {
                let groups = self.names.entry(pattern).or_default();
                groups.resize(groups.len().max(usize::from(group) + 1), Vec::new());
                groups[usize::from(group)].push(literal);
            }
            Tag::Cue { pattern, slot } => self.cues.entry((pattern, slot)).or_default().push(literal),
            Tag::Word { dictionary, .. } => self.ways.entry(dictionary).or_default().push(literal),
            Tag::Phrase { .. } | Tag::Read { .. } | Tag::Exclude { .. } => {}
        }
    }

    fn keep_values(&mut self, patterns: &PatternSet, number: usize) {
        let pattern = &patterns.patterns[number];
        for slot in 0..pattern.slots.len() as u16 {
            let Some(role) = roles_of(pattern, slot).next() else { continue };
            let values =
                pattern.examples.iter().filter_map(|example| example.params.get(pattern.slot_name(slot))?.as_str());
            self.values.entry(role.to_owned()).or_default().extend(values.map(str::to_owned));
        }
    }
}
