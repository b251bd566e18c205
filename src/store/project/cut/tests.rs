//! No cut and no merger loses a frame, makes one up, or shows another.

use proptest::prelude::*;

use super::*;
use crate::store::project::apply::tests::{empty, scenes};
use crate::store::project::{Change, Project, Transition, TransitionKind};

/// A frame of content that is seen: of which content, and which frame of how many.
type Shown = (String, u32, u32);

/// What each frame of scenes of one rate shows: one thing, or two in a transition.
fn shown(scenes: &[SceneRecord]) -> Vec<Vec<Shown>> {
    let cues = crate::store::project::cues(scenes, common_fps(scenes));
    let mut film = vec![Vec::new(); cues.last().map_or(0, crate::store::project::Cue::end) as usize];
    for (scene, cue) in scenes.iter().zip(cues) {
        let played = scene.played();
        let whole = whole(scene);
        for frame in 0..scene.frames {
            film[(cue.from + frame) as usize].extend(whole[(played.from + frame) as usize].clone());
        }
    }
    film
}

fn whole(scene: &SceneRecord) -> Vec<Vec<Shown>> {
    let of = scene.played().of;
    match &scene.content {
        Content::Merged { parts } => shown(parts),
        content => (0..of).map(|frame| vec![(format!("{content:?}"), frame, of)]).collect(),
    }
}

/// Scenes of one rate: those of others are placed to the nearest frame, and have no frames of the film.
fn good_scenes() -> impl Strategy<Value = SceneRecord> {
    fn is_of_one_rate(scene: &SceneRecord) -> bool {
        let Content::Merged { parts } = &scene.content else { return scene.fps == 30 };
        parts.iter().all(is_of_one_rate)
    }
    scenes().prop_filter("a scene of one rate", |scene| scene.check().is_ok() && is_of_one_rate(scene))
}

fn films() -> impl Strategy<Value = Vec<SceneRecord>> {
    prop::collection::vec(good_scenes(), 2..5)
}

proptest! {
    #[test]
    fn halves_show_what_the_whole_shows(scene in good_scenes(), chance in any::<prop::sample::Index>()) {
        prop_assume!(scene.frames > 1);
        let at = 1 + chance.index(scene.frames as usize - 1) as u32;
        let (first, second) = split(&scene, at)?;
        first.check()?;
        second.check()?;
        prop_assert_eq!(shown(&[first.clone(), second.clone()]), shown(std::slice::from_ref(&scene)));
        prop_assert_eq!((&first.id, first.transition, second.transition), (&scene.id, scene.transition, None));
        let whole = merge(&[first, second])?;
        prop_assert_eq!(whole.played(), scene.played());
        prop_assert_eq!(SceneRecord { window: scene.window, ..whole }, scene);
    }

    #[test]
    fn merged_scenes_show_what_they_showed(scenes in films(), more in good_scenes()) {
        let merged = merge(&scenes)?;
        merged.check()?;
        prop_assert_eq!(shown(std::slice::from_ref(&merged)), shown(&scenes));
        prop_assert_eq!((&merged.id, &merged.name, merged.transition), (&scenes[0].id, &scenes[0].name, scenes[0].transition));
        let again = merge(&[merged.clone(), more.clone()])?;
        prop_assert_eq!(shown(std::slice::from_ref(&again)), shown(&[merged, more]));
    }

    #[test]
    fn any_cuts_and_mergers_keep_every_frame(
        scene in good_scenes(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
    ) {
        let mut pieces = vec![scene.clone()];
        for cut in cuts {
            let place = cut.index(pieces.len());
            let at = pieces[place].frames / 3;
            let Ok((first, second)) = split(&pieces[place], at) else { continue };
            pieces.splice(place..=place, [first, second]);
        }
        prop_assert_eq!(shown(&pieces), shown(std::slice::from_ref(&scene)));
        if pieces.len() > 1 {
            let whole = merge(&pieces)?;
            prop_assert_eq!(SceneRecord { window: scene.window, ..whole }, scene);
        }
    }

    #[test]
    fn scenes_of_any_rate_can_be_merged_and_be_in_a_project(scenes in prop::collection::vec(scenes(), 2..5)) {
        // What is shorter than a frame of the film is given a whole one.
        prop_assume!(scenes.iter().all(|scene| scene.check().is_ok() && scene.seconds() >= 0.1));
        let merged = merge(&scenes)?;
        let before = Project { scenes, ..empty() }.seconds();
        let mut project = empty();
        project.apply(Change::add(merged))?;
        prop_assert!((project.seconds() - before).abs() <= 0.51 / f64::from(project.fps()), "{before}");
    }
}

#[test]
fn cuts_and_mergers_that_cannot_be_are_refused() -> Result<()> {
    let scene = crate::store::project::conformance::scene("a")
        .map_err(|error| Error::new(ErrorKind::Project, error.to_string()))?;
    let scene = SceneRecord { name: "intro".to_owned(), frames: 90, ..scene };
    let single = SceneRecord { frames: 1, ..scene.clone() };
    let said = |error: Error| error.to_string();
    for (refused, expected) in [
        (split(&scene, 0).err().map(said), "scene `intro` has 90 frames: expected a cut at one from 1 to 89"),
        (split(&scene, 90).err().map(said), "scene `intro` has 90 frames: expected a cut at one from 1 to 89"),
        (split(&single, 1).err().map(said), "scene `intro` has a single frame, and cannot be cut in two"),
        (merge(&[]).err().map(said), "nothing cannot be merged: expected at least two scenes"),
        (
            merge(std::slice::from_ref(&scene)).err().map(said),
            "a single scene cannot be merged: expected at least two scenes",
        ),
    ] {
        assert_eq!(refused.as_deref(), Some(expected));
    }
    Ok(())
}

#[test]
fn what_was_merged_is_taken_apart_unless_a_transition_suffers() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let fade = |frames| Some(Transition { kind: TransitionKind::Fade, frames });
    let scene = |id, frames, transition| -> std::result::Result<SceneRecord, Box<dyn std::error::Error>> {
        Ok(SceneRecord { frames, window: None, transition, ..crate::store::project::conformance::scene(id)? })
    };
    let first = merge(&[scene("a", 60, None)?, scene("b", 20, fade(8))?])?;
    let parts = |scene: SceneRecord| if let Content::Merged { parts } = scene.content { parts.len() } else { 0 };
    assert_eq!(first.frames, 72);
    assert_eq!(parts(merge(&[first.clone(), scene("c", 60, fade(10))?])?), 3);
    assert_eq!(parts(merge(&[first, scene("c", 60, fade(11))?])?), 2);
    Ok(())
}
