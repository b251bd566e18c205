//! A pattern as it is drafted, and its text.

use std::fmt::Write;

use serde_json::Value as Json;

use crate::engine::{Engine, proof};
use crate::error::Result;
use crate::request::Request;
use crate::route::Step;
use crate::text::Span;
use crate::yaml::flow;

/// A pattern that is being drafted.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) template: String,
    /// Names that say by themselves that the scene is meant.
    pub(super) say: Vec<String>,
    /// And those that do so with what it shows alone.
    pub(super) weak: Vec<String>,
    pub(super) phrases: Vec<String>,
    pub(super) reads: Vec<String>,
    pub(super) exclude: Vec<String>,
    pub(super) quotes: Vec<String>,
    pub(super) slots: Vec<Slot>,
    pub(super) examples: Vec<(String, Json)>,
    /// Requests that are not served, with the reason.
    pub(super) unserved: Vec<(String, String)>,
}

/// What announces a parameter, and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    pub(super) name: String,
    pub(super) cues: Vec<String>,
    pub(super) takes: Option<&'static str>,
}

/// What becomes of a request.
pub(super) enum Answer {
    /// The template serves it.
    Served {
        /// With these parameters.
        params: Json,
        /// Which were read from here.
        found: Vec<Span>,
    },
    /// It does not, for this reason.
    Refused(String),
}

impl Draft {
    /// What becomes of a request in a library with the draft.
    pub(super) fn answer(&self, engine: &Engine, say: &str) -> Result<Answer> {
        let decision = engine.route(&Request::new(say)?);
        Ok(match &decision.plan[..] {
            [Step::Add { fit, .. }] if fit.template() == self.template => {
                let params = serde_json::to_value(fit.params()).unwrap_or_default();
                let found = decision.considered.first().map_or(&[][..], |considered| &considered.found);
                Answer::Served { params, found: found.iter().map(|found| found.span).collect() }
            }
            [Step::Add { fit, .. }] => Answer::Refused(format!("it is taken for `{}`", fit.template())),
            _ => Answer::Refused(decision.reason),
        })
    }

    pub(super) fn with_example(mut self, say: &str, params: Json) -> Self {
        self.examples.push((say.to_owned(), params));
        self
    }

    pub(super) fn without_example(mut self, say: &str, reason: String) -> Self {
        self.unserved.push((say.to_owned(), reason));
        self
    }

    pub(super) fn without_phrases(&self) -> Self {
        Self { phrases: Vec::new(), ..self.clone() }
    }

    pub(super) fn with_weak_names(&self) -> Self {
        let names = self.say.iter().chain(&self.weak).cloned().collect();
        Self { say: Vec::new(), weak: names, phrases: Vec::new(), ..self.clone() }
    }

    /// The draft with those of its examples that hold.
    pub(super) fn holding(mut self, engine: &Engine) -> Result<Self> {
        let mut kept = Vec::with_capacity(self.examples.len());
        for (say, params) in std::mem::take(&mut self.examples) {
            match self.answer(engine, &say)? {
                Answer::Served { params: read, .. } if proof::same(&read, &params) => kept.push((say, params)),
                Answer::Served { params: read, .. } => self.unserved.push((say, format!("it reads {read}"))),
                Answer::Refused(reason) => self.unserved.push((say, reason)),
            }
        }
        self.examples = kept;
        Ok(self)
    }

    /// The text of the pattern's file.
    pub(super) fn write(&self) -> String {
        let mut text = String::from(
            "# A draft: what stands here is served already. How else people ask for the scene is for its author to add;\n\
             # AUTHORING.md tells how, and `firstframe patterns test` tries it.\n",
        );
        let _ = writeln!(text, "template: {}\nrequire:", self.template);
        match (&self.say[..], &self.weak[..]) {
            (say, []) => {
                let _ = writeln!(text, "  thing: {}", ways(say));
            }
            (say, weak) => {
                let _ = writeln!(text, "  thing: {{say: {}, weak: {}}}", ways(say), ways(weak));
            }
        }
        list(&mut text, "phrases", &self.phrases);
        list(&mut text, "reads", &self.reads);
        let _ = writeln!(text, "exclude: {}   # words that mean something else", ways(&self.exclude));
        if !self.quotes.is_empty() {
            let _ = writeln!(text, "quotes: [{}]", self.quotes.join(", "));
        }
        self.write_slots(&mut text);
        self.write_examples(&mut text);
        text.push_str("rejects: []   # what sounds like it and means something else: {say: \"…\", why: \"…\"}\n");
        text
    }

    fn write_slots(&self, text: &mut String) {
        if !self.slots.is_empty() {
            text.push_str("slots:\n");
        }
        for Slot { name, cues, takes } in &self.slots {
            let takes = takes.map_or(String::new(), |form| format!(", takes: {form}"));
            let _ = writeln!(text, "  {name}: {{cues: {}{takes}}}", ways(cues));
        }
    }

    fn write_examples(&self, text: &mut String) {
        text.push_str(if self.examples.is_empty() { "examples: []\n" } else { "examples:\n" });
        for (say, params) in &self.examples {
            let _ = writeln!(text, "  - say: {}\n    params: {}", flow(&Json::from(say.as_str())), flow(params));
        }
        for (say, reason) in &self.unserved {
            let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(text, "  # not yet: {} ({})", Json::from(line(say)), line(reason));
        }
    }
}

fn ways(ways: &[String]) -> String {
    format!("[{}]", ways.iter().map(|way| Json::from(way.as_str()).to_string()).collect::<Vec<_>>().join(", "))
}

fn list(text: &mut String, key: &str, items: &[String]) {
    if !items.is_empty() {
        let _ = writeln!(text, "{key}:");
        for item in items {
            let _ = writeln!(text, "  - {}", Json::from(item.as_str()));
        }
    }
}
