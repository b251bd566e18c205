//! How long scenes last. Their motion is retimed with them, and time is counted in frames.

use crate::error::Result;
use crate::route::{Length, Scenes};
use crate::store::project::{Content, SceneId, SceneRecord, Transition, Window};
use crate::value::{Number, Value};

use super::code;
use super::draft::{Draft, Edited, refuse};
use super::sheet::Sheet;
use super::shelf::Shelf;

/// The shortest scene, in seconds: in less nothing can be seen.
const SHORTEST: f64 = 0.5;

/// The parameter of templates that says how long a scene is, in seconds.
const DURATION: &str = "duration";

/// Sets how long scenes last, or makes them longer or shorter.
pub(super) fn trim(draft: &mut Draft<'_>, scenes: &Scenes, length: Length) -> Result<()> {
    draft.edit_each(scenes, |library, scene| {
        let seconds = match length {
            Length::Seconds(seconds) => seconds.get(),
            Length::By(seconds) => scene.seconds() + seconds.get(),
        };
        Ok(set_seconds(library, scene, seconds)?)
    })
}

/// Sets how long scenes last.
pub(super) fn set_duration(draft: &mut Draft<'_>, scenes: &Scenes, seconds: Number) -> Result<()> {
    trim(draft, scenes, Length::Seconds(seconds))
}

/// Makes scenes longer by a factor.
pub(super) fn stretch(draft: &mut Draft<'_>, scenes: &Scenes, by: f64) -> Result<()> {
    draft.edit_each(scenes, |library, scene| Ok(set_seconds(library, scene, scene.seconds() * by)?))
}

/// Plays all that a scene of code shows in less time, or in more.
pub(super) fn faster(library: &Shelf<'_>, scene: &mut SceneRecord, by: f64) -> Result<Edited, String> {
    set_seconds(library, scene, scene.seconds() / by)
}

fn set_seconds(library: &Shelf<'_>, scene: &mut SceneRecord, seconds: f64) -> Result<Edited, String> {
    let fps = f64::from(scene.fps);
    let frames = (seconds * fps).round();
    if seconds < SHORTEST || !frames.is_finite() || frames > f64::from(u32::MAX) {
        let found = said(seconds);
        return Err(format!("a scene lasts at least {SHORTEST} s, and this would be {found} s: say another length"));
    }
    let why = Edited::or(format!("it lasts {} s already", said(seconds)));
    set_frames(library, scene, frames as u32)?;
    Ok(why)
}

/// Gives time of one scene to another: what one loses the other gains, to the frame.
pub(super) fn transfer(draft: &mut Draft<'_>, (from, to): (usize, usize), seconds: Number) -> Result<()> {
    let (giver, taker) = (draft.id(from)?, draft.id(to)?);
    if giver == taker {
        return refuse(format!("{} cannot give time to itself: say two scenes", draft.called(&giver)));
    }
    let seconds = seconds.get();
    let (lost, gained) = frames_of(draft.scene(&giver)?.fps, draft.scene(&taker)?.fps, seconds)
        .map_err(|why| draft.wrong(&giver, &why))?;
    let left = draft.scene(&giver)?.frames.saturating_sub(lost);
    let after = f64::from(left) / f64::from(draft.scene(&giver)?.fps);
    if after < SHORTEST {
        let has = said(draft.scene(&giver)?.seconds());
        let message = format!("it lasts {has} s and cannot give {} s: {SHORTEST} s have to be left", said(seconds));
        return Err(draft.wrong(&giver, &message));
    }
    reframe(draft, &giver, left)?;
    let more = draft.scene(&taker)?.frames + gained;
    reframe(draft, &taker, more)
}

fn reframe(draft: &mut Draft<'_>, id: &SceneId, frames: u32) -> Result<()> {
    let edited = draft.edit(id, |library, scene| {
        set_frames(library, scene, frames)?;
        Ok(Edited::default())
    });
    edited.map_err(|trouble| draft.wrong(id, trouble.why()))
}

/// The frames that two scenes lose and gain by some seconds. Those of two rates are equally long only in steps of the
/// greatest part of a second that both have whole frames for.
fn frames_of(giver: u32, taker: u32, seconds: f64) -> Result<(u32, u32), String> {
    let steps = greatest_divisor(giver, taker);
    let count = (seconds * f64::from(steps)).round();
    if count < 1.0 {
        return Err(match steps {
            1 => {
                format!("of {giver} and {taker} frames a second, scenes give one another whole seconds: say at least 1")
            }
            _ => format!("expected at least {} s to give, found {} s", said(1.0 / f64::from(steps)), said(seconds)),
        });
    }
    if count > f64::from(u32::MAX / giver.max(taker).max(1)) {
        return Err(format!("it does not last {} s", said(seconds)));
    }
    let count = count as u32;
    Ok((count * (giver / steps), count * (taker / steps)))
}

fn greatest_divisor(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one.max(1), other.max(1));
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// Makes a scene play so many frames: its content is retimed, and with it the part of it that is played.
pub(super) fn set_frames(library: &Shelf<'_>, scene: &mut SceneRecord, frames: u32) -> Result<(), String> {
    if frames == scene.frames {
        return Ok(());
    }
    let played = scene.played();
    let scaled = |part: u32| (f64::from(part) * f64::from(frames) / f64::from(scene.frames.max(1))).round();
    let of = if scene.window.is_some() { scaled(played.of) } else { f64::from(frames) };
    let of = if of <= f64::from(u32::MAX) { (of as u32).max(frames) } else { u32::MAX };
    let from = (scaled(played.from).min(f64::from(of - frames))) as u32;
    set_content(library, scene, of)?;
    scene.frames = frames;
    scene.window = scene.window.map(|_| Window { from, of });
    Ok(())
}

/// Retimes all of a scene's content.
fn set_content(library: &Shelf<'_>, scene: &mut SceneRecord, frames: u32) -> Result<(), String> {
    let played = scene.played();
    let seconds = f64::from(frames) / f64::from(scene.fps.max(1));
    match &mut scene.content {
        Content::Template { .. } => {
            let mut sheet = Sheet::of(library, &scene.content)?;
            let spec = sheet.spec(DURATION)?;
            let number = Number::new((seconds * 1e4).round() / 1e4).map(Value::Number);
            let number = number.ok_or_else(|| "its length is no number".to_owned())?;
            sheet.put(&spec, number).map_err(|why| format!("`{DURATION}`: {why}"))?;
            sheet.write(&mut scene.content)
        }
        Content::Code { code, .. } => {
            *code = code::in_frames(code, (played.of, frames))?;
            Ok(())
        }
        Content::Merged { .. } => retime_parts(library, scene, frames),
    }
}

/// Retimes the parts of a merged scene, and gives the last one what rounding leaves.
fn retime_parts(library: &Shelf<'_>, scene: &mut SceneRecord, frames: u32) -> Result<(), String> {
    let Content::Merged { parts } = &scene.content else { return Ok(()) };
    let mut parts = parts.clone();
    let factor = f64::from(frames) / f64::from(scene.played().of.max(1));
    for part in &mut parts {
        let wanted = (f64::from(part.frames) * factor).round().max(1.0) as u32;
        set_frames(library, part, wanted)?;
        part.transition = part.transition.map(|wish| scaled_transition(wish, factor));
    }
    for _ in 0..ROUNDS {
        let whole = scene.with_parts(parts.clone());
        let missing = i64::from(frames) - i64::from(whole.frames);
        let Some(last) = parts.last_mut().filter(|_| missing != 0) else {
            scene.content = whole.content;
            return Ok(());
        };
        let step = (missing as f64 * f64::from(last.fps) / f64::from(whole.fps.max(1))).round() as i64;
        let step = if step == 0 { missing.signum() } else { step };
        let wanted = u32::try_from(i64::from(last.frames) + step).unwrap_or(1).max(1);
        set_frames(library, last, wanted)?;
    }
    Err(format!("its parts cannot be brought to {frames} frames together: say another length"))
}

/// How often the last part of a merged scene is brought nearer to what is wanted.
const ROUNDS: usize = 8;

fn scaled_transition(wish: Transition, factor: f64) -> Transition {
    Transition { frames: (f64::from(wish.frames) * factor).round().max(1.0) as u32, ..wish }
}

/// Seconds as people write them: at most two decimals.
pub(super) fn said(seconds: f64) -> f64 {
    (seconds * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_given_in_whole_frames_of_both() {
        for (giver, taker, seconds, expected) in [
            (30, 30, 1.0, Ok((30, 30))),
            (30, 30, 0.51, Ok((15, 15))),
            (24, 30, 1.0, Ok((24, 30))),
            (24, 30, 0.25, Ok((8, 10))),
            (60, 30, 0.1, Ok((6, 3))),
            (24, 25, 2.4, Ok((48, 50))),
        ] {
            assert_eq!(frames_of(giver, taker, seconds), expected, "{giver} {taker} {seconds}");
        }
        for (giver, taker, seconds) in [(24, 25, 0.4), (30, 30, 0.0), (30, 30, -2.0), (30, 30, 1e12)] {
            assert!(frames_of(giver, taker, seconds).is_err(), "{giver} {taker} {seconds}");
        }
    }
}
