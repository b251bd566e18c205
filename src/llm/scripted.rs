//! A model that plays what somebody wrote, for tests of everything that asks models.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream;

use super::{Call, Delta, Deltas, End, Failure, FailureKind, Finish, Model, Reply, Usage};

/// A model that answers each call with the next of its scripts, and keeps the calls. When there is no script left, a call
/// fails.
pub struct ScriptedModel {
    name: String,
    scripts: Mutex<VecDeque<Vec<Step>>>,
    calls: Mutex<Vec<Call>>,
}

/// What happens next in an answer. A script that ends without an end or a failure is an answer that is cut off.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Time goes by.
    Wait(Duration),
    /// Words come.
    Say(String),
    /// The answer ends.
    End(End),
    /// It fails.
    Fail(Failure),
    /// Nothing more ever comes.
    Hang,
}

impl Step {
    /// Words come.
    pub fn say(text: impl Into<String>) -> Self {
        Self::Say(text.into())
    }

    /// The answer ends as it should, with so many tokens read and written.
    pub fn stop(input: u64, output: u64) -> Self {
        Self::End(End { finish: Finish::Stop, usage: Some(Usage { input, output, ..Usage::default() }) })
    }

    /// It fails in this way.
    pub fn fail(kind: FailureKind) -> Self {
        Self::Fail(Failure::new(kind, "so it was written"))
    }
}

impl ScriptedModel {
    /// A model of this name without any script.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), scripts: Mutex::default(), calls: Mutex::default() }
    }

    /// Adds the answer to one more call.
    #[must_use]
    pub fn then(self, script: impl IntoIterator<Item = Step>) -> Self {
        self.add(script);
        self
    }

    /// Adds a whole answer to one more call, which takes no time.
    #[must_use]
    pub fn saying(self, text: impl Into<String>) -> Self {
        self.then([Step::say(text), Step::stop(1, 1)])
    }

    /// Adds the answer to one more call while others are under way.
    pub fn add(&self, script: impl IntoIterator<Item = Step>) {
        lock(&self.scripts).push_back(script.into_iter().collect());
    }

    /// All calls so far.
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.calls).clone()
    }

    fn play(&self, call: &Call) -> Deltas {
        lock(&self.calls).push(call.clone());
        let none = || vec![Step::Fail(Failure::new(FailureKind::Rejected, "the script is at its end"))];
        let script = lock(&self.scripts).pop_front().unwrap_or_else(none);
        Deltas::new(stream::unfold(script.into_iter(), |mut script| async move {
            let item = next(&mut script).await?;
            Some((item, script))
        }))
    }
}

async fn next(script: &mut std::vec::IntoIter<Step>) -> Option<Result<Delta, Failure>> {
    loop {
        match script.next()? {
            Step::Wait(time) => tokio::time::sleep(time).await,
            Step::Say(text) if text.is_empty() => {}
            Step::Say(text) => return Some(Ok(Delta::Text(text))),
            Step::End(end) => return Some(Ok(Delta::End(end))),
            Step::Fail(failure) => return Some(Err(failure)),
            Step::Hang => std::future::pending().await,
        }
    }
}

#[async_trait]
impl Model for ScriptedModel {
    fn name(&self) -> &str {
        &self.name
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        self.play(call).whole().await.map_err(|failure| failure.of(&self.name))
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        self.play(call).begun().await.map_err(|failure| failure.of(&self.name))
    }
}

impl fmt::Debug for ScriptedModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("ScriptedModel").field(&self.name).finish()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
