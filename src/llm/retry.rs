//! Trying again, where that may help.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use tokio::time::{Instant, sleep};

use super::{Call, Deltas, Failure, FailureKind, Model, Reply};

/// How often and how soon it is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retries {
    /// The most tries, the first one included.
    pub tries: u32,
    /// The most tries where a model was too slow, since each of these takes long.
    pub slow_tries: u32,
    /// The pause before the second try, which doubles each time. Chance takes up to a quarter of it away, so that not all come
    /// back at once.
    pub pause: Duration,
    /// The longest pause. A server that wants a longer one is not waited for.
    pub longest_pause: Duration,
}

/// A model that is asked again when it fails in a way that may pass. It waits as long as the server says, or else longer
/// each time, and never beyond the call's deadline.
#[derive(Debug)]
pub struct Retrying {
    inner: Arc<dyn Model>,
    retries: Retries,
}

impl Default for Retries {
    fn default() -> Self {
        let (pause, longest_pause) = (Duration::from_millis(250), Duration::from_secs(10));
        Self { tries: 3, slow_tries: 2, pause, longest_pause }
    }
}

impl Retrying {
    /// A model that is asked again.
    pub fn new(inner: Arc<dyn Model>, retries: Retries) -> Self {
        Self { inner, retries }
    }

    async fn again<'a, T>(
        &self,
        call: &Call,
        ask: impl Fn() -> BoxFuture<'a, Result<T, Failure>> + Send + Sync,
    ) -> Result<T, Failure> {
        let mut tries = 0;
        loop {
            let failure = match ask().await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            tries += 1;
            match self.retries.pause(&failure, tries).filter(|pause| Instant::now() + *pause < call.deadline()) {
                Some(pause) => sleep(pause).await,
                None => return Err(failure),
            }
        }
    }
}

#[async_trait]
impl Model for Retrying {
    fn name(&self) -> &str {
        self.inner.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        self.again(call, || self.inner.reply(call)).await
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        self.again(call, || self.inner.stream(call)).await
    }
}

impl Retries {
    /// How long to wait before the next try after so many; nothing if there is to be none.
    fn pause(&self, failure: &Failure, tries: u32) -> Option<Duration> {
        let most = if failure.kind() == FailureKind::TooSlow { self.slow_tries.min(self.tries) } else { self.tries };
        if !failure.kind().may_pass() || tries >= most {
            return None;
        }
        if let Some(wait) = failure.retry_after() {
            return (wait <= self.longest_pause).then_some(wait);
        }
        let pause = self.pause.saturating_mul(1 << (tries - 1).min(16)).min(self.longest_pause);
        // Chance takes a quarter at most, so that each pause is longer than the one before it.
        Some(pause.mul_f64(1.0 - chance() / 4.0))
    }
}

/// A number from 0 to 1.
fn chance() -> f64 {
    RandomState::new().build_hasher().finish() as f64 / u64::MAX as f64
}

#[cfg(test)]
mod tests {
    use super::super::{Message, Role, ScriptedModel, Step};
    use super::*;

    async fn ask(scripts: Vec<Step>) -> (Option<FailureKind>, usize, Duration) {
        let model = Arc::new(ScriptedModel::new("a/b"));
        for step in scripts {
            model.add([step, Step::stop(1, 1)]);
        }
        let retrying = Retrying::new(model.clone(), Retries::default());
        let begun = Instant::now();
        let call = Call::new(Role::Fill, Message::user("a"), begun + Duration::from_secs(20));
        let failed = retrying.reply(&call).await.err().map(|failure| failure.kind());
        (failed, model.calls().len(), begun.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn what_may_pass_is_tried_again_and_nothing_else() {
        use FailureKind::*;
        for (kind, tries) in [
            (Unreachable, 3),
            (Broken, 3),
            (Truncated, 3),
            (TooSlow, 2),
            (RateLimited, 3),
            (Overloaded, 3),
            (Server, 3),
            (Garbled, 3),
            (Untrusted, 1),
            (Deadline, 1),
            (Quota, 1),
            (Unauthorised, 1),
            (NotFound, 1),
            (Rejected, 1),
            (TooLarge, 1),
            (Resting, 1),
            (NoKey, 1),
        ] {
            let (failed, asked, _) = ask(vec![Step::fail(kind); 5]).await;
            assert_eq!((failed, asked), (Some(kind), tries));
            let (failed, asked, _) = ask(vec![Step::fail(kind), Step::say("well")]).await;
            assert_eq!((failed, asked), if tries > 1 { (None, 2) } else { (Some(kind), 1) });
        }
    }

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_and_servers_are_obeyed() {
        let (_, _, took) = ask(vec![Step::fail(FailureKind::Server); 3]).await;
        assert!((562..=751).contains(&took.as_millis()), "{took:?}");
        let wait = |seconds| Failure::new(FailureKind::RateLimited, "a").after(Some(Duration::from_secs(seconds)));
        let (failed, _, took) = ask(vec![Step::Fail(wait(7)), Step::say("well")]).await;
        assert_eq!((failed, took.as_secs()), (None, 7));
        let (failed, asked, took) = ask(vec![Step::Fail(wait(11)), Step::say("well")]).await;
        assert_eq!((failed, asked, took.as_secs()), (Some(FailureKind::RateLimited), 1, 0));
        let (_, asked, took) = ask(vec![Step::Fail(wait(10)), Step::Fail(wait(10)), Step::say("well")]).await;
        assert_eq!((asked, took.as_secs()), (2, 10), "the second pause would end at the deadline");
    }
}
