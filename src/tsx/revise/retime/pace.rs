//! A scene that follows its `meta`: whatever length and rate stand there, all of its motion plays in them.

use oxc::ast::ast::Expression;

use crate::error::{Error, Result};

use super::super::super::data::{self, exported};
use super::super::super::parse::Reading;
use super::super::super::scene::Meta;
use super::super::patch::Patches;
use super::super::reading;
use super::super::style::newline;
use super::door::{LENGTH_AND_RATE, Survey};
use super::layer::{Helpers, ROLES, Role, layers};
use super::ratio::Ratio;
use super::{doubt, lead, refusal, retime};

/// The code of a scene whose motion takes exactly as long as its `meta` says, at whatever rate: what it was written for
/// is a constant of the code, and what `meta` says may be changed to anything. As long as `meta` says what it said, each
/// frame shows what it showed.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) as for [`retime`], and where something needs whole frames.
pub fn paced(code: &str) -> Result<String> {
    match reading(code, first_length)?? {
        Some(first) => paced_from(&retime(code, first)?, code),
        None => paced_from(code, code),
    }
}

/// The length that a scene was written for which has been retimed since; nothing if it has not.
fn first_length(reading: &Reading<'_>) -> Result<Option<u32>> {
    let layers = layers(reading);
    let [layer] = &layers[..] else {
        return if layers.is_empty() { Ok(None) } else { Err(told(reading, "it has been retimed in several ways")) };
    };
    let meta = said(reading)?;
    let whole = layer.ratio.video == u64::from(meta.duration_in_frames);
    u32::try_from(layer.ratio.scene)
        .ok()
        .filter(|_| whole)
        .map(Some)
        .ok_or_else(|| told(reading, "it has been retimed in part"))
}

fn told(reading: &Reading<'_>, what: &str) -> Error {
    refusal(vec![reading.source().diagnose(0..0, what).help("write its times anew")])
}

fn said(reading: &Reading<'_>) -> Result<Meta> {
    let meta: Option<&Expression<'_>> = exported(reading.program(), "meta");
    let meta = meta.and_then(|meta| data::meta(&data::value(meta).ok()?));
    meta.ok_or_else(|| {
        let told = reading.source().diagnose(0..0, "it does not say how long it is");
        refusal(vec![told.help("export `meta` with `durationInFrames` and `fps` as numbers")])
    })
}

/// Leads the doors of `code` to the numbers of its own `meta`, and gives it that of `now` again.
fn paced_from(code: &str, now: &str) -> Result<String> {
    let led = reading(code, lead_all)??;
    let length = super::super::super::meta(now).map(|meta| meta.duration_in_frames);
    length.map_or(Ok(led.clone()), |length| reading(&led, |reading| with_length(reading, length))?)
}

fn with_length(reading: &Reading<'_>, length: u32) -> Result<String> {
    let mut patches = Patches::default();
    if let Some((_, span)) = super::said(reading)? {
        patches.replace(span, length.to_string());
    }
    Ok(patches.apply(reading.text()))
}

fn lead_all(reading: &Reading<'_>) -> Result<String> {
    let Meta { duration_in_frames: frames, fps, .. } = said(reading)?;
    let survey = Survey::of(reading, &[], LENGTH_AND_RATE);
    // No scene lasts less than a second, and hardly one has fewer than 24 frames in it.
    let doubts = doubt::at_any_pace(reading, &survey, Ratio { scene: frames.into(), video: 24 });
    if !doubts.is_empty() {
        return Err(refusal(doubts));
    }
    let mut patches = Patches::default();
    for place in &survey.rates {
        patches.replace(place.clone(), fps.to_string());
    }
    let doors: Vec<_> = survey.doors.iter().collect();
    lead(reading, &mut patches, &doors, |helpers, number| {
        lines(helpers, number, (frames, fps)).join(newline(reading.text()))
    })?;
    Ok(patches.apply(reading.text()))
}

/// The lines that declare helpers which read `meta`. Starts and lengths are a hair too small, as they are in layers.
fn lines(helpers: Helpers, number: usize, (frames, fps): (u32, u32)) -> Vec<String> {
    let [frame, config, video] = ROLES.map(|role| role.helper(number));
    let mut lines =
        vec![format!("// Timed in {frames} frames at {fps} a second, which play in as many as `meta` says.")];
    let reckoned = format!("(frame * {frames}) / meta.durationInFrames");
    if helpers.has(Role::Frame) && helpers.has(Role::Video) {
        lines.push(format!("const {frame} = (frame: number) =>"));
        lines.push(format!("  Math.round(({reckoned}) * 1e6) / 1e6;"));
    } else if helpers.has(Role::Frame) {
        lines.push(format!("const {frame} = (frame: number) => {reckoned};"));
    }
    if helpers.has(Role::Config) {
        lines.push(format!("const {config} = <C extends {{durationInFrames: number; fps: number}}>(config: C) => ({{"));
        lines.push("  ...config,".to_owned());
        lines.push(format!("  durationInFrames: {frame}(config.durationInFrames),"));
        lines.push(format!("  fps: {fps},"));
        lines.push("});".to_owned());
    }
    if helpers.has(Role::Video) {
        lines.push(format!(
            "const {video} = (frame: number) => ((frame * meta.durationInFrames) / {frames}) * (1 - 1e-12);"
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: &str = "\
import {AbsoluteFill, Sequence, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'a', durationInFrames: 90, fps: 30, width: 1920, height: 1080};
const RATE = meta.fps;

export default function A() {
  const frame = useCurrentFrame();
  const {width} = useVideoConfig();
  const {fps} = useVideoConfig();
  return (
    <AbsoluteFill>
      {width * (frame / fps) * RATE}
      <Sequence from={30}>{meta.durationInFrames}</Sequence>
    </AbsoluteFill>
  );
}
";

    #[test]
    fn doors_lead_to_what_meta_says() -> Result<()> {
        insta::assert_snapshot!(paced(SCENE)?, @r"
        import {AbsoluteFill, Sequence, useCurrentFrame, useVideoConfig} from 'remotion';

        // Timed in 90 frames at 30 a second, which play in as many as `meta` says.
        const sceneFrame = (frame: number) =>
          Math.round(((frame * 90) / meta.durationInFrames) * 1e6) / 1e6;
        const sceneConfig = <C extends {durationInFrames: number; fps: number}>(config: C) => ({
          ...config,
          durationInFrames: sceneFrame(config.durationInFrames),
          fps: 30,
        });
        const videoFrame = (frame: number) => ((frame * meta.durationInFrames) / 90) * (1 - 1e-12);

        export const meta = {id: 'a', durationInFrames: 90, fps: 30, width: 1920, height: 1080};
        const RATE = 30;

        export default function A() {
          const frame = sceneFrame(useCurrentFrame());
          const {width} = useVideoConfig();
          const {fps} = sceneConfig(useVideoConfig());
          return (
            <AbsoluteFill>
              {width * (frame / fps) * RATE}
              <Sequence from={videoFrame(30)}>{sceneFrame(meta.durationInFrames)}</Sequence>
            </AbsoluteFill>
          );
        }
        ");
        Ok(())
    }

    #[test]
    fn a_scene_that_was_retimed_keeps_its_first_times() -> Result<()> {
        let once = paced(SCENE)?;
        assert_eq!(paced(&retime(SCENE, 200)?)?, once.replace("durationInFrames: 90", "durationInFrames: 200"));
        // And one that follows its length already is retimed by that alone, or by a layer more.
        assert!(retime(&once, 200).is_ok());
        Ok(())
    }

    #[test]
    fn what_needs_whole_frames_is_told() {
        for (from, to) in [
            ("(frame / fps)", "(frame === 3 ? 1 : 2)"),
            ("{meta.durationInFrames}", "{frame}"),
            ("meta.fps", "meta"),
            ("durationInFrames: 90, ", "durationInFrames: 45 * 2, "),
        ] {
            let told = paced(&SCENE.replace(from, to)).unwrap_or_else(|error| error.to_string());
            assert!(told.starts_with("the scene cannot be retimed: "), "{told}");
        }
    }
}
