//! Pictures that this machine fetches for somebody: from public addresses alone, and none that is too large.
//!
//! A name is resolved once, all of its addresses have to be public, and the connection is made to these and to no others,
//! so that a name that means something else a moment later leads nowhere. Each redirect is a new address that is held to
//! the same. No proxy stands between, since it would resolve the name once more.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode, header};
use futures_util::future::BoxFuture;
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use tokio::time::timeout;

use super::problem::Problem;
use super::public::is_public;
use crate::store::project::MAX_ASSET;

/// How often an answer may point elsewhere.
const MOST_REDIRECTS: usize = 3;

/// How long all of it may take.
const DEADLINE: Duration = Duration::from_secs(20);

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);

/// The longest address, in bytes.
const LONGEST: usize = 2_048;

/// What names are resolved with.
pub(super) type Resolver = fn(String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>>;

/// How pictures are fetched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fetch {
    resolver: Resolver,
    /// Which way an address is reached, once it was found to be public. Tests lead it to this machine.
    way: fn(IpAddr) -> IpAddr,
}

impl Default for Fetch {
    fn default() -> Self {
        Self { resolver: |host| Box::pin(system(host)), way: |address| address }
    }
}

/// What the system's resolver says.
async fn system(host: String) -> io::Result<Vec<IpAddr>> {
    Ok(tokio::net::lookup_host((host, 0)).await?.map(|found| found.ip()).collect())
}

/// A place that may be asked: an address on the web, and the only machines that it may mean.
struct Place {
    url: Url,
    machines: Vec<SocketAddr>,
}

impl Fetch {
    /// The bytes of a picture at an address. Whether they are a picture is for others to say.
    ///
    /// # Errors
    /// A problem, if the address may not be asked, what is there is not as pictures are, or it cannot be had; the last may
    /// be tried again.
    pub(super) async fn picture(self, address: &str) -> Result<Vec<u8>, Problem> {
        let fetched = timeout(DEADLINE, self.follow(address)).await;
        fetched.unwrap_or_else(|_| Err(unavailable("it took too long")))
    }

    async fn follow(self, address: &str) -> Result<Vec<u8>, Problem> {
        let mut url = parse(address)?;
        for _ in 0..=MOST_REDIRECTS {
            let place = self.place(url).await?;
            let response = self.ask(&place).await?;
            if !response.status().is_redirection() {
                return taken(response).await;
            }
            url = elsewhere(&place.url, response.headers())?;
        }
        Err(unavailable("it points elsewhere again and again"))
    }

    /// Finds out which machines an address means.
    async fn place(self, url: Url) -> Result<Place, Problem> {
        let host = url.host_str().unwrap_or_default();
        let machines = match host.trim_start_matches('[').trim_end_matches(']').parse() {
            Ok(address) => vec![address],
            Err(_) => (self.resolver)(host.to_owned()).await.map_err(|_| unavailable("there is no such host"))?,
        };
        if machines.is_empty() {
            return Err(unavailable("there is no such host"));
        }
        if !machines.iter().all(|address| is_public(*address)) {
            return Err(refused("expected a public address: what is in this machine's own network is not fetched"));
        }
        let machines = machines.into_iter().map(|address| SocketAddr::new((self.way)(address), 0)).collect();
        Ok(Place { url, machines })
    }

    /// Asks for what is at a place: over a client of its own, which knows no other machines.
    async fn ask(self, Place { url, machines }: &Place) -> Result<Response, Problem> {
        // Somebody else may have chosen before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .user_agent(concat!("firstframe/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT)
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .resolve_to_addrs(url.host_str().unwrap_or_default(), machines)
            .build()
            .map_err(|_| unavailable("no connection can be made"))?;
        let asked =
            client.get(url.clone()).header(header::ACCEPT, "image/*").header(header::ACCEPT_ENCODING, "identity");
        asked.send().await.map_err(|_| unavailable("nobody answers there"))
    }
}

fn parse(address: &str) -> Result<Url, Problem> {
    let wrong = "expected an address such as `https://example.com/picture.png`, without a name and a password in it";
    let url = Some(address).filter(|address| address.len() <= LONGEST).and_then(|address| Url::parse(address).ok());
    let is_open = |url: &Url| url.username().is_empty() && url.password().is_none();
    let is_web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    url.filter(|url| is_web(url) && is_open(url)).ok_or_else(|| refused(wrong))
}

/// Where an answer points to. What came under lock and key does not go on in the open.
fn elsewhere(from: &Url, headers: &HeaderMap) -> Result<Url, Problem> {
    let place = headers.get(header::LOCATION).and_then(|place| place.to_str().ok());
    let place = place.and_then(|place| from.join(place).ok()).ok_or_else(|| unavailable("it points nowhere"))?;
    if from.scheme() == "https" && place.scheme() != "https" {
        return Err(refused("the address points on to one that is not secure"));
    }
    parse(place.as_str())
}

async fn taken(mut response: Response) -> Result<Vec<u8>, Problem> {
    if response.status() != StatusCode::OK {
        return Err(unavailable(&format!("the answer there is {}", response.status().as_u16())));
    }
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !text(header::CONTENT_TYPE).to_ascii_lowercase().starts_with("image/") {
        return Err(refused("expected a picture at the address, and it is something else"));
    }
    if !matches!(text(header::CONTENT_ENCODING), "" | "identity") {
        return Err(refused("expected a picture as it is, and it comes packed, which may be any size"));
    }
    let too_large =
        || refused(&format!("expected a picture of at most {} MiB at the address", MAX_ASSET / 1024 / 1024));
    if response.content_length().is_some_and(|told| told > MAX_ASSET as u64) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(more) = response.chunk().await.map_err(|_| unavailable("it broke off"))? {
        if bytes.len() + more.len() > MAX_ASSET {
            return Err(too_large());
        }
        bytes.extend_from_slice(&more);
    }
    Ok(bytes)
}

fn refused(detail: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "picture", detail)
}

fn unavailable(why: &str) -> Problem {
    refused(&format!("the picture cannot be fetched: {why}")).tried_again_later()
}

#[cfg(test)]
mod tests;
