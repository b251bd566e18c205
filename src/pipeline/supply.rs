//! Where the models of a request come from.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::Pipeline;
use crate::error::Result;

/// Where the models of a request come from. It is asked only by requests that need models.
#[derive(Debug, Clone, Copy, Default)]
pub enum Supply<'s> {
    /// There are none.
    #[default]
    None,
    /// They are there.
    Ready(&'s Arc<Pipeline>),
    /// They are made ready when something first needs them.
    OnNeed(&'s OnNeed<'s>),
}

/// Models that are made ready when something first needs them, once. Most requests need none, and to read what is set and
/// to open a cache takes longer than to answer those.
pub struct OnNeed<'m> {
    make: Box<dyn Fn() -> Result<Option<Arc<Pipeline>>> + Send + Sync + 'm>,
    made: OnceLock<Option<Arc<Pipeline>>>,
}

impl Supply<'_> {
    /// The models, made ready; nothing where there are none.
    ///
    /// # Errors
    /// What hinders making them ready; it is tried again by the next who needs them.
    pub fn pipeline(self) -> Result<Option<Arc<Pipeline>>> {
        match self {
            Self::None => Ok(None),
            Self::Ready(pipeline) => Ok(Some(Arc::clone(pipeline))),
            Self::OnNeed(on_need) => on_need.pipeline(),
        }
    }
}

impl<'s> From<Option<&'s Arc<Pipeline>>> for Supply<'s> {
    fn from(pipeline: Option<&'s Arc<Pipeline>>) -> Self {
        pipeline.map_or(Self::None, Self::Ready)
    }
}

impl<'m> OnNeed<'m> {
    /// What this makes, when somebody needs it.
    pub fn new(make: impl Fn() -> Result<Option<Arc<Pipeline>>> + Send + Sync + 'm) -> Self {
        Self { make: Box::new(make), made: OnceLock::new() }
    }

    fn pipeline(&self) -> Result<Option<Arc<Pipeline>>> {
        if let Some(made) = self.made.get() {
            return Ok(made.clone());
        }
        let made = (self.make)()?;
        Ok(self.made.get_or_init(|| made).clone())
    }
}

impl fmt::Debug for OnNeed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OnNeed").field("made", &self.made).finish_non_exhaustive()
    }
}
