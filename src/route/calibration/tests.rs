//! What is fitted, what it says, and how it is kept.

use super::*;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::pattern::CALIBRATION;

/// Requests whose coverage says how often they are right: `share` of each ten.
fn labelled() -> Vec<Labelled> {
    let of = |coverage: f64, right: bool| {
        let mut features = [0.0; FEATURES.len()];
        features[0] = coverage;
        Labelled { features: Features(features), right, served: coverage > 0.8 }
    };
    let shares = [(0.2, 1), (0.6, 5), (0.85, 8), (0.95, 9)];
    (0..40).flat_map(|ten| shares.map(|(coverage, share)| of(coverage, ten / 4 < share))).collect()
}

fn fitted() -> Result<Calibration> {
    calibrate(&labelled(), Fingerprint::of(&Assets::default()))
}

#[test]
fn confidence_is_how_often_such_requests_are_right() {
    let reliability = cross_validate(&labelled());
    assert!(reliability.error < 0.06, "{reliability:?}");
    assert_eq!(reliability.bins.iter().map(|bin| bin.requests).sum::<usize>(), labelled().len());
    for bin in reliability.bins.iter().filter(|bin| bin.requests >= 20) {
        assert!((bin.confidence - bin.right).abs() < 0.1, "{bin:?}");
    }
}

#[test]
fn a_higher_precision_serves_less() -> Result<()> {
    let calibration = fitted()?;
    let points = calibration.points();
    assert!(points.is_sorted_by(|left, right| left.precision <= right.precision && left.reach >= right.reach));
    assert_eq!(points.first().map(|point| point.reach), Some(1.0));
    assert_eq!(calibration.threshold(0.0), Some(0.0));
    let surest = points.last().map_or(0.0, |point| point.precision);
    assert!(calibration.threshold(surest).is_some_and(|threshold| threshold > 0.0));
    assert_eq!(calibration.threshold(1.0), None);
    Ok(())
}

#[test]
fn a_calibration_is_read_as_it_was_written() -> Result<(), Box<dyn std::error::Error>> {
    let written = fitted()?.to_yaml();
    let read = |text: &str| Calibration::read(&Source::new(CALIBRATION, text));
    let again = read(&written).map_err(|mistakes| format!("{mistakes:?}"))?;
    assert_eq!(again.to_yaml(), written);
    let broken = written.replace("coverage:", "covrage:").replace("requests: 160", "requests: many");
    let found = read(&broken).err().unwrap_or_default();
    let messages: Vec<&str> = found.iter().map(Diagnostic::message).collect();
    assert_eq!(messages, ["expected a number, found text", "missing key `coverage`", "unknown key `covrage`"]);
    Ok(())
}

#[test]
fn too_few_requests_teach_nothing() {
    let few = calibrate(&labelled()[..20], Fingerprint::of(&Assets::default()));
    let message = few.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(message.contains("expected at least 50"), "{message}");
    let right: Vec<Labelled> = labelled().into_iter().filter(|one| one.right).collect();
    assert!(calibrate(&right, Fingerprint::of(&Assets::default())).is_err());
}
