//! Another model, where one has failed.

use std::sync::Arc;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use tokio::time::Instant;

use super::{Call, Deltas, Failure, FailureKind, Model, Reply};

/// Models of which the first that answers counts. It is known by the name of the first.
#[derive(Debug)]
pub struct Fallback {
    first: Arc<dyn Model>,
    others: Vec<Arc<dyn Model>>,
}

impl Fallback {
    /// A model, and those that are asked in turn when it fails before anything was shown.
    pub fn new(first: Arc<dyn Model>, others: Vec<Arc<dyn Model>>) -> Self {
        Self { first, others }
    }

    async fn any<'a, T>(
        &'a self,
        call: &Call,
        ask: impl Fn(&'a dyn Model) -> BoxFuture<'a, Result<T, Failure>> + Send + Sync,
    ) -> Result<T, Failure> {
        let mut failures = Vec::new();
        for model in std::iter::once(&self.first).chain(&self.others) {
            match ask(model.as_ref()).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failures.push(failure.of(model.name())),
            }
            if failures.last().is_some_and(|last| last.kind() == FailureKind::Deadline)
                || call.deadline() <= Instant::now()
            {
                break;
            }
        }
        Err(together(failures))
    }
}

/// What all of them say, as one failure of the kind of the first.
fn together(mut failures: Vec<Failure>) -> Failure {
    let said: Vec<String> = failures.iter().map(Failure::to_string).collect();
    let kind = failures.first().map_or(FailureKind::Deadline, Failure::kind);
    if failures.len() == 1 { failures.remove(0) } else { Failure::new(kind, said.join("; then ")) }
}

#[async_trait]
impl Model for Fallback {
    fn name(&self) -> &str {
        self.first.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        self.any(call, |model| model.reply(call)).await
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        self.any(call, |model| model.stream(call)).await
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::{Message, Role, ScriptedModel, Step};
    use super::*;

    fn call() -> Call {
        Call::new(Role::Code, Message::user("a"), Instant::now() + Duration::from_secs(9))
    }

    fn both(first: Step, second: Step) -> Fallback {
        let model = |name, step| Arc::new(ScriptedModel::new(name).then([step, Step::say("!"), Step::stop(1, 1)]));
        Fallback::new(model("a/one", first), vec![model("b/two", second)])
    }

    #[tokio::test(start_paused = true)]
    async fn the_next_one_is_asked() -> Result<(), Failure> {
        for kind in [FailureKind::Unauthorised, FailureKind::Server, FailureKind::Resting, FailureKind::TooLarge] {
            let models = both(Step::fail(kind), Step::say("two"));
            assert_eq!(models.stream(&call()).await?.whole().await?.text, "two!");
        }
        Ok(())
    }

    #[tokio::test(start_paused = true)]
    async fn when_all_fail_all_is_told() {
        let models = both(Step::fail(FailureKind::Unauthorised), Step::fail(FailureKind::Server));
        let failure = models.reply(&call()).await.expect_err("both fail");
        assert_eq!(failure.kind(), FailureKind::Unauthorised);
        assert_eq!(failure.to_string(), "`a/one`: so it was written; then `b/two`: so it was written");
        let models = both(Step::fail(FailureKind::Deadline), Step::say("two"));
        assert_eq!(models.reply(&call()).await.expect_err("late").to_string(), "`a/one`: so it was written");
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_shown_is_not_shown_again() -> Result<(), Failure> {
        let first = ScriptedModel::new("a/one").then([Step::say("one"), Step::fail(FailureKind::Broken)]);
        let second = Arc::new(ScriptedModel::new("b/two").saying("two"));
        let models = Fallback::new(Arc::new(first), vec![second.clone()]);
        let failure = models.stream(&call()).await?.whole().await.expect_err("cut");
        assert_eq!((failure.kind(), second.calls().len()), (FailureKind::Broken, 0));
        Ok(())
    }
}
