//! Time limits.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream;
use tokio::time::{Instant, timeout_at};

use super::{Call, Deltas, Failure, FailureKind, Model, Reply};

/// How long a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// To the first words, of an answer that is streamed.
    pub first_token: Duration,
    /// From some words to the next. Signs of life without words do not count.
    pub idle: Duration,
    /// In all, for one try.
    pub total: Duration,
}

/// A model that is given up when it is slower than its limits, or when the call's deadline has come.
#[derive(Debug)]
pub struct Timed {
    inner: Arc<dyn Model>,
    limits: Limits,
}

/// When something has to be there, and what is said if it is not.
#[derive(Debug, Clone, Copy)]
struct Due {
    at: Instant,
    kind: FailureKind,
    limit: Duration,
    what: &'static str,
}

impl Timed {
    /// A model with limits.
    pub fn new(inner: Arc<dyn Model>, limits: Limits) -> Self {
        Self { inner, limits }
    }
}

#[async_trait]
impl Model for Timed {
    fn name(&self) -> &str {
        self.inner.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        within(self.limits.whole(call), self.inner.reply(call)).await?
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        let (limits, whole) = (self.limits, self.limits.whole(call));
        let first = Due::new(limits.first_token, FailureKind::TooSlow, "the answer did not begin within");
        let deltas = within(first.or(whole), self.inner.stream(call)).await??;
        Ok(Deltas::new(stream::unfold(deltas, move |mut deltas| async move {
            let next = Due::new(limits.idle, FailureKind::TooSlow, "the answer did not go on within");
            let item = within(next.or(whole), deltas.advance()).await;
            let item = item.unwrap_or_else(|late| Some(Err(late)))?;
            Some((item, deltas))
        })))
    }
}

impl Limits {
    fn whole(&self, call: &Call) -> Due {
        let now = Instant::now();
        let total = Due::new(self.total, FailureKind::TooSlow, "the answer was not whole within");
        let limit = call.deadline().saturating_duration_since(now);
        let what = "the request's time was over after";
        total.or(Due { at: call.deadline(), kind: FailureKind::Deadline, limit, what })
    }
}

impl Due {
    fn new(limit: Duration, kind: FailureKind, what: &'static str) -> Self {
        Self { at: Instant::now() + limit, kind, limit, what }
    }

    /// What is due first.
    fn or(self, other: Self) -> Self {
        if other.at <= self.at { other } else { self }
    }

    fn failure(self) -> Failure {
        let limit = humantime::format_duration(Duration::from_millis(self.limit.as_millis() as u64));
        Failure::new(self.kind, format!("{} {limit}", self.what))
    }
}

async fn within<T>(due: Due, work: impl Future<Output = T> + Send) -> Result<T, Failure> {
    timeout_at(due.at, work).await.map_err(|_| due.failure())
}
