//! Any change can be taken back, and what cannot be made changes nothing.

use proptest::prelude::*;
use serde_json::{Map, json};

use super::*;
use crate::request::Format;
use crate::store::project::{Asset, Content, Fact, Maker, ProjectId, Provenance, Transition, TransitionKind};

/// Scenes have one of a few ids, so that changes meet the same ones.
fn ids() -> impl Strategy<Value = SceneId> {
    (0..5u8).prop_filter_map("an id", |number| format!("s{number}").parse().ok())
}

fn contents() -> impl Strategy<Value = Content> {
    let params = (any::<String>(), any::<f64>().prop_filter("JSON has finite numbers", |number| number.is_finite()));
    let template = params.prop_map(|(title, duration)| {
        let params = json!({"title": title, "duration": duration}).as_object().cloned();
        Content::Template { id: "title-card".to_owned(), params: params.unwrap_or_default() }
    });
    let code = any::<String>().prop_map(|code| Content::Code { code, manifest: json!([{"name": "headline"}]) });
    prop_oneof![template, code]
}

pub(crate) fn scenes() -> impl Strategy<Value = SceneRecord> {
    let transition = prop_oneof![
        Just(None),
        (0..40u32).prop_map(|frames| Some(Transition { kind: TransitionKind::ClockWipe, frames }))
    ];
    (ids(), "[a-z]{1,8}", contents(), 0..400u32, transition).prop_map(|(id, name, content, frames, transition)| {
        SceneRecord {
            id,
            name,
            content,
            frames,
            fps: 30,
            format: Format::Square,
            transition,
            provenance: Provenance::now(Maker::Template, None),
        }
    })
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
            transition: None,
            provenance: Provenance::now(Maker::Person, Some("by hand")),
        })
    };
    let mut project = empty();
    project.apply(Change::add(scene("a", 90)?))?;
    let refused = [
        (Change::add(scene("a", 90)?), "there is a scene with the id `a` already"),
        (Change::add(scene("b", 0)?), "scene `intro` has 0 frames: expected from 1 to 216000"),
        (
            Change::AddScene { scene: Box::new(scene("b", 1)?), at: Some(2) },
            "there is no place 2: expected one from 0 to 1",
        ),
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
