//! The log of a project: what was done to it, by whom, and how undo and redo are read from it.
//!
//! Revisions are numbered from 1. Those that changed something are the nodes of a tree: each has the one whose state it
//! changed as its parent, and 0 is the project as it was made. The present state is that of one node. Undo goes to the
//! node's parent, redo to its newest child, and a change makes a new child; so the newest child of the present node is
//! always what was undone last and not written over.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::id::Timestamp;
use super::message::ChatMessage;
use super::state::Project;
use super::store::Write;
use crate::error::{Error, ErrorKind, Result};

/// What somebody wants to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Some changes at once. None at all is right where only something was said.
    Change(Vec<Change>),
    /// Takes back what was changed last.
    Undo,
    /// Does again what was taken back last.
    Redo,
}

/// What was done in a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "kebab-case")]
pub enum Deed {
    /// Something was said and nothing changed.
    Said,
    /// Changes were made.
    Changed {
        /// The node whose state they changed.
        parent: u64,
        /// The changes in order.
        changes: Vec<Change>,
        /// What takes them back, in order.
        inverse: Vec<Change>,
    },
    /// The changes of a revision were taken back.
    Undone {
        /// Its number.
        revision: u64,
    },
    /// The changes of a revision were made again.
    Redone {
        /// Its number.
        revision: u64,
    },
}

/// An entry of the log: what was done at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Its number: 1, 2, 3 …
    pub number: u64,
    /// When its author made it.
    pub at: Timestamp,
    /// Who made it.
    pub author: String,
    /// The key under which it was asked for, so that asking again does nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What was done.
    #[serde(flatten)]
    pub deed: Deed,
    /// What was said with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<ChatMessage>,
}

/// A project with its place in its log.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The project.
    pub project: Project,
    /// The number of the newest revision.
    pub head: u64,
    /// The node whose state this is.
    pub node: u64,
}

/// A revision of the log that has to be looked up before an intent can be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The one with this number.
    Number(u64),
    /// The newest of those whose parent is this node.
    ChildOf(u64),
}

impl Intent {
    /// The revision that this undoes or redoes; nothing for changes, and for an undo at the beginning.
    pub fn target(&self, state: &State) -> Option<Target> {
        match self {
            Self::Change(_) => None,
            Self::Undo => (state.node > 0).then_some(Target::Number(state.node)),
            Self::Redo => Some(Target::ChildOf(state.node)),
        }
    }
}

impl State {
    /// The beginning of a project's log.
    pub fn new(project: Project) -> Self {
        Self { project, head: 0, node: 0 }
    }

    /// Carries out a write: the state afterwards, and the revision that is to be put into the log. `target` is what
    /// [`Intent::target`] asked for, if it is there.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`] if another revision than this one was expected; [`ErrorKind::Project`] if a change cannot
    /// be made, or there is nothing to undo or redo.
    pub fn write(&self, write: &Write, target: Option<&Revision>) -> Result<(Self, Revision)> {
        self.expect(write.expected)?;
        let deed = match &write.intent {
            Intent::Change(changes) => self.change(changes, write)?,
            Intent::Undo => Deed::Undone { revision: self.found(target, "undo")? },
            Intent::Redo => Deed::Redone { revision: self.found(target, "redo")? },
        };
        let Write { at, author, key, said, .. } = write.clone();
        let revision = Revision { number: self.head + 1, at, author, key, deed, said };
        Ok((self.after(&revision, target)?, revision))
    }

    /// The state after a revision of the log. `target` is the revision that it undoes or redoes.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if the revision does not follow on this state.
    pub fn after(&self, revision: &Revision, target: Option<&Revision>) -> Result<Self> {
        let broken = || {
            let message = format!("revision {} does not follow on revision {}", revision.number, self.head);
            Error::new(ErrorKind::Project, message)
        };
        if revision.number != self.head + 1 {
            return Err(broken());
        }
        let (changes, node): (&[Change], u64) =
            match (&revision.deed, target.map(|target| (target.number, &target.deed))) {
                (Deed::Said, _) => (&[], self.node),
                (Deed::Changed { parent, changes, .. }, _) if *parent == self.node => (changes, revision.number),
                (Deed::Undone { revision }, Some((number, Deed::Changed { parent, inverse, .. })))
                    if *revision == number && number == self.node =>
                {
                    (inverse, *parent)
                }
                (Deed::Redone { revision }, Some((number, Deed::Changed { parent, changes, .. })))
                    if *revision == number && *parent == self.node =>
                {
                    (changes, number)
                }
                _ => return Err(broken()),
            };
        let project = self.project.changed(changes)?.0;
        Ok(Self { project, head: revision.number, node })
    }

    fn change(&self, changes: &[Change], write: &Write) -> Result<Deed> {
        if !changes.is_empty() {
            let inverse = self.project.changed(changes)?.1;
            return Ok(Deed::Changed { parent: self.node, changes: changes.to_vec(), inverse });
        }
        if write.said.is_empty() {
            return Err(Error::new(ErrorKind::Project, "a revision without a change and a message says nothing"));
        }
        Ok(Deed::Said)
    }

    fn found(&self, target: Option<&Revision>, what: &str) -> Result<u64> {
        let nothing =
            || Error::new(ErrorKind::Project, format!("there is nothing to {what} in `{}`", self.project.name));
        target.map(|target| target.number).ok_or_else(nothing)
    }

    fn expect(&self, expected: Option<u64>) -> Result<()> {
        match expected {
            Some(number) if number != self.head => {
                let message = format!(
                    "`{}` is at revision {}, and {number} was expected: read it again, then repeat the change",
                    self.project.name, self.head
                );
                Err(Error::new(ErrorKind::Conflict, message))
            }
            _ => Ok(()),
        }
    }
}

impl Deed {
    /// The revision that it undoes or redoes.
    pub fn target(&self) -> Option<u64> {
        match self {
            Self::Undone { revision } | Self::Redone { revision } => Some(*revision),
            Self::Said | Self::Changed { .. } => None,
        }
    }

    /// The changes that it made for the first time.
    pub fn changes(&self) -> &[Change] {
        if let Self::Changed { changes, .. } = self { changes } else { &[] }
    }
}

/// The state of a project after the revisions of its log.
///
/// # Errors
/// [`ErrorKind::Project`] if they are no log of this project.
pub(super) fn replay(project: Project, revisions: &[Revision]) -> Result<State> {
    let find = |number: u64| usize::try_from(number.saturating_sub(1)).ok().and_then(|at| revisions.get(at));
    let step = |state: State, revision: &Revision| state.after(revision, revision.deed.target().and_then(find));
    revisions.iter().try_fold(State::new(project), step)
}

/// The revision of a log that an intent needs.
pub(super) fn look_up(revisions: &[Revision], target: Target) -> Option<&Revision> {
    revisions.iter().rev().find(|revision| match (target, &revision.deed) {
        (Target::Number(number), _) => revision.number == number,
        (Target::ChildOf(node), Deed::Changed { parent, .. }) => *parent == node,
        (Target::ChildOf(_), _) => false,
    })
}

#[cfg(test)]
mod tests;
