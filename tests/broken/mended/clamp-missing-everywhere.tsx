import {AbsoluteFill, Sequence, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

const TITLE = 'LAUNCH DAY';
const SUBTITLE = 'The wait is finally over';

const colors = {
  background: '#fef3c7',
  text: '#1c1917',
  accent: '#ea580c',
};

type LetterProps = {char: string; index: number};

const Letter = ({char, index}: LetterProps) => {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const delay = index * 3;
  const bounce = spring({
    frame: frame - delay,
    fps,
    config: {
      damping: 10,
      mass: 0.6,
      stiffness: 140,
    },
  });
  const y = interpolate(bounce, [0, 1], [120, 0]);

  return (
    <span
      style={{
        display: 'inline-block',
        transform: `translateY(${y}px)`,
        opacity: bounce,
        whiteSpace: 'pre',
      }}
    >
      {char}
    </span>
  );
};

const Underline = () => {
  const frame = useCurrentFrame();
  const width = interpolate(frame, [0, 25], [0, 640]);
  return <div style={{height: 12, width, backgroundColor: colors.accent, borderRadius: 6, marginTop: 20}} />;
};

export const LaunchTitle = () => {
  const frame = useCurrentFrame();
  const subtitleOpacity = interpolate(frame, [50, 70], [0, 1]);

  return (
    <AbsoluteFill
      style={{
        backgroundColor: colors.background,
        justifyContent: 'center',
        alignItems: 'center',
        fontFamily: 'Inter, sans-serif',
      }}
    >
      <div style={{fontSize: 160, fontWeight: 900, color: colors.text, letterSpacing: 4}}>
        {TITLE.split('').map((char, index) => (
          <Letter key={index} char={char} index={index} />
        ))}
      </div>
      <Sequence from={40} layout="none">
        <Underline />
      </Sequence>
      <div style={{fontSize: 52, color: colors.text, marginTop: 40, opacity: subtitleOpacity}}>{SUBTITLE}</div>
    </AbsoluteFill>
  );
};

export const meta = {id: 'launch-title', durationInFrames: 120, fps: 30, width: 1920, height: 1080};

export default LaunchTitle;
