//! Times as they would be at full length: what was waited for on purpose is scaled back up, all else is as it was.

use std::time::{Duration, Instant};

use super::server::Wait;

/// What passed between two moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Passed {
    /// While at least one model, or the storage of the former pipeline, was at work on purpose.
    pub(super) waited: Duration,
    /// All else: our own work, the network of this machine, what timers are late.
    pub(super) own: Duration,
}

impl Passed {
    /// What passed from one moment to another. Waits that overlap count once: nobody waits twice at the same time.
    pub(super) fn between(from: Instant, to: Instant, waits: &[Wait]) -> Self {
        let clipped = waits.iter().map(|wait| (wait.from.max(from), wait.until.min(to)));
        let mut spans: Vec<(Instant, Instant)> = clipped.filter(|(from, until)| from < until).collect();
        spans.sort_unstable();
        let (mut waited, mut seen) = (Duration::ZERO, from);
        for (from, until) in spans {
            waited += until.saturating_duration_since(from.max(seen));
            seen = seen.max(until);
        }
        Self { waited, own: to.saturating_duration_since(from).saturating_sub(waited) }
    }

    /// The time at full length: the waits so many times as long, our own time once.
    pub(super) fn at_full_length(self, scale: f64) -> Duration {
        self.waited.mul_f64(scale) + self.own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_scaled_and_own_time_is_not() {
        let begun = Instant::now();
        let at = |millis| begun + Duration::from_millis(millis);
        let wait = |from, until| Wait { from: at(from), until: at(until), call: None };
        for (waits, waited) in [
            (vec![], 0),
            (vec![wait(10, 20)], 10),
            (vec![wait(10, 20), wait(15, 30)], 20),
            (vec![wait(15, 30), wait(10, 40), wait(50, 60)], 40),
            (vec![wait(90, 200)], 10),
            (vec![wait(200, 300)], 0),
        ] {
            let passed = Passed::between(begun, at(100), &waits);
            assert_eq!((passed.waited.as_millis(), passed.own.as_millis()), (waited, 100 - waited), "{waits:?}");
        }
        let passed = Passed::between(begun, at(100), &[wait(0, 90)]);
        assert_eq!(passed.at_full_length(100.0).as_millis(), 9_010);
    }
}
