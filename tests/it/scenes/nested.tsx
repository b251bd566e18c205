import {AbsoluteFill, Easing, Sequence, Series, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

// One pass of the beam, over and over.
const beam = (
  <Sequence from={10} durationInFrames={50} layout="none">
    <Beam />
  </Sequence>
);

const COLOURS = ['#264653', '#2a9d8f', '#e9c46a', '#f4a261', '#e76f51'];
const LENGTHS = [13, 29, 17, 31, 30];

function Beam() {
  const frame = useCurrentFrame();
  const x = interpolate(frame, [0, 50], [-100, 640], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
    easing: Easing.bezier(0.4, 0, 0.2, 1),
  });
  return <div style={{position: 'absolute', left: x, width: 100, height: 360, background: 'rgba(255, 255, 255, 0.4)'}} />;
}

function Panel({colour, index}: {colour: string; index: number}) {
  const {durationInFrames} = useVideoConfig();
  const frame = useCurrentFrame();
  const done = frame / durationInFrames;
  return (
    <AbsoluteFill style={{background: colour}}>
      <div style={{fontSize: 120 + 40 * done, rotate: `${done * 20}deg`, margin: 80}}>{index + 1}</div>
    </AbsoluteFill>
  );
}

export const meta = {id: 'nested', durationInFrames: 120, fps: 30, width: 640, height: 360};

export default function Nested() {
  return (
    <AbsoluteFill>
      <Series>
        {COLOURS.map((colour, index) => (
          <Series.Sequence key={colour} durationInFrames={LENGTHS[index]}>
            <Panel colour={colour} index={index} />
          </Series.Sequence>
        ))}
      </Series>
      {beam}
      <Sequence from={60}>{beam}</Sequence>
    </AbsoluteFill>
  );
}
