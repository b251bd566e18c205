//! The request that is being answered: its id, and its place in a trace.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use super::line::{Code, Line, Watched};
use super::service::Service;
use crate::trace::Trace;

/// The header with the id of a request.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The header with the trace of a request.
const TRACE: HeaderName = HeaderName::from_static("traceparent");

/// The longest id that is taken over from a client.
const LONGEST: usize = 64;

tokio::task_local! {
    static PART: Part;
}

/// What everything that is done for a request has in common.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    id: String,
    trace: Option<Trace>,
}

/// The request that is being answered; outside of one, one without a name.
pub(super) fn part() -> Part {
    PART.try_with(Clone::clone).unwrap_or_default()
}

/// The id of the request that is being answered; empty outside of one.
pub(super) fn current() -> String {
    PART.try_with(|part| part.id.clone()).unwrap_or_default()
}

/// The trace of the request that is being answered.
pub(super) fn trace() -> Option<Trace> {
    PART.try_with(|part| part.trace).unwrap_or_default()
}

impl Part {
    /// Takes over what a client says of its request; what it does not say, or not well, is new.
    fn of(headers: &HeaderMap) -> Self {
        let new = Uuid::now_v7();
        let (_, span) = new.as_u64_pair();
        let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let id = text(&REQUEST_ID).filter(|id| is_id(id));
        let id = id.map_or_else(|| new.simple().to_string(), str::to_owned);
        let trace = text(&TRACE).and_then(Trace::parse).map(|trace| trace.within(span));
        Self { id, trace: trace.or_else(|| Trace::new(new.as_u128(), span)) }
    }

    /// Runs something as a part of this request.
    pub(super) async fn runs<T>(self, work: impl Future<Output = T>) -> T {
        PART.scope(self, work).await
    }

    fn tell(&self, headers: &mut HeaderMap) {
        let trace = self.trace.map(|trace| trace.to_string()).unwrap_or_default();
        for (name, text) in [(REQUEST_ID, self.id.as_str()), (TRACE, &trace)] {
            if let Ok(value) = HeaderValue::from_str(text) {
                headers.insert(name, value);
            }
        }
    }
}

fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain)
}

/// Gives a request its id and its trace, and writes a line about it when its answer has been sent.
pub(super) async fn named(State(service): State<Service>, request: Request, next: Next) -> Response {
    let part = Part::of(request.headers());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut line = Line::begin(service, (&part.id, part.trace), (request.method().clone(), route));
    let mut response = part.clone().runs(next.run(request)).await;
    part.tell(response.headers_mut());
    line.answered(response.status(), response.extensions_mut().remove::<Code>());
    response.map(|body| axum::body::Body::new(Watched::new(body, line)))
}
