//! What all requests of a service share.

use std::fmt;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderValue;
use subtle::ConstantTimeEq;
use tokio::sync::watch;

use super::ahead::Ahead;
use super::body::Patience;
use super::metrics::Metrics;
use super::rate::Rates;
use super::stored::Stored;
use crate::engine::brand::Brand;
use crate::engine::turn::Means;
use crate::engine::{Engine, Live};
use crate::pipeline::Pipeline;
use crate::store::project::ProjectStore;

/// A service. Its clones are the same one.
#[derive(Debug, Clone)]
pub struct Service(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    engines: Engines,
    brand: Brand,
    store: Arc<dyn ProjectStore>,
    models: Option<Arc<Pipeline>>,
    metrics: Arc<Metrics>,
    settings: Settings,
    rates: Rates,
    ahead: Ahead,
    closing: watch::Sender<bool>,
}

/// Where the engine comes from.
#[derive(Debug)]
pub enum Engines {
    /// It stays the same.
    Fixed(Arc<Engine>),
    /// It follows the files of a folder.
    Following(Live),
}

/// Who may use it, from where, and how much.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What everybody has to show; nothing on one's own machine.
    pub token: Option<Token>,
    /// The origins of other pages that may read the answers.
    pub origins: Vec<HeaderValue>,
    /// The folder with the built studio page.
    pub studio: Option<PathBuf>,
    /// How much of it each may use.
    pub limits: Limits,
    /// Whether what people ask is logged.
    pub prompts: Prompts,
}

/// How much of a service each may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many requests a second each client may make, and twice as many at once; as many as they like if nothing is said.
    pub rate: Option<NonZeroU32>,
    /// How many connections there may be at once.
    pub connections: u32,
    /// How long the head of a request may take, and how long a connection may be idle before it.
    pub head: Duration,
    /// How long its body may take.
    pub body: Patience,
    /// How long it is waited for a reader to take 64 KiB, or all that there is.
    pub reader: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rate: None,
            connections: 4_096,
            head: Duration::from_secs(15),
            body: Patience::default(),
            reader: Duration::from_secs(10),
        }
    }
}

/// Whether what people ask is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prompts {
    /// It stays between them and the service.
    #[default]
    Hidden,
    /// It stands in the log.
    Logged,
}

/// A token that is never shown.
#[derive(Clone)]
pub struct Token(Box<[u8]>);

impl Token {
    /// The least length of a token, in bytes: what 16 random bytes have in hexadecimal digits is 32.
    pub const LEAST: usize = 16;

    /// A token; nothing if it is shorter than [`Token::LEAST`] bytes or has white space in it.
    pub fn new(text: &str) -> Option<Self> {
        let is_good = text.len() >= Self::LEAST && !text.contains(char::is_whitespace);
        is_good.then(|| Self(text.as_bytes().into()))
    }

    /// Whether a text is this token; how long that takes does not say where they differ.
    pub fn is(&self, text: &str) -> bool {
        self.0.ct_eq(text.as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

impl Service {
    /// A service with an engine, a store of projects, and models if there are some.
    pub fn new(
        engines: Engines,
        (brand, store): (Brand, Arc<dyn ProjectStore>),
        models: Option<Arc<Pipeline>>,
        settings: Settings,
    ) -> Self {
        let (closing, _) = watch::channel(false);
        let (metrics, rates) = (Arc::new(Metrics::default()), Rates::new(settings.limits.rate));
        let store = Arc::new(Stored::new(store, Arc::clone(&metrics)));
        Self(Arc::new(Shared {
            engines,
            brand,
            store,
            models,
            metrics,
            settings,
            rates,
            ahead: Ahead::default(),
            closing,
        }))
    }

    /// The engine that is in use now: keep it for one request.
    pub fn engine(&self) -> Arc<Engine> {
        match &self.0.engines {
            Engines::Fixed(engine) => Arc::clone(engine),
            Engines::Following(live) => live.engine(),
        }
    }

    /// The projects.
    pub fn store(&self) -> &dyn ProjectStore {
        &*self.0.store
    }

    /// Models, if there are some.
    pub fn models(&self) -> Option<&Arc<Pipeline>> {
        self.0.models.as_ref()
    }

    /// What turns are made with.
    pub fn means(&self) -> Means<'_> {
        Means { brand: &self.0.brand, models: self.models().into() }
    }

    /// How facts about a brand are heard.
    pub fn brand(&self) -> &Brand {
        &self.0.brand
    }

    /// What is counted.
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Who may use it.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// What each client may still ask.
    pub(super) fn rates(&self) -> &Rates {
        &self.0.rates
    }

    /// What is being made before it is asked for.
    pub(super) fn ahead(&self) -> &Ahead {
        &self.0.ahead
    }

    /// Says that it is closing: streams come to their end.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
    }

    /// Whether it is closing.
    pub fn is_closing(&self) -> bool {
        *self.0.closing.borrow()
    }

    /// Waits until it is closing.
    pub async fn closing(&self) {
        let mut closing = self.0.closing.subscribe();
        // The sender lives as long as this service.
        let _ = closing.wait_for(|closing| *closing).await;
    }
}
