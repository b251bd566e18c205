//! Settings: the common parameters that a request states, whatever scene it asks for.
//!
//! Some words are settings wherever they stand (`dark theme`, `9:16`). Others are settings only where they modify
//! something and content elsewhere: `slow` in `The Slow Burn` is part of a name. A weak word counts
//! - where its whole clause is understood without it being content (`…, gold, 3s, fade`),
//! - beside a noun that says what it is for (`navy background`, `font: serif`),
//! - before a word that names a scene (`a slow bar chart`),
//! - behind a quote or such a word, at the end of its clause.

mod colour;
mod place;
mod run;
mod typeface;

use std::ops::Range;

use super::lexicon::Meaning;
use super::set::{PatternSet, Role};
use super::utterance::{Class, Utterance};
use crate::text::TokenKind;
use crate::value::{Kind, Number, Reading, Value};

/// A common parameter with the value that the request states.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Setting<'p> {
    pub(crate) param: &'p str,
    pub(crate) value: Value,
    pub(crate) tokens: Range<usize>,
    /// Whether only its place before another colour (`lime on black`) says what it colours.
    pub(crate) by_place: bool,
}

/// Longer scenes are not made, so that `15 minutes` is content.
const LONGEST: f64 = 60.0;

/// Frames a second, where frames are given without.
const FPS: f64 = 30.0;

/// Finds all settings, in the order of the text. None overlaps another.
pub(crate) fn find<'p>(utterance: &Utterance, patterns: &'p PatternSet) -> Vec<Setting<'p>> {
    let finder = Finder::new(utterance, patterns);
    let mut settings = Vec::new();
    let mut at = 0;
    while at < utterance.len() {
        match finder.at(at) {
            Some(setting) => {
                at = setting.tokens.end.max(at + 1);
                settings.push(setting);
            }
            None => at += 1,
        }
    }
    frames_to_seconds(&mut settings);
    settings
}

/// Frames become seconds once the frame rate is known.
fn frames_to_seconds(settings: &mut [Setting<'_>]) {
    let fps = settings.iter().find(|setting| setting.param == "fps").and_then(|setting| number(&setting.value));
    for setting in settings.iter_mut().filter(|setting| setting.param == FRAMES) {
        setting.param = "duration";
        if let Some(seconds) = number(&setting.value).and_then(|frames| Number::new(frames / fps.unwrap_or(FPS))) {
            setting.value = Value::Number(seconds);
        }
    }
}

const FRAMES: &str = "frames";

fn number(value: &Value) -> Option<f64> {
    if let Value::Number(number) = value { Some(number.get()) } else { None }
}

impl Setting<'_> {
    /// The parameter that it sets.
    pub(crate) fn param(&self) -> &'_ str {
        self.param
    }

    /// Its value.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    /// Where it is stated.
    pub(crate) fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

struct Finder<'u, 'p> {
    utterance: &'u Utterance,
    patterns: &'p PatternSet,
    /// Tokens that are content: nothing else explains them.
    plain: Vec<bool>,
    /// Tokens that could be settings, and those of them that hardly are anything else.
    marks: Vec<Mark>,
}

/// How much a token looks like part of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    None,
    /// A word that titles have as well: fast, big, light.
    Mild,
    Could,
    Sure,
}

impl<'u, 'p> Finder<'u, 'p> {
    fn new(utterance: &'u Utterance, patterns: &'p PatternSet) -> Self {
        let mut plain: Vec<bool> = (0..utterance.len())
            .map(|token| {
                let class = utterance.class(token);
                let understood = Class::KIND | Class::CUE | Class::EDGE | Class::NEGATION;
                let says = utterance.text.tokens()[token].kind != TokenKind::Mark;
                says && !(class.light() || class.intersects(understood) || utterance.quoted(token))
            })
            .collect();
        let mut marks = vec![Mark::None; utterance.len()];
        let mut note = |tokens: &Range<usize>, mark: Mark| {
            plain[tokens.clone()].fill(false);
            marks[tokens.clone()].iter_mut().for_each(|known| *known = mark.max(*known));
        };
        utterance.readings.iter().for_each(|reading| note(&reading.tokens, run::mark(utterance, reading)));
        for hit in &utterance.hits {
            let said = |&Meaning { dictionary, weak, .. }: &Meaning| match patterns.dictionary(dictionary).role {
                Role::Setting if weak && patterns.dictionary(dictionary).id == "theme" => Some(Mark::Could),
                Role::Setting if weak => Some(Mark::Mild),
                Role::Setting => Some(Mark::Sure),
                Role::Noun => Some(Mark::None),
                _ => None,
            };
            if let Some(mark) = patterns.lexicon.meanings(hit.literal).iter().filter_map(said).max() {
                note(&hit.tokens, mark);
            }
        }
        Self { utterance, patterns, plain, marks }
    }

    fn at(&self, token: usize) -> Option<Setting<'p>> {
        let word = self.word_setting(token);
        let reading = self.utterance.reading_at(token).and_then(|reading| self.reading_setting(reading));
        match (word, reading) {
            (Some(word), Some(reading)) if word.tokens.end >= reading.tokens.end => Some(word),
            (word, reading) => reading.or(word).or_else(|| self.typeface(token)),
        }
    }

    /// The longest way to say a setting that begins here and counts.
    fn word_setting(&self, token: usize) -> Option<Setting<'p>> {
        let mut best: Option<Setting<'p>> = None;
        for hit in self.utterance.hits_at(token) {
            for &Meaning { dictionary, number, weak } in self.patterns.lexicon.meanings(hit.literal) {
                let dictionary = self.patterns.dictionary(dictionary);
                let longer = best.as_ref().is_none_or(|best| best.tokens.end < hit.tokens.end);
                if dictionary.role != Role::Setting || !longer || self.is_of_a_detail(&dictionary.id, &hit.tokens) {
                    continue;
                }
                let tokens = self.with_noun(&hit.tokens, &dictionary.id);
                if !weak || tokens != hit.tokens || self.modifies(&hit.tokens) || self.is_in_run(&hit.tokens) {
                    let value = Value::Text(dictionary.meanings[usize::from(number)].clone());
                    best = Some(Setting { param: &dictionary.id, value, tokens, by_place: false });
                }
            }
        }
        best
    }

    fn reading_setting(&self, reading: &Reading) -> Option<Setting<'p>> {
        let tokens = reading.tokens.clone();
        match &reading.kind {
            Kind::Colour(colour) => self.colour(colour, reading),
            Kind::Gradient(gradient) => Some(self.gradient(gradient, tokens)),
            Kind::Seconds(seconds) => {
                let tokens_with_noun = self.with_noun(&tokens, "duration");
                let stated = tokens_with_noun != tokens || self.is_length(&tokens);
                let fits = seconds.get() > 0.0 && seconds.get() <= LONGEST;
                let setting = Setting {
                    param: "duration",
                    value: Value::Number(*seconds),
                    tokens: tokens_with_noun,
                    by_place: false,
                };
                (fits && stated).then_some(setting)
            }
            Kind::Number(seconds) => {
                let tokens = self.noun_beside(&tokens, &["duration"])?.1;
                let named = tokens.end == reading.tokens.end && seconds.get() > 0.0 && seconds.get() <= LONGEST;
                named.then_some(Setting { param: "duration", value: Value::Number(*seconds), tokens, by_place: false })
            }
            Kind::Frames(frames) => {
                let value = Value::Number(*frames);
                Some(Setting { param: FRAMES, value, tokens: self.with_noun(&tokens, "duration"), by_place: false })
            }
            Kind::Fps(fps) => Some(Setting {
                param: "fps",
                value: Value::Number(*fps),
                tokens: self.with_noun(&tokens, "fps"),
                by_place: false,
            }),
            _ => None,
        }
    }

    fn is_length(&self, tokens: &Range<usize>) -> bool {
        let before = self.before(tokens.start).map_or("", |token| self.utterance.word(token));
        let after = self.utterance.word(tokens.end);
        self.modifies(tokens)
            || self.is_in_run(tokens)
            || matches!(after, "long" | "total" | "each" | "max")
            || matches!(
                before,
                "for" | "in" | "over" | "lasting" | "lasts" | "last" | "about" | "within" | "takes" | "take"
            ) && self.ends_well(tokens.end)
    }
}
