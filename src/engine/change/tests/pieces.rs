//! Scenes that were cut, and scenes that are played as one.

use super::stage::{film, said, tried};
use crate::error::Result;
use crate::store::project::{Content, Project, SceneRecord, Window};

fn after(project: &Project, plan: &str) -> Result<Project> {
    tried(project, plan).map(|applied| applied.project)
}

fn part(scene: &SceneRecord) -> (u32, Option<Window>) {
    (scene.frames, scene.window)
}

#[test]
fn halves_are_retimed_as_parts_of_their_whole() -> Result<()> {
    let cut = after(&film()?, r#"{"op": "split", "scene": 2, "at": 2}"#)?;
    let halves: Vec<_> = cut.scenes[1..3].iter().map(part).collect();
    let of = |from, of| Some(Window { from, of });
    assert_eq!(halves, [(60, of(0, 150)), (90, of(60, 150))]);
    let faster = after(&cut, r#"{"op": "trim", "scene": 3, "seconds": 1.5}"#)?;
    assert_eq!(part(&faster.scenes[2]), (45, of(30, 75)));
    let smooth = after(&cut, r#"{"op": "set", "scene": 3, "param": "fps", "value": 60}"#)?;
    assert_eq!((part(&smooth.scenes[2]), smooth.scenes[2].seconds()), ((180, of(120, 300)), 3.0));
    let thirds = r#"[{"op": "split", "scene": 2, "at": 1}, {"op": "split", "scene": 2, "at": 3}]"#;
    let lengths: Vec<u32> = after(&film()?, thirds)?.scenes.iter().map(|scene| scene.frames).collect();
    assert_eq!(lengths[1..4], [30, 60, 60]);
    let names: Vec<String> = after(&film()?, thirds)?.scenes.into_iter().map(|scene| scene.name).collect();
    assert_eq!(names[1..4], ["Sales", "Sales 3", "Sales 2"]);
    let whole = after(&cut, r#"{"op": "merge", "scene": [2, 3]}"#)?;
    assert_eq!(whole.scenes.len(), 5);
    assert_eq!(part(&whole.scenes[1]), (150, None));
    Ok(())
}

#[test]
fn what_is_played_as_one_is_changed_in_all_its_parts() -> Result<()> {
    let one = after(&film()?, r#"{"op": "merge", "scene": [1, 2]}"#)?;
    for (plan, expected) in [
        (
            r#"{"op": "set", "scene": 1, "param": "background", "value": "navy"}"#,
            "scene 1 `Intro`: background #0b0d12 → navy",
        ),
        (
            r#"{"op": "replace-text", "scene": 1, "from": "2025", "to": "2026"}"#,
            "scene 1 `Intro`: title `Launch Day 2025` → `Launch Day 2026`\nscene 1 `Intro`: title `Sales 2025` → `Sales 2026`",
        ),
        (r#"{"op": "trim", "scene": 1, "seconds": 6}"#, "scene 1 `Intro`: 9 s → 6 s"),
        (
            r#"{"op": "set", "scene": 1, "param": "title", "value": "x"}"#,
            "REFUSED scene 1 `Intro`: it plays several scenes as one: undo that to change what one of them shows",
        ),
        (
            r#"{"op": "copy-style", "scene": 2, "from": 1}"#,
            "REFUSED scene 1 `Intro`: it plays several scenes as one, which have no style in common",
        ),
    ] {
        assert_eq!(said(&one, plan), expected, "{plan}");
    }
    let short = tried(&one, r#"{"op": "trim", "scene": 1, "seconds": 6}"#)?;
    assert_eq!((short.project.scenes[0].frames, short.scenes.len()), (180, 2));
    let Content::Merged { parts } = &short.project.scenes[0].content else { panic!("it came apart") };
    assert_eq!(parts.iter().map(|part| part.frames).collect::<Vec<_>>(), [80, 100]);
    Ok(())
}
