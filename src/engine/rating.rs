//! How sure the decisions of an engine are, and how sure they have to be.

use super::Engine;
use crate::assets::Assets;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::{CALIBRATION, Fingerprint};
use crate::route::{Calibration, Decision};

/// The calibration of a pattern set with the threshold that is in use.
#[derive(Debug)]
pub(super) struct Rating {
    calibration: Option<Calibration>,
    /// The set that the engine has, which may have changed since the calibration was fitted.
    patterns: Fingerprint,
    /// What was asked for, and the confidence that reaches it.
    precision: f64,
    threshold: f64,
}

impl Rating {
    /// The calibration among some assets, or the one that is built in.
    pub(super) fn load(assets: &Assets) -> Result<Self> {
        let source = assets.source(CALIBRATION).or_else(|| Assets::embedded().source(CALIBRATION));
        let calibration = source.map(|source| Calibration::read(&source)).transpose().map_err(|mistakes| {
            let message =
                format!("`{CALIBRATION}` cannot be read: write it again with `firstframe patterns calibrate`");
            Error::new(ErrorKind::Assets, message).with_diagnostics(mistakes)
        })?;
        Ok(Self { calibration, patterns: Fingerprint::of(assets), precision: 0.0, threshold: 0.0 })
    }

    pub(super) fn rate(&self, decision: Decision) -> Decision {
        match &self.calibration {
            Some(calibration) => calibration.rate(decision, self.threshold),
            None => decision,
        }
    }
}

impl Engine {
    /// How confidence is computed, if a calibration is there.
    pub fn calibration(&self) -> Option<&Calibration> {
        self.rating.calibration.as_ref()
    }

    /// The set of patterns, as calibrations know it.
    pub fn fingerprint(&self) -> Fingerprint {
        self.rating.patterns
    }

    /// What people should know about the confidence of decisions, if anything: that the patterns have changed since it was
    /// fitted, or that there is none.
    pub fn doubt(&self) -> Option<&'static str> {
        match &self.rating.calibration {
            None => Some(
                "there is no calibration, so that no decision has a confidence: see `firstframe patterns calibrate`",
            ),
            Some(calibration) if calibration.fingerprint != self.rating.patterns => {
                Some("the patterns have changed since confidence was fitted: see `firstframe patterns calibrate`")
            }
            Some(_) => None,
        }
    }

    /// The precision that was asked for; 0 where none was.
    pub fn precision(&self) -> f64 {
        self.rating.precision
    }

    /// Serves only decisions from the lowest threshold on at which they are right with this probability; the others go on
    /// to the model.
    ///
    /// # Errors
    /// [`ErrorKind::Request`] if no threshold reaches it, or if there is no calibration.
    pub fn at_precision(mut self, precision: f64) -> Result<Self> {
        if precision <= 0.0 {
            return Ok(self);
        }
        let unreachable = |message: String| Error::new(ErrorKind::Request, message);
        let Some(calibration) = &self.rating.calibration else {
            let message = "a precision needs a calibration, and there is none: see `firstframe patterns calibrate`";
            return Err(unreachable(message.to_owned()));
        };
        self.rating.threshold = calibration.threshold(precision).ok_or_else(|| {
            let surest = calibration.points().last().map_or(0.0, |point| point.precision);
            unreachable(format!("no threshold reaches a precision of {precision}: the surest requests reach {surest}"))
        })?;
        self.rating.precision = precision;
        Ok(self)
    }
}
