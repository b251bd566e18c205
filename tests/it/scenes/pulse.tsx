import {AbsoluteFill, Loop, interpolate, interpolateColors, useCurrentFrame, useVideoConfig} from 'remotion';

const BEAT = 24;

export const defaultProps = {
  caption: 'Keep breathing',
  beats: 4,
  from: '#0a9396',
  to: '#ee9b00',
};

export const meta = {id: 'pulse', durationInFrames: 96, fps: 30, width: 640, height: 360};

function Ring({from, to}: {from: string; to: string}) {
  const frame = useCurrentFrame();
  const radius = interpolate(frame, [0, BEAT / 2, BEAT], [40, 150, 40], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  return <circle cx={320} cy={180} r={radius} fill={interpolateColors(frame, [0, BEAT], [from, to])} />;
}

export default function Pulse({caption, beats, from, to}: typeof defaultProps) {
  const video = useVideoConfig();
  const frame = useCurrentFrame();
  const left = Math.ceil(beats * (1 - frame / video.durationInFrames));
  return (
    <AbsoluteFill style={{backgroundColor: '#001219'}}>
      <Loop durationInFrames={BEAT} layout="none">
        <svg width={video.width} height={video.height}>
          <Ring from={from} to={to} />
        </svg>
      </Loop>
      <div style={{position: 'absolute', bottom: 20, width: '100%', textAlign: 'center', color: 'white', fontSize: 30}}>
        {caption} {left > 1 ? 'and again' : 'once more'}
      </div>
    </AbsoluteFill>
  );
}
