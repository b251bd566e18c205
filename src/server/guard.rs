//! What happens to every request before anybody looks at it: it gets an id, and shows its token.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::page;
use super::problem::Problem;
use super::service::Service;

/// The header with the id of a request.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken over from a client.
const LONGEST: usize = 64;

/// Paths that anybody may ask for: they say nothing but that the service is there.
const OPEN: [&str; 2] = ["/healthz", "/readyz"];

tokio::task_local! {
    static ID: String;
}

/// The id of the request that is being answered; empty outside of one.
pub(super) fn current() -> String {
    ID.try_with(Clone::clone).unwrap_or_default()
}

/// Runs something as part of the request with this id.
pub(super) async fn as_part_of<T>(id: String, work: impl Future<Output = T>) -> T {
    ID.scope(id, work).await
}

/// Gives a request its id: the one that the client names, or a new one.
pub(super) async fn named(request: Request, next: Next) -> Response {
    let named = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).filter(|id| is_id(id));
    let id = named.map_or_else(|| Uuid::now_v7().simple().to_string(), str::to_owned);
    let mut response = as_part_of(id.clone(), next.run(request)).await;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain)
}

/// Lets through who shows the token; without one, who speaks to this machine by one of its own names: a page of somebody
/// else that lets its name point here is refused.
pub(super) async fn guard(State(service): State<Service>, request: Request, next: Next) -> Response {
    if OPEN.contains(&request.uri().path()) || is_file_of_page(&request) {
        return next.run(request).await;
    }
    let shown = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.strip_prefix("Bearer "));
    let refusal = match &service.settings().token {
        Some(token) if !shown.is_some_and(|shown| token.is(shown)) => {
            Some((StatusCode::UNAUTHORIZED, "token", "expected the token of this service: `Authorization: Bearer …`"))
        }
        None if !is_local(request.headers().get(header::HOST)) => Some((
            StatusCode::FORBIDDEN,
            "host",
            "this service answers to `localhost` alone: start it with a token to reach it by another name",
        )),
        _ => None,
    };
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
