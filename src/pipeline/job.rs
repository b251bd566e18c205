//! A request with everything that its calls share.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value as Json;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::Instant;

use super::books::Books;
use super::budget::Spent;
use super::{Pipeline, Policy};
use crate::error::{Error, ErrorKind, Result};
use crate::event::{Event, Stage, Timing};
use crate::llm::{Call, Ledger, Message, Reply, Role};
use crate::request::Request;
use crate::store::cache::{Entry, Filling, Key, Kind, Question, Source};
use crate::trace::Trace;
use crate::tsx::Form;

use super::frame::Frame;

/// A request on the model path. Its clones are the same request: the same deadline, the same book.
#[derive(Debug, Clone)]
pub struct Job {
    /// What it works with.
    pub pipeline: Arc<Pipeline>,
    /// What is wanted.
    pub request: Arc<Request>,
    /// Who wants it, and how.
    pub asker: Asker,
    /// The size and the length that the request says.
    pub frame: Frame,
    /// When all has to be over.
    pub deadline: Instant,
    /// All of its ledgers.
    pub books: Books,
    /// The one into which its calls are written.
    pub ledger: Ledger,
    /// Who is told what happens; nobody has to listen.
    pub told: Option<UnboundedSender<Event>>,
}

/// Who wants something, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// Whose it is: tenants never see each other's answers.
    pub tenant: String,
    /// In which form scenes are wanted.
    pub form: Form,
    /// When they asked.
    pub at: SystemTime,
    /// The trace that what they asked belongs to.
    pub trace: Option<Trace>,
}

/// What an answer depends on, beside what all answers of a job depend on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matter<'m> {
    pub(super) kind: Kind,
    pub(super) role: Role,
    /// The system prompt.
    pub(super) prompt: &'m str,
    /// What is wanted, in words.
    pub(super) wish: &'m str,
    /// Everything else that the model is shown.
    pub(super) context: &'m str,
    pub(super) filling: Option<Filling<'m>>,
}

impl Job {
    /// A call with what all calls of this job have. What the model is told stays the same from call to call.
    pub(super) fn call(&self, role: Role, prompt: &Arc<str>, message: Message) -> Call {
        let call = Call::new(role, message, self.deadline).with_kept_system(prompt.clone());
        call.with_ledger(self.ledger.clone()).with_trace(self.asker.trace)
    }

    /// Asks, and waits for the whole answer.
    ///
    /// # Errors
    /// [`ErrorKind::Model`] with what went wrong; [`ErrorKind::Budget`].
    pub(super) async fn ask(&self, call: &Call) -> Result<Reply> {
        self.allow()?;
        Ok(self.pipeline.roles.get(call.role())?.reply(call).await?)
    }

    /// Asks for JSON. One answer that is none is asked for again.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub(super) async fn ask_json(&self, call: &Call) -> Result<Json> {
        let reply = self.ask(call).await?;
        if let Ok(json) = reply.json() {
            return Ok(json);
        }
        let again = "That was not the JSON that was asked for. Answer with the JSON alone.";
        let call = call.clone().with_message(said(reply.text)).with_message(Message::user(again));
        Ok(self.ask(&call).await?.json()?)
    }

    /// Whether another call may be made.
    ///
    /// # Errors
    /// [`ErrorKind::Budget`]; [`ErrorKind::Store`] if nobody knows what was spent today.
    pub(super) fn allow(&self) -> Result<()> {
        let Policy { budget, .. } = self.pipeline.policy;
        let request = self.books.cost().dollars();
        let earlier = match &self.pipeline.spending {
            Some(spending) if budget.day.is_some() => spending.of_day(self.asker.at)?,
            _ => 0.0,
        };
        budget.allow(Spent { request, day: earlier + request })
    }

    /// What was answered before to the same, or else what the work answers, which is kept. Work for the same that is under
    /// way is waited for.
    ///
    /// # Errors
    /// Those of the work.
    pub(super) async fn kept<F>(&self, key: Key, work: F) -> Result<(Entry, Source)>
    where
        F: Future<Output = Result<Entry>> + Send + 'static,
    {
        let answers = &self.pipeline.answers;
        let mut events = Vec::new();
        let answer = if self.request.is_made_anew() {
            answers.run(key, work, self.asker.at, &mut events).await
        } else {
            answers.get_or_run(key, work, self.asker.at, &mut events).await
        };
        for event in events {
            self.tell(event);
        }
        let answer = answer.map_err(|error| copy(&error))?;
        Ok((answer.entry, answer.source))
    }

    /// The key of an answer.
    pub(super) fn key(&self, matter: Matter<'_>) -> Key {
        let pictures: Vec<String> = self.request.attachments().iter().map(|picture| hash(picture)).collect();
        let pictures: Vec<&str> = pictures.iter().map(String::as_str).collect();
        let Matter { kind, role, prompt, wish, context, filling } = matter;
        Key::of(&Question {
            kind,
            tenant: &self.asker.tenant,
            prompt: wish,
            context,
            role: role.name(),
            model: self.pipeline.roles.name(role),
            instructions: &[prompt],
            engine: env!("CARGO_PKG_VERSION"),
            format: Some(self.frame.format),
            form: self.asker.form,
            pictures: &pictures,
            filling,
        })
    }

    /// Tells what has happened.
    pub(super) fn tell(&self, event: Event) {
        if let Some(told) = &self.told {
            // Who no longer listens has gone away, and drops the work itself.
            let _ = told.send(event);
        }
    }

    /// Tells that a stage has ended that began then.
    pub(super) fn ended(&self, stage: Stage, began: Instant) {
        self.tell(Event::Stage(Timing { stage, took: began.elapsed() }));
    }

    /// Tells that something was mended.
    pub(super) fn told_repair(&self, repair: &'static str) {
        self.tell(Event::Mended { repair });
    }

    /// Tells what is shown until a step is done.
    pub fn told_draft(&self, scene: usize, template: &str, code: &str) {
        self.tell(Event::Draft { scene, template: template.to_owned(), code: code.to_owned() });
    }

    /// Tells that a scene is there.
    pub fn told_scene(&self, scene: usize, code: &str) {
        self.tell(Event::Scene { scene, code: code.to_owned() });
    }
}

/// What a model has said. Servers do not take messages without text.
pub(super) fn said(text: String) -> Message {
    Message::assistant(if text.trim().is_empty() { "(nothing)".to_owned() } else { text })
}

/// The error for one of those who wait for the same work.
fn copy(error: &Error) -> Error {
    Error::new(error.kind(), error.to_string()).with_diagnostics(error.diagnostics().to_vec())
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

impl Asker {
    /// Somebody on their own machine.
    pub fn local(form: Form, at: SystemTime) -> Self {
        Self { tenant: String::new(), form, at, trace: None }
    }

    /// The same as part of a trace, if there is one.
    #[must_use]
    pub fn in_trace(self, trace: Option<Trace>) -> Self {
        Self { trace, ..self }
    }
}

/// What is said where an answer cannot be understood.
pub(super) fn garbled(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Model, message)
}
