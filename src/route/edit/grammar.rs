//! The sentences with which people change what is there, as `patterns/edits.yaml` and `patterns/operations.yaml` say them.

mod read;

use rustc_hash::FxHashMap;

use super::slot::Slot;
use crate::assets::Assets;
use crate::error::Result;

/// All sentences, ready to match: immutable, made once.
#[derive(Debug, Default)]
pub(in crate::route) struct Grammar {
    numbers: FxHashMap<Box<str>, u32>,
    groups: Vec<Group>,
    pub(super) rules: Vec<Rule>,
    pub(super) scales: Vec<Scale>,
    pub(super) degrees: Vec<Degree>,
    pub(super) things: Vec<Thing>,
    /// What people call common parameters, beside their own names.
    pub(super) names: Vec<(String, Vec<String>)>,
    /// Words of taste that a theme answers.
    pub(super) styles: Vec<(String, Vec<Vec<Node>>)>,
    pub(super) fillers: Vec<Vec<Node>>,
    /// What says that something is meant wherever it stands.
    pub(super) everywhere: Vec<Vec<Node>>,
    pub(super) comments: Comments,
}

/// Words that sentences share.
#[derive(Debug)]
struct Group {
    name: String,
    ways: Vec<Vec<Node>>,
    /// The words that they can begin with, sorted.
    first: Vec<u32>,
    /// Whether one of them can begin with a slot.
    open: bool,
}

/// Sentences that all do the same.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) op: Kind,
    /// Whether they name nothing that is changed, so that only the rest of the request says what is meant.
    pub(super) bare: bool,
    pub(super) phrases: Vec<Phrase>,
}

#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) nodes: Vec<Node>,
    /// The words that it can begin with, sorted.
    pub(super) first: Vec<u32>,
    /// Whether it can begin with a slot.
    pub(super) open: bool,
    /// Whether it begins with any words for the screen, so that it has to stand where a sentence begins.
    pub(super) free: bool,
    /// Of each of these sets of words, it has one in any case.
    pub(super) needs: Vec<Vec<u32>>,
}

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Set,
    Paint,
    Side,
    Picture,
    Point,
    SetOld,
    ReplaceText,
    Spelling,
    Scale,
    Shift,
    Insert,
    Remove,
    TransferEntry,
    CopyStyle,
    Retemplate,
    Look,
    Ground,
    Variant,
    Say,
    Delete,
    Keep,
    Duplicate,
    Move,
    Trim,
    TrimBy,
    TrimLess,
    Transfer,
    Rename,
    Undo,
    Redo,
    Reformat,
    Transition,
    Merge,
    Split,
}

const KINDS: [(&str, Kind); 34] = [
    ("set", Kind::Set),
    ("paint", Kind::Paint),
    ("side", Kind::Side),
    ("picture", Kind::Picture),
    ("point", Kind::Point),
    ("set-old", Kind::SetOld),
    ("replace-text", Kind::ReplaceText),
    ("spelling", Kind::Spelling),
    ("scale", Kind::Scale),
    ("shift", Kind::Shift),
    ("insert", Kind::Insert),
    ("remove", Kind::Remove),
    ("transfer-entry", Kind::TransferEntry),
    ("copy-style", Kind::CopyStyle),
    ("retemplate", Kind::Retemplate),
    ("look", Kind::Look),
    ("ground", Kind::Ground),
    ("variant", Kind::Variant),
    ("say", Kind::Say),
    ("delete", Kind::Delete),
    ("keep", Kind::Keep),
    ("duplicate", Kind::Duplicate),
    ("move", Kind::Move),
    ("trim", Kind::Trim),
    ("trim-by", Kind::TrimBy),
    ("trim-less", Kind::TrimLess),
    ("transfer", Kind::Transfer),
    ("rename", Kind::Rename),
    ("undo", Kind::Undo),
    ("redo", Kind::Redo),
    ("reformat", Kind::Reformat),
    ("transition", Kind::Transition),
    ("merge", Kind::Merge),
    ("split", Kind::Split),
];

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Word(u32),
    Optional(Vec<Node>),
    Either(Vec<Vec<Node>>),
    /// Any of the ways of a group of words.
    Group(u16),
    Slot(Slot),
}

/// Words that make something more or less.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) of: Quantity,
    pub(super) by: f64,
    pub(super) say: Vec<Vec<Node>>,
}

/// What can be more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    Size,
    Light,
    Pace,
    Length,
    Count,
    Amount,
    Time,
}

const QUANTITIES: [(&str, Quantity); 7] = [
    ("size", Quantity::Size),
    ("light", Quantity::Light),
    ("pace", Quantity::Pace),
    ("length", Quantity::Length),
    ("count", Quantity::Count),
    ("amount", Quantity::Amount),
    ("time", Quantity::Time),
];

/// Words that say how strongly, as the exponent of a factor.
#[derive(Debug)]
pub(super) struct Degree {
    pub(super) by: f64,
    pub(super) say: Vec<Vec<Node>>,
}

/// Something that scenes show, with the common parameters that its looks are.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) say: Vec<String>,
    /// From what is changed of it to the parameter.
    pub(super) looks: Vec<(String, String)>,
}

/// Clauses that change nothing.
#[derive(Debug, Default)]
pub(super) struct Comments {
    pub(super) lead: Vec<Vec<Node>>,
    pub(super) subject: Vec<Vec<Node>>,
    /// What a clause has that says how something is.
    pub(super) verb: Vec<Vec<Node>>,
    /// What it must not have, since then it asks for something.
    pub(super) wish: Vec<Vec<Node>>,
}

impl Grammar {
    /// Reads the files of the assets, or those that are built in.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Assets`] with every mistake of both files.
    pub(in crate::route) fn load(assets: &Assets) -> Result<Self> {
        read::grammar(assets)
    }

    /// The number of a word; none if no sentence has it.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The ways of a group of words.
    pub(super) fn group(&self, group: u16) -> &[Vec<Node>] {
        &self.groups[usize::from(group)].ways
    }

    /// Whether a group of words can begin at one of some tokens.
    pub(super) fn may_begin(
        &self,
        group: u16,
        word: impl Fn(usize) -> Option<u32>,
        mut tokens: impl Iterator<Item = usize>,
    ) -> bool {
        let group = &self.groups[usize::from(group)];
        group.open || tokens.any(|token| word(token).is_some_and(|word| group.first.binary_search(&word).is_ok()))
    }

    /// How many words all sentences have.
    pub(super) fn count(&self) -> usize {
        self.numbers.len()
    }

    /// All words of all sentences.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(AsRef::as_ref)
    }
}
