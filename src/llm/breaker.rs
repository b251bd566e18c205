//! Providers that are down are left alone for a while.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use tokio::time::Instant;

use super::{Call, Delta, Deltas, Failure, FailureKind, Model, Reply};

/// So many outages one after the other, and a provider rests.
const OUTAGES: u32 = 5;

/// How long it rests at first, which doubles with every try that fails …
const FIRST_REST: Duration = Duration::from_secs(5);

/// … up to this.
const LONGEST_REST: Duration = Duration::from_mins(1);

/// What is known of how a provider is. All models of a provider share it.
///
/// After five outages in a row it rests for five seconds: calls fail at once, so that another provider is asked without
/// waiting. Then one call is let through; if that fails, the time doubles, up to a minute.
#[derive(Debug, Default)]
pub struct Breaker(Mutex<Health>);

#[derive(Debug, Default)]
struct Health {
    outages: u32,
    rest: Option<Rest>,
}

#[derive(Debug, Clone, Copy)]
struct Rest {
    until: Instant,
    time: Duration,
    /// One call is trying whether it is over.
    is_tried: bool,
}

/// A model whose provider is left alone when it is down.
#[derive(Debug)]
pub struct Guarded {
    inner: Arc<dyn Model>,
    breaker: Arc<Breaker>,
}

/// A call that was let through. If it goes away without having been told how it went, nothing was learned.
#[derive(Debug)]
struct Pass {
    breaker: Arc<Breaker>,
    errand: Errand,
    is_told: bool,
}

/// Why a call was let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Errand {
    /// All is well.
    Usual,
    /// To see whether the rest is over.
    Trial,
}

impl Guarded {
    /// A model of the provider that the breaker stands for.
    pub fn new(inner: Arc<dyn Model>, breaker: Arc<Breaker>) -> Self {
        Self { inner, breaker }
    }

    fn pass(&self) -> Result<Pass, Failure> {
        let errand = self.breaker.admit().map_err(|rest| {
            let rest = humantime::format_duration(Duration::from_secs(rest.as_secs() + 1));
            let message = format!("the provider has failed several times in a row, and is tried again in {rest}");
            Failure::new(FailureKind::Resting, message).of(self.inner.name())
        })?;
        Ok(Pass { breaker: self.breaker.clone(), errand, is_told: false })
    }
}

#[async_trait]
impl Model for Guarded {
    fn name(&self) -> &str {
        self.inner.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        let mut pass = self.pass()?;
        let reply = self.inner.reply(call).await;
        pass.tell(reply.as_ref().err());
        reply
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        let mut pass = self.pass()?;
        let deltas = self.inner.stream(call).await.inspect_err(|failure| pass.tell(Some(failure)))?;
        Ok(Deltas::new(deltas.inspect(move |delta| match delta {
            Ok(Delta::Text(_)) => {}
            Ok(Delta::End(_)) => pass.tell(None),
            Err(failure) => pass.tell(Some(failure)),
        })))
    }
}

impl Breaker {
    /// Whether the provider is left alone at the moment.
    pub fn is_resting(&self) -> bool {
        self.health().rest.is_some_and(|rest| rest.is_tried || rest.until > Instant::now())
    }

    /// Lets a call through, or says how long the provider rests.
    fn admit(&self) -> Result<Errand, Duration> {
        let mut health = self.health();
        let Some(rest) = &mut health.rest else { return Ok(Errand::Usual) };
        let left = rest.until.saturating_duration_since(Instant::now());
        if rest.is_tried || !left.is_zero() {
            return Err(left);
        }
        rest.is_tried = true;
        Ok(Errand::Trial)
    }

    fn learn(&self, errand: Errand, failure: Option<&Failure>) {
        let mut health = self.health();
        if !failure.is_some_and(|failure| failure.kind().is_outage()) {
            *health = Health::default();
            return;
        }
        health.outages += 1;
        let time = match health.rest {
            Some(rest) if errand == Errand::Trial => (rest.time * 2).min(LONGEST_REST),
            None if health.outages >= OUTAGES => FIRST_REST,
            // What was under way before says nothing new.
            _ => return,
        };
        health.rest = Some(Rest { until: Instant::now() + time, time, is_tried: false });
    }

    fn forget_try(&self) {
        if let Some(rest) = &mut self.health().rest {
            rest.is_tried = false;
        }
    }

    fn health(&self) -> MutexGuard<'_, Health> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass {
    fn tell(&mut self, failure: Option<&Failure>) {
        // That the caller's time was over says nothing of the provider.
        let says_something = failure.is_none_or(|failure| failure.kind() != FailureKind::Deadline);
        if !self.is_told && says_something {
            self.is_told = true;
            self.breaker.learn(self.errand, failure);
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        if !self.is_told && self.errand == Errand::Trial {
            self.breaker.forget_try();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Message, Role, ScriptedModel, Step};
    use super::*;

    fn guarded(scripts: &[Step]) -> (Guarded, Arc<ScriptedModel>) {
        let model = Arc::new(ScriptedModel::new("a/b"));
        for step in scripts {
            model.add([step.clone(), Step::stop(1, 1)]);
        }
        (Guarded::new(model.clone(), Arc::default()), model)
    }

    async fn kinds(model: &Guarded, count: usize) -> Vec<Option<FailureKind>> {
        let mut kinds = Vec::new();
        for _ in 0..count {
            let call = Call::new(Role::Fill, Message::user("a"), Instant::now() + Duration::from_secs(9));
            kinds.push(model.reply(&call).await.err().map(|failure| failure.kind()));
        }
        kinds
    }

    const DOWN: FailureKind = FailureKind::Server;
    const RESTING: Option<FailureKind> = Some(FailureKind::Resting);

    #[tokio::test(start_paused = true)]
    async fn a_provider_that_is_down_rests_and_is_tried_again() {
        let mut scripts = vec![Step::fail(DOWN); 7];
        scripts.push(Step::say("well"));
        let (model, asked) = guarded(&scripts);
        assert_eq!(kinds(&model, 5).await, [Some(DOWN); 5]);
        assert_eq!(kinds(&model, 3).await, [RESTING; 3]);
        assert!(model.breaker.is_resting());
        tokio::time::advance(FIRST_REST).await;
        assert_eq!(kinds(&model, 2).await, [Some(DOWN), RESTING]);
        tokio::time::advance(FIRST_REST).await;
        assert_eq!(kinds(&model, 1).await, [RESTING], "the second rest is longer");
        tokio::time::advance(FIRST_REST).await;
        assert_eq!(kinds(&model, 2).await, [Some(DOWN), RESTING]);
        tokio::time::advance(LONGEST_REST).await;
        assert_eq!(kinds(&model, 1).await, [None]);
        assert!(!model.breaker.is_resting());
        assert_eq!(asked.calls().len(), 8);
    }

    #[tokio::test(start_paused = true)]
    async fn what_a_call_does_wrong_says_that_the_provider_is_well() {
        let mut scripts = vec![Step::fail(DOWN); 4];
        scripts.push(Step::fail(FailureKind::Rejected));
        scripts.extend(vec![Step::fail(DOWN); 4]);
        scripts.push(Step::fail(FailureKind::Deadline));
        let (model, asked) = guarded(&scripts);
        kinds(&model, 10).await;
        assert!(!model.breaker.is_resting());
        assert_eq!(asked.calls().len(), 10);
    }

    #[tokio::test(start_paused = true)]
    async fn a_try_that_is_dropped_lets_another_try() {
        let mut scripts = vec![Step::fail(DOWN); 5];
        scripts.extend([Step::Hang, Step::say("well")]);
        let (model, _) = guarded(&scripts);
        kinds(&model, 5).await;
        tokio::time::advance(FIRST_REST).await;
        let dropped = tokio::time::timeout(Duration::from_millis(10), kinds(&model, 1)).await;
        assert!(dropped.is_err());
        assert_eq!(kinds(&model, 1).await, [None]);
    }
}
