//! A model whose every try is written into the ledger of its call.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use tokio::time::Instant;

use super::{Call, Cost, Delta, Deltas, End, Entry, Failure, Ledger, Model, Outcome, Price, Reply, Role, Usage};

/// Writes what each try took and cost. Tries that are dropped half-way are written too: what they cost is unknown, since
/// the provider may ask for what it has done.
#[derive(Debug)]
pub struct Metered {
    inner: Arc<dyn Model>,
    price: Option<Price>,
}

/// A try that is under way. When it goes away it is in the ledger.
#[derive(Debug)]
struct Meter {
    ledger: Ledger,
    role: Role,
    model: String,
    price: Option<Price>,
    begun: Instant,
    first_token: Option<Duration>,
    outcome: Outcome,
    is_free: bool,
    usage: Option<Usage>,
}

impl Metered {
    /// A model that costs this much.
    pub fn new(inner: Arc<dyn Model>, price: Option<Price>) -> Self {
        Self { inner, price }
    }

    fn meter(&self, call: &Call) -> Meter {
        Meter {
            ledger: call.ledger().clone(),
            role: call.role(),
            model: self.inner.name().to_owned(),
            price: self.price,
            begun: Instant::now(),
            first_token: None,
            outcome: Outcome::Dropped,
            is_free: false,
            usage: None,
        }
    }
}

#[async_trait]
impl Model for Metered {
    fn name(&self) -> &str {
        self.inner.name()
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        let mut meter = self.meter(call);
        let reply = self.inner.reply(call).await;
        match &reply {
            Ok(reply) => meter.answered(reply.end),
            Err(failure) => meter.failed(failure),
        }
        reply
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        let mut meter = self.meter(call);
        let deltas = self.inner.stream(call).await.inspect_err(|failure| meter.failed(failure))?;
        meter.first_token = Some(meter.begun.elapsed());
        Ok(Deltas::new(deltas.inspect(move |delta| match delta {
            Ok(Delta::Text(_)) => {}
            Ok(Delta::End(end)) => meter.answered(*end),
            Err(failure) => meter.failed(failure),
        })))
    }
}

impl Meter {
    fn answered(&mut self, end: End) {
        self.outcome = Outcome::Answered(end.finish);
        self.usage = end.usage;
    }

    fn failed(&mut self, failure: &Failure) {
        self.outcome = Outcome::Failed(failure.kind());
        self.is_free = failure.is_free();
    }

    fn cost(&self) -> Cost {
        match (self.is_free, self.usage, self.price) {
            (true, ..) => Cost::FREE,
            (false, Some(usage), Some(price)) => price.of(&usage),
            _ => Cost::UNKNOWN,
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        self.ledger.write(Entry {
            role: self.role,
            model: std::mem::take(&mut self.model),
            first_token: self.first_token,
            total: self.begun.elapsed(),
            usage: self.usage,
            cost: self.cost(),
            outcome: self.outcome,
        });
    }
}
