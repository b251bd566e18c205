//! Listening, until somebody says that it is enough.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_service::Service as _;

use super::guard::Peer;
use super::patience::Patient;
use super::router;
use super::service::Service;
use crate::error::{Error, ErrorKind, Result};

/// How long requests that are under way may go on when the service closes.
const DRAIN: Duration = Duration::from_secs(10);

/// How long it is waited when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// The most bytes that a connection holds of what it reads and writes.
const BUFFER: usize = 128 * 1024;

/// A service that listens and does not answer yet.
#[derive(Debug)]
pub struct Listening {
    listener: TcpListener,
    service: Service,
    /// Where it listens; the port is the one that was given to it, if it asked for any.
    pub address: SocketAddr,
}

/// Listens at an address.
///
/// # Errors
/// [`ErrorKind::Request`] if others than this machine could reach it and there is no token; [`ErrorKind::File`] if it cannot
/// be listened there.
pub async fn listen(service: Service, address: SocketAddr) -> Result<Listening> {
    if !address.ip().is_loopback() && service.settings().token.is_none() {
        let message =
            format!("`{address}` can be reached by others: set a token with FIRSTFRAME_TOKEN, or listen at 127.0.0.1");
        return Err(Error::new(ErrorKind::Request, message));
    }
    let failed = |error: std::io::Error| {
        let message = format!("nothing can listen at `{address}` ({error}): choose another port with `--port`");
        Error::new(ErrorKind::File, message).because(error)
    };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok(Listening { listener, service, address })
}

impl Listening {
    /// Answers until `enough` is over. Then no new connection is taken, and those that are there have ten seconds to come
    /// to their end. As many connections as may be are taken; others wait until one of them ends.
    pub async fn until(self, enough: impl Future<Output = ()> + Send + 'static) {
        let Self { listener, service, .. } = self;
        let closing = service.clone();
        tokio::spawn(async move {
            enough.await;
            closing.close();
        });
        let (router, most) = (router(&service), service.settings().limits.connections);
        let room = Arc::new(Semaphore::new(most as usize));
        tokio::select! {
            () = take_in(&listener, &service, (&router, &room)) => {}
            () = service.closing() => {}
        }
        drop(listener);
        // What is still under way then is broken off.
        let _ = tokio::time::timeout(DRAIN, room.acquire_many(most)).await;
    }
}

/// Takes connections in, as long as there is room.
async fn take_in(listener: &TcpListener, service: &Service, (router, room): (&Router, &Arc<Semaphore>)) {
    while let Ok(place) = Arc::clone(room).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, peer)) => {
                tokio::spawn(serve(stream, (peer, place), router.clone(), service.clone()));
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

/// Answers what comes over a connection.
async fn serve(
    stream: TcpStream,
    (peer, _place): (SocketAddr, OwnedSemaphorePermit),
    router: Router,
    service: Service,
) {
    // Answers are written as a whole: to wait for more would only make them late.
    let _ = stream.set_nodelay(true);
    let limits = service.settings().limits;
    let answer = service_fn(|request| answer(router.clone(), peer, request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(Patient::new(stream, limits.reader)), answer);
    let mut connection = std::pin::pin!(connection);
    // What goes wrong with a connection is told to nobody but who is at its other end.
    tokio::select! {
        _ = connection.as_mut() => return,
        () = service.closing() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

async fn answer(mut router: Router, peer: SocketAddr, mut request: Request<Incoming>) -> Result<Response, Infallible> {
    request.extensions_mut().insert(Peer(peer));
    router.call(request.map(Body::new)).await
}
