//! Models behind HTTP.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::stream;
use reqwest::Response;
use reqwest::header::CONTENT_TYPE;
use tokio::time::timeout;

use super::protocol::{Delivery, StreamReader, Terms, lacks_schemas};
use super::provider::Provider;
use super::{Call, Delta, Deltas, Failure, FailureKind, Model, ModelSpec, Reply, RoleSpec, Structured};

/// The largest answer that is read, in bytes as they come.
const MAX_BODY: usize = 32 * 1024 * 1024;

/// How long it is waited for what a call took, when its text is whole.
const USAGE_PATIENCE: Duration = Duration::from_secs(1);

/// How long the end of the connection's stream is waited for, when everything is there, so that the connection can be used
/// again.
const END_PATIENCE: Duration = Duration::from_millis(20);

/// A model of a provider, in a role. One try for each call; everything else is the work of others.
#[derive(Debug)]
pub struct HttpModel {
    name: String,
    spec: Arc<ModelSpec>,
    max_tokens: u32,
    temperature: Option<f64>,
    provider: Arc<Provider>,
    /// The server has shown that it cannot be held to a schema, so that it is asked for JSON in words.
    lacks_schemas: AtomicBool,
}

/// An answer that is being read.
struct Reading {
    response: Response,
    reader: StreamReader,
    provider: Arc<Provider>,
    taken: usize,
}

impl HttpModel {
    pub(super) fn new(spec: &Arc<ModelSpec>, role: &RoleSpec, provider: &Arc<Provider>) -> Self {
        Self {
            name: spec.name(),
            spec: spec.clone(),
            max_tokens: role.max_tokens,
            temperature: role.temperature,
            provider: provider.clone(),
            lacks_schemas: AtomicBool::new(false),
        }
    }

    async fn open(&self, call: &Call, delivery: Delivery) -> Result<Response, Failure> {
        let is_known = self.lacks_schemas.load(Ordering::Relaxed);
        let structured = if is_known { Structured::Prompt } else { self.spec.structured };
        let sent = self.send(call, structured, delivery).await;
        let Err(failure) = &sent else { return sent };
        if call.schema().is_none() || structured == Structured::Prompt || !lacks_schemas(failure) {
            return sent;
        }
        // A schema that is wrong says nothing of others.
        let is_this_schema = failure.message().contains("nvalid schema");
        self.lacks_schemas.store(!is_this_schema, Ordering::Relaxed);
        self.send(call, Structured::Prompt, delivery).await
    }

    async fn send(&self, call: &Call, structured: Structured, delivery: Delivery) -> Result<Response, Failure> {
        let terms = Terms {
            model: &self.spec.model,
            max_tokens_key: self.spec.max_tokens_key,
            max_tokens: call.max_tokens().map_or(self.max_tokens, |tokens| tokens.min(self.max_tokens)),
            temperature: call.temperature().or(self.temperature).filter(|_| self.spec.takes_temperature),
            structured,
            extra: &self.spec.extra,
        };
        let body = self.provider.protocol.body(call, &terms, delivery);
        let body = serde_json::to_vec(&body)
            .map_err(|error| Failure::new(FailureKind::Rejected, format!("the call is no JSON: {error}")))?;
        self.provider.send(body, call.trace()).await
    }

    async fn whole(&self, mut response: Response) -> Result<Reply, Failure> {
        let mut body = Vec::new();
        while let Some(bytes) = response.chunk().await.map_err(|error| self.provider.failure(error))? {
            body.extend_from_slice(&bytes);
            if body.len() > MAX_BODY {
                return Err(too_large());
            }
        }
        self.provider.protocol.read(&body)
    }

    async fn begin(&self, call: &Call) -> Result<Deltas, Failure> {
        let response = self.open(call, Delivery::Streamed).await?;
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.contains("html") {
            return Err(Failure::new(FailureKind::Garbled, "expected an answer, and the server sent a web page"));
        }
        if kind.contains("json") {
            return self.whole(response).await.map(Deltas::from);
        }
        let reader = StreamReader::new(self.provider.protocol);
        let reading = Reading { response, reader, provider: self.provider.clone(), taken: 0 };
        let name = self.name.clone();
        Deltas::new(stream::unfold(reading, move |mut reading| {
            let name = name.clone();
            async move {
                let delta = reading.next().await.map_err(|failure| reading.provider.told(failure).of(&name));
                Some((delta, reading))
            }
        }))
        .begun()
        .await
    }

    fn told(&self, failure: Failure) -> Failure {
        self.provider.told(failure).of(&self.name)
    }
}

#[async_trait]
impl Model for HttpModel {
    fn name(&self) -> &str {
        &self.name
    }

    async fn reply(&self, call: &Call) -> Result<Reply, Failure> {
        let response = self.open(call, Delivery::Whole).await.map_err(|failure| self.told(failure))?;
        self.whole(response).await.map_err(|failure| self.told(failure))
    }

    async fn stream(&self, call: &Call) -> Result<Deltas, Failure> {
        self.begin(call).await.map_err(|failure| self.told(failure))
    }
}

impl Reading {
    async fn next(&mut self) -> Result<Delta, Failure> {
        loop {
            if let Some(text) = self.reader.take()? {
                return Ok(Delta::Text(text));
            }
            if let Some(end) = self.reader.end() {
                self.drain().await;
                return Ok(Delta::End(end));
            }
            match self.more().await {
                Ok(true) => {}
                Ok(false) => self.reader.close(None),
                Err(failure) => self.reader.close(Some(failure)),
            }
        }
    }

    /// Reads what comes next, and says whether anything did.
    async fn more(&mut self) -> Result<bool, Failure> {
        let chunk = self.response.chunk();
        let chunk = if self.reader.is_finished() {
            timeout(USAGE_PATIENCE, chunk).await.unwrap_or(Ok(None))
        } else {
            chunk.await
        };
        let Some(bytes) = chunk.map_err(|error| self.provider.failure(error))? else { return Ok(false) };
        self.taken += bytes.len();
        if self.taken > MAX_BODY {
            return Err(too_large());
        }
        self.reader.feed(&bytes);
        Ok(true)
    }

    async fn drain(&mut self) {
        let rest = async { while let Ok(Some(_)) = self.response.chunk().await {} };
        let _ = timeout(END_PATIENCE, rest).await;
    }
}

fn too_large() -> Failure {
    let message = format!("the server sent more than {} MiB, which no scene is", MAX_BODY / 1024 / 1024);
    Failure::new(FailureKind::TooLarge, message)
}
