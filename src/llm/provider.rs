//! A provider: its address, its key, and the connections to it.

use std::error::Error as StdError;
use std::io;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Client, Method, Request, Response, Url};

use super::protocol::{Protocol, failure_of};
use super::{ApiKey, Failure, FailureKind, Redactor};
use crate::trace::Trace;

/// The longest body of an error that is read.
const MAX_ERROR: usize = 64 * 1024;

/// How long the body of an error is waited for; what is there then is what is told.
const ERROR_PATIENCE: Duration = Duration::from_secs(2);

/// The longest sentence of a server that is passed on, in characters.
const LONGEST: usize = 400;

/// A provider as it is reached. The client, which takes milliseconds to make, is made when it is first wanted.
pub(super) struct Provider {
    pub(super) protocol: Protocol,
    pub(super) url: Url,
    pub(super) key: Option<ApiKey>,
    /// How long a connection may take to be made.
    pub(super) connect: Duration,
    pub(super) redactor: Redactor,
    pub(super) client: OnceLock<Client>,
}

impl Provider {
    /// Sends a body and waits for the status. The provider is told which trace it belongs to.
    ///
    /// # Errors
    /// What hinders it, or what the server says if the status is none of success.
    pub(super) async fn send(&self, body: Vec<u8>, trace: Option<Trace>) -> Result<Response, Failure> {
        let mut request = Request::new(Method::POST, self.at(self.protocol.path())?);
        *request.headers_mut() = self.headers()?;
        if let Some(trace) = trace.and_then(|trace| HeaderValue::from_str(&trace.to_string()).ok()) {
            request.headers_mut().insert("traceparent", trace);
        }
        *request.body_mut() = Some(body.into());
        let response = self.client()?.execute(request).await.map_err(|error| self.failure(error))?;
        if response.status().is_success() { Ok(response) } else { Err(self.refusal(response).await) }
    }

    /// Opens a connection, so that the first call need not. Says how long it took.
    ///
    /// # Errors
    /// If nobody answers. What is answered does not matter.
    pub(super) async fn warm(&self) -> Result<Duration, Failure> {
        let begun = Instant::now();
        let request = Request::new(Method::HEAD, self.url.clone());
        let answer = tokio::time::timeout(self.connect, self.client()?.execute(request)).await;
        match answer {
            Ok(Ok(_)) => Ok(begun.elapsed()),
            Ok(Err(error)) => Err(self.failure(error)),
            Err(_) => Err(self.too_slow()),
        }
    }

    /// The failure with all keys taken out, and no longer than people read.
    pub(super) fn told(&self, failure: Failure) -> Failure {
        let clean = self.redactor.redact(failure.message());
        let end = clean.char_indices().nth(LONGEST).map(|(at, _)| at);
        let message = end.map_or_else(|| clean.to_string(), |end| format!("{}…", &clean[..end]));
        failure.reworded(message)
    }

    /// What goes wrong with connections, in a sentence.
    pub(super) fn failure(&self, error: reqwest::Error) -> Failure {
        let error = error.without_url();
        let at = self.url.as_str().trim_end_matches('/');
        if is_untrusted(&error) {
            let message = format!("the server at `{at}` cannot be trusted: {}", root(&error));
            return Failure::new(FailureKind::Untrusted, message);
        }
        match (error.is_connect(), error.is_timeout()) {
            (_, true) => self.too_slow(),
            (true, _) => Failure::new(FailureKind::Unreachable, format!("nobody answers at `{at}`: {}", root(&error))),
            _ => Failure::new(FailureKind::Broken, format!("the connection to `{at}` was cut: {}", root(&error))),
        }
    }

    fn too_slow(&self) -> Failure {
        let at = self.url.as_str().trim_end_matches('/');
        let limit = humantime::format_duration(self.connect);
        Failure::new(FailureKind::TooSlow, format!("there was no connection to `{at}` within {limit}"))
    }

    fn client(&self) -> Result<&Client, Failure> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        // Somebody else may have chosen before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder()
            .user_agent(concat!("firstframe/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(self.connect)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        let builder = if is_this_machine(&self.url) { builder.no_proxy() } else { builder };
        let client = builder.build().map_err(|error| self.failure(error))?;
        Ok(self.client.get_or_init(|| client))
    }

    fn at(&self, path: &str) -> Result<Url, Failure> {
        let address = format!("{}{path}", self.url.as_str().trim_end_matches('/'));
        Url::parse(&address).map_err(|_| Failure::new(FailureKind::NotFound, format!("`{address}` is no address")))
    }

    fn headers(&self) -> Result<HeaderMap, Failure> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json, text/event-stream"));
        if self.protocol == Protocol::Anthropic {
            headers.insert("anthropic-version", HeaderValue::from_static("2023-06-01"));
        }
        let Some(key) = &self.key else { return Ok(headers) };
        let (name, value) = match self.protocol {
            Protocol::OpenAi => ("authorization", format!("Bearer {}", key.reveal())),
            Protocol::Anthropic => ("x-api-key", key.reveal().to_owned()),
        };
        let mut value = HeaderValue::from_str(&value)
            .map_err(|_| Failure::new(FailureKind::NoKey, "expected a key that can be sent in a header"))?;
        value.set_sensitive(true);
        headers.insert(name, value);
        Ok(headers)
    }

    async fn refusal(&self, mut response: Response) -> Failure {
        let status = response.status().as_u16();
        let wait = retry_after(response.headers());
        let mut body = Vec::new();
        let reading = async {
            while let Ok(Some(bytes)) = response.chunk().await {
                body.extend_from_slice(&bytes);
                if body.len() > MAX_ERROR {
                    break;
                }
            }
        };
        let is_whole = tokio::time::timeout(ERROR_PATIENCE, reading).await.is_ok() && body.len() <= MAX_ERROR;
        let text = String::from_utf8_lossy(&body);
        let text = if is_whole { text.into_owned() } else { self.redactor.redact_beginning(&text) };
        failure_of(status, &text, wait)
    }
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { protocol, url, key, .. } = self;
        let url = url.as_str();
        formatter.debug_struct("Provider").field("protocol", protocol).field("url", &url).field("key", key).finish()
    }
}

/// Whether an address is one of this machine, where no proxy stands between.
fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let number = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    host == "localhost" || number.is_ok_and(|number| number.is_loopback())
}

/// How long a server asks to be left alone: in milliseconds, in seconds, or until a time, which is held against the time
/// that the server believes it to be.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let seconds = |text: &str, scale: f64| {
        let number = text.parse::<f64>().ok()?;
        Duration::try_from_secs_f64(number * scale).ok()
    };
    if let Some(wait) = text("retry-after-ms").and_then(|text| seconds(text, 0.001)) {
        return Some(wait);
    }
    let told = text("retry-after")?;
    if let Some(wait) = seconds(told, 1.0) {
        return Some(wait);
    }
    let until = httpdate::parse_http_date(told).ok()?;
    let now = text("date").and_then(|date| httpdate::parse_http_date(date).ok()).unwrap_or_else(SystemTime::now);
    Some(until.duration_since(now).unwrap_or_default())
}

/// The first cause of an error.
fn root(error: &reqwest::Error) -> String {
    let mut cause: &dyn StdError = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}

/// Whether TLS failed in a way that another try will not change.
fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(error) = cause {
        let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        let inner = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>());
        if error.downcast_ref::<rustls::Error>().or(inner).is_some() {
            return true;
        }
        cause = error.source();
    }
    false
}
