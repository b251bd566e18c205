//! Films are as long as they are said to be, and transitions fit.

use proptest::prelude::*;

use super::*;
use crate::request::Format;
use crate::store::project::apply::tests::{empty, scenes};
use crate::store::project::{Content, Maker, Provenance, SceneId, TransitionKind};

fn scene(frames: u32, fps: u32, overlap: u32) -> SceneRecord {
    SceneRecord {
        id: SceneId::fresh(),
        name: "scene".to_owned(),
        content: Content::Code { code: String::new(), manifest: serde_json::Value::Null },
        frames,
        fps,
        format: Format::Landscape,
        window: None,
        transition: (overlap > 0).then_some(Transition { kind: TransitionKind::Fade, frames: overlap }),
        provenance: Provenance::now(Maker::Person, None),
    }
}

/// First frame, frames, and frames of the transition of each.
fn told(scenes: &[SceneRecord]) -> Vec<(u32, u32, u32)> {
    let cues = cues(scenes, common_fps(scenes));
    cues.iter().map(|cue| (cue.from, cue.frames, cue.transition.map_or(0, |transition| transition.frames))).collect()
}

#[test]
fn transitions_overlap_scenes() {
    let film = [scene(60, 30, 20), scene(90, 30, 20), scene(30, 30, 0), scene(31, 30, 99)];
    assert_eq!(told(&film), [(0, 60, 0), (40, 90, 20), (130, 30, 0), (145, 31, 15)]);
    let project = Project { scenes: film.to_vec(), ..empty() };
    assert_eq!((project.fps(), project.seconds()), (30, 176.0 / 30.0));
    assert_eq!(told(&[scene(1, 30, 0), scene(9, 30, 4)]), [(0, 1, 0), (1, 9, 0)], "half of one frame is none");
    assert_eq!(told(&[]), []);
}

#[test]
fn other_rates_do_not_drift() {
    let film: Vec<SceneRecord> = (0..300).map(|at| scene(25, if at % 2 == 0 { 24 } else { 60 }, 0)).collect();
    let cues = cues(&film, 30);
    // Each pair lasts 25/24 + 25/60 s, which is 43.75 frames.
    assert_eq!((cues[100].from, cues[299].end()), (2188, 6563));
    assert_eq!(told(&[scene(30, 60, 0), scene(24, 24, 12)]), [(0, 15, 0), (8, 30, 7)]);
    assert_eq!(told(&[scene(60, 60, 0), scene(60, 60, 6)]), [(0, 60, 0), (54, 60, 6)], "all agree on 60");
    assert_eq!(told(&[scene(1, 240, 0), scene(1, 120, 0), scene(30, 30, 0)]), [(0, 1, 0), (1, 1, 0), (2, 28, 0)]);
}

proptest! {
    #[test]
    fn cues_fit_and_are_as_long_as_is_said(
        film in prop::collection::vec(scenes().prop_filter("scenes", |scene| scene.check().is_ok()), 0..12),
        fps in 1..=240u32,
    ) {
        let found = cues(&film, fps);
        prop_assert_eq!(found.len(), film.len());
        for (at, cue) in found.iter().enumerate() {
            let overlap = |cue: Option<&Cue>| cue.and_then(|cue| cue.transition).map_or(0, |transition| transition.frames);
            prop_assert!(cue.frames >= 1);
            prop_assert!(cue.transition.is_none_or(|transition| transition.frames > 0));
            prop_assert_eq!(cue.from + overlap(Some(cue)), at.checked_sub(1).map_or(0, |before| found[before].end()));
            prop_assert!(overlap(Some(cue)) + overlap(found.get(at + 1)) <= cue.frames);
        }
        let seconds = Project { scenes: film.clone(), ..empty() }.seconds();
        let end = found.last().map_or(0, Cue::end);
        // What is shorter than a frame is given a whole one, and what follows makes up for it.
        let slack = film.iter().filter(|scene| scene.frames * fps < 2 * scene.fps).count() as f64;
        prop_assert!((f64::from(end) - seconds * f64::from(fps)).abs() <= 0.51 + slack, "{end} {seconds}");
    }

    #[test]
    fn frames_of_one_rate_are_kept_exactly(lengths in prop::collection::vec((1..300u32, 0..60u32), 1..30), fps in 1..=240u32) {
        let film: Vec<SceneRecord> = lengths.iter().map(|(frames, overlap)| scene(*frames, fps, *overlap)).collect();
        let mut end = 0;
        for (at, cue) in cues(&film, fps).into_iter().enumerate() {
            let before = at.checked_sub(1).map_or(0, |before| lengths[before].0);
            let overlap = lengths[at].1.min(before / 2).min(lengths[at].0 / 2);
            prop_assert_eq!((cue.from, cue.frames), (end - overlap, lengths[at].0));
            end = cue.end();
        }
    }
}
