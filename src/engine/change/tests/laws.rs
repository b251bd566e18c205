//! What always holds, whatever is asked for.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value as Json;

use super::anything::op;
use super::stage::{film, library};
use crate::engine::change::{Applied, Told, apply};
use crate::error::Result;
use crate::route::{Given, Length, Op, Scenes};
use crate::store::project::{Content, Intent, Project, Revision, SceneRecord, State, Target, Timestamp, Write};
use crate::template::Options;
use crate::value::{Number, Value};

fn carried_out(project: &Project, ops: &[Op]) -> Result<Applied> {
    apply((library()?, Options::default()), project, project, ops)
}

/// A project with its log.
struct Log {
    state: State,
    revisions: Vec<Revision>,
}

impl Log {
    fn write(&mut self, intent: Intent) -> Result<()> {
        let find = |target: Target| {
            let number = if let Target::Number(number) = target { number } else { 0 };
            self.revisions.iter().find(|revision| revision.number == number)
        };
        let target = intent.target(&self.state).and_then(find);
        let (state, revision) = self.state.write(&Write::new(intent, "a", Timestamp::from_millis(0)), target)?;
        self.state = state;
        self.revisions.push(revision);
        Ok(())
    }
}

fn written(project: &Project) -> String {
    serde_json::to_string(project).unwrap_or_default()
}

/// The length that a scene's content says of itself.
fn length(scene: &SceneRecord) -> Result<Option<u32>> {
    let library = library()?;
    Ok(match &scene.content {
        Content::Template { id, params } => {
            let rendered = library.render(&library.fit(id, params)?, Options::default())?;
            rendered.scene.meta().map(|meta| meta.duration_in_frames)
        }
        Content::Code { code, .. } => crate::tsx::meta(code).map(|meta| meta.duration_in_frames),
        Content::Merged { .. } => None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn as_many_undos_give_the_project_back(plans in prop::collection::vec(prop::collection::vec(op(), 1..4), 1..7)) {
        let project = film().map_err(|error| TestCaseError::fail(error.to_string()))?;
        let before = written(&project);
        let mut log = Log { state: State::new(project), revisions: Vec::new() };
        for plan in &plans {
            let project = &log.state.project;
            let same = written(project);
            match carried_out(project, plan) {
                Ok(applied) if !applied.changes.is_empty() => {
                    prop_assert!(applied.told.iter().any(Told::is_change), "{:?} {:?}", plan, applied.told);
                    let after = written(&applied.project);
                    prop_assert_ne!(&after, &same);
                    let done = log.write(Intent::Change(applied.changes));
                    prop_assert!(done.is_ok(), "{:?}", done);
                    prop_assert_eq!(written(&log.state.project), after);
                }
                Ok(applied) => {
                    prop_assert!(applied.scenes.is_empty());
                    prop_assert!(!applied.told.is_empty() && !applied.told.iter().any(Told::is_change), "{:?} {:?}", plan, applied.told);
                }
                Err(error) => prop_assert!(!error.to_string().contains('\n'), "{}", error),
            }
        }
        for scene in &log.state.project.scenes {
            if let Some(frames) = length(scene).map_err(|error| TestCaseError::fail(error.to_string()))? {
                prop_assert_eq!(frames, scene.played().of, "{}", scene.name);
            }
        }
        for _ in 0..log.revisions.len() {
            let undone = log.write(Intent::Undo);
            prop_assert!(undone.is_ok(), "{:?}", undone);
        }
        prop_assert_eq!(written(&log.state.project), before);
    }

    #[test]
    fn no_frame_is_lost_or_invented(from in 1..6_usize, to in 1..6_usize, seconds in 0.01..6.0_f64, fps in prop::sample::select(vec![24, 25, 30, 60])) {
        let film = film().map_err(|error| TestCaseError::fail(error.to_string()))?;
        let rate = Op::Set { scene: Scenes::one(1), param: "fps".to_owned(), value: Given::Value(Value::Number(Number::from(fps))) };
        let film = carried_out(&film, &[rate]).map_or(film, |applied| applied.project);
        let Some(seconds) = Number::new(seconds) else { return Ok(()) };
        let exact = |project: &Project| project.scenes.iter().map(|scene| u64::from(scene.frames) * 600 / u64::from(scene.fps)).sum::<u64>();
        if let Ok(applied) = carried_out(&film, &[Op::Transfer { from, to, seconds }]) {
            prop_assert_eq!(exact(&applied.project), exact(&film));
            prop_assert!(applied.project.scenes.iter().all(|scene| scene.seconds() >= 0.5));
        }
        let trim = Op::Trim { scene: Scenes::one(to), length: Length::Seconds(seconds) };
        if let Ok(applied) = carried_out(&film, &[trim]) {
            let scene = &applied.project.scenes[to - 1];
            prop_assert_eq!(f64::from(scene.frames), (seconds.get() * f64::from(scene.fps)).round());
            let others = |project: &Project| -> Vec<Json> {
                project.scenes.iter().enumerate().filter(|(at, _)| at + 1 != to).map(|(_, scene)| serde_json::to_value(scene).unwrap_or_default()).collect()
            };
            prop_assert_eq!(others(&applied.project), others(&film));
        }
    }
}

#[test]
fn many_of_the_changes_that_are_tried_can_be_made() -> Result<()> {
    let film = film()?;
    let mut runner = TestRunner::deterministic();
    let tried = 400;
    let made = (0..tried).filter(|_| {
        let op = op().new_tree(&mut runner).map(|tree| tree.current());
        op.is_ok_and(|op| carried_out(&film, &[op]).is_ok_and(|applied| !applied.changes.is_empty()))
    });
    let made = made.count();
    assert!(made * 5 > tried, "only {made} of {tried}");
    Ok(())
}
