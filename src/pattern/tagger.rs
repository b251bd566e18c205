//! The slot tagger: reads the parameters of one pattern from an utterance.
//!
//! What is surest binds first: whole phrases, then values behind their cues, then series, figures and lists, then
//! quotes that nothing has claimed, and last the words directly behind the name of the scene. What has been bound is
//! explained; what nothing explains is what the person wants and the template cannot give.

mod blank;
mod cue;
mod forms;
mod items;
mod parts;
mod topic;

use std::ops::Range;

use super::candidate::Candidate;
use super::matcher::{Match, Matcher, SlotValue};
use super::node;
use super::region::Regions;
use super::set::{Pattern, PatternSet, Slot};
use super::settings::Setting;
use super::utterance::Utterance;
use crate::value::{Kind, Value};

/// What a pattern reads from an utterance.
#[derive(Debug, Clone)]
pub(crate) struct Tagging<'a> {
    /// The values of slots, in the order in which they were bound.
    values: Vec<SlotValue>,
    /// How many of them, at the end, the learned tagger has read.
    learned: usize,
    /// The settings that are not part of a value.
    settings: Vec<&'a Setting<'a>>,
    /// For each token, whether something explains it.
    explained: Vec<bool>,
    /// For each token, whether it would announce a value of this pattern.
    cues: Vec<bool>,
    /// Whether the scene shows a text above all.
    is_text: bool,
}

/// Reads an utterance as a candidate's pattern would.
pub(crate) fn read<'a>(
    utterance: &'a Utterance,
    patterns: &'a PatternSet,
    settings: &'a [Setting<'a>],
    candidate: &'a Candidate,
) -> Tagging<'a> {
    let (pattern, number) = (patterns.pattern(candidate), candidate.pattern());
    let regions = Regions { utterance, patterns, settings, pattern: number };
    let explained = vec![false; utterance.len()];
    let mut tagger = Tagger { pattern, number, regions: &regions, values: Vec::new(), explained, used: Vec::new() };
    tagger.bind_all(candidate);
    let Tagger { values, explained, used, .. } = tagger;
    let is_text = pattern.slots.iter().any(|slot| slot.required && slot.takes_words());
    finished(
        Tagging { values, learned: 0, settings: Vec::new(), explained, cues: regions.cues(), is_text },
        settings,
        (candidate, &used),
    )
}

/// Adds the settings that are neither part of a value nor of the scene's name.
fn finished<'a>(
    mut tagging: Tagging<'a>,
    settings: &'a [Setting<'a>],
    (candidate, used): (&Candidate, &[Range<usize>]),
) -> Tagging<'a> {
    let free = |setting: &&Setting<'_>| {
        let inside = |name: &Range<usize>| name.start <= setting.tokens.start && setting.tokens.end <= name.end;
        let taken = tagging.values.iter().any(|value| overlap(&value.tokens, &setting.tokens));
        !candidate.names.iter().any(inside) && !taken && !used.iter().any(|words| overlap(words, &setting.tokens))
    };
    tagging.settings = settings.iter().filter(free).collect();
    keep_first(&mut tagging.settings);
    for setting in &tagging.settings {
        tagging.explained[setting.tokens.clone()].fill(true);
    }
    tagging
}

/// Of two values for one parameter the first counts; the other stays unexplained, unless it says the same.
fn keep_first(settings: &mut Vec<&Setting<'_>>) {
    let mut index = 0;
    while index < settings.len() {
        let (before, here) = settings.split_at(index);
        let doubled = before.iter().any(|known| known.param == here[0].param && known.value != here[0].value);
        if doubled {
            settings.remove(index);
        } else {
            index += 1;
        }
    }
}

impl<'a> Tagging<'a> {
    /// The values of slots.
    pub(crate) fn values(&self) -> &[SlotValue] {
        &self.values
    }

    /// The values of slots that rules have read.
    pub(crate) fn ruled(&self) -> &[SlotValue] {
        &self.values[..self.values.len() - self.learned]
    }

    /// The same with values that the learned tagger has read of what was left. The words that lead to them are explained.
    pub(crate) fn with_learned(&self, values: Vec<SlotValue>, leads: impl Fn(usize) -> bool) -> Self {
        let mut tagging = self.clone();
        for value in &values {
            let before = (0..value.tokens.start).rev().take_while(|&token| self.cues[token] || leads(token));
            let start = before.last().unwrap_or(value.tokens.start);
            tagging.explained[start..value.tokens.end].fill(true);
        }
        tagging.learned += values.len();
        tagging.values.extend(values);
        tagging
    }

    /// The settings.
    pub(crate) fn settings(&self) -> &[&'a Setting<'a>] {
        &self.settings
    }

    /// Whether something explains a token.
    pub(crate) fn explains(&self, token: usize) -> bool {
        self.explained[token]
    }

    /// The parameter of a setting. In a scene that is no text, `lime on black` says what colour the thing has.
    pub(crate) fn param(&self, setting: &Setting<'a>) -> &'a str {
        if setting.by_place && !self.is_text { "accent" } else { setting.param }
    }

    /// Whether a token belongs to a cue of the pattern.
    pub(crate) fn announces(&self, token: usize) -> bool {
        self.cues[token]
    }

    /// Whether some tokens are part of a value.
    pub(crate) fn is_value(&self, tokens: &Range<usize>) -> bool {
        self.values.iter().any(|value| value.tokens.start <= tokens.start && tokens.end <= value.tokens.end)
    }
}

struct Tagger<'a> {
    pattern: &'a Pattern,
    number: u16,
    regions: &'a Regions<'a>,
    values: Vec<SlotValue>,
    explained: Vec<bool>,
    /// Words that announced a value, or that a sentence which only reads has of its own. They are no settings.
    used: Vec<Range<usize>>,
}

impl<'a> Tagger<'a> {
    fn utterance(&self) -> &'a Utterance {
        self.regions.utterance
    }

    fn slots(&self) -> impl Iterator<Item = (u16, &'a Slot)> + use<'a> {
        self.pattern.slots.iter().enumerate().map(|(index, slot)| (index as u16, slot))
    }

    fn is_bound(&self, slot: u16) -> bool {
        self.values.iter().any(|value| value.slot == slot)
    }

    fn is_free(&self, tokens: &Range<usize>) -> bool {
        !self.values.iter().any(|value| overlap(&value.tokens, tokens))
    }

    fn bind(&mut self, slot: u16, value: Value, tokens: Range<usize>) {
        self.explained[tokens.clone()].fill(true);
        // `small` before a text says how big it is beside the others, which is the template's to know.
        if let Some(before) = tokens.start.checked_sub(1)
            && matches!(self.utterance().word(before), "small" | "smaller" | "tiny" | "little")
        {
            self.explained[before] = true;
        }
        self.values.push(SlotValue { slot, value, tokens });
    }

    /// Binds what is surest first.
    fn bind_all(&mut self, candidate: &Candidate) {
        let marked = &candidate.marks;
        for tokens in marked {
            self.explain_name(tokens);
        }
        self.gap();
        for found in &candidate.matches {
            self.take(found);
        }
        self.sentences();
        self.blocks(marked);
        self.quote_behind_name(marked);
        self.cues(marked);
        self.plain_forms();
        self.series();
        self.figures(marked);
        self.grounds();
        self.choices(marked);
        self.lists();
        self.ranked();
        self.quotes();
        self.behind_the_name(marked);
        self.before_the_name(marked);
        self.parts(marked);
        self.sections();
        self.topic(marked);
        self.asides(marked);
    }

    /// The name of the scene, with how many things it is to show: `three bullet points`.
    fn explain_name(&mut self, tokens: &Range<usize>) {
        self.explained[tokens.clone()].fill(true);
        let counted =
            self.utterance().readings.iter().find(|reading| {
                matches!(reading.kind, Kind::Number(_)) && self.leads(reading.tokens.end, tokens.start)
            });
        if let Some(count) = counted {
            self.explained[count.tokens.clone()].fill(true);
            let slot =
                self.slots().find(|(index, slot)| slot.name == "count" && !slot.common && !self.is_bound(*index));
            if let (Some((slot, _)), Kind::Number(number)) = (slot, &count.kind) {
                self.bind(slot, Value::Number(*number), count.tokens.clone());
            }
        }
    }

    /// Whether only settings stand between two tokens: `80 white particles`.
    fn leads(&self, from: usize, to: usize) -> bool {
        let set = |token: usize| self.regions.settings.iter().any(|setting| setting.tokens.contains(&token));
        from <= to && (from..to).all(set)
    }

    /// Sentences that only read: `from {from} to {to}`.
    fn sentences(&mut self) {
        let matcher = Matcher { patterns: self.regions.patterns, slots: &self.pattern.slots, regions: self.regions };
        for phrase in &self.pattern.reads {
            let mut first = 0;
            while let Some(found) = matcher.find_from(phrase, first) {
                first = found.tokens.start + 1;
                if self.take(&found) {
                    let own = |token: &usize| node::says(phrase, self.utterance().word(*token));
                    let words: Vec<usize> = found.tokens.clone().filter(own).collect();
                    self.used.extend(words.into_iter().map(|token| token..token + 1));
                    break;
                }
            }
        }
    }

    /// Takes what a phrase found, unless something else has it already; whether it did.
    fn take(&mut self, found: &Match) -> bool {
        let open = found.values.iter().all(|value| !self.is_bound(value.slot) && self.is_free(&value.tokens));
        if open {
            self.explained[found.tokens.clone()].fill(true);
            self.values.extend(found.values.iter().cloned());
        }
        open
    }
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}
