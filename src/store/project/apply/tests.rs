//! Any change can be taken back, and what cannot be made changes nothing.

use proptest::prelude::*;
use serde_json::{Map, json};

use super::*;
use crate::request::Format;
use crate::store::project::{
    Asset, Content, Fact, Maker, ProjectId, Provenance, Transition, TransitionKind, Window, merge,
};

/// Scenes have one of a few ids, so that changes meet the same ones.
fn ids() -> impl Strategy<Value = SceneId> {
    (0..5u8).prop_filter_map("an id", |number| format!("s{number}").parse().ok())
}

/// What is not merged.
fn simple_contents() -> impl Strategy<Value = Content> {
    let params = (any::<String>(), any::<f64>().prop_filter("JSON has finite numbers", |number| number.is_finite()));
    let template = params.prop_map(|(title, duration)| {
        let params = json!({"title": title, "duration": duration}).as_object().cloned();
        Content::Template { id: "title-card".to_owned(), params: params.unwrap_or_default() }
    });
    let code = any::<String>().prop_map(|code| Content::Code { code, manifest: json!([{"name": "headline"}]) });
    prop_oneof![template, code]
}

/// Scenes that are not merged, of whole contents and of parts of them; some have no frame.
pub(crate) fn simple_scenes() -> impl Strategy<Value = SceneRecord> {
    let kind = prop_oneof![Just(TransitionKind::ClockWipe), Just(TransitionKind::Fade)];
    let transition =
        prop_oneof![Just(None), (kind, 0..40u32).prop_map(|(kind, frames)| Some(Transition { kind, frames }))];
    let window = prop_oneof![2 => Just(None), 1 => (0..40u32, 0..40u32).prop_map(Some)];
    let fps = prop_oneof![4 => Just(30u32), 1 => 1..=240u32];
    let parts = (ids(), "[a-z]{1,8}", simple_contents(), 0..400u32, fps, window, transition);
    parts.prop_map(|(id, name, content, frames, fps, window, transition)| SceneRecord {
        id,
        name,
        content,
        frames,
        fps,
        format: Format::Square,
        window: window.map(|(from, rest)| Window { from, of: from + frames + rest }),
        transition,
        provenance: Provenance::now(Maker::Template, None),
    })
}

pub(crate) fn scenes() -> impl Strategy<Value = SceneRecord> {
    let merged = prop::collection::vec(simple_scenes(), 2..4)
        .prop_filter_map("what can be merged", |scenes| merge(&scenes).ok().filter(|scene| scene.frames < 216_000));
    prop_oneof![5 => simple_scenes(), 1 => merged]
}

fn pictures() -> impl Strategy<Value = Asset> {
    (0..3u8).prop_filter_map("a picture", |byte| Asset::of("a.gif", &[b"GIF89a".as_slice(), &[byte]].concat()).ok())
}

pub(crate) fn changes() -> impl Strategy<Value = Change> {
    let place = || prop_oneof![Just(None), (0..6usize).prop_map(Some)];
    let value = prop_oneof![Just(None), any::<i32>().prop_map(|number| Some(json!(number)))];
    prop_oneof![
        4 => (scenes(), place()).prop_map(|(scene, at)| Change::AddScene { scene: Box::new(scene), at }),
        1 => ids().prop_map(|scene| Change::RemoveScene { scene }),
        2 => scenes().prop_map(Change::replace),
        2 => (ids(), 0..6usize).prop_map(|(scene, to)| Change::MoveScene { scene, to }),
        1 => (ids(), ".{0,6}").prop_map(|(scene, name)| Change::RenameScene { scene, name }),
        1 => ".{0,6}".prop_map(|name| Change::Rename { name }),
        1 => ("[ab]", value).prop_map(|(setting, value)| Change::Set { setting, value }),
        1 => ("[ab]", "[a-z]{0,3}").prop_map(|(topic, value)| Change::Remember { fact: Fact::new(topic, [value]) }),
        1 => "[ab]".prop_map(|topic| Change::Forget { topic }),
        1 => pictures().prop_map(|asset| Change::Attach { asset }),
        1 => pictures().prop_map(|asset| Change::Detach { asset: asset.id }),
        1 => Just(Change::Delete),
        1 => Just(Change::Restore),
    ]
}

pub(crate) fn empty() -> Project {
    let id = ProjectId::fresh();
    Project {
        id,
        name: "film".to_owned(),
        scenes: Vec::new(),
        settings: std::collections::BTreeMap::new(),
        memory: std::collections::BTreeMap::new(),
        assets: std::collections::BTreeMap::new(),
        deleted: false,
    }
}

proptest! {
    #[test]
    fn what_is_applied_can_be_taken_back(changes in prop::collection::vec(changes(), 0..24)) {
        let mut project = empty();
        for change in changes {
            let before = serde_json::to_string(&project)?;
            let Ok(inverse) = project.apply(change.clone()) else {
                prop_assert_eq!(serde_json::to_string(&project)?, before, "{:?} was refused", change);
                continue;
            };
            let after = serde_json::to_string(&project)?;
            let again = project.apply(inverse.clone())?;
            prop_assert_eq!(serde_json::to_string(&project)?, before, "{:?} and {:?}", change, inverse);
            project.apply(again)?;
            prop_assert_eq!(serde_json::to_string(&project)?, after);
        }
    }

    #[test]
    fn changes_at_once_are_made_wholly_or_not_at_all(changes in prop::collection::vec(changes(), 0..12)) {
        let project = empty();
        if let Ok((changed, inverse)) = project.changed(&changes) {
            prop_assert_eq!(changed.changed(&inverse)?.0, project);
        }
    }

    #[test]
    fn what_is_written_down_is_read_as_it_was(change in changes()) {
        let text = serde_json::to_string(&change)?;
        prop_assert_eq!(serde_json::to_string(&serde_json::from_str::<Change>(&text)?)?, text);
    }
}

#[test]
fn what_cannot_be_done_says_why() -> Result<()> {
    let scene = |id: &str, frames| -> Result<SceneRecord> {
        Ok(SceneRecord {
            id: id.parse()?,
            name: "intro".to_owned(),
            content: Content::Template { id: "title-card".to_owned(), params: Map::new() },
            frames,
            fps: 30,
            format: Format::Landscape,
            window: None,
            transition: None,
            provenance: Provenance::now(Maker::Person, Some("by hand")),
        })
    };
    let part = |id: &str, from, of| -> Result<SceneRecord> {
        Ok(SceneRecord { window: Some(Window { from, of }), ..scene(id, 10)? })
    };
    let merged = |parts, frames| -> Result<SceneRecord> {
        Ok(SceneRecord { content: Content::Merged { parts }, ..scene("b", frames)? })
    };
    let fading = |id: &str| -> Result<SceneRecord> {
        Ok(SceneRecord { transition: Some(Transition { kind: TransitionKind::Fade, frames: 4 }), ..scene(id, 10)? })
    };
    let deep = (0..10).try_fold(scene("b", 1)?, |inner, _| -> Result<SceneRecord> {
        let whole = SceneRecord { window: Some(Window { from: 0, of: inner.frames + 1 }), ..scene("b", 1)? };
        Ok(inner.with_parts(vec![inner.clone(), whole]))
    })?;
    let mut project = empty();
    project.apply(Change::add(scene("a", 90)?))?;
    let refused = [
        (Change::add(scene("a", 90)?), "there is a scene with the id `a` already"),
        (Change::add(scene("b", 0)?), "scene `intro` has 0 frames: expected from 1 to 216000"),
        (
            Change::AddScene { scene: Box::new(scene("b", 1)?), at: Some(2) },
            "there is no place 2: expected one from 0 to 1",
        ),
        (
            Change::add(part("b", 3, 12)?),
            "scene `intro` plays 10 frames from frame 3 of 12: expected a part of them, and at most 216000",
        ),
        (
            Change::add(part("b", u32::MAX, u32::MAX)?),
            "scene `intro` plays 10 frames from frame 4294967295 of 4294967295: expected a part of them, and at most 216000",
        ),
        (Change::add(merged(vec![scene("a", 9)?], 9)?), "scene `intro` is merged from 1: expected at least two"),
        (
            Change::add(merged(vec![scene("a", 9)?, fading("b")?], 16)?),
            "scene `intro` has 16 frames, and its parts have 15: expected as many",
        ),
        (
            Change::add(merged(vec![fading("a")?, scene("b", 9)?], 19)?),
            "the first part of scene `intro` has a transition: expected it at the whole scene",
        ),
        (
            Change::add(merged(vec![scene("a", 9)?, scene("b", 0)?], 9)?),
            "scene `intro` has 0 frames: expected from 1 to 216000",
        ),
        (Change::add(deep), "scene `intro` is merged more than 8 times over: expected fewer"),
        (Change::MoveScene { scene: "a".parse()?, to: 1 }, "there is no place 1: expected one from 0 to 0"),
        (Change::RemoveScene { scene: "x".parse()? }, "`film` has no scene with the id `x`"),
        (Change::Rename { name: " ".to_owned() }, "the name ` ` is empty: expected 1 to 120 visible characters"),
        (Change::Forget { topic: "font".to_owned() }, "nothing is known about `font` that could be forgotten"),
        (Change::Restore, "`film` has not been deleted"),
    ];
    for (change, expected) in refused {
        let message = project.apply(change).map_or_else(|error| error.to_string(), |_| "it was done".to_owned());
        assert_eq!(message, expected);
    }
    project.apply(Change::Delete)?;
    let message = project.apply(Change::Delete).map_or_else(|error| error.to_string(), |_| String::new());
    assert_eq!(message, "`film` has been deleted: undo that first");
    Ok(())
}
