//! Who may use the service: what is looked at before anything else of a request.

use std::net::SocketAddr;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::page;
use super::problem::Problem;
use super::rate::Client;
use super::service::Service;

/// Paths that anybody may ask for, as often as they like: they say nothing but that the service is there.
const OPEN: [&str; 2] = ["/healthz", "/readyz"];

/// Where a request comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer(pub(super) SocketAddr);

/// Lets through who shows the token; without one, who speaks to this machine by one of its own names: a page of somebody
/// else that lets its name point here is refused. Nobody is let through too often.
pub(super) async fn guard(State(service): State<Service>, request: Request, next: Next) -> Response {
    if OPEN.contains(&request.uri().path()) || is_file_of_page(&request) {
        return next.run(request).await;
    }
    let refusal = refusal(&service, request.headers());
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip());
    let client = if refusal.is_none() { Client::known(peer) } else { Client::stranger(peer) };
    if let Err(wait) = service.rates().take(client) {
        return too_often(wait.as_secs_f64().ceil() as u64);
    }
    match refusal {
        Some((status, code, detail)) => Problem::new(status, code, detail).into_response(),
        None => next.run(request).await,
    }
}

/// Whether it asks for a file of the studio page, which holds nothing that is anybody's: its scenes are shown on origins of
/// their own, and the page asks for the token itself.
fn is_file_of_page(request: &Request) -> bool {
    let path = request.uri().path();
    request.method() == Method::GET && (path == "/" || path.starts_with(page::PREFIX))
}

fn refusal(service: &Service, headers: &HeaderMap) -> Option<(StatusCode, &'static str, &'static str)> {
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.strip_prefix("Bearer "));
    match &service.settings().token {
        Some(token) if !shown.is_some_and(|shown| token.is(shown)) => {
            let detail = "expected the token of this service: `Authorization: Bearer …`";
            Some((StatusCode::UNAUTHORIZED, "token", detail))
        }
        None if !is_local(headers.get(header::HOST)) => {
            let detail = "this service answers to `localhost` alone: start it with a token to reach it by another name";
            Some((StatusCode::FORBIDDEN, "host", detail))
        }
        _ => None,
    }
}

fn too_often(seconds: u64) -> Response {
    let detail = format!("that was too often: ask again in {seconds} s, or start the service with a higher `--rate`");
    let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "rate", detail);
    ([(header::RETRY_AFTER, HeaderValue::from(seconds))], problem).into_response()
}

/// Whether a host is this machine by a name that nobody else can give it.
fn is_local(host: Option<&HeaderValue>) -> bool {
    let Some(host) = host else { return true };
    let host = host.to_str().unwrap_or_default();
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((name, _)) => name,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_local() {
        for (host, local) in [
            ("localhost:4000", true),
            ("LOCALHOST", true),
            ("127.0.0.1:80", true),
            ("[::1]:4000", true),
            ("localhost.example.com", false),
            ("example.com:127", false),
            ("192.168.0.1", false),
            ("", false),
        ] {
            assert_eq!(is_local(HeaderValue::from_str(host).ok().as_ref()), local, "{host}");
        }
    }
}
