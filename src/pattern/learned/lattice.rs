//! The lattice of a request: what each label scores at each token, for the labels that are open there.
//!
//! A role has two labels, as values have a first token and those that follow; only what begins can go on. The best path
//! is found by the Viterbi algorithm, and how sure a value is by the forward algorithm: the weight of all paths that have
//! exactly this value, over the weight of all paths.

use std::ops::Range;

use super::learner::follows;
use super::model::{Model, OUTSIDE};
use super::sight::Sight;

/// A value on the best path: which of the open roles, where, and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) role: usize,
    pub(super) tokens: Range<usize>,
    /// From 0 to 1.
    pub(super) certainty: f32,
}

impl Span {
    /// Whether a path that has this value can have a label at a token.
    fn allows(&self, token: usize, label: usize) -> bool {
        let (first, later) = (1 + 2 * self.role, 2 + 2 * self.role);
        match () {
            () if token == self.tokens.start => label == first,
            () if self.tokens.contains(&token) => label == later,
            () if token == self.tokens.end => label != later,
            () => true,
        }
    }
}

/// Scores of the open labels: 0 is outside, then two for each open role.
pub(super) struct Lattice {
    labels: usize,
    /// For each token and label, the exponential of its score; 0 where it cannot be.
    states: Vec<f32>,
    /// For each label and the label behind it, the exponential of its score; 0 where it cannot follow.
    transitions: Vec<f32>,
}

/// Scores beyond this say no more, and their exponentials stay finite.
const MOST: f32 = 60.0;

impl Lattice {
    /// Scores a request for some roles of the model. Tokens that are not free are outside.
    pub(super) fn new(model: &Model, sight: &Sight, roles: &[usize], is_free: &[bool]) -> Self {
        let own: Vec<usize> =
            std::iter::once(OUTSIDE).chain(roles.iter().flat_map(|role| [1 + 2 * role, 2 + 2 * role])).collect();
        let labels = own.len();
        let states = states(model, sight, &own, is_free);
        let score = |from: usize, to: usize| {
            if follows(from, to) { model.transition(own[from], own[to]).clamp(-MOST, MOST).exp() } else { 0.0 }
        };
        let transitions = (0..labels * labels).map(|at| score(at / labels, at % labels)).collect();
        Self { labels, states, transitions }
    }

    /// The values on the best path, with how sure each is.
    pub(super) fn spans(&self) -> Vec<Span> {
        let path = self.best_path();
        let whole = self.weight(None);
        let mut spans: Vec<Span> = Vec::new();
        for (token, &label) in path.iter().enumerate().filter(|(_, label)| **label != OUTSIDE) {
            match spans.last_mut().filter(|_| label % 2 == 0) {
                Some(span) => span.tokens.end = token + 1,
                None => spans.push(Span { role: (label - 1) / 2, tokens: token..token + 1, certainty: 0.0 }),
            }
        }
        for span in &mut spans {
            span.certainty = (self.weight(Some(span)) - whole).exp();
        }
        spans
    }

    fn best_path(&self) -> Vec<usize> {
        let mut scores: Vec<f32> = (0..self.labels).map(|label| starts(label) * self.state(0, label)).collect();
        let mut steps: Vec<usize> = Vec::with_capacity(self.states.len());
        for token in 1..self.len() {
            let best =
                |to: usize| best((0..self.labels).map(|from| scores[from] * self.transitions[from * self.labels + to]));
            let reached: Vec<(usize, f32)> = (0..self.labels).map(best).collect();
            steps.extend(reached.iter().map(|(from, _)| from));
            scores = reached.iter().enumerate().map(|(to, (_, weight))| weight * self.state(token, to)).collect();
            scale(&mut scores);
        }
        let mut path = vec![best(scores.iter().copied()).0; self.len()];
        for token in (1..self.len()).rev() {
            path[token - 1] = steps[(token - 1) * self.labels + path[token]];
        }
        path
    }

    /// The logarithm of the weight of all paths, or of those that have a value.
    fn weight(&self, span: Option<&Span>) -> f32 {
        let mut sum = 0.0;
        let mut scores: Vec<f32> = Vec::new();
        for token in 0..self.len() {
            let reach = |to: usize| match token {
                0 => starts(to),
                _ => (0..self.labels).map(|from| scores[from] * self.transitions[from * self.labels + to]).sum(),
            };
            let allowed = |label: usize| span.is_none_or(|span| span.allows(token, label));
            let own = |to: usize| if allowed(to) { reach(to) * self.state(token, to) } else { 0.0 };
            let mut next: Vec<f32> = (0..self.labels).map(own).collect();
            sum += scale(&mut next);
            scores = next;
        }
        sum
    }

    fn state(&self, token: usize, label: usize) -> f32 {
        self.states[token * self.labels + label]
    }

    fn len(&self) -> usize {
        self.states.len() / self.labels
    }
}

/// For each token, the exponentials of the scores of some labels.
fn states(model: &Model, sight: &Sight, own: &[usize], is_free: &[bool]) -> Vec<f32> {
    let mut place = vec![usize::MAX; model.labels()];
    own.iter().enumerate().for_each(|(at, &label)| place[label] = at);
    let mut states = vec![0.0; own.len() * is_free.len()];
    let mut scores = vec![0.0; own.len()];
    for (token, state) in states.chunks_exact_mut(own.len()).enumerate() {
        if !is_free[token] {
            state[OUTSIDE] = 1.0;
            continue;
        }
        scores.fill(0.0);
        sight.features(token, |feature| {
            model.weigh(feature, |label, weight| {
                if let Some(score) = place.get(label).and_then(|&at| scores.get_mut(at)) {
                    *score += weight;
                }
            });
        });
        raise(&scores, state);
    }
    states
}

/// The place of the largest of some weights, with it.
fn best(weights: impl Iterator<Item = f32>) -> (usize, f32) {
    weights.enumerate().max_by(|left, right| left.1.total_cmp(&right.1)).unwrap_or_default()
}

/// 1 for labels that a path can begin with, 0 for others.
fn starts(label: usize) -> f32 {
    f32::from(u8::from(label == OUTSIDE || label % 2 == 1))
}

/// Exponentials of scores, of which the largest becomes 1.
fn raise(scores: &[f32], into: &mut [f32]) {
    let largest = scores.iter().copied().fold(f32::MIN, f32::max);
    for (score, state) in scores.iter().zip(into) {
        *state = (score - largest).max(-MOST).exp();
    }
}

/// Scales weights so that they sum up to 1, and returns the logarithm of what they summed up to.
fn scale(weights: &mut [f32]) -> f32 {
    let sum: f32 = weights.iter().sum();
    if sum > 0.0 {
        for weight in weights.iter_mut() {
            *weight /= sum;
        }
    }
    sum.max(f32::MIN_POSITIVE).ln()
}
