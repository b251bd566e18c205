import {Lottie} from '@remotion/lottie';
import {loadFont} from '@remotion/google-fonts/Inter';
const {AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig} = window.Remotion;

const script_Ab12 = [
  {text: 'Ship faster', start: 0, end: 45},
  {text: 'Break nothing', start: 45, end: 90},
  {text: 'Sleep at night', start: 90, end: 150},
];

export const meta = {id: 'tagline-cycle', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

export default function Scene_Ab12() {
  const frame = useCurrentFrame();
  const {fps, width} = useVideoConfig();
  const current = script_Ab12.find((line) => frame >= line.start && frame < line.end) ?? script_Ab12[2];
  const enter = spring({frame: frame - current.start, fps, config: {damping: 14, stiffness: 100}});
  const y = interpolate(enter, [0, 1], [60, 0], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const leave = interpolate(frame, [current.end - 10, current.end], [1, 0], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

  return (
    <AbsoluteFill
      style={{
        background: '#ffffff',
        display: 'flex',
        justifyContent: 'center',
        alignItems: 'center',
      }}
    >
      <div
        style={{
          fontSize: width * 0.07,
          fontWeight: 700,
          fontFamily: loadFont().fontFamily,
          color: '#111111',
          opacity: Math.min(enter, leave),
          transform: `translateY(${y}px)`,
        }}
      >
        <Lottie animationData={null} />
        {current.text}
      </div>
    </AbsoluteFill>
  );
}
