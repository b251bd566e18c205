//! What the confidence of a decision is computed from.

use super::decision::Considered;

/// The names of the features, as the file of a calibration has them.
pub const FEATURES: [&str; 10] =
    ["coverage", "margin", "name", "strong", "phrase", "bound", "values", "rivals", "unexplained", "refused"];

/// What is known of the best template that was considered: the numbers that [`FEATURES`] names, each about from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Features(pub(super) [f64; FEATURES.len()]);

/// What counts are divided by, so that usual ones lie between 0 and 1.
const USUAL: f64 = 3.0;

impl Features {
    /// The features of what was considered, the best first; none where no template was looked at.
    pub fn of(considered: &[Considered]) -> Option<Self> {
        let (best, others) = considered.split_first()?;
        let rivals = others.iter().filter(|other| other.template != best.template);
        let next = rivals.clone().find(|rival| rival.fits() || !best.fits()).or_else(|| rivals.clone().next());
        let margin = next.map_or(1.0, |next| (best.coverage - next.coverage).clamp(-1.0, 1.0));
        let named: usize = best.named.iter().map(|span| span.range().len()).sum();
        let values = best.found.len();
        Some(Self([
            best.coverage,
            margin,
            usual(named) / USUAL,
            share(best.strong),
            share(!best.phrases.is_empty()),
            bound(best),
            usual(values),
            usual(rivals.count()),
            usual(best.unexplained.len()),
            share(!best.fits()),
        ]))
    }
}

/// The share of what the scene needs that the request states.
fn bound(best: &Considered) -> f64 {
    if best.required == 0 { 1.0 } else { 1.0 - best.missing.len() as f64 / best.required as f64 }
}

fn usual(count: usize) -> f64 {
    (count as f64).ln_1p() / USUAL
}

fn share(is: bool) -> f64 {
    f64::from(u8::from(is))
}
