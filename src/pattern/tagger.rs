//! The slot tagger: reads the parameters of one pattern from an utterance.
//!
//! What is surest binds first: whole phrases, then values behind their cues, then series, figures and lists, then
//! quotes that nothing has claimed, and last the words directly behind the name of the scene. What has been bound is
//! explained; what nothing explains is what the person wants and the template cannot give.

mod blank;
mod credit;
mod cue;
mod forms;
mod items;
mod parts;
mod sides;
mod spelt;
mod topic;
mod wishes;

use std::ops::Range;

use super::candidate::Candidate;
use super::matcher::{Match, Matcher, SlotValue};
use super::node;
use super::region::Regions;
use super::set::{Pattern, Phrase, Slot};
use super::settings::Setting;
use super::utterance::Utterance;
use crate::value::{Certainty, Kind, Reading, Value};

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
    /// The parameters that are to be filled in by somebody else.
    wanted: Vec<String>,
    /// Whether the request says what the scene is about.
    about: bool,
}

/// Reads an utterance as a candidate's pattern would.
pub(crate) fn read<'a>(regions: &Regions<'a>, candidate: &'a Candidate) -> Tagging<'a> {
    let pattern = regions.patterns.pattern(candidate);
    let explained = vec![false; regions.utterance.len()];
    let mut tagger = Tagger {
        pattern,
        regions,
        values: Vec::new(),
        explained,
        used: Vec::new(),
        wanted: Vec::new(),
        reserved: Vec::new(),
        topics: Vec::new(),
        about: false,
        story: None,
    };
    tagger.bind_all(candidate);
    let Tagger { values, explained, used, wanted, about, .. } = tagger;
    let is_text = pattern.slots.iter().any(|slot| slot.required && slot.takes_words());
    finished(
        Tagging { values, learned: 0, settings: Vec::new(), explained, cues: regions.cues(), is_text, wanted, about },
        regions.settings,
        (candidate, &used),
        (pattern, regions.utterance),
    )
}

/// Adds the settings that are neither part of a value nor of the scene's name.
fn finished<'a>(
    mut tagging: Tagging<'a>,
    settings: &'a [Setting<'a>],
    (candidate, used): (&Candidate, &[Range<usize>]),
    (pattern, utterance): (&Pattern, &Utterance),
) -> Tagging<'a> {
    let free = |setting: &&Setting<'_>| {
        let inside = |name: &Range<usize>| name.start <= setting.tokens.start && setting.tokens.end <= name.end;
        let taken = tagging.values.iter().any(|value| overlap(&value.tokens, &setting.tokens));
        // A colour in the name of the scene is one all the same: `gold particles`.
        let sure = |reading: &Reading| reading.certainty == Certainty::Sure && matches!(reading.kind, Kind::Colour(_));
        let coloured = utterance.reading_at(setting.tokens.start).is_some_and(sure);
        (coloured || !candidate.names.iter().any(inside))
            && !taken
            && !used.iter().any(|words| overlap(words, &setting.tokens))
    };
    tagging.settings = settings.iter().filter(free).collect();
    keep_first(&mut tagging.settings);
    for setting in &tagging.settings {
        tagging.explained[setting.tokens.clone()].fill(true);
    }
    let mut settings = std::mem::take(&mut tagging.settings);
    let sided = pattern.slots.iter().any(|slot| slot.name == "left");
    settings.retain(|setting| !(says_scene(setting, pattern.template()) || sided && tagging.announced(setting)));
    tagging.settings = settings;
    tagging
}

/// Whether a setting only says what the scene is: confetti over a scene of confetti.
fn says_scene(setting: &Setting<'_>, template: &str) -> bool {
    setting.param == "effect" && matches!(&setting.value, Value::Text(name) if name == template)
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

    /// The parameters that the person leaves to others: described, or to be written.
    pub(crate) fn wanted(&self) -> &[String] {
        &self.wanted
    }

    /// Whether it is said what the scene is about, though not what it shows.
    pub(crate) fn about(&self) -> bool {
        self.about || !self.wanted.is_empty()
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

    /// Whether a setting's words announce the value behind them: `left "2004"`.
    fn announced(&self, setting: &Setting<'_>) -> bool {
        let behind = setting.tokens.end..setting.tokens.end + 2;
        let cue = setting.tokens.clone().all(|token| self.cues[token]);
        cue && setting.param == "position" && self.values.iter().any(|value| behind.contains(&value.tokens.start))
    }

    /// Whether some tokens are part of a value.
    pub(crate) fn is_value(&self, tokens: &Range<usize>) -> bool {
        self.values.iter().any(|value| value.tokens.start <= tokens.start && tokens.end <= value.tokens.end)
    }
}

struct Tagger<'a> {
    pattern: &'a Pattern,
    regions: &'a Regions<'a>,
    values: Vec<SlotValue>,
    explained: Vec<bool>,
    /// Words that announced a value, or that a sentence which only reads has of its own. They are no settings.
    used: Vec<Range<usize>>,
    /// The parameters that are to be filled in.
    wanted: Vec<String>,
    /// For each wish, by its first token, the slots that it names.
    reserved: Vec<(usize, Vec<u16>)>,
    /// What only says what the scene is about.
    topics: Vec<Range<usize>>,
    /// Whether it is said what the scene is about.
    about: bool,
    /// Where that ends.
    story: Option<usize>,
}

impl<'a> Tagger<'a> {
    fn utterance(&self) -> &'a Utterance {
        self.regions.utterance
    }

    fn slots(&self) -> impl Iterator<Item = (u16, &'a Slot)> + use<'a> {
        self.pattern.slots.iter().enumerate().map(|(index, slot)| (index as u16, slot))
    }

    /// Whether a slot has its value, or somebody else is to fill it in.
    fn is_bound(&self, slot: u16) -> bool {
        self.has_value(slot) || self.reserved.iter().any(|(_, slots)| slots.contains(&slot))
    }

    fn has_value(&self, slot: u16) -> bool {
        self.values.iter().any(|value| value.slot == slot)
    }

    fn is_free(&self, tokens: &Range<usize>) -> bool {
        let wished = self.regions.wishes.iter().any(|wish| overlap(&wish.tokens, tokens))
            || self.topics.iter().any(|topic| overlap(topic, tokens));
        !wished && !self.values.iter().any(|value| overlap(&value.tokens, tokens))
    }

    fn bind(&mut self, slot: u16, value: Value, tokens: Range<usize>) {
        if self.regions.wished(tokens.start) {
            return;
        }
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
        self.reserve();
        self.gap(marked);
        for found in &candidate.matches {
            self.take(found);
        }
        self.sentences();
        self.blocks(marked);
        self.sides();
        self.quote_behind_name(marked);
        self.cues(marked);
        self.plain_forms();
        self.series();
        self.figures(marked);
        self.grounds();
        self.choices(marked);
        self.lists(marked);
        self.ranked();
        self.quotes();
        self.question(marked);
        self.spelt();
        self.behind_the_name(marked);
        self.before_the_name(marked);
        self.credited(marked);
        self.parts(marked);
        self.persons();
        self.sections();
        self.wishes(marked);
        self.topic(marked);
        self.asides(marked);
        self.closing();
        self.briefs();
    }

    /// The name of the scene, with how many things it is to show: `three bullet points`.
    fn explain_name(&mut self, tokens: &Range<usize>) {
        self.explained[tokens.clone()].fill(true);
        if let Some(key) = self.key_before(tokens.start) {
            self.explained[key] = true;
        }
        let takes_count = self.slots().any(|(_, slot)| slot.name == "count" && !slot.common);
        let counted = self.utterance().readings.iter().find(|reading| {
            let behind = takes_count && reading.tokens.start == tokens.end;
            matches!(reading.kind, Kind::Number(_)) && (behind || self.leads(reading.tokens.end, tokens.start))
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

    /// The key of a specification whose value names the scene: `type: bar chart`.
    fn key_before(&self, name: usize) -> Option<usize> {
        let key = name.checked_sub(2)?;
        let joined = matches!(self.utterance().word(key + 1), ":" | "=" | "-");
        let says = matches!(
            self.utterance().word(key),
            "type" | "scene" | "template" | "kind" | "component" | "style" | "chart"
        );
        (joined && says).then_some(key)
    }

    /// Whether only settings stand between two tokens: `80 white particles`.
    fn leads(&self, from: usize, to: usize) -> bool {
        let set = |token: usize| self.regions.settings.iter().any(|setting| setting.tokens.contains(&token));
        from <= to && (from..to).all(set)
    }

    /// Sentences that only read: `from {from} to {to}`.
    fn sentences(&mut self) {
        let matcher = Matcher::new(self.regions, &self.pattern.slots);
        let nodes = |read: &'a Phrase| self.regions.patterns.nodes(self.pattern, read);
        for phrase in self.pattern.reads.iter().map(nodes).filter(|phrase| matcher.may_match(phrase)) {
            let mut first = 0;
            while let Some(found) = matcher.find_from(phrase, first) {
                first = found.tokens.start + 1;
                if self.take(&found) && !found.values.is_empty() {
                    let own = |token: &usize| node::says(phrase, self.utterance().line.word(*token));
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
