import {AbsoluteFill, Easing, interpolate, random, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {
  id: 'lighthouse-storm',
  durationInFrames: 180,
  fps: 30,
  width: 1920,
  height: 1080,
};

type Props = {
  title: string;
  tagline: string;
  background: string;
  accent: string;
  seaColor: string;
  rainCount: number;
  sweepSeconds: number;
  side: 'left' | 'right';
  showMoon: boolean;
};

export const defaultProps: Props = {
  title: 'Keep the light on',
  tagline: 'A story from the northern coast',
  background: '#0B1026',
  accent: '#ffd166',
  seaColor: '#12355b',
  rainCount: 60,
  sweepSeconds: 2.5,
  side: 'left',
  showMoon: true,
};

const clamp = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;

export default function LighthouseStorm({
  title,
  tagline,
  background,
  accent,
  seaColor,
  rainCount,
  sweepSeconds,
  side,
  showMoon,
}: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height, durationInFrames} = useVideoConfig();
  const angle = Math.sin((frame / fps / sweepSeconds) * Math.PI) * 40;
  const rise = spring({frame: frame - 10, fps, config: {damping: 14}});
  const words = interpolate(frame, [fps, 2 * fps], [0, 1], {...clamp, easing: Easing.out(Easing.cubic)});
  const leave = interpolate(frame, [durationInFrames - 15, durationInFrames - 1], [1, 0], clamp);
  const x = side === 'left' ? width * 0.22 : width * 0.78;

  return (
    <AbsoluteFill style={{background, opacity: leave}}>
      {showMoon && <Moon x={width - x} y={height * 0.2} color={accent} />}
      <Rain count={rainCount} width={width} height={height} />
      <svg viewBox={`0 0 ${width} ${height}`} style={{position: 'absolute', inset: 0}}>
        <g transform={`translate(${x} ${height * 0.45}) rotate(${angle})`}>
          <path d="M0 0 L900 -120 L900 120 Z" fill={accent} opacity={0.35} />
        </g>
        <rect x={x - 30} y={height * 0.45 + (1 - rise) * 300} width={60} height={height * 0.4} fill="#e8e8f0" />
        <rect x={0} y={height * 0.8} width={width} height={height * 0.2} fill={seaColor} />
      </svg>
      <AbsoluteFill style={{justifyContent: 'flex-end', alignItems: 'center', paddingBottom: height * 0.06}}>
        <div style={{fontSize: height * 0.08, color: 'white', fontWeight: 700, opacity: words}}>{title}</div>
        <div style={{fontSize: height * 0.035, color: accent, opacity: words}}>{tagline}</div>
      </AbsoluteFill>
    </AbsoluteFill>
  );
}

const Moon = ({x, y, color}: {x: number; y: number; color: string}) => {
  const {height} = useVideoConfig();
  const size = height * 0.12;
  return (
    <div
      style={{position: 'absolute', left: x, top: y, width: size, height: size, borderRadius: '50%', background: color}}
    />
  );
};

const Rain = ({count, width, height}: {count: number; width: number; height: number}) => {
  const frame = useCurrentFrame();
  return (
    <AbsoluteFill>
      {Array.from({length: count}, (_, i) => {
        const fall = (random(`y-${i}`) + frame * (0.01 + 0.01 * random(`v-${i}`))) % 1;
        const place = {left: random(`x-${i}`) * width, top: fall * height};
        return (
          <div
            key={i}
            style={{position: 'absolute', ...place, width: 2, height: 40, background: 'rgba(255, 255, 255, 0.3)'}}
          />
        );
      })}
    </AbsoluteFill>
  );
};
