//! What all requests of a service share.

use std::fmt;
use std::sync::Arc;

use axum::http::HeaderValue;
use subtle::ConstantTimeEq;
use tokio::sync::watch;

use super::metrics::Metrics;
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
    metrics: Metrics,
    settings: Settings,
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

/// Who may use it, and from where.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What everybody has to show; nothing on one's own machine.
    pub token: Option<Token>,
    /// The origins of other pages that may read the answers.
    pub origins: Vec<HeaderValue>,
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
        Self(Arc::new(Shared { engines, brand, store, models, metrics: Metrics::default(), settings, closing }))
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

    /// What is counted.
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Who may use it.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
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
