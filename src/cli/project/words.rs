//! What happened to a project, in words.

use std::time::Duration;

use crate::cli::output;
use crate::store::project::{Change, Cue, Deed, SceneRecord, Timestamp};

/// The longest message that is shown in a line, in characters.
const LONGEST: usize = 60;

/// The longest list of changes that is told one by one.
const MOST_CHANGES: usize = 3;

/// What was done: added scene `counter`, undid revision 3.
pub(super) fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Said => "said".to_owned(),
        Deed::Changed { changes, .. } if changes.len() > MOST_CHANGES => {
            let first = change(&changes[0]);
            format!("{first} and {}", output::counted(changes.len() - 1, "more change"))
        }
        Deed::Changed { changes, .. } => changes.iter().map(change).collect::<Vec<_>>().join(", "),
        Deed::Undone { revision } => format!("undid revision {revision}"),
        Deed::Redone { revision } => format!("redid revision {revision}"),
    }
}

/// What was changed: added scene `counter`.
pub(super) fn change(change: &Change) -> String {
    match change {
        Change::AddScene { scene, .. } => format!("added scene `{}`", scene.name),
        Change::RemoveScene { scene } => format!("removed scene {scene}"),
        Change::ReplaceScene { scene } => format!("changed scene `{}`", scene.name),
        Change::MoveScene { scene, to } => format!("moved scene {scene} to place {}", to + 1),
        Change::RenameScene { name, .. } => format!("renamed a scene to `{name}`"),
        Change::Rename { name } => format!("renamed the project to `{name}`"),
        Change::Set { setting, value: Some(value) } => format!("set {setting} to {}", output::shown(value)),
        Change::Set { setting, value: None } => format!("set {setting} back"),
        Change::Remember { fact } => format!("remembered {}: {}", fact.topic, fact.values.join(", ")),
        Change::Forget { topic } => format!("forgot {topic}"),
        Change::Attach { asset } => format!("took in picture `{}`", asset.name),
        Change::Detach { asset } => format!("left out picture {asset}"),
        Change::Delete => "deleted the project".to_owned(),
        Change::Restore => "brought the project back".to_owned(),
    }
}

/// Seconds with what is needed behind the point: `12 s`, `4.5 s`.
pub(super) fn seconds(seconds: f64) -> String {
    format!("{} s", (seconds * 100.0).round() / 100.0)
}

/// How a scene follows on the one before it, and which part of its content it plays: `fade 0.5 s, from 1 s of 3 s`. The
/// cue, in frames of a rate, says how much of a transition fits.
pub(super) fn joint(scene: &SceneRecord, cue: &Cue, fps: u32) -> String {
    let length = |frames: u32, fps: u32| seconds(f64::from(frames) / f64::from(fps.max(1)));
    let transition = scene.transition.filter(|wish| wish.frames > 0).map(|wish| {
        let wished = length(wish.frames, scene.fps);
        let played = cue.transition.map_or("0 s".to_owned(), |transition| length(transition.frames, fps));
        let short = if played == wished { String::new() } else { format!(" (of {wished}: no more fits)") };
        format!("{} {played}{short}", wish.kind.name())
    });
    let part = scene
        .window
        .map(|window| format!("from {} of {}", length(window.from, scene.fps), length(window.of, scene.fps)));
    transition.into_iter().chain(part).collect::<Vec<_>>().join(", ")
}

/// `just now`, `5 minutes ago`.
pub(super) fn ago(then: Timestamp, now: Timestamp) -> String {
    const UNITS: [(u64, &str); 5] =
        [(365 * 86400, "year"), (30 * 86400, "month"), (86400, "day"), (3600, "hour"), (60, "minute")];
    let passed: Duration = then.until(now);
    let unit = UNITS.iter().find(|(seconds, _)| passed.as_secs() >= *seconds);
    unit.map_or_else(
        || "just now".to_owned(),
        |(seconds, name)| format!("{} ago", output::counted((passed.as_secs() / seconds) as usize, name)),
    )
}

/// A message in one line.
pub(super) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// A name as a shell takes it.
pub(super) fn quoted(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Format;
    use crate::store::project::{Content, Maker, Provenance, SceneId, Transition, TransitionKind, Window, cues};

    #[test]
    fn times_are_told_in_the_largest_unit() {
        let then = Timestamp::from_millis(0);
        for (seconds, expected) in [
            (0, "just now"),
            (59, "just now"),
            (60, "1 minute ago"),
            (7200, "2 hours ago"),
            (86400 * 31, "1 month ago"),
        ] {
            assert_eq!(ago(then, Timestamp::from_millis(seconds * 1000)), expected);
        }
        assert_eq!(ago(Timestamp::from_millis(9), then), "just now");
    }

    #[test]
    fn joints_say_what_fits() {
        let scene = |transition: Option<(TransitionKind, u32)>, window| SceneRecord {
            id: SceneId::fresh(),
            name: "intro".to_owned(),
            content: Content::Code { code: String::new(), manifest: serde_json::Value::Null },
            frames: 60,
            fps: 30,
            format: Format::Landscape,
            window,
            transition: transition.map(|(kind, frames)| Transition { kind, frames }),
            provenance: Provenance::now(Maker::Person, None),
        };
        let fade = |frames| scene(Some((TransitionKind::Fade, frames)), None);
        let half = scene(Some((TransitionKind::ClockWipe, 15)), Some(Window { from: 30, of: 90 }));
        let film = [scene(None, None), fade(15), fade(90), half];
        let told: Vec<String> = film.iter().zip(cues(&film, 30)).map(|(scene, cue)| joint(scene, &cue, 30)).collect();
        let expected = ["", "fade 0.5 s", "fade 1 s (of 3 s: no more fits)", "clock-wipe 0.5 s, from 1 s of 3 s"];
        assert_eq!(told, expected);
        let first = film[2..].iter().zip(cues(&film[2..], 30)).map(|(scene, cue)| joint(scene, &cue, 30)).next();
        assert_eq!(first.as_deref(), Some("fade 0 s (of 3 s: no more fits)"));
    }

    #[test]
    fn names_are_quoted_for_shells() {
        assert_eq!((quoted("film").as_str(), quoted("a \"b\"").as_str()), ("film", "\"a \\\"b\\\"\""));
    }
}
