//! Calibration: how probable it is that a decision is right, fitted on labelled requests.
//!
//! The fit sees every request for which a template was looked at, whether or not its gates were open: those that were
//! rightly refused are what it learns doubt from. It changes no gate. Whoever wants fewer and surer scenes names a
//! precision, and decisions below the threshold that reaches it go on to the model.

mod file;

use super::confidence::{FEATURES, Features};
use super::decision::{Considered, Decision, Part, Partial, Refusal, Step};
use super::logistic::Line;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::Fingerprint;

/// A labelled request, routed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Labelled {
    /// What the router knew.
    pub features: Features,
    /// Whether the best template is one that the label names.
    pub right: bool,
    /// Whether the router served it.
    pub served: bool,
}

/// How confidence is computed, and what it was fitted on.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The pattern set that it was fitted on.
    pub fingerprint: Fingerprint,
    /// On how many requests.
    pub requests: usize,
    /// The expected calibration error that cross validation found.
    pub error: f64,
    line: Line<{ FEATURES.len() }>,
    points: Vec<OperatingPoint>,
}

/// What serving only decisions from a threshold on comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OperatingPoint {
    /// The least confidence that is served.
    pub threshold: f64,
    /// The mean confidence of what is served then.
    pub precision: f64,
    /// The share that is left of what was served without a threshold.
    pub reach: f64,
}

/// How well confidences say what happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// Requests by confidence, from the least to the most.
    pub bins: Vec<Bin>,
    /// The mean distance of confidence from what happened, over the bins (Naeini, Cooper and Hauskrecht, 2015).
    pub error: f64,
    /// The mean square of the difference (Brier, 1950).
    pub brier: f64,
}

/// Requests of about the same confidence.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bin {
    /// How many.
    pub requests: usize,
    /// How many of them were served.
    pub served: usize,
    /// Their mean confidence.
    pub confidence: f64,
    /// The share of them whose template was right.
    pub right: f64,
}

/// How many parts cross validation leaves out in turn.
const FOLDS: usize = 5;

/// How many bins there are between 0 and 1.
const BINS: usize = 10;

/// How many operating points are kept at most.
const POINTS: usize = 20;

/// The fewest requests from which anything is learnt.
const FEWEST: usize = 50;

/// Fits a calibration for the pattern set of a fingerprint.
///
/// # Errors
/// [`ErrorKind::Request`] if there are too few requests, or only right or only wrong ones.
pub fn calibrate(labelled: &[Labelled], fingerprint: Fingerprint) -> Result<Calibration> {
    let right = labelled.iter().filter(|one| one.right).count();
    if labelled.len() < FEWEST || right == 0 || right == labelled.len() {
        let message = format!(
            "{right} of {} labelled requests are right: expected at least {FEWEST}, some right and some wrong \
             (requests that no template serves are what doubt is learnt from)",
            labelled.len()
        );
        return Err(Error::new(ErrorKind::Request, message));
    }
    let line = fit(labelled.iter());
    let error = cross_validate(labelled).error;
    Ok(Calibration { fingerprint, requests: labelled.len(), error, line, points: points(&line, labelled) })
}

/// The reliability of fits that have not seen the requests which they are judged on.
pub fn cross_validate(labelled: &[Labelled]) -> Reliability {
    let mut judged = Vec::with_capacity(labelled.len());
    for fold in 0..FOLDS {
        let line = fit(labelled.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, one)| one));
        let left_out = labelled.iter().enumerate().filter(|(at, _)| at % FOLDS == fold);
        judged.extend(left_out.map(|(_, one)| (line.probability(&one.features.0), *one)));
    }
    reliability(&judged)
}

fn fit<'l>(labelled: impl Iterator<Item = &'l Labelled>) -> Line<{ FEATURES.len() }> {
    Line::fit(&labelled.map(|one| (one.features.0, one.right)).collect::<Vec<_>>())
}

fn reliability(judged: &[(f64, Labelled)]) -> Reliability {
    let mut bins = vec![Bin::default(); BINS];
    let mut brier = 0.0;
    for (confidence, one) in judged {
        let bin = &mut bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
        let right = f64::from(u8::from(one.right));
        bin.requests += 1;
        bin.served += usize::from(one.served);
        bin.confidence += confidence;
        bin.right += right;
        brier += (confidence - right).powi(2);
    }
    let all = judged.len().max(1) as f64;
    // Sums so far: the distance of the sums is the distance of the means, weighted by how many there are.
    let error = bins.iter().map(|bin| (bin.confidence - bin.right).abs()).sum::<f64>() / all;
    for bin in bins.iter_mut().filter(|bin| bin.requests > 0) {
        bin.confidence /= bin.requests as f64;
        bin.right /= bin.requests as f64;
    }
    Reliability { bins, error, brier: brier / all }
}

/// Thresholds with what they come to, from the least to the most.
fn points(line: &Line<{ FEATURES.len() }>, labelled: &[Labelled]) -> Vec<OperatingPoint> {
    let served = labelled.iter().filter(|one| one.served);
    let mut confidences: Vec<f64> = served.map(|one| line.probability(&one.features.0)).collect();
    confidences.sort_by(|left, right| right.total_cmp(left));
    let mut sum = 0.0;
    let mut points = Vec::new();
    let each = confidences.len().div_ceil(POINTS).max(1);
    for (at, confidence) in confidences.iter().enumerate() {
        sum += confidence;
        let count = at + 1;
        if count % each == 0 || count == confidences.len() {
            let [threshold, precision] = [*confidence, sum / count as f64].map(rounded_down);
            points.push(OperatingPoint { threshold, precision, reach: count as f64 / confidences.len() as f64 });
        }
    }
    points.reverse();
    points
}

/// Four digits, which is more than is known.
fn rounded_down(number: f64) -> f64 {
    (number * 1e4).floor() / 1e4
}

impl Calibration {
    /// How probable it is that the best of some templates is the right one; 0 where none was looked at.
    pub fn confidence(&self, considered: &[Considered]) -> f64 {
        Features::of(considered).map_or(0.0, |features| self.line.probability(&features.0))
    }

    /// The lowest threshold from which on what is served is right with a probability; none where no threshold does that.
    pub fn threshold(&self, precision: f64) -> Option<f64> {
        let first = self.points.iter().position(|point| point.precision >= precision)?;
        // What all decisions reach needs no threshold.
        Some(if first == 0 { 0.0 } else { self.points[first].threshold })
    }

    /// The thresholds with what they come to, from the least to the most.
    pub fn points(&self) -> &[OperatingPoint] {
        &self.points
    }

    /// Rates a decision, or each of its parts. What is below a threshold goes on to the model with that reason.
    #[must_use]
    pub fn rate(&self, mut decision: Decision, threshold: f64) -> Decision {
        let Decision { plan, reason, considered, parts, .. } = &mut decision;
        let confidence = if parts.is_empty() {
            self.rate_steps(plan, (reason, considered), threshold)
        } else {
            let rated = plan.iter_mut().zip(parts).map(|(step, Part { reason, considered, .. })| {
                self.rate_steps(std::slice::from_mut(step), (reason, considered), threshold)
            });
            rated.fold(1.0, f64::min)
        };
        decision.confidence = Some(confidence);
        decision
    }

    /// Rates the steps that were decided for one scene, and says how sure they are.
    fn rate_steps(
        &self,
        steps: &mut [Step],
        (reason, considered): (&mut String, &mut [Considered]),
        threshold: f64,
    ) -> f64 {
        let confidence = self.confidence(considered);
        if confidence >= threshold {
            return confidence;
        }
        for step in steps {
            let (Step::Add { fit, .. }, Some(best)) = (&*step, considered.first_mut()) else { continue };
            let refusal = Refusal::Unsure { confidence: percent(confidence), wanted: percent(threshold) };
            *reason = format!("`{}` comes nearest, but {refusal}", best.template);
            best.refusals.push(refusal);
            let partial = Some(Partial { fit: fit.clone(), unexplained: best.unexplained.clone() });
            *step = Step::Model { reason: reason.clone(), partial };
        }
        confidence
    }
}

/// Tenths of a percent, as people read them.
fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

#[cfg(test)]
mod tests;
