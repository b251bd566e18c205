//! Training: sentences are made up, nine tenths are learned from and one tenth is read to measure.
//!
//! Chance decides the sentences and their order, and a seed decides chance: the same patterns give the same model.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft::Part;
use super::lattice::{Lattice, Span};
use super::learner::{Learner, Lesson};
use super::model::{Header, Model, OUTSIDE, pack};
use super::role::{known_slots, roles_of};
use super::sampler::{Sample, Sampler};
use super::sight::{Scene, Sight};
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::candidate::Asked;
use crate::pattern::chance::Chance;
use crate::pattern::set::PatternSet;
use crate::pattern::utterance::Utterance;
use crate::text::Text;

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many sentences are made up.
    pub sentences: usize,
    /// What decides the sentences.
    pub seed: u64,
}

/// A trained model and what it is worth.
#[derive(Debug)]
pub struct Trained {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many sentences it was trained on.
    pub sentences: usize,
    /// How well it reads the held-out sentences, by role.
    pub figures: Vec<(String, Figures)>,
}

/// How many values were read right, wrongly, and not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Read exactly, in the right role.
    pub right: usize,
    /// Read, and not there.
    pub wrong: usize,
    /// There, and not read.
    pub missed: usize,
}

impl Figures {
    /// The harmonic mean of precision and recall, from 0 to 1; 0 where nothing was to be read.
    pub fn f1(self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 { 0.0 } else { 2.0 * self.right as f64 / all as f64 }
    }
}

/// Every so many sentences one is held out.
const HELD_OUT: usize = 10;

/// How often all sentences are gone through.
const PASSES: usize = 10;

/// A sentence to measure on, with what the lattice needs.
struct Trial {
    lesson: Lesson,
    sight: Sight,
    roles: Vec<usize>,
    free: Vec<bool>,
}

/// Trains a model of slots from a pattern set. `progress` is told what is being done.
///
/// # Errors
/// [`ErrorKind::Assets`] if the patterns have no slots to learn; [`ErrorKind::File`] if a temporary file cannot be written.
pub fn train(patterns: &PatternSet, plan: Plan, progress: &mut dyn FnMut(&str)) -> Result<Trained> {
    let roles = roles(patterns);
    if roles.is_empty() {
        return Err(Error::new(ErrorKind::Assets, "no pattern has a slot that can be learned"));
    }
    progress(&format!("making up {} sentences", plan.sentences));
    let trials = trials(patterns, plan, &roles);
    let held = |index: &usize| index.is_multiple_of(HELD_OUT);
    let (held, learned): (Vec<_>, Vec<_>) = trials.into_iter().enumerate().partition(|(index, _)| held(index));
    let lessons: Vec<Lesson> = learned.into_iter().map(|(_, trial)| trial.lesson).collect();
    let bytes = learn(patterns, &roles, &lessons, (plan.seed, progress))?;
    progress(&format!("reading {} others", held.len()));
    let model = Model::open(bytes.clone().into())?;
    let mut figures = vec![Figures::default(); roles.len()];
    for (_, trial) in &held {
        measure(&model, trial, &mut figures);
    }
    Ok(Trained { bytes, sentences: lessons.len(), figures: roles.into_iter().zip(figures).collect() })
}

fn roles(patterns: &PatternSet) -> Vec<String> {
    let of = |pattern| {
        let pattern: &crate::pattern::Pattern = pattern;
        (0..pattern.slots.len() as u16).flat_map(|slot| roles_of(pattern, slot)).map(str::to_owned).collect::<Vec<_>>()
    };
    patterns.patterns().iter().flat_map(of).collect::<BTreeSet<_>>().into_iter().collect()
}

fn trials(patterns: &PatternSet, plan: Plan, roles: &[String]) -> Vec<Trial> {
    let mut sampler = Sampler::new(patterns, plan.seed);
    let mut chance = Chance::new(!plan.seed);
    let count = patterns.patterns().len();
    let made = (0..plan.sentences).map(|index| sampler.sample((index % count) as u32));
    made.filter_map(|sample| trial(patterns, &sample, roles, &mut chance)).collect()
}

/// A sentence as rules would leave it: some of its values are bound already.
fn trial(patterns: &PatternSet, sample: &Sample, roles: &[String], chance: &mut Chance) -> Option<Trial> {
    let utterance = Utterance::new(Text::new(sample.text.as_str()), patterns);
    let settings = utterance.settings(patterns);
    let wishes = utterance.wishes(patterns, &settings);
    let candidates = patterns.candidates(Asked { utterance: &utterance, settings: &settings, wishes: &wishes }).found;
    let candidate = candidates.iter().find(|candidate| candidate.pattern() == sample.pattern)?;
    let scene = Scene { utterance: &utterance, patterns, settings: &settings, candidate };
    let taken = taken(sample, chance);
    let places: Vec<(&Part, Range<usize>)> =
        sample.parts.iter().map(|part| (part, tokens(&utterance, &part.bytes))).collect();
    let bound: Vec<Range<usize>> =
        places.iter().filter(|(part, _)| taken.contains(&part.slot)).map(|(_, tokens)| tokens.clone()).collect();
    let slots = (0..scene.pattern().slots.len() as u16).filter(|slot| !taken.contains(slot));
    let open: Vec<u16> = slots.filter(|&slot| roles_of(scene.pattern(), slot).next().is_some()).collect();
    let mut sight = Sight::new(scene, &bound, &open);
    let free: Vec<bool> = (0..utterance.len()).map(|token| sight.is_free(token)).collect();
    let names: Vec<&str> = open.iter().flat_map(|&slot| roles_of(scene.pattern(), slot)).collect();
    let mut labels = vec![OUTSIDE; utterance.len()];
    for (part, tokens) in places.iter().filter(|(part, _)| !taken.contains(&part.slot)) {
        let place = names.iter().position(|name| *name == part.role)?;
        if tokens.clone().all(|token| free[token]) && !tokens.is_empty() {
            labels[tokens.clone()].fill(2 + 2 * place);
            labels[tokens.start] = 1 + 2 * place;
        }
    }
    forget(&mut sight, &labels, chance);
    let roles: Vec<usize> = names.iter().filter_map(|name| roles.iter().position(|known| known == name)).collect();
    let open = std::iter::once(OUTSIDE).chain(roles.iter().flat_map(|role| [1 + 2 * role, 2 + 2 * role])).collect();
    let features =
        (0..utterance.len()).map(|token| if free[token] { told(&sight, token) } else { Vec::new() }).collect();
    Some(Trial { lesson: Lesson { features, labels, open }, sight, roles, free })
}

/// Takes away half of the words of values, and some of the others: the words that are made up here are few, and those that
/// people write are not among them.
fn forget(sight: &mut Sight, labels: &[usize], chance: &mut Chance) {
    for (token, &label) in labels.iter().enumerate() {
        if chance.hits(if label == OUTSIDE { 12 } else { 50 }) {
            sight.forget(token, chance.any());
        }
    }
}

/// The slots that rules would have bound: nearly all that are quoted, some of the others.
fn taken(sample: &Sample, chance: &mut Chance) -> BTreeSet<u16> {
    let mut taken = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for part in &sample.parts {
        let quoted = sample.text[part.bytes.clone()].starts_with(['"', '“', '‘', '\'']);
        if seen.insert(part.slot) && chance.hits(if quoted { 85 } else { 30 }) {
            taken.insert(part.slot);
        }
    }
    taken
}

fn tokens(utterance: &Utterance, bytes: &Range<usize>) -> Range<usize> {
    let tokens = utterance.text.tokens();
    let before = |end: usize| tokens.partition_point(|token| (token.span.start as usize) < end);
    before(bytes.start)..before(bytes.end)
}

fn told(sight: &Sight, token: usize) -> Vec<u32> {
    let mut features = Vec::new();
    sight.features(token, |feature| features.push(feature));
    features
}

/// Learns weights and lays them out.
fn learn(
    patterns: &PatternSet,
    roles: &[String],
    lessons: &[Lesson],
    (seed, progress): (u64, &mut dyn FnMut(&str)),
) -> Result<Vec<u8>> {
    let mut learner = Learner::new(1 + 2 * roles.len(), lessons);
    let mut chance = Chance::new(seed);
    for pass in 1..=PASSES {
        let loss = learner.pass(lessons, &mut chance);
        progress(&format!("pass {pass} of {PASSES}: loss {loss:.4}"));
    }
    let (transitions, features) = learner.learned();
    let header = Header { roles: roles.to_vec(), slots: known_slots(patterns), transitions, ..Header::default() };
    pack(header, &features)
}

/// Compares what is read of a held-out sentence with what is there.
fn measure(model: &Model, trial: &Trial, figures: &mut [Figures]) {
    let spans = Lattice::new(model, &trial.sight, &trial.roles, &trial.free).spans();
    let read: Vec<(usize, Range<usize>)> =
        spans.into_iter().map(|Span { role, tokens, .. }| (trial.roles[role], tokens)).collect();
    let there: Vec<(usize, Range<usize>)> =
        spans_of(&trial.lesson.labels).into_iter().map(|(place, tokens)| (trial.roles[place], tokens)).collect();
    for (role, tokens) in &read {
        let right = there.contains(&(*role, tokens.clone()));
        figures[*role].right += usize::from(right);
        figures[*role].wrong += usize::from(!right);
    }
    there.iter().filter(|span| !read.contains(span)).for_each(|(role, _)| figures[*role].missed += 1);
}

fn spans_of(labels: &[usize]) -> Vec<(usize, Range<usize>)> {
    let mut spans: Vec<(usize, Range<usize>)> = Vec::new();
    for (token, &label) in labels.iter().enumerate().filter(|(_, label)| **label != OUTSIDE) {
        match spans.last_mut().filter(|_| label % 2 == 0) {
            Some((_, tokens)) => tokens.end = token + 1,
            None => spans.push(((label - 1) / 2, token..token + 1)),
        }
    }
    spans
}
