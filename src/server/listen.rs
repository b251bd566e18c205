//! Listening, until somebody says that it is enough.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;

use super::router;
use super::service::Service;
use crate::error::{Error, ErrorKind, Result};

/// How long requests that are under way may go on when the service closes.
const DRAIN: Duration = Duration::from_secs(10);

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
    /// to their end.
    ///
    /// # Errors
    /// [`ErrorKind::File`] if the system refuses to go on.
    pub async fn until(self, enough: impl Future<Output = ()> + Send + 'static) -> Result<()> {
        let Self { listener, service, .. } = self;
        let closing = service.clone();
        let enough = async move {
            enough.await;
            closing.close();
        };
        let serving = axum::serve(listener, router(&service)).with_graceful_shutdown(enough);
        let drained = async {
            service.closing().await;
            tokio::time::sleep(DRAIN).await;
        };
        tokio::select! {
            done = serving => done.map_err(|error| Error::new(ErrorKind::File, format!("the service broke off: {error}")).because(error)),
            () = drained => Ok(()),
        }
    }
}
