//! What `Film.tsx` declares beside the film itself, where it is used.

use super::plan::Plan;
use super::shot::{Clip, Shows};
use crate::store::project::TransitionKind;

/// A declaration of the film's file: the code, and what it takes from which package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Helper {
    pub(super) code: &'static str,
    pub(super) imports: &'static [(&'static str, &'static str)],
}

/// How transitions run.
const GENTLY: Helper = Helper {
    code: "\
/** Transitions set off and arrive gently. */
const gently = (durationInFrames: number) =>
  linearTiming({durationInFrames, easing: Easing.inOut(Easing.cubic)});
",
    imports: &[("linearTiming", "@remotion/transitions"), ("Easing", "remotion")],
};

/// Nothing lies behind scenes that turn, and it would flash up dark.
const TURN: Helper = Helper {
    code: "\
const {component: Flip} = flip();

/** A flip over a ground, so that nothing dark shows up behind scenes that stand on one colour. */
const Turn = (props: TransitionPresentationComponentProps<{ground: string}>) => {
  const {presentationDirection, presentationProgress, passedProps} = props;
  const isTurning = presentationDirection === 'exiting' && presentationProgress > 0;
  return (
    <AbsoluteFill style={{backgroundColor: isTurning ? passedProps.ground : undefined}}>
      <Flip {...props} passedProps={{}} />
    </AbsoluteFill>
  );
};
const turn = (ground: string) => ({component: Turn, props: {ground}});
",
    imports: &[
        ("type TransitionPresentationComponentProps", "@remotion/transitions"),
        ("flip", "@remotion/transitions/flip"),
        ("AbsoluteFill", "remotion"),
    ],
};

/// A sequence is never longer than what is left of the one around it, and says its own length to what is in it. Hence the
/// two that begin early: what is in the inner one sees the length of the whole scene. The second one begins as much
/// earlier as the frame is later that is shown, so that what Remotion takes for the time stays within the film.
const CLIP: Helper = Helper {
    code: "\
type ClipProps = {from: number; of: number; children: ReactNode};

/** Plays a scene from one of its frames on, as if all `of` frames of it were played. */
const Clip = ({from, of, children}: ClipProps) => {
  const {durationInFrames} = useVideoConfig();
  const frame = from + useCurrentFrame();
  const end = from + durationInFrames;
  return (
    <Sequence from={Math.min(0, end - of)} layout=\"none\">
      <Sequence from={-from} layout=\"none\">
        <Freeze frame={frame} active={end < of}>
          {children}
        </Freeze>
      </Sequence>
    </Sequence>
  );
};
",
    imports: &[
        ("type ReactNode", "react"),
        ("Freeze", "remotion"),
        ("Sequence", "remotion"),
        ("useCurrentFrame", "remotion"),
        ("useVideoConfig", "remotion"),
    ],
};

/// The same for code whose frames are not the film's. They are whole ones, since a sequence in a scene that begins where
/// another ends would leave a gap between their frames.
const CLIP_AT_RATE: Helper = Helper {
    code: "\
type ClipProps = {from: number; of: number; fps?: number; children: ReactNode};

/** Plays a scene from one of its frames on, as if all `of` frames of it were played, at its own rate. */
const Clip = ({from, of, fps = meta.fps, children}: ClipProps) => {
  const {durationInFrames} = useVideoConfig();
  const played = useCurrentFrame();
  const frame = Math.min(from + Math.floor((played * fps) / meta.fps), of - 1);
  const ahead = frame - played;
  return (
    <Sequence from={Math.min(0, durationInFrames + ahead - of)} layout=\"none\">
      <Sequence from={-ahead} layout=\"none\">
        <Freeze frame={frame}>
          <Sequence durationInFrames={of} layout=\"none\">
            {children}
          </Sequence>
        </Freeze>
      </Sequence>
    </Sequence>
  );
};
",
    ..CLIP
};

const FITTED: Helper = Helper {
    code: "\
type FittedProps = {width: number; height: number; ground: string; children: ReactNode};

/** Shows a scene of another size as large as it fits. */
const Fitted = ({width, height, ground, children}: FittedProps) => {
  const scale = Math.min(meta.width / width, meta.height / height);
  const left = (meta.width - width * scale) / 2;
  const top = (meta.height - height * scale) / 2;
  const style = {left, top, scale: `${scale}`, transformOrigin: '0 0', overflow: 'hidden'};
  return (
    <AbsoluteFill style={{backgroundColor: ground}}>
      <Sequence width={width} height={height} style={style}>
        {children}
      </Sequence>
    </AbsoluteFill>
  );
};
",
    imports: &[("type ReactNode", "react"), ("AbsoluteFill", "remotion"), ("Sequence", "remotion")],
};

const SLATE: Helper = Helper {
    code: "\
/** Stands for a scene that cannot be shown. */
const Slate = ({name}: {name: string}) => (
  <AbsoluteFill style={{padding: 96, background: '#222222', color: '#ffffff', fontSize: 64}}>
    “{name}” cannot be shown.
  </AbsoluteFill>
);
",
    imports: &[("AbsoluteFill", "remotion")],
};

/// The declarations that a film needs.
pub(super) fn helpers(plan: &Plan) -> Vec<Helper> {
    let all = || plan.merged.iter().map(|(_, series)| series).chain([&plan.main]);
    let shots = || all().flat_map(|series| &series.shots);
    let clips = || shots().filter_map(|shot| shot.clip);
    let own_rate = |clip: Clip| clip.fps.is_some();
    let scene = |shows: &Shows| if let Shows::Scene(at) = shows { plan.sources.get(*at) } else { None };
    let turns = all().any(|series| {
        series.shots.windows(2).any(|pair| {
            let flips = pair[1].transition.is_some_and(|transition| transition.kind == TransitionKind::Flip);
            flips && super::file::ground(plan, &pair[0].shows).is_some()
        })
    });
    let needed = [
        (shots().any(|shot| shot.transition.is_some()), GENTLY),
        (turns, TURN),
        (clips().next().is_some() && !clips().any(own_rate), CLIP),
        (clips().any(own_rate), CLIP_AT_RATE),
        (shots().any(|shot| scene(&shot.shows).is_some_and(|source| source.size.is_some())), FITTED),
        (shots().any(|shot| matches!(shot.shows, Shows::Slate)), SLATE),
    ];
    needed.into_iter().filter(|(is_needed, _)| *is_needed).map(|(_, helper)| helper).collect()
}
