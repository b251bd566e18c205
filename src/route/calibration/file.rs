//! The file that a calibration is kept in.

use std::fmt::Write;

use super::{Calibration, OperatingPoint};
use crate::diagnostic::{Diagnostic, Source};
use crate::pattern::Fingerprint;
use crate::route::confidence::FEATURES;
use crate::route::logistic::Line;
use crate::yaml::{self, Mistakes, Node};

impl Calibration {
    /// Reads a calibration file.
    ///
    /// # Errors
    /// All mistakes of the file; features that this version does not have are mistakes.
    pub fn read(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        yaml::read(source, |root, mistakes| {
            let mut fields = root.fields(mistakes)?;
            let fingerprint = fields.need("patterns", mistakes).and_then(|node| fingerprint(node, mistakes));
            let requests = fields.need("requests", mistakes).and_then(|node| node.number(mistakes));
            let error = fields.need("error", mistakes).and_then(|node| node.number(mistakes));
            let intercept = fields.need("intercept", mistakes).and_then(|node| node.number(mistakes));
            let weights = fields.need("weights", mistakes).and_then(|node| weights(node, mistakes));
            let points = fields.need("points", mistakes).and_then(|node| read_points(node, mistakes));
            fields.finish(mistakes);
            let line = Line { intercept: intercept?, weights: weights? };
            Some(Self { fingerprint: fingerprint?, requests: requests? as usize, error: error?, line, points: points? })
        })
    }

    /// The file that [`Calibration::read`] reads.
    pub fn to_yaml(&self) -> String {
        let mut text = format!(
            "# How sure decisions are: written by `firstframe patterns calibrate`, fitted on labelled requests.\n\
             patterns: \"{}\"\nrequests: {}\nerror: {:.4}\nintercept: {:.6}\nweights:\n",
            self.fingerprint, self.requests, self.error, self.line.intercept
        );
        for (name, weight) in FEATURES.iter().zip(self.line.weights) {
            let _ = writeln!(text, "  {name}: {weight:.6}");
        }
        text += "# Served from a threshold on: mean confidence, and the share that is left.\npoints:\n";
        for point in &self.points {
            let OperatingPoint { threshold, precision, reach } = point;
            let _ = writeln!(text, "  - {{threshold: {threshold:.4}, precision: {precision:.4}, reach: {reach:.4}}}");
        }
        text
    }
}

fn fingerprint(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Fingerprint> {
    let text = node.text(mistakes)?;
    text.parse().ok().or_else(|| mistakes.unexpected(node, "a fingerprint of 16 hexadecimal digits"))
}

fn weights(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<[f64; FEATURES.len()]> {
    let mut fields = node.fields(mistakes)?;
    let found = FEATURES.map(|name| fields.need(name, mistakes).and_then(|node| node.number(mistakes)));
    fields.finish(mistakes);
    let mut weights = [0.0; FEATURES.len()];
    for (weight, found) in weights.iter_mut().zip(found) {
        *weight = found?;
    }
    Some(weights)
}

fn read_points(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Vec<OperatingPoint>> {
    node.items(mistakes)?.iter().map(|item| point(item, mistakes)).collect()
}

fn point(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<OperatingPoint> {
    let mut fields = node.fields(mistakes)?;
    let mut take = |name| fields.need(name, mistakes).and_then(|node| node.number(mistakes));
    let [threshold, precision, reach] = ["threshold", "precision", "reach"].map(&mut take);
    fields.finish(mistakes);
    Some(OperatingPoint { threshold: threshold?, precision: precision?, reach: reach? })
}
