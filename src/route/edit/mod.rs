//! Changes of what is there, read without a model: which scene, what of it, and what it becomes.
//!
//! [`Changes`] is what a request is read with: the sentences of `patterns/edits.yaml` and `patterns/operations.yaml`, and
//! what people call the parameters of the library. A request is understood as a whole or not at all: every word of it
//! belongs to a sentence, or says nothing.

mod amount;
mod chart;
mod command;
mod given;
mod grammar;
mod inventory;
mod look;
mod naming;
mod noun;
mod pick;
mod place;
mod plan;
mod reader;
mod said;
mod slot;
mod spelling;

use std::sync::OnceLock;

use chart::Item;
use grammar::Grammar;
use inventory::Inventory;
use naming::Naming;
use plan::Bound;
use reader::Reader;

use super::op::Op;
use crate::assets::Assets;
use crate::error::Result;
use crate::pattern::{PatternSet, Utterance};
use crate::request::Request;
use crate::template::Library;
use crate::text::Text;

/// What changes are read with: immutable, made once.
#[derive(Debug, Default)]
pub struct Changes {
    grammar: Grammar,
    naming: OnceLock<Naming>,
}

/// A request read as changes.
#[derive(Debug)]
pub(super) enum Reading {
    /// All of it is understood.
    Ops(Vec<Op>),
    /// All of it is understood, and something has to be asked or said before anything is changed.
    Ask(String),
    /// Some words are left that nothing explains.
    Left(Vec<String>),
    /// It changes nothing that is there.
    Nothing,
}

impl Changes {
    /// Reads the sentences of the assets, or those that are built in.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Assets`] with every mistake of both files.
    pub fn load(assets: &Assets) -> Result<Self> {
        Ok(Self { grammar: Grammar::load(assets)?, naming: OnceLock::new() })
    }

    /// Reads a request about a project.
    pub(super) fn read(&self, request: &Request, patterns: &PatternSet, library: &Library) -> Reading {
        let naming = self.naming.get_or_init(|| Naming::of(library, patterns, &self.grammar));
        let text = Text::new(request.prompt());
        let inventory = Inventory::of(request.project(), library, naming, &text);
        let text = spelling::corrected(text, (&self.grammar, naming), &inventory, patterns);
        let utterance = Utterance::new(text, patterns);
        let reader = Reader::new((&self.grammar, naming), &inventory, (&utterance, patterns), request.attachments());
        let Some(items) = chart::read(&reader) else { return Reading::Nothing };
        let left: Vec<String> = items.iter().filter_map(|item| match item {
            Item::Left(token) if reader.is_content(*token) => Some(utterance.text().typed(*token).to_owned()),
            _ => None,
        }).collect();
        let changes = items.iter().any(|item| matches!(item, Item::Command(_)));
        if !left.is_empty() || !changes {
            return if changes { Reading::Left(left) } else { Reading::Nothing };
        }
        match plan::bind(request, &inventory, naming, &items) {
            Bound::Ops(ops) => Reading::Ops(ops),
            Bound::Ask(question) => Reading::Ask(question),
            Bound::Nothing => Reading::Nothing,
        }
    }
}
