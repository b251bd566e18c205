//! Undo, redo and replay.

use proptest::prelude::*;

use super::*;
use crate::store::project::apply::tests::{changes, empty};
use crate::store::project::{Change, Speaker};

fn intents() -> impl Strategy<Value = Intent> {
    prop_oneof![
        5 => prop::collection::vec(changes(), 1..4).prop_map(Intent::Change),
        1 => Just(Intent::Change(Vec::new())),
        3 => Just(Intent::Undo),
        2 => Just(Intent::Redo),
    ]
}

fn write(intent: Intent) -> Write {
    let said = vec![ChatMessage::new(Speaker::Person, "go on")];
    Write::new(intent, "anna", Timestamp::from_millis(1000)).saying(said)
}

/// Writes into a log; what cannot be done is left out.
fn push(state: &mut State, log: &mut Vec<Revision>, intent: Intent) -> bool {
    let write = write(intent);
    let target = write.intent.target(state).and_then(|target| look_up(log, target));
    let Ok((next, revision)) = state.write(&write, target) else { return false };
    *state = next;
    log.push(revision);
    true
}

proptest! {
    #[test]
    fn a_log_replays_to_its_state(intents in prop::collection::vec(intents(), 0..24)) {
        let (mut state, mut log) = (State::new(empty()), Vec::new());
        let beginning = state.project.clone();
        // What an editor does with two stacks is what the log has to say.
        let (mut undo, mut redo) = (Vec::new(), Vec::new());
        for intent in intents {
            let before = state.project.clone();
            let done = push(&mut state, &mut log, intent.clone());
            match intent {
                Intent::Change(changes) if done && !changes.is_empty() => {
                    undo.push(before);
                    redo.clear();
                }
                Intent::Undo => {
                    prop_assert_eq!(done, !undo.is_empty());
                    if let Some(former) = undo.pop() {
                        prop_assert_eq!(&state.project, &former);
                        redo.push(before);
                    }
                }
                Intent::Redo => {
                    prop_assert_eq!(done, !redo.is_empty());
                    if let Some(later) = redo.pop() {
                        prop_assert_eq!(&state.project, &later);
                        undo.push(before);
                    }
                }
                Intent::Change(_) => prop_assert_eq!(&state.project, &before),
            }
        }
        prop_assert_eq!(&replay(beginning.clone(), &log)?, &state);
        while push(&mut state, &mut log, Intent::Undo) {}
        prop_assert_eq!(serde_json::to_string(&state.project)?, serde_json::to_string(&beginning)?);
    }

    #[test]
    fn a_log_that_lacks_something_does_not_replay(gone in 0..4usize) {
        let (mut state, mut log) = (State::new(empty()), Vec::new());
        let beginning = state.project.clone();
        let rename = |name: &str| Intent::Change(vec![Change::Rename { name: name.to_owned() }]);
        for intent in [rename("a"), rename("b"), Intent::Undo, Intent::Redo, rename("c")] {
            prop_assert!(push(&mut state, &mut log, intent));
        }
        log.remove(gone);
        prop_assert!(replay(beginning, &log).is_err());
    }
}

#[test]
fn an_old_view_and_empty_logs_are_refused() {
    let state = State::new(empty());
    let message = |write: Write| state.write(&write, None).map_or_else(|error| error.to_string(), |_| String::new());
    let rename = Intent::Change(vec![Change::Rename { name: "a".to_owned() }]);
    assert_eq!(
        message(write(rename).expecting(3)),
        "`film` is at revision 0, and 3 was expected: read it again, then repeat the change"
    );
    assert_eq!(message(write(Intent::Undo)), "there is nothing to undo in `film`");
    assert_eq!(message(write(Intent::Redo)), "there is nothing to redo in `film`");
    let nothing = write(Intent::Change(Vec::new())).saying(Vec::new());
    assert_eq!(message(nothing), "a revision without a change and a message says nothing");
}
