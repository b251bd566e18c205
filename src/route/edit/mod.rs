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
mod text;

use std::sync::OnceLock;

use chart::Chart;
use grammar::Grammar;
use inventory::Inventory;
use naming::Naming;
use plan::Bound;
use reader::Reader;

use super::op::Op;
use super::project::says_new;
use crate::assets::Assets;
use crate::error::Result;
use crate::pattern::{PatternSet, Utterance};
use crate::request::Request;
use crate::template::Library;
use crate::text::Text;

/// Whether a request speaks of what the project has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// It is understood as changes, and of nothing new is spoken.
    Changes,
    /// Of a scene, or of an entry of one.
    Scenes,
    Nothing,
}

/// How much dearer another reading has to be, which changes something else, for the cheapest to be believed.
const MARGIN: f64 = 0.3;

/// How much dearer one may be that is believed where the cheapest would change nothing.
const FAR: f64 = 2.0;

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
    /// All of it is read, and it may well mean something else: what is not clear.
    Unsure(&'static str),
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

    /// Reads a request about a project, and whether it speaks of what is there. It may be the answer to a question about the
    /// request before.
    pub(super) fn read(&self, request: &Request, patterns: &PatternSet, library: &Library) -> (Reading, Speaks) {
        let naming = self.naming.get_or_init(|| Naming::of(library, patterns, &self.grammar));
        let asked = Asked { grammar: &self.grammar, naming, request, patterns, library };
        let answer = request.open().zip(asked.answer());
        if let Some((open, scenes)) = answer
            && let (Reading::Ops(ops), speaks) = asked.read(open, &scenes)
        {
            return (Reading::Ops(ops), speaks);
        }
        asked.read(request.prompt(), &[])
    }
}

/// A request with all that it is read with.
struct Asked<'a> {
    grammar: &'a Grammar,
    naming: &'a Naming,
    request: &'a Request,
    patterns: &'a PatternSet,
    library: &'a Library,
}

impl Asked<'_> {
    /// Reads a prompt; `scenes` are spoken of already.
    fn read(&self, prompt: &str, scenes: &[usize]) -> (Reading, Speaks) {
        self.with_reader(prompt, |reader| match self.reading(reader, scenes) {
            Reading::Ops(ops) if !says_new(reader.utterance) => (Reading::Ops(ops), Speaks::Changes),
            reading => (reading, reader.speaks()),
        })
    }

    fn reading(&self, reader: &Reader<'_>, scenes: &[usize]) -> Reading {
        let lattice = match chart::read(reader) {
            Some(Chart::Whole(lattice)) => lattice,
            Some(Chart::Until { token, changes: true }) => return Reading::Left(clause(reader, token)),
            Some(Chart::Until { changes: false, .. }) | None => return Reading::Nothing,
        };
        let bind = |items: &[&chart::Item]| plan::bind((self.request, scenes), reader.inventory, self.naming, items);
        let bound = match bind(&lattice.best()) {
            // What is so already was hardly asked for.
            Bound::There(told) => {
                let others = lattice.others(FAR).into_iter().map(|(_, items)| bind(&items));
                others.into_iter().find(|bound| matches!(bound, Bound::Ops(_))).unwrap_or(Bound::There(told))
            }
            bound => bound,
        };
        match bound {
            Bound::Ops(ops)
                if lattice.others(MARGIN).iter().any(|(_, items)| bind(items).differs(&ops, self.request)) =>
            {
                Reading::Unsure("which of two changes is meant")
            }
            Bound::Ops(ops) => Reading::Ops(ops),
            Bound::Ask(question) | Bound::There(question) => Reading::Ask(question),
            Bound::Unsure(why) => Reading::Unsure(why),
            Bound::Nothing => Reading::Nothing,
        }
    }

    /// The scenes that a request names, if it says nothing else.
    fn answer(&self) -> Option<Vec<usize>> {
        self.with_reader(self.request.prompt(), chart::scenes)
    }

    fn with_reader<T>(&self, prompt: &str, read: impl FnOnce(&Reader<'_>) -> T) -> T {
        let known = (self.grammar, self.naming);
        let text = Text::new(prompt);
        let inventory = Inventory::of(self.request.project(), self.library, self.naming, &text);
        let text = spelling::corrected(text, known, &inventory, self.patterns);
        let utterance = Utterance::new(text, self.patterns);
        read(&Reader::new(known, &inventory, (&utterance, self.patterns), self.request.attachments()))
    }
}

/// A few words from one that nothing explains, up to the end of its clause.
fn clause(reader: &Reader<'_>, from: usize) -> Vec<String> {
    const MOST: usize = 4;
    let end = (from..reader.len()).find(|token| reader.is_edge(*token)).unwrap_or(reader.len());
    let words = (from..end).filter(|token| reader.is_content(*token)).take(MOST);
    words.map(|token| reader.utterance.text().typed(token).to_owned()).collect()
}
