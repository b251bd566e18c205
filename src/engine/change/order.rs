//! Scenes in order: copies, names, cuts, places, and how one follows on another.

use crate::error::Result;
use crate::route::{Op, Scenes, TransitionStyle};
use crate::store::project::{self, Project, SceneId, SceneRecord, Transition, TransitionKind};
use crate::text::fold;

use super::draft::{Draft, refuse};
use super::length::said;
use super::told::What;

/// Copies scenes, each behind itself. A copy follows on its original by a cut.
pub(super) fn duplicate(draft: &mut Draft<'_>, scenes: &Scenes) -> Result<()> {
    for id in draft.ids(scenes)? {
        let scene = draft.scene(&id)?.clone();
        let name = free_name(draft, &scene.name)?;
        let copy = SceneRecord { id: SceneId::fresh(), name, transition: None, ..scene };
        let at = draft.place(&id)? + 1;
        draft.scenes.insert(at, copy);
    }
    Ok(())
}

/// A name that no scene has.
fn free_name(draft: &Draft<'_>, name: &str) -> Result<String> {
    let mut project = Project::new(draft.project.id.clone(), &draft.project.name)?;
    project.scenes.clone_from(&draft.scenes);
    Ok(project.free_name(name))
}

/// Calls a scene otherwise.
pub(super) fn rename(draft: &mut Draft<'_>, scene: usize, name: &str) -> Result<()> {
    let id = draft.id(scene)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let at = draft.place(&id)?;
    if draft.scenes[at].name == name {
        let why = format!("it is called `{name}` already");
        draft.told.push(draft.told(&id, What::NoOp { why }));
    }
    draft.scenes[at].name = name;
    Ok(())
}

/// Cuts, merges, deletes and moves scenes, in this order, then says how they follow on one another. Places are those that
/// scenes have when all is done.
pub(super) fn arrange(draft: &mut Draft<'_>, ops: &[Op]) -> Result<()> {
    split(draft, ops)?;
    for op in ops {
        if let Op::Merge { scene } = op {
            merge(draft, scene)?;
        }
    }
    draft.scenes.retain(|scene| !draft.deleted.contains(&scene.id));
    move_all(draft, ops)?;
    for op in ops {
        if let Op::Transition { from, to, style } = op {
            follow(draft, (*from, *to), *style)?;
        }
    }
    names_differ(draft)
}

/// Cuts scenes at their seconds, the last one first, so that each is counted in the whole.
fn split(draft: &mut Draft<'_>, ops: &[Op]) -> Result<()> {
    let cuts =
        ops.iter().filter_map(|op| if let Op::Split { scene, at } = op { Some((*scene, at.get())) } else { None });
    let mut cuts: Vec<(usize, f64)> = cuts.collect();
    cuts.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    for (number, second) in cuts {
        let id = draft.id(number)?;
        let at = draft.place(&id)?;
        let scene = &draft.scenes[at];
        let frame = (second * f64::from(scene.fps)).round();
        if !(1.0..f64::from(scene.frames)).contains(&frame) {
            let message = format!(
                "it lasts {} s and cannot be cut at {} s: say a second in between",
                said(scene.seconds()),
                said(second)
            );
            return Err(draft.wrong(&id, &message));
        }
        let (first, mut second) = project::split(scene, frame as u32)?;
        second.name = free_name(draft, &second.name)?;
        draft.scenes[at] = first;
        draft.scenes.insert(at + 1, second);
    }
    Ok(())
}

fn merge(draft: &mut Draft<'_>, scenes: &Scenes) -> Result<()> {
    let mut places = draft.ids(scenes)?.iter().map(|id| draft.place(id)).collect::<Result<Vec<_>>>()?;
    places.sort_unstable();
    let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return Ok(()) };
    if first == last {
        return Err(draft.wrong(&draft.scenes[first].id, "it cannot be merged with itself: say two scenes at least"));
    }
    if last - first + 1 != places.len() {
        let between = (first..last).find(|place| !places.contains(place)).unwrap_or(first);
        let message = "it stands between scenes that are to be merged: merge it as well, or move it away";
        return Err(draft.wrong(&draft.scenes[between].id, message));
    }
    let merged = project::merge(&draft.scenes[first..=last])?;
    draft.scenes.splice(first..=last, [merged]);
    Ok(())
}

fn move_all(draft: &mut Draft<'_>, ops: &[Op]) -> Result<()> {
    let moves = ops.iter().filter_map(|op| if let Op::Move { scene, to } = op { Some((*to, *scene)) } else { None });
    let mut moves: Vec<(usize, usize)> = moves.collect();
    moves.sort_unstable();
    let count = draft.scenes.len();
    let mut goals = Vec::with_capacity(moves.len());
    for (to, number) in &moves {
        let id = draft.id(*number)?;
        // Who speaks of the last place of a project of which scenes go means the end.
        let was_last = *to > count && *to <= draft.project.scenes.len();
        let to = if was_last { count } else { *to };
        if !(1..=count).contains(&to) {
            let message = format!("there is no place {to}: the project has {count} scenes then");
            return Err(draft.wrong(&id, &message));
        }
        goals.push((to, id));
    }
    let before: Vec<SceneId> = draft.scenes.iter().map(|scene| scene.id.clone()).collect();
    let taken: Vec<SceneRecord> = goals.iter().map(|(_, id)| draft.take(id)).collect::<Result<_>>()?;
    for ((to, _), scene) in goals.iter().zip(taken) {
        let at = (to - 1).min(draft.scenes.len());
        draft.scenes.insert(at, scene);
    }
    for (to, id) in &goals {
        if before.iter().position(|other| other == id) == Some(draft.place(id)?) {
            draft.told.push(draft.told(id, What::NoOp { why: format!("it stands at place {to} already") }));
        }
    }
    Ok(())
}

/// How long a transition takes, in seconds. Where scenes are short, what is played of it is what fits.
const TRANSITION: f64 = 0.5;

fn follow(draft: &mut Draft<'_>, (one, other): (usize, usize), style: TransitionStyle) -> Result<()> {
    let (one_id, other_id) = (draft.id(one)?, draft.id(other)?);
    let (Ok(from), Ok(to)) = (draft.place(&one_id), draft.place(&other_id)) else {
        return refuse(format!("scenes {one} and {other} are merged, so that nothing lies between them"));
    };
    if from.abs_diff(to) != 1 {
        let (one, other) = (draft.called(&one_id), draft.called(&other_id));
        return refuse(format!(
            "{one} and {other} do not follow on one another, so that no transition lies between them"
        ));
    }
    let at = from.max(to);
    let id = if at == to { other_id } else { one_id };
    let scene = &mut draft.scenes[at];
    let frames = (f64::from(scene.fps) * TRANSITION).round().max(1.0) as u32;
    let wanted = kind(style).map(|kind| Transition { kind, frames });
    let is_same = scene.transition.map(|before| before.kind) == wanted.map(|wanted| wanted.kind);
    if is_same {
        let why = if wanted.is_some() { "it follows like that already" } else { "it follows by a cut already" };
        draft.told.push(draft.told(&id, What::NoOp { why: why.to_owned() }));
        return Ok(());
    }
    scene.transition = wanted;
    Ok(())
}

fn kind(style: TransitionStyle) -> Option<TransitionKind> {
    match style {
        TransitionStyle::None => None,
        TransitionStyle::Fade => Some(TransitionKind::Fade),
        TransitionStyle::Slide => Some(TransitionKind::Slide),
        TransitionStyle::Wipe => Some(TransitionKind::Wipe),
        TransitionStyle::Flip => Some(TransitionKind::Flip),
        TransitionStyle::ClockWipe => Some(TransitionKind::ClockWipe),
    }
}

/// Requests call scenes by their names, so that no new name may be another's, in whatever case.
fn names_differ(draft: &Draft<'_>) -> Result<()> {
    let is_new = |scene: &&SceneRecord| draft.project.scene(&scene.id).is_none_or(|before| before.name != scene.name);
    for scene in draft.scenes.iter().filter(is_new) {
        let name = fold(&scene.name);
        if let Some(other) = draft.scenes.iter().find(|other| other.id != scene.id && fold(&other.name) == name) {
            let message =
                format!("{} is called `{}` already: choose another name", draft.called(&other.id), other.name);
            return Err(draft.wrong(&scene.id, &message));
        }
    }
    Ok(())
}
