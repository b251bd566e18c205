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
        let clipped = waits.iter().map(|wait| (wait.from.max(from), wanted_until(wait, waits).min(to)));
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

/// Until when a wait was waited for. What is dropped was begun beside something else, if anything went on meanwhile: when
/// that was there, nobody waited any more, and what passes until the connection is closed is our own time.
fn wanted_until(wait: &Wait, waits: &[Wait]) -> Instant {
    if wait.is_whole() {
        return wait.until;
    }
    let beside = waits.iter().filter(|other| other.is_whole() && other.from < wait.until && other.until > wait.from);
    beside.map(|other| other.until).max().map_or(wait.until, |until| until.min(wait.until))
}

#[cfg(test)]
mod tests {
    use super::super::server::Billed;
    use super::super::work::Work;
    use super::*;
    use crate::llm::Usage;

    fn at(begun: Instant, millis: u64) -> Instant {
        begun + Duration::from_millis(millis)
    }

    #[test]
    fn waits_are_scaled_and_own_time_is_not() {
        let begun = Instant::now();
        let wait = |from, until| Wait { from: at(begun, from), until: at(begun, until), call: None };
        for (waits, waited) in [
            (vec![], 0),
            (vec![wait(10, 20)], 10),
            (vec![wait(10, 20), wait(15, 30)], 20),
            (vec![wait(15, 30), wait(10, 40), wait(50, 60)], 40),
            (vec![wait(90, 200)], 10),
            (vec![wait(200, 300)], 0),
        ] {
            let passed = Passed::between(begun, at(begun, 100), &waits);
            assert_eq!((passed.waited.as_millis(), passed.own.as_millis()), (waited, 100 - waited), "{waits:?}");
        }
        let passed = Passed::between(begun, at(begun, 100), &[wait(0, 90)]);
        assert_eq!(passed.at_full_length(100.0).as_millis(), 9_010);
    }

    #[test]
    fn what_is_dropped_is_waited_for_as_long_as_anything_else_is() {
        let begun = Instant::now();
        let called = |from, until, is_whole| {
            let call = Some(Billed { work: Work::Brain, usage: Usage::default(), is_whole });
            Wait { from: at(begun, from), until: at(begun, until), call }
        };
        for (waits, waited) in [
            (vec![called(0, 40, true), called(0, 45, false)], 40),
            (vec![called(0, 40, false), called(30, 60, true)], 60),
            (vec![called(0, 40, false), called(50, 60, true)], 50),
        ] {
            assert_eq!(Passed::between(begun, at(begun, 100), &waits).waited.as_millis(), waited, "{waits:?}");
        }
    }
}
