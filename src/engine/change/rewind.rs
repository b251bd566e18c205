//! Undo and redo as part of a plan: they go first, each as a revision of its own.

use crate::error::Result;
use crate::route::Op;
use crate::store::project::{Deed, Intent, Project, Revision, Snapshot, State, Target, Timestamp, Write};

use super::draft::refuse;
use super::told::{Told, What};

/// A plan in two parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewinds<'p> {
    /// What is taken back or brought back first: all undone or all redone.
    pub intents: Vec<Intent>,
    /// What is changed then.
    pub ops: &'p [Op],
}

impl<'p> Rewinds<'p> {
    /// Takes a plan apart.
    ///
    /// # Errors
    /// [`ErrorKind::Project`](crate::error::ErrorKind::Project) if it undoes what it has changed itself, or undoes and
    /// redoes.
    pub fn of(plan: &'p [Op]) -> Result<Self> {
        let count = plan.iter().take_while(|op| matches!(op, Op::Undo | Op::Redo)).count();
        let (first, ops) = plan.split_at(count);
        if ops.iter().any(|op| matches!(op, Op::Undo | Op::Redo)) {
            return refuse(
                "a change cannot be made and taken back at once: undo first, then say what to change".into(),
            );
        }
        if first.windows(2).any(|pair| pair[0] != pair[1]) {
            return refuse("something cannot be undone and redone at once: say which".to_owned());
        }
        let intent = |op: &Op| if *op == Op::Undo { Intent::Undo } else { Intent::Redo };
        Ok(Self { intents: first.iter().map(intent).collect(), ops })
    }

    /// What is said of what is taken back or brought back.
    pub fn told(intents: &[Intent]) -> Option<Told> {
        let deed = if intents.first()? == &Intent::Undo { "undo" } else { "redo" };
        Some(Told::new(None, None, What::Rewound { deed, revisions: intents.len() }))
    }
}

/// The project as it will be after some undos or redos. `history` is its whole log, the newest revision first.
///
/// # Errors
/// [`ErrorKind::Project`](crate::error::ErrorKind::Project) if there is nothing to undo or redo.
pub fn rewound(snapshot: &Snapshot, history: &[Revision], intents: &[Intent]) -> Result<Project> {
    let project = Project::clone(&snapshot.project);
    let mut state = State { project, head: snapshot.revision, node: node(history) };
    for intent in intents {
        let target = intent.target(&state).and_then(|target| find(history, target));
        state = state.write(&Write::new(intent.clone(), "", Timestamp::from_millis(0)), target)?.0;
    }
    Ok(state.project)
}

/// The revision whose state the project is in; 0 is its beginning.
fn node(history: &[Revision]) -> u64 {
    let parent = |number: u64| match find(history, Target::Number(number)).map(|revision| &revision.deed) {
        Some(Deed::Changed { parent, .. }) => *parent,
        _ => 0,
    };
    let node = |revision: &Revision| match revision.deed {
        Deed::Said => None,
        Deed::Changed { .. } => Some(revision.number),
        Deed::Undone { revision } => Some(parent(revision)),
        Deed::Redone { revision } => Some(revision),
    };
    history.iter().find_map(node).unwrap_or_default()
}

fn find(history: &[Revision], target: Target) -> Option<&Revision> {
    history.iter().find(|revision| match (target, &revision.deed) {
        (Target::Number(number), _) => revision.number == number,
        (Target::ChildOf(node), Deed::Changed { parent, .. }) => *parent == node,
        (Target::ChildOf(_), _) => false,
    })
}
