//! A server that answers as models do, and takes as long, scaled down: real HTTP, real streams, both protocols.

mod asked;
mod lane;
mod wire;

pub(super) use asked::Asked;
pub(super) use lane::{Billed, Lane, Told, Wait};

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use futures_util::future::select;
use futures_util::stream::{self, BoxStream, StreamExt};
use http_body_util::{BodyExt, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::assumptions::Assumptions;
use crate::error::{Error, ErrorKind, Result};
use crate::llm::Usage;
use crate::llm::protocol::Protocol;
use lane::Open;

/// The server. It has a thread of its own and ends with this value.
#[derive(Debug)]
pub(super) struct Server {
    address: String,
    shared: Arc<Shared>,
    /// Ends the thread when it goes away.
    _end: oneshot::Sender<Infallible>,
}

#[derive(Debug)]
struct Shared {
    assumptions: Arc<Assumptions>,
    lanes: Mutex<Vec<Arc<Lane>>>,
    /// The prompts that the provider keeps, by their model.
    kept: Mutex<HashSet<String>>,
}

type Body = StreamBody<BoxStream<'static, Result<Frame<Bytes>, Infallible>>>;

/// An answer that is being written.
struct Writing {
    asked: Asked,
    told: wire::Told,
    open: Open,
    /// Where the next piece begins, in bytes of the text.
    at: usize,
    /// How many pieces were sent.
    sent: usize,
    pieces: usize,
    is_over: bool,
}

impl Server {
    /// Starts it on a free port of this machine.
    ///
    /// # Errors
    /// [`ErrorKind::Internal`] if the system has no port or no thread left.
    pub(super) fn start(assumptions: &Arc<Assumptions>) -> Result<Self> {
        let failed = |error| Error::new(ErrorKind::Internal, "no server can be started on this machine").because(error);
        let listener = std::net::TcpListener::bind("127.0.0.1:0").map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let address = format!("http://{}", listener.local_addr().map_err(failed)?);
        let (lanes, kept) = (Mutex::default(), Mutex::default());
        let shared = Arc::new(Shared { assumptions: assumptions.clone(), lanes, kept });
        let (end, ended) = oneshot::channel();
        let served = shared.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let work = move || {
            runtime.block_on(async move { select(Box::pin(serve(listener, served)), ended).await });
        };
        thread::Builder::new().name("slow server".to_owned()).spawn(work).map_err(failed)?;
        Ok(Self { address, shared, _end: end })
    }

    /// Opens a lane, with the address at which its calls are answered.
    pub(super) fn lane(&self, lane: Lane) -> (Arc<Lane>, String) {
        let lane = Arc::new(lane);
        let mut lanes = self.shared.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.push(lane.clone());
        (lane, format!("{}/{}", self.address, lanes.len() - 1))
    }
}

async fn serve(listener: std::net::TcpListener, shared: Arc<Shared>) -> std::io::Result<()> {
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let _ = stream.set_nodelay(true);
        tokio::spawn(talk(stream, shared.clone()));
    }
}

/// Answers the requests of a connection. What breaks is the other side's to see.
async fn talk(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(|request| {
        let shared = shared.clone();
        async move { Ok::<_, Infallible>(shared.answer(request).await.unwrap_or_else(refusal)) }
    });
    let _ = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

impl Shared {
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Body>, StatusCode> {
        let from = Instant::now();
        let (lane, protocol) = self.called(request.uri().path()).ok_or(StatusCode::NOT_FOUND)?;
        let body = request.into_body().collect().await.map_err(|_| StatusCode::BAD_REQUEST)?.to_bytes();
        let body: Value = serde_json::from_slice(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
        let asked = Asked::read(protocol, &body, &self.assumptions.counting).ok_or(StatusCode::BAD_REQUEST)?;
        let script = lane.script().ok_or(StatusCode::CONFLICT)?;
        let text = script.answer(&asked);
        let usage = self.usage(&asked, lane.told, &text);
        let told = wire::Told { text, usage };
        let open = lane.open(from, asked.work, usage);
        Ok(if asked.is_streamed { streamed(asked, told, open).await } else { whole(&asked, &told, open).await })
    }

    /// The lane and the protocol that a path means: `/3/v1/messages`.
    fn called(&self, path: &str) -> Option<(Arc<Lane>, Protocol)> {
        let (number, path) = path.strip_prefix('/')?.split_once('/')?;
        let protocol = match path {
            "chat/completions" => Protocol::OpenAi,
            "v1/messages" => Protocol::Anthropic,
            _ => return None,
        };
        let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        Some((lanes.get(number.parse::<usize>().ok()?)?.clone(), protocol))
    }

    fn usage(&self, asked: &Asked, told: Told, text: &str) -> Usage {
        let Assumptions { counting, least_output, former, .. } = &*self.assumptions;
        if let (Told::Assumed, Some(call)) = (told, former.get(&asked.work)) {
            return Usage { input: call.input, output: call.output, ..Usage::default() };
        }
        let least = least_output.get(&asked.work).copied().unwrap_or(0);
        let output = counting.tokens(text.len()).max(least);
        let kept = counting.tokens(asked.kept.len());
        if kept < counting.least_kept.max(1) {
            return Usage { input: asked.input, output, ..Usage::default() };
        }
        let input = asked.input.saturating_sub(kept);
        let is_new = self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(asked.kept.clone());
        let (cache_read, cache_write) = if is_new { (0, kept) } else { (kept, 0) };
        Usage { input, cache_read, cache_write, output }
    }
}

async fn whole(asked: &Asked, told: &wire::Told, mut open: Open) -> Response<Body> {
    sleep_until(open.from + open.total).await;
    open.finished();
    let text = wire::whole(asked, told);
    response("application/json", stream::iter([Ok(Frame::data(Bytes::from(text)))]).boxed())
}

async fn streamed(asked: Asked, told: wire::Told, open: Open) -> Response<Body> {
    sleep_until(open.from + open.first).await;
    let pieces = told.usage.output.max(1) as usize;
    let writing = Writing { asked, told, open, at: 0, sent: 0, pieces, is_over: false };
    response("text/event-stream", stream::unfold(writing, Writing::next).boxed())
}

impl Writing {
    /// What is to be sent next, when its time has come.
    async fn next(mut self) -> Option<(Result<Frame<Bytes>, Infallible>, Self)> {
        if self.is_over {
            return None;
        }
        sleep_until(self.open.from + self.due(self.sent)).await;
        let text = self.words();
        Some((Ok(Frame::data(Bytes::from(text))), self))
    }

    /// When a piece is due; the end, where there is none left.
    fn due(&self, piece: usize) -> std::time::Duration {
        let writing = self.open.total.saturating_sub(self.open.first);
        self.open.first + writing.mul_f64(piece as f64 / self.pieces as f64)
    }

    /// All pieces that are due, and the end.
    fn words(&mut self) -> String {
        let mut text = if self.sent == 0 { wire::opening(&self.asked, &self.told) } else { String::new() };
        let passed = self.open.from.elapsed();
        while self.sent < self.pieces && self.due(self.sent) <= passed {
            text += &self.piece();
        }
        if self.sent == self.pieces && passed >= self.open.total {
            text += &wire::closing(&self.asked, &self.told);
            self.open.finished();
            self.is_over = true;
        }
        text
    }

    /// The next piece: an even share of what is left.
    fn piece(&mut self) -> String {
        let left = self.told.text.len() - self.at;
        let share = left.div_ceil(self.pieces - self.sent);
        let end = self.told.text.ceil_char_boundary(self.at + share);
        let words = &self.told.text[self.at..end];
        let piece = if words.is_empty() { String::new() } else { wire::piece(&self.asked, words) };
        (self.at, self.sent) = (end, self.sent + 1);
        piece
    }
}

fn response(kind: &'static str, body: BoxStream<'static, Result<Frame<Bytes>, Infallible>>) -> Response<Body> {
    let mut response = Response::new(StreamBody::new(body));
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    response
}

fn refusal(status: StatusCode) -> Response<Body> {
    let mut response = response("application/json", stream::empty().boxed());
    *response.status_mut() = status;
    response
}

async fn sleep_until(time: Instant) {
    tokio::time::sleep_until(time.into()).await;
}

#[cfg(test)]
mod tests;
