//! What is refused, and what becomes of scenes that are edited between two changes of their time.

use super::*;

const SCENE: &str = "\
import {AbsoluteFill, Freeze, Loop, OffthreadVideo, Sequence, Series, spring, useCurrentFrame, useVideoConfig} from 'remotion';
import {TransitionSeries, linearTiming, springTiming} from '@remotion/transitions';
EXTRA
export const meta = {id: 'a', durationInFrames: 150, fps: 30, width: 1920, height: 1080};
export default function A(props) {
  const frame = useCurrentFrame();
  BODY
  return <AbsoluteFill>CHILD</AbsoluteFill>;
}
";

fn scene(extra: &str, body: &str, child: &str) -> String {
    SCENE.replace("EXTRA", extra).replace("BODY", body).replace("CHILD", child)
}

fn told(code: &str) -> String {
    retime(code, 90)
        .map_or_else(|error| error.to_string().replace("the scene cannot be retimed: ", ""), |_| "fine".into())
}

#[test]
fn what_has_no_door_is_refused() {
    let cases = [
        ("", "", "<OffthreadVideo src={props.film} />"),
        ("import {Gif} from '@remotion/gif';", "", "<Gif />"),
        ("import * as all from 'remotion';", "", ""),
        ("import {Composition} from 'remotion';", "", "<Composition />"),
        ("", "const tick = useCurrentFrame;", ""),
        ("", "const Part = Sequence;", "<Part from={3} />"),
        ("", "const all = window.Remotion;", ""),
        ("const {duration} = meta;", "", ""),
        ("", "", "<Sequence {...props} />"),
        ("", "", "<Sequence from />"),
        ("", "", "<Sequence trimBefore={3} />"),
        ("", "", "<Series><Series.Sequence durationInFrames={30} offset={-5} /></Series>"),
        ("", "", "<Freeze frame={props.at} />"),
        ("", "", "<Freeze frame={149} />"),
        ("", "", "<Freeze frame={10} active={(f) => f > 3} />"),
        ("", "", "<TransitionSeries.Transition timing={springTiming()} />"),
        ("", "", "<TransitionSeries.Transition timing={linearTiming({...props})} />"),
        ("", "", "<TransitionSeries.Transition timing={props.timing} />"),
        ("", "const word = props.words[frame % 3];", ""),
        ("", "const isNow = frame === 30;", ""),
        ("", "", "<b>{frame}</b>"),
        ("type Times = {delay?: number};", "const {delay} = props;", "<Sequence from={delay} />"),
    ];
    let lines =
        cases.map(|(extra, body, child)| format!("{extra}{body}{child}\n  {}", told(&scene(extra, body, child))));
    insta::assert_snapshot!(lines.join("\n"), @r##"
    <OffthreadVideo src={props.film} />
      `OffthreadVideo` plays at its own speed
    import {Gif} from '@remotion/gif';<Gif />
      what comes from '@remotion/gif' may keep a time of its own
    import * as all from 'remotion';
      all of 'remotion' is taken as one
    import {Composition} from 'remotion';<Composition />
      `Composition` may keep a time of its own
    const tick = useCurrentFrame;
      `useCurrentFrame` is passed on as a value
    const Part = Sequence;<Part from={3} />
      `Sequence` is passed on as a value
    const all = window.Remotion;
      something of `window` is used directly
    const {duration} = meta;
      `meta` is passed on as a whole
    <Sequence {...props} />
      times may be among the attributes that are spread here
    <Sequence from />
      a time is not a number
    <Sequence trimBefore={3} />
      `trimBefore` cuts into a sequence
    <Series><Series.Sequence durationInFrames={30} offset={-5} /></Series>
      `offset` has to be a whole number of frames
    <Freeze frame={props.at} />
      something is held at a frame that may be among the last: hold it a little earlier
    <Freeze frame={149} />
      something is held at a frame that may be among the last: hold it a little earlier
    <Freeze frame={10} active={(f) => f > 3} />
      `active` may be a function of the frame
    <TransitionSeries.Transition timing={springTiming()} />
      the length of a transition is not written in its place
    <TransitionSeries.Transition timing={linearTiming({...props})} />
      a transition lasts as long as its spring takes: give it `durationInFrames`; the length of a transition may come from elsewhere
    <TransitionSeries.Transition timing={props.timing} />
      a transition has a timing of its own
    const word = props.words[frame % 3];
      the frame picks an item: round it with `Math.floor`
    const isNow = frame === 30;
      something happens at one frame alone: say from when to when
    <b>{frame}</b>
      the number of the frame is shown: round it with `Math.floor`
    type Times = {delay?: number};const {delay} = props;<Sequence from={delay} />
      `delay` may be left out: give it a default where it is used
    "##);
}

#[test]
fn what_looks_like_it_is_not_refused() {
    for (extra, body, child) in [
        ("", "const word = props.words[Math.floor(frame / 3) % 3];", ""),
        ("", "const isOn = Math.floor(frame / 15) % 2 === 0;", "<b>{Math.round(frame / 30)}</b>"),
        ("", "const {fps} = useVideoConfig();", "<Sequence from={props.delay} premountFor={30} />"),
        ("import {z} from 'zod';", "", "<Loop durationInFrames={30} times={2} />"),
        ("type Times = {delay?: number};", "const {delay = 3} = props;", "<Sequence from={delay} />"),
        ("import type {FC} from 'react';", "", "<Freeze frame={20} active={frame > 20} />"),
        ("import {loadFont} from '@remotion/google-fonts/Inter';", "", "<AbsoluteFill {...props} />"),
        ("", "", "<TransitionSeries.Transition timing={linearTiming({durationInFrames: 20})} />"),
    ] {
        assert_eq!(told(&scene(extra, body, child)), "fine", "{extra}{body}{child}");
    }
}

#[test]
fn whole_frames_need_no_rounding() {
    let code = scene("", "const isNow = frame === 30;", "<b>{frame}</b>");
    assert!(retime(&code, 75).is_ok() && retime(&code, 90).is_err());
}

#[test]
fn an_edit_between_counts_in_frames_of_its_time() {
    let first = retime(&scene("", "", "<Sequence from={30} />"), 90).unwrap_or_default();
    let edited = first.replace("</AbsoluteFill>", "<Sequence from={45} /></AbsoluteFill>");
    let second = retime(&edited, 60).unwrap_or_default();
    let third = retime(&second, 90).unwrap_or_default();
    let lines: Vec<_> = second.lines().filter(|line| line.contains("rame")).skip(1).collect();
    insta::assert_snapshot!(lines.join("\n"), @r##"
    // Made for 90 frames, plays in 60: times are in frames of the 90.
    const videoFrame2 = (frame: number) => ((frame * 60) / 90) * (1 - 1e-12);
    // Made for 150 frames, plays in 60: times are in frames of the 150.
    const sceneFrame = (frame: number) => Math.round(((frame * 150) / 60) * 1e6) / 1e6;
    const videoFrame = (frame: number) => ((frame * 60) / 150) * (1 - 1e-12);
    export const meta = {id: 'a', durationInFrames: 60, fps: 30, width: 1920, height: 1080};
      const frame = sceneFrame(useCurrentFrame());
      return <AbsoluteFill><Sequence from={videoFrame(30)} /><Sequence from={videoFrame2(45)} /></AbsoluteFill>;
    "##);
    assert_eq!(third, edited);
    let mixed = retime(&edited.replace("from={45}", "from={videoFrame(30) + 4}"), 60);
    assert!(mixed.is_err_and(|error| error.to_string().contains("reckons with frames of the video")));
}

#[test]
fn a_length_that_was_changed_by_hand_is_reckoned_with() {
    let first = retime(&scene("", "", ""), 90).unwrap_or_default();
    let longer = retime(&first.replace("durationInFrames: 90", "durationInFrames: 120"), 60).unwrap_or_default();
    assert!(longer.contains("(frame * 10) / 3;"), "{longer}");
}

#[test]
fn helpers_laid_out_anew_are_still_known() {
    let code = scene("", "", "<Sequence from={30} />");
    let laid_out = retime(&code, 90).unwrap_or_default().replace("{videoFrame(30)}", "{videoFrame(\n  30,\n)}");
    assert_eq!(retime(&laid_out, 150).ok(), Some(code));
}

#[test]
fn lengths_that_no_scene_has_are_refused() {
    for (code, to) in [(scene("", "", ""), 0), (scene("", "", ""), u32::MAX), (String::from("export default 1;"), 3)] {
        assert!(retime(&code, to).is_err(), "{to}");
    }
    let computed = scene("", "", "").replace("durationInFrames: 150", "durationInFrames: 5 * 30");
    assert!(told(&computed).contains("its length is computed"));
    assert_eq!([frames_at_speed(150, 1.5), frames_at_speed(150, 0.0), frames_at_speed(1, 9.0)], [100, 150, 1]);
}
