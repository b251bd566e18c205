//! What the service writes about itself: a line for each request, for people or for programs.

use std::io::{self, Write};
use std::sync::mpsc::{SyncSender, sync_channel};

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::{MakeWriter, layer};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry;

/// How many lines wait to be written. Whoever reads them too slowly misses some; the service waits for nobody.
const WAITING: usize = 8_192;

/// What is written, to standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Log {
    /// Nothing.
    #[default]
    Off,
    /// Lines for people.
    Text,
    /// A JSON object a line.
    Json,
}

impl Log {
    /// Begins to write, until the program ends. What other libraries have to say is left out: it may hold what people asked.
    pub fn begin(self) {
        let only = Targets::new().with_target("firstframe", LevelFilter::INFO);
        let lines = registry().with(only);
        // Whoever has begun before goes on.
        let _ = match self {
            Self::Off => return,
            Self::Text => {
                let text = layer().with_writer(Lines::begin()).with_ansi(false).with_target(false);
                tracing::subscriber::set_global_default(lines.with(text))
            }
            Self::Json => {
                let json = layer().json().flatten_event(true).with_current_span(false).with_span_list(false);
                tracing::subscriber::set_global_default(lines.with(json.with_writer(Lines::begin())))
            }
        };
    }
}

/// Lines on their way to standard error, which a thread of its own writes.
#[derive(Debug, Clone)]
struct Lines(SyncSender<Vec<u8>>);

impl Lines {
    fn begin() -> Self {
        let (sender, receiver) = sync_channel::<Vec<u8>>(WAITING);
        std::thread::spawn(move || {
            while let Ok(mut lines) = receiver.recv() {
                receiver.try_iter().take(WAITING).for_each(|line| lines.extend(line));
                // Where nothing can be written, nothing can be said about it either.
                let _ = io::stderr().write_all(&lines);
            }
        });
        Self(sender)
    }
}

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // A line that finds no room is lost.
        let _ = self.0.try_send(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Lines {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}
