//! What is seen while models work: a line that says what is going on, or every event as a line of JSON.

use std::io::IsTerminal;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::models::block_on;
use super::{Outcome, output};
use crate::engine::{Engine, Generation};
use crate::error::Result;
use crate::event::{Event, Observer};
use crate::pipeline::{Asker, Pipeline, Supply};
use crate::request::Request;
use crate::tsx::Form;

/// Goes on with a generation that needs models, and shows how far it is.
pub(super) fn completed(
    engine: &Engine,
    (generation, request): (Generation, &Request),
    (models, form): (&Arc<Pipeline>, Form),
) -> Result<Generation> {
    let asker = Asker::local(form, SystemTime::now());
    let mut line = Line::new();
    let done = block_on(engine.complete(generation, request, (models, asker), &mut line))?;
    line.bar.finish_and_clear();
    done
}

/// Makes what a request asks for, and prints each event as a line of JSON.
pub(super) fn lines(engine: &Engine, request: &Request, (models, form): (Supply<'_>, Form)) -> Result<Outcome> {
    let asker = Asker::local(form, SystemTime::now());
    let made = block_on(engine.create(request, (models, asker), &mut Lines))??;
    Ok(if made.scenes.is_empty() && !made.is_answered() { Outcome::NoTemplate } else { Outcome::Done })
}

/// A line on standard error that changes; nothing where nobody looks.
pub(super) struct Line {
    bar: ProgressBar,
    written: usize,
}

impl Line {
    pub(super) fn new() -> Self {
        let is_seen = std::io::stderr().is_terminal();
        let target = if is_seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("{spinner} {msg}  {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.enable_steady_tick(Duration::from_millis(100));
        bar.set_message("asking a model");
        Self { bar, written: 0 }
    }
}

impl Observer for Line {
    fn observe(&mut self, event: Event) {
        match event {
            Event::Stage(timing) => self.bar.set_message(format!("{}: done", timing.stage.name())),
            Event::Draft { template, .. } => self.bar.set_message(format!("`{template}` comes near; asking a model")),
            Event::Code { text, .. } => {
                self.written += text.len();
                self.bar.set_message(format!("writing the scene: {} characters", self.written));
            }
            _ => {}
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Every event as a line on standard output.
struct Lines;

impl Observer for Lines {
    fn observe(&mut self, event: Event) {
        let line = serde_json::to_string(&event).unwrap_or_default();
        // Who has stopped reading is told by the next command that prints.
        let _ = output::print(&(line + "\n"));
    }
}
