//! One line in the log, and one count, for each request: when the last of its answer has gone, or nobody wants it any more.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::MatchedPath;
use axum::http::{Method, StatusCode};
use hyper::body::{Frame, SizeHint};

use super::service::Service;
use crate::trace::Trace;

/// The code of the problem that a request came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code(pub(super) &'static str);

/// What is said of a request when it is over. Never what was asked, nor by which path: that may hold names of people.
#[derive(Debug)]
pub(super) struct Line {
    service: Service,
    id: String,
    trace: String,
    method: Method,
    route: Option<MatchedPath>,
    began: Instant,
    first: Option<Duration>,
    bytes: u64,
    status: Option<StatusCode>,
    code: Option<Code>,
    /// Whether all of the answer was sent.
    is_whole: bool,
}

impl Line {
    pub(super) fn begin(
        service: Service,
        (id, trace): (&str, Option<Trace>),
        (method, route): (Method, Option<MatchedPath>),
    ) -> Self {
        Self {
            service,
            id: id.to_owned(),
            trace: trace.map(Trace::id).unwrap_or_default(),
            method,
            route,
            began: Instant::now(),
            first: None,
            bytes: 0,
            status: None,
            code: None,
            is_whole: false,
        }
    }

    /// The head of the answer is there.
    pub(super) fn answered(&mut self, status: StatusCode, code: Option<Code>) {
        (self.status, self.code) = (Some(status), code);
    }

    /// The place in the description that the request was for; paths that are none of it have one name together.
    fn route(&self) -> &str {
        self.route.as_ref().map_or("none", MatchedPath::as_str)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        // Who goes away before there is an answer gets none; proxies have this number for it.
        let status = self.status.map_or(499, |status| status.as_u16());
        self.service.metrics().answered((self.route(), status), (self.first.unwrap_or(took), took));
        tracing::info!(
            target: "firstframe::request",
            id = self.id,
            trace = self.trace,
            method = self.method.as_str(),
            route = self.route(),
            status,
            ms = took.as_micros() as f64 / 1000.0,
            bytes = self.bytes,
            code = self.code.map(|code| code.0),
            cut = (!self.is_whole).then_some(true),
        );
    }
}

/// The body of an answer, with the line that is written when it is over.
pub(super) struct Watched {
    body: Body,
    line: Line,
}

impl Watched {
    pub(super) fn new(body: Body, mut line: Line) -> Self {
        line.is_whole = body.is_end_stream();
        Self { body, line }
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        let line = &mut self.line;
        match &frame {
            Some(Ok(frame)) => {
                line.bytes += frame.data_ref().map_or(0, |data| data.len() as u64);
                line.first.get_or_insert_with(|| line.began.elapsed());
            }
            Some(Err(_)) => {}
            None => line.is_whole = true,
        }
        self.line.is_whole |= self.body.is_end_stream();
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
