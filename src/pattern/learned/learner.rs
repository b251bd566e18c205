//! Learning the weights of the model: a conditional random field by stochastic gradient ascent.
//!
//! Each sentence is learned with the labels that are open in it, as it will be read: a scene without a button is no place
//! for one, and nothing has to be learned about that. It also makes a step as cheap as a reading. The steps are those of
//! `AdaGrad` (Duchi, Hazan, Singer, 2011), which gives rare features larger ones; the order of the sentences is decided by
//! a seed, and so the weights are the same for the same patterns.

use std::collections::{BTreeMap, HashMap};

use super::model::{OUTSIDE, Weights};
use crate::pattern::chance::Chance;

/// A sentence to learn from, with the labels that are open in it.
#[derive(Debug, Default)]
pub(super) struct Lesson {
    /// For each token, its features; none where it is known to be outside.
    pub(super) features: Vec<Vec<u32>>,
    /// For each token, its label as a place among the open ones.
    pub(super) labels: Vec<usize>,
    /// The open labels.
    pub(super) open: Vec<usize>,
}

/// How large the steps are, and what a weight has to be worth to be kept.
const RATE: f32 = 0.12;
const LEAST_WEIGHT: f32 = 0.15;

/// How often a feature has to be seen.
const LEAST_SEEN: u32 = 6;

/// How much of a weight is lost with each step that it takes part in.
const DECAY: f32 = 2e-4;

/// The weights as they are learned.
pub(super) struct Learner {
    labels: usize,
    /// The number of each feature that is seen often enough.
    numbers: HashMap<u32, usize>,
    weights: Vec<Weight>,
    transitions: Vec<Weight>,
    /// How many passes the means of the weights are taken of.
    passes: f32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    value: f32,
    /// The sum of the squares of all its steps.
    squares: f32,
    /// The sum of its values at the ends of passes.
    sum: f32,
}

impl Weight {
    fn step(&mut self, gradient: f32) {
        self.squares += gradient * gradient;
        self.value += RATE * gradient / (self.squares.sqrt() + 1e-4) - DECAY * self.value;
    }
}

impl Learner {
    /// A learner of the features that some sentences have.
    pub(super) fn new(labels: usize, lessons: &[Lesson]) -> Self {
        let mut seen: BTreeMap<u32, u32> = BTreeMap::new();
        for &feature in lessons.iter().flat_map(|lesson| lesson.features.iter().flatten()) {
            *seen.entry(feature).or_default() += 1;
        }
        let kept = seen.into_iter().filter(|(_, count)| *count >= LEAST_SEEN);
        let numbers: HashMap<u32, usize> = kept.enumerate().map(|(number, (feature, _))| (feature, number)).collect();
        let weights = vec![Weight::default(); numbers.len() * labels];
        Self { labels, numbers, weights, transitions: vec![Weight::default(); labels * labels], passes: 0.0 }
    }

    /// Goes through all sentences once, in an order that chance decides, and returns their mean loss.
    pub(super) fn pass(&mut self, lessons: &[Lesson], chance: &mut Chance) -> f64 {
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, chance.below(last + 1));
        }
        let loss: f64 = order.into_iter().map(|index| f64::from(self.learn(&lessons[index]))).sum();
        self.weights.iter_mut().chain(&mut self.transitions).for_each(|weight| weight.sum += weight.value);
        self.passes += 1.0;
        loss / lessons.len().max(1) as f64
    }

    /// The weights of transitions, and those of features that say something: their means over the passes, which are worth
    /// more on what was not learned than the last ones.
    pub(super) fn learned(&self) -> (Vec<f32>, BTreeMap<u32, Weights>) {
        let mean = |weight: &Weight| weight.sum / self.passes.max(1.0);
        let of = |number: usize| {
            let own = self.weights[number * self.labels..(number + 1) * self.labels].iter().map(mean).enumerate();
            own.filter(|(_, mean)| mean.abs() >= LEAST_WEIGHT).map(|(label, mean)| (label as u16, mean)).collect()
        };
        let features = self.numbers.iter().map(|(feature, number)| (*feature, of(*number)));
        let features = features.filter(|(_, weights): &(u32, Weights)| !weights.is_empty()).collect();
        (self.transitions.iter().map(mean).collect(), features)
    }

    /// Learns a sentence, and returns how improbable it was before.
    fn learn(&mut self, lesson: &Lesson) -> f32 {
        let tokens: Vec<Vec<usize>> = lesson.features.iter().map(|features| self.known(features)).collect();
        let chain = self.chain(lesson, &tokens);
        for (token, numbers) in tokens.iter().enumerate().filter(|(token, _)| !lesson.features[*token].is_empty()) {
            for (place, &label) in lesson.open.iter().enumerate() {
                let gradient = f32::from(u8::from(lesson.labels[token] == place)) - chain.share(token, place);
                if gradient.abs() > 1e-4 {
                    for number in numbers {
                        self.weights[number * self.labels + label].step(gradient);
                    }
                }
            }
        }
        self.learn_transitions(lesson, &chain);
        chain.loss(&lesson.labels)
    }

    fn learn_transitions(&mut self, lesson: &Lesson, chain: &Chain) {
        let count = lesson.open.len();
        for token in 1..lesson.labels.len() {
            for (from, to) in
                (0..count * count).map(|at| (at / count, at % count)).filter(|(from, to)| follows(*from, *to))
            {
                let there = lesson.labels[token - 1] == from && lesson.labels[token] == to;
                let gradient = f32::from(u8::from(there)) - chain.pair(token, from, to);
                if gradient.abs() > 1e-4 {
                    self.transitions[lesson.open[from] * self.labels + lesson.open[to]].step(gradient);
                }
            }
        }
    }

    fn known(&self, features: &[u32]) -> Vec<usize> {
        features.iter().filter_map(|feature| self.numbers.get(feature).copied()).collect()
    }

    fn chain(&self, lesson: &Lesson, tokens: &[Vec<usize>]) -> Chain {
        let count = lesson.open.len();
        let value = |place: usize, number: usize| self.weights[number * self.labels + lesson.open[place]].value;
        let state = |token: usize, place: usize| match (lesson.features[token].len(), place) {
            (0, OUTSIDE) => 0.0,
            (0, _) => f32::NEG_INFINITY,
            _ => tokens[token].iter().map(|number| value(place, *number)).sum(),
        };
        let states = (0..tokens.len() * count).map(|at| state(at / count, at % count)).collect();
        let edge = |from: usize, to: usize| {
            let weight = &self.transitions[lesson.open[from] * self.labels + lesson.open[to]];
            if follows(from, to) { weight.value } else { f32::NEG_INFINITY }
        };
        Chain::new(states, (0..count * count).map(|at| edge(at / count, at % count)).collect())
    }
}

/// Whether a label can follow another, both as places among the open ones: what goes on has to begin.
pub(super) fn follows(from: usize, to: usize) -> bool {
    to % 2 == 1 || to == 0 || to == from || to == from + 1 && from % 2 == 1
}

/// The probabilities of all labels of a sentence (forward and backward algorithm).
struct Chain {
    count: usize,
    /// Exponentials of scores, by token and label, and by label and the one behind it.
    states: Vec<f32>,
    edges: Vec<f32>,
    forward: Vec<f32>,
    backward: Vec<f32>,
    /// What the sums at each token were before they were scaled to 1.
    sums: Vec<f32>,
}

impl Chain {
    fn new(mut states: Vec<f32>, mut edges: Vec<f32>) -> Self {
        let count = edges.len().isqrt();
        for state in states.chunks_exact_mut(count) {
            let most = state.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for score in state {
                *score = (*score - most).exp();
            }
        }
        for edge in &mut edges {
            *edge = edge.exp();
        }
        let length = states.len() / count;
        let (forward, backward) = (vec![0.0; states.len()], vec![1.0; states.len()]);
        let mut chain = Self { count, states, edges, forward, backward, sums: vec![1.0; length] };
        (0..length).for_each(|token| chain.go_on(token));
        (1..length).rev().for_each(|token| chain.go_back(token));
        chain
    }

    fn go_on(&mut self, token: usize) {
        let (count, at) = (self.count, token * self.count);
        for to in 0..count {
            let reached = match token {
                0 => f32::from(u8::from(to == 0 || to % 2 == 1)),
                _ => (0..count).map(|from| self.forward[at - count + from] * self.edges[from * count + to]).sum(),
            };
            self.forward[at + to] = reached * self.states[at + to];
        }
        let sum = self.forward[at..at + count].iter().sum::<f32>().max(f32::MIN_POSITIVE);
        self.forward[at..at + count].iter_mut().for_each(|share| *share /= sum);
        self.sums[token] = sum;
    }

    fn go_back(&mut self, token: usize) {
        let (count, at) = (self.count, token * self.count);
        for from in 0..count {
            let onward = |to: usize| self.edges[from * count + to] * self.states[at + to] * self.backward[at + to];
            self.backward[at - count + from] = (0..count).map(onward).sum::<f32>() / self.sums[token];
        }
    }

    /// How probable a label is at a token.
    fn share(&self, token: usize, label: usize) -> f32 {
        let at = token * self.count + label;
        self.forward[at] * self.backward[at]
    }

    /// How probable it is that a label follows another at a token.
    fn pair(&self, token: usize, from: usize, to: usize) -> f32 {
        let at = token * self.count;
        let edge = self.edges[from * self.count + to] * self.states[at + to];
        self.forward[at - self.count + from] * edge * self.backward[at + to] / self.sums[token]
    }

    /// The mean improbability of some labels, token by token.
    fn loss(&self, labels: &[usize]) -> f32 {
        let shares = labels.iter().enumerate().map(|(token, &label)| -self.share(token, label).max(1e-9).ln());
        shares.sum::<f32>() / labels.len().max(1) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens of three kinds: what opens a value, what a value is made of, and what is neither.
    fn lesson(kinds: &[u32]) -> Lesson {
        let within = |at: usize| at > 0 && kinds[at] == 2 && kinds[at - 1] != 3;
        let label = |at: usize| match at {
            _ if !within(at) => 0,
            _ if kinds[at - 1] == 1 => 1,
            _ => 2,
        };
        let features =
            (0..kinds.len()).map(|at| vec![kinds[at], 10 + at.checked_sub(1).map_or(0, |before| kinds[before])]);
        Lesson { features: features.collect(), labels: (0..kinds.len()).map(label).collect(), open: vec![0, 1, 2] }
    }

    #[test]
    fn what_follows_a_cue_is_learned() {
        let lessons: Vec<Lesson> =
            (0..40).flat_map(|_| [lesson(&[3, 1, 2, 2, 3]), lesson(&[3, 3, 1, 2]), lesson(&[1, 2, 3, 3])]).collect();
        let mut learner = Learner::new(3, &lessons);
        let mut chance = Chance::new(1);
        let losses: Vec<f64> = (0..8).map(|_| learner.pass(&lessons, &mut chance)).collect();
        assert!(losses[7] < losses[0] / 4.0 && losses[7] < 0.05, "{losses:?}");
        let (_, features) = learner.learned();
        let weights = &features[&11];
        let of = |label: u16| weights.iter().find(|(known, _)| *known == label).map_or(0.0, |(_, weight)| *weight);
        assert!(of(1) > of(0), "behind a cue a value begins: {weights:?}");
    }
}
