//! Changes that contradict each other: each says what it wants of which scene, and no two may want different things.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use crate::error::Result;
use crate::route::{Given, Length, Op, Scenes};
use crate::store::project::Project;
use crate::text::fold;

use super::difference::value;
use super::draft::refuse;

/// What a change wants.
struct Claim {
    /// Of which scene, counted from 1; nothing for the whole project.
    scene: Option<usize>,
    /// Of what in it.
    about: About,
    /// What that is to be.
    wants: Json,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum About {
    Param(String),
    Point(String, String),
    Factor(String),
    Length,
    Template,
    Name,
    Place,
    /// Who has a place.
    Tenant(usize),
    Transition,
    Format,
    Joint,
    /// Whatever it is.
    Anything,
}

/// What is said of scenes that get or give time: any number of times, but not together with a length.
const TIME_MOVES: &str = "time from another scene";

/// Refuses a plan that wants two things at once.
///
/// # Errors
/// Which two, of the first pair that there is.
pub(super) fn refuse_contradictions(project: &Project, ops: &[Op]) -> Result<()> {
    let deleted = deleted(ops, project);
    let mut wanted: HashMap<(Option<usize>, About), Json> = HashMap::new();
    for claim in ops.iter().flat_map(|op| claims(op, project, &deleted)) {
        let of = claim.scene.map_or_else(String::new, |number| format!("{}: ", called(project, number)));
        if claim.scene.is_some_and(|number| deleted.contains(&number)) {
            return refuse(format!("{of}it cannot be deleted and changed at once: say which"));
        }
        let Claim { scene, about, wants } = claim;
        match wanted.get(&(scene, about.clone())) {
            Some(before) if *before != wants => {
                return refuse(format!("{of}{}", said(&about, before, &wants, project)));
            }
            Some(_) => {}
            None => {
                wanted.insert((scene, about), wants);
            }
        }
    }
    Ok(())
}

fn deleted(ops: &[Op], project: &Project) -> Vec<usize> {
    let scenes = ops.iter().filter_map(|op| if let Op::Delete { scene } = op { Some(scene) } else { None });
    scenes.flat_map(|scene| scene.numbers(project.scenes.len())).collect()
}

fn claims(op: &Op, project: &Project, deleted: &[usize]) -> Vec<Claim> {
    let numbers = |scenes: &Scenes| match scenes {
        Scenes::These(numbers) => numbers.clone(),
        Scenes::All => (1..=project.scenes.len()).filter(|number| !deleted.contains(number)).collect(),
    };
    if let Op::Merge { scene } = op {
        let wants = json!(numbers(scene));
        return numbers(scene).into_iter().map(|number| one(number, About::Joint, wants.clone())).collect();
    }
    match of_content(op) {
        Some((scene, about, wants)) => {
            numbers(scene).into_iter().map(|number| one(number, about.clone(), wants.clone())).collect()
        }
        None => of_order(op),
    }
}

fn one(scene: usize, about: About, wants: Json) -> Claim {
    Claim { scene: Some(scene), about, wants }
}

/// What a change of scenes wants of each of them.
fn of_content(op: &Op) -> Option<(&Scenes, About, Json)> {
    Some(match op {
        Op::Set { scene, param, value: Given::Value(value) } if param == "duration" => {
            (scene, About::Length, json!({"seconds": value}))
        }
        Op::Set { scene, param, value: Given::Value(value) } => (scene, About::Param(param.clone()), json!(value)),
        Op::Set { scene, param, value: Given::Point(point) } => {
            (scene, About::Point(param.clone(), fold(&point.label)), json!(point.value))
        }
        Op::Scale { scene, param, by } => (scene, About::Factor(param.clone()), json!(by)),
        Op::Remove { scene, param, value: None } => (scene, About::Param(param.clone()), Json::Null),
        Op::Remove { scene, param, value: Some(item) } => (scene, About::Point(param.clone(), fold(item)), Json::Null),
        Op::Retemplate { scene, template } => (scene, About::Template, json!(template)),
        Op::Trim { scene, length: Length::Seconds(seconds) } => (scene, About::Length, json!({"seconds": seconds})),
        Op::Trim { scene, length: Length::By(seconds) } => (scene, About::Length, json!({"by": seconds})),
        // Many of these go together; only that their scene is deleted is in their way.
        Op::Insert { scene, .. }
        | Op::ReplaceText { scene, .. }
        | Op::CopyStyle { scene, .. }
        | Op::Duplicate { scene } => (scene, About::Anything, Json::Null),
        _ => return None,
    })
}

/// What a change of order wants.
fn of_order(op: &Op) -> Vec<Claim> {
    match op {
        Op::Transfer { from, to, .. } => [*from, *to].map(|scene| one(scene, About::Length, json!(TIME_MOVES))).into(),
        Op::Rename { scene, name } => vec![one(*scene, About::Name, json!(name))],
        Op::Move { scene, to } => vec![
            one(*scene, About::Place, json!(to)),
            Claim { scene: None, about: About::Tenant(*to), wants: json!(scene) },
        ],
        Op::Transition { from, to, style } => vec![one((*from).max(*to), About::Transition, json!(style))],
        Op::Reformat { format } => vec![Claim { scene: None, about: About::Format, wants: json!(format) }],
        Op::Split { scene, .. } => vec![one(*scene, About::Joint, Json::Null)],
        _ => Vec::new(),
    }
}

fn said(about: &About, one: &Json, other: &Json, project: &Project) -> String {
    let both = || format!("{} and {}", wish(one), wish(other));
    match about {
        About::Param(param) => format!("two values are asked for `{param}`, {}: say one", both()),
        About::Point(param, label) => format!("two values are asked for `{label}` in `{param}`, {}: say one", both()),
        About::Factor(param) => format!("two factors are asked for `{param}`, {}: say one", both()),
        About::Length => format!("two lengths are asked for, {}: say one", both()),
        About::Template => format!("two templates are asked for, {}: say one", both()),
        About::Name => format!("two names are asked for, {}: say one", both()),
        About::Place => format!("two places are asked for, {}: say one", both()),
        About::Tenant(place) => {
            let scene = |json: &Json| called(project, json.as_u64().unwrap_or_default() as usize);
            format!("{} and {} cannot both move to place {place}: say which", scene(one), scene(other))
        }
        About::Transition => format!("two transitions are asked for, {}: say one", both()),
        About::Format => format!("two formats are asked for, {}: say one", both()),
        About::Joint | About::Anything => "it cannot be merged twice, or merged and cut at once: say which".to_owned(),
    }
}

/// What is wanted, in words.
fn wish(wants: &Json) -> String {
    match (wants.get("seconds"), wants.get("by")) {
        (Some(seconds), _) => format!("{} s", value(seconds)),
        (_, Some(seconds)) if seconds.as_f64().is_some_and(|seconds| seconds < 0.0) => {
            format!("{} s less", value(seconds).trim_start_matches('-'))
        }
        (_, Some(seconds)) => format!("{} s more", value(seconds)),
        _ if wants == TIME_MOVES => TIME_MOVES.to_owned(),
        _ => value(wants),
    }
}

fn called(project: &Project, number: usize) -> String {
    let scene = number.checked_sub(1).and_then(|at| project.scenes.get(at));
    scene.map_or_else(|| format!("scene {number}"), |scene| format!("scene {number} `{}`", scene.name))
}
