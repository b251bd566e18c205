//! An answer as it is written.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::stream::{BoxStream, FusedStream, Stream, StreamExt};

use super::{Delta, End, Failure, FailureKind, Reply};

/// A stream of deltas that ends in exactly one end or failure, whatever the source of it does: after that nothing comes,
/// and a source that just stops has failed. To drop it closes the connection.
pub struct Deltas(Option<BoxStream<'static, Result<Delta, Failure>>>);

impl Deltas {
    /// The deltas of a source.
    pub fn new(source: impl Stream<Item = Result<Delta, Failure>> + Send + 'static) -> Self {
        Self(Some(source.boxed()))
    }

    /// The next delta, or what went wrong; nothing after the end.
    pub async fn advance(&mut self) -> Option<Result<Delta, Failure>> {
        self.next().await
    }

    /// All of it.
    ///
    /// # Errors
    /// What the stream ends with, if it is a failure.
    pub async fn whole(mut self) -> Result<Reply, Failure> {
        let mut text = String::new();
        loop {
            match self.advance().await.unwrap_or_else(|| Err(cut_off()))? {
                Delta::Text(more) => text.push_str(&more),
                Delta::End(end) => return Ok(Reply { text, end }),
            }
        }
    }

    /// Waits for the first delta, so that everything after it has shown something.
    ///
    /// # Errors
    /// The failure, if that comes first.
    pub(super) async fn begun(mut self) -> Result<Self, Failure> {
        let first = self.advance().await.unwrap_or_else(|| Err(cut_off()))?;
        let rest = self.0.take();
        let first = futures_util::stream::once(async { Ok(first) });
        Ok(Self::new(first.chain(futures_util::stream::iter(rest).flatten())))
    }
}

fn cut_off() -> Failure {
    Failure::new(FailureKind::Truncated, "the answer ended without saying that it is whole")
}

impl Stream for Deltas {
    type Item = Result<Delta, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(source) = &mut self.0 else { return Poll::Ready(None) };
        let item = match source.as_mut().poll_next(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(item) => item.unwrap_or_else(|| Err(cut_off())),
        };
        if !matches!(item, Ok(Delta::Text(_))) {
            self.0 = None;
        }
        Poll::Ready(Some(item))
    }
}

impl FusedStream for Deltas {
    fn is_terminated(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for Deltas {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Deltas").field("ended", &self.0.is_none()).finish()
    }
}

/// The whole answer as deltas.
impl From<Reply> for Deltas {
    fn from(Reply { text, end }: Reply) -> Self {
        let text = (!text.is_empty()).then_some(Ok(Delta::Text(text)));
        Self::new(futures_util::stream::iter(text.into_iter().chain([Ok(Delta::End(end))])))
    }
}

/// The end as a delta.
impl From<End> for Delta {
    fn from(end: End) -> Self {
        Self::End(end)
    }
}
