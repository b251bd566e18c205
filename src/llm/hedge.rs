//! A second request, where the first is later than nearly all before it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::{BoxFuture, Either, select};
use tokio::time::{Instant, sleep};

use super::{Call, Deltas, Failure, Model, Reply};

/// How many of the last answers are looked at.
const WINDOW: usize = 256;

/// With fewer it is not known what is late.
const FEWEST: usize = 20;

/// One hedge for so many calls: five per cent.
const CALLS_PER_HEDGE: u32 = 20;

/// What may be saved up, in hedges.
const MOST_SAVED: u32 = 10;

/// A model that is asked a second time when the first words are later than those of 95 in 100 of the last answers. Who
/// speaks first is heard, and the other is dropped. Calls whose whole answer is waited for are held against whole answers.
#[derive(Debug)]
pub struct Hedged {
    inner: Arc<dyn Model>,
    first_words: Pace,
    whole_answers: Pace,
    budget: Arc<HedgeBudget>,
}

/// How many second requests there may be: never more than one for twenty calls. All models share it.
#[derive(Debug, Default)]
pub struct HedgeBudget {
    calls: Mutex<u32>,
}

/// How long the last answers took.
#[derive(Debug, Default)]
struct Pace(Mutex<VecDeque<Duration>>);

impl Hedged {
    /// A model with a share in a budget.
    pub fn new(inner: Arc<dyn Model>, budget: Arc<HedgeBudget>) -> Self {
        Self { inner, first_words: Pace::default(), whole_answers: Pace::default(), budget }
    }

    async fn race<'a, T>(
        &'a self,
        pace: &Pace,
        ask: impl Fn() -> BoxFuture<'a, Result<T, Failure>> + Send + Sync,
    ) -> Result<T, Failure> {
        self.budget.earn();
        let begun = Instant::now();
        let first = match pace.late() {
            Some(late) => match select(ask(), Box::pin(sleep(late))).await {
                Either::Left((answer, _)) => return pace.heard(begun, answer),
                Either::Right(((), first)) => first,
            },
            None => return pace.heard(begun, ask().await),
        };
        if !self.budget.spend() {
            return pace.heard(begun, first.await);
        }
        let (answer, other) = select(first, ask()).await.factor_first();
        match answer {
            Ok(answer) => pace.heard(begun, Ok(answer)),
            Err(failure) => pace.heard(begun, other.await.map_err(|_| failure)),
        }
    }
}

#[async_trait]
impl Model for Hedged {
    fn name(&self) -> &str {
        self.inner.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        self.race(&self.whole_answers, || self.inner.reply(call)).await
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        self.race(&self.first_words, || self.inner.stream(call)).await
    }
}

impl HedgeBudget {
    fn earn(&self) {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        *calls = (*calls + 1).min(MOST_SAVED * CALLS_PER_HEDGE);
    }

    fn spend(&self) -> bool {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        let left = calls.checked_sub(CALLS_PER_HEDGE);
        *calls = left.unwrap_or(*calls);
        left.is_some()
    }
}

impl Pace {
    /// The time within which 95 in 100 came; nothing while few are known.
    fn late(&self) -> Option<Duration> {
        let mut times: Vec<Duration> = self.times().iter().copied().collect();
        if times.len() < FEWEST {
            return None;
        }
        let at = (times.len() * 95).div_ceil(100) - 1;
        Some(*times.select_nth_unstable(at).1)
    }

    /// Notes how long an answer took. One that a second request has brought took at least as long.
    fn heard<T>(&self, begun: Instant, answer: Result<T, Failure>) -> Result<T, Failure> {
        if answer.is_ok() {
            let mut times = self.times();
            if times.len() == WINDOW {
                times.pop_front();
            }
            times.push_back(begun.elapsed());
        }
        answer
    }

    fn times(&self) -> std::sync::MutexGuard<'_, VecDeque<Duration>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FailureKind, Ledger, Message, Metered, Outcome, Role, ScriptedModel, Step};
    use super::*;

    const LONG: Duration = Duration::from_secs(5);

    struct Bench {
        model: Arc<ScriptedModel>,
        hedged: Hedged,
        ledger: Ledger,
    }

    impl Bench {
        /// A model that has answered a hundred calls within a tenth of a second.
        async fn new() -> Self {
            let model = Arc::new(ScriptedModel::new("a/b"));
            let metered = Arc::new(Metered::new(model.clone(), None));
            let bench = Self { model, hedged: Hedged::new(metered, Arc::default()), ledger: Ledger::default() };
            for time in (1..=100).rev() {
                bench.model.add([Step::Wait(Duration::from_millis(time)), Step::say("a"), Step::stop(1, 1)]);
                bench.ask().await.expect("an answer");
            }
            bench
        }

        async fn ask(&self) -> Result<(String, Duration), Failure> {
            let begun = Instant::now();
            let call = Call::new(Role::Code, Message::user("a"), begun + LONG * 4).with_ledger(self.ledger.clone());
            let deltas = self.hedged.stream(&call).await?;
            let took = begun.elapsed();
            Ok((deltas.whole().await?.text, took))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_speaks_first_is_heard() {
        let bench = Bench::new().await;
        bench.model.add([Step::Wait(LONG), Step::say("first"), Step::stop(1, 1)]);
        bench.model.add([Step::Wait(Duration::from_millis(30)), Step::say("second"), Step::stop(1, 1)]);
        let (text, took) = bench.ask().await.expect("an answer");
        assert_eq!((text.as_str(), took.as_millis()), ("second", 95 + 30));
        assert_eq!(bench.model.calls().len(), 102);
        let outcomes: Vec<_> = bench.ledger.entries().iter().skip(100).map(|entry| entry.outcome).collect();
        assert!(outcomes.contains(&Outcome::Dropped), "the one that was late is in the ledger: {outcomes:?}");
        assert_eq!(bench.ledger.entries().len(), 102);
    }

    #[tokio::test(start_paused = true)]
    async fn when_one_fails_the_other_is_waited_for() {
        let bench = Bench::new().await;
        bench.model.add([Step::Wait(LONG), Step::say("first"), Step::stop(1, 1)]);
        bench.model.add([Step::fail(FailureKind::Server)]);
        assert_eq!(bench.ask().await.expect("an answer").0, "first");
        bench.model.add([Step::Wait(LONG), Step::fail(FailureKind::Broken)]);
        bench.model.add([Step::fail(FailureKind::Server)]);
        assert_eq!(bench.ask().await.expect_err("both fail").kind(), FailureKind::Server);
    }

    #[test]
    fn hedges_are_five_in_a_hundred_at_most() {
        let budget = HedgeBudget::default();
        let mut spent = 0;
        for calls in 1..=10_000 {
            budget.earn();
            spent += usize::from(budget.spend());
            assert!(spent * 20 <= calls, "{spent} of {calls}");
        }
        assert_eq!(spent, 500);
        (0..10_000).for_each(|_| budget.earn());
        let burst = (0..100).filter(|_| budget.spend()).count();
        assert_eq!(burst, MOST_SAVED as usize, "what is saved up is limited");
    }

    #[tokio::test(start_paused = true)]
    async fn who_is_not_late_is_alone() {
        let bench = Bench::new().await;
        bench.model.add([Step::Wait(Duration::from_millis(94)), Step::say("first"), Step::stop(1, 1)]);
        assert_eq!(bench.ask().await.expect("an answer").0, "first");
        assert_eq!(bench.model.calls().len(), 101);
    }
}
