//! Server-sent events: what happens while an operation runs, and one end.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event as Sent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::Stream;
use serde::Serialize;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::AbortHandle;

use super::part;
use super::problem::Problem;
use super::reply::Reply;
use super::service::Service;
use crate::event::{Event, Observer};

/// How many events wait for a reader. One that is slower is cut off: it would hold what others need.
const WAITING: usize = 1024;

/// How long streams go on when the service closes. Whoever closes it waits for ten seconds.
const DRAIN: Duration = Duration::from_secs(8);

/// Whether a client wants events rather than one answer.
pub(super) fn wants_events(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|kind| kind.trim().starts_with("text/event-stream"))
}

/// Runs an operation and sends what happens. When the client goes away, the operation ends.
pub(super) fn stream<W, F>(service: &Service, work: W) -> Response
where
    W: FnOnce(Service, Sending) -> F,
    F: Future<Output = Result<Reply, Problem>> + Send + 'static,
{
    let (sender, receiver) = channel(WAITING);
    let sending = Sending { sender, is_cut_off: Arc::default() };
    let (service, work) = (service.clone(), work(service.clone(), sending.clone()));
    let running = tokio::spawn(part::part().runs(async move {
        let closed = async {
            service.closing().await;
            tokio::time::sleep(DRAIN).await;
        };
        let done = tokio::select! {
            done = work => done,
            () = closed => Err(closing()),
        };
        sending.end(done).await;
    }));
    let events = Events { receiver, running: running.abort_handle() };
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

fn closing() -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "closing", "the service is closing: ask again in a moment")
}

/// Passes events on, but for the end, which comes with the answer.
#[derive(Debug, Clone)]
pub(super) struct Sending {
    sender: Sender<Sent>,
    /// The reader was too slow, so that something is missing, and nothing more is sent.
    is_cut_off: Arc<AtomicBool>,
}

impl Sending {
    async fn end(self, done: Result<Reply, Problem>) {
        if self.is_cut_off.load(Ordering::Relaxed) {
            return;
        }
        let last = match &done {
            Ok(reply) => sent("done", reply),
            Err(problem) => sent("failed", problem.document()),
        };
        // Who no longer listens needs no end.
        let _ = self.sender.send(last).await;
    }
}

impl Observer for Sending {
    fn observe(&mut self, event: Event) {
        let name = match &event {
            Event::Stage(_) => "stage",
            Event::Draft { .. } => "draft",
            Event::Code { .. } => "code",
            Event::Scene { .. } => "scene",
            Event::Mended { .. } => "mended",
            Event::Done | Event::Failed { .. } => return,
        };
        let is_cut_off = self.is_cut_off.load(Ordering::Relaxed);
        if !is_cut_off && self.sender.try_send(sent(name, &event)).is_err() {
            self.is_cut_off.store(true, Ordering::Relaxed);
        }
    }
}

fn sent(name: &str, data: &impl Serialize) -> Sent {
    Sent::default().event(name).data(serde_json::to_string(data).unwrap_or_default())
}

/// The events of an operation, which ends when they are dropped.
struct Events {
    receiver: Receiver<Sent>,
    running: AbortHandle,
}

impl Stream for Events {
    type Item = Result<Sent, std::convert::Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.receiver.poll_recv(context).map(|event| event.map(Ok))
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.running.abort();
    }
}
