//! The bodies of requests: read as a whole before anybody works on them, and not for ever.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tokio::time::{Instant, timeout_at};

use super::problem::Problem;
use super::service::Service;
use crate::store::project::MAX_ASSET;

/// The largest body of a request that is no picture, in bytes: a long prompt with pictures in it.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Where pictures are sent to.
const PICTURES: &str = "/v1/assets";

/// How long bodies may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// From one piece to the next.
    pub idle: Duration,
    /// In all.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { idle: Duration::from_secs(10), whole: Duration::from_mins(1) }
    }
}

/// Reads the body of a request. One that is too large or too slow goes no further.
pub(super) async fn read(State(service): State<Service>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let most = if request.uri().path() == PICTURES { MAX_ASSET } else { MOST_BYTES };
    let (head, body) = request.into_parts();
    match whole(body, most, service.settings().limits.body).await {
        Ok(bytes) => next.run(Request::from_parts(head, bytes.into())).await,
        Err(problem) => problem.into_response(),
    }
}

async fn whole(mut body: Body, most: usize, patience: Patience) -> Result<Bytes, Problem> {
    let told = body.size_hint().lower();
    if told > most as u64 {
        return Err(too_large(most));
    }
    let end = Instant::now() + patience.whole;
    let mut bytes = Vec::with_capacity((told as usize).min(64 * 1024));
    while let Some(frame) = timeout_at(end.min(Instant::now() + patience.idle), body.frame()).await.map_err(too_slow)? {
        let frame = frame.map_err(|error| Problem::new(StatusCode::BAD_REQUEST, "body", error.to_string()))?;
        let Ok(data) = frame.into_data() else { continue };
        if bytes.len() + data.len() > most {
            return Err(too_large(most));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes.into())
}

fn too_large(most: usize) -> Problem {
    let detail = format!("expected a body of at most {} MiB: make pictures smaller, or send fewer", most / 1024 / 1024);
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body", detail)
}

fn too_slow(_: tokio::time::error::Elapsed) -> Problem {
    Problem::new(StatusCode::REQUEST_TIMEOUT, "body", "the body took too long: send it in one go")
}
