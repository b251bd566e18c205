//! Connections that do not wait for ever for those who do not read.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// How much a reader has to take within its time, in bytes, to get as much time again.
const LEAST: usize = 64 * 1024;

/// A connection that breaks when its reader is too slow: as long as something waits to be written, the reader has to take
/// [`LEAST`] bytes, or all of it, within each span of patience.
pub(super) struct Patient<S> {
    stream: S,
    patience: Duration,
    /// When it ends; a timer is only made for those who are waited for.
    end: Option<Pin<Box<Sleep>>>,
    is_waiting: bool,
    taken: usize,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, patience: Duration) -> Self {
        Self { stream, patience, end: None, is_waiting: false, taken: 0 }
    }

    /// Nothing can be written now: how long already?
    fn waits(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        if !self.is_waiting {
            (self.is_waiting, self.taken) = (true, 0);
            let end = Instant::now() + self.patience;
            match &mut self.end {
                Some(sleep) => sleep.as_mut().reset(end),
                None => self.end = Some(Box::pin(sleep_until(end))),
            }
        }
        if let Some(sleep) = &mut self.end {
            ready!(sleep.as_mut().poll(context));
        }
        Poll::Ready(io::Error::new(io::ErrorKind::TimedOut, "the reader is too slow"))
    }

    fn took(&mut self, bytes: usize) {
        self.taken += bytes;
        self.is_waiting &= self.taken < LEAST;
    }

    fn written(&mut self, poll: Poll<io::Result<usize>>, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        match poll {
            Poll::Pending => self.waits(context).map(Err),
            Poll::Ready(Ok(bytes)) => {
                self.took(bytes);
                Poll::Ready(Ok(bytes))
            }
            failed @ Poll::Ready(Err(_)) => failed,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(poll, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.written(poll, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// What there was to write has been taken.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.is_waiting = false;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    /// What becomes of a writer whose reader takes so many bytes each second.
    async fn written(each_second: usize) -> io::Result<()> {
        let (writer, mut reader) = duplex(1024);
        let reading = tokio::spawn(async move {
            let mut buffer = vec![0; each_second];
            while each_second == 0 || reader.read_exact(&mut buffer).await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
        let mut writer = Patient::new(writer, Duration::from_secs(10));
        let done = writer.write_all(&vec![0; 256 * 1024]).await;
        reading.abort();
        done
    }

    #[tokio::test(start_paused = true)]
    async fn who_does_not_read_is_cut_off() {
        for (each_second, is_served) in [(0, false), (1, false), (1_000, false), (10_000, true), (64_000, true)] {
            let done = written(each_second).await;
            assert_eq!(done.is_ok(), is_served, "{each_second}: {done:?}");
        }
    }
}
