//! What a pattern set offers for made-up requests: names of scenes, cues, ways to say the meanings of dictionaries.

use std::collections::HashMap;

use super::role::roles_of;
use crate::pattern::set::{Pattern, PatternSet};
use crate::pattern::wording::Wording;

/// The words of a pattern set, by what they are for.
#[derive(Debug, Default)]
pub(super) struct Stock {
    pub(super) wording: Wording,
    /// The values that examples have, by role.
    pub(super) values: HashMap<String, Vec<String>>,
}

impl Stock {
    pub(super) fn of(patterns: &PatternSet) -> Self {
        let mut stock = Self { wording: Wording::of(patterns), values: HashMap::new() };
        patterns.patterns.iter().for_each(|pattern| stock.keep_values(pattern));
        stock
    }

    fn keep_values(&mut self, pattern: &Pattern) {
        for slot in 0..pattern.slots.len() as u16 {
            let Some(role) = roles_of(pattern, slot).next() else { continue };
            let examples = pattern.examples().iter();
            let values = examples.filter_map(|example| example.params.get(pattern.slot_name(slot))?.as_str());
            self.values.entry(role.to_owned()).or_default().extend(values.map(str::to_owned));
        }
    }
}
