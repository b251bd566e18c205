//! What a request needs to know of what was said and done before.

use super::settings;
use crate::engine::brand::Heard;
use crate::error::Result;
use crate::request::Request;
use crate::store::project::{Change, Deed, Project, Revision, SceneId, SceneRecord, Speaker};

/// The request as it is meant in a project, without the facts that it states; nothing if it only states facts. `history`
/// is the end of the project's log, the newest revision first.
pub(super) fn in_project(
    asked: &Request,
    heard: &Heard,
    (project, history): (&Project, &[Revision]),
) -> Result<Option<Request>> {
    let Some(rest) = &heard.rest else { return Ok(None) };
    let scenes = project.scenes.iter().map(SceneRecord::as_asked).collect();
    let presets = settings(project, &heard.presets);
    let mut request = asked.clone().reworded(rest)?.with_project(scenes).with_presets(presets);
    if let Some(scene) = last_changed(project, history) {
        request = request.with_last_changed(scene);
    }
    if let Some(open) = open(history) {
        request = request.with_open(open);
    }
    Ok(Some(request))
}

/// What the person had said when they were asked what is still open.
fn open(history: &[Revision]) -> Option<&str> {
    let (question, earlier) = history.first()?.said.split_last()?;
    let asked = earlier.iter().rev().find(|message| message.by == Speaker::Person)?;
    question.open.then_some(asked.text.as_str())
}

/// The scene that was changed last, counted from 1, if it is still there. What was taken back counts as well: it is what
/// the person looked at last.
fn last_changed(project: &Project, history: &[Revision]) -> Option<usize> {
    let changes = |number: u64| {
        let found = history.iter().find(|revision| revision.number == number);
        found.map_or(&[][..], |revision| revision.deed.changes())
    };
    let touched = history.iter().flat_map(|revision| {
        match &revision.deed {
            Deed::Said => &[],
            Deed::Changed { changes, .. } => changes.as_slice(),
            Deed::Undone { revision } | Deed::Redone { revision } => changes(*revision),
        }
        .iter()
        .rev()
    });
    let ids = touched.filter_map(scene_of);
    ids.filter_map(|id| project.scenes.iter().position(|scene| scene.id == *id)).map(|at| at + 1).next()
}

fn scene_of(change: &Change) -> Option<&SceneId> {
    match change {
        Change::AddScene { scene, .. } | Change::ReplaceScene { scene } => Some(&scene.id),
        Change::RenameScene { scene, .. } | Change::MoveScene { scene, .. } => Some(scene),
        _ => None,
    }
}
