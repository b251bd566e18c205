import React from 'react';
import {AbsoluteFill, Easing, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'subscriber-counter', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

export const defaultProps = {
  label: 'Subscribers',
  target: 125000,
  accent: '#22d3ee',
  background: '#0b1120',
};

type Props = typeof defaultProps;

const CLAMP = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;

export default function SubscriberCounter({label, target, accent, background}: Props) {
  const frame = useCurrentFrame();
  const {fps, durationInFrames} = useVideoConfig();

  // The number counts up and eases out.
  const progress = interpolate(frame, [0, durationInFrames * 0.6], [0, 1], {
    ...CLAMP,
    easing: Easing.out(Easing.cubic),
  });
  const value = Math.round(progress * target);
  const pop = spring({frame: frame - 10, fps, config: {damping: 12, stiffness: 120}});
  const labelOpacity = interpolate(frame, [15, 35], [0, 1], CLAMP);
  const exit = interpolate(frame, [durationInFrames - 20, durationInFrames], [1, 0], CLAMP);

  return (
    <AbsoluteFill
      style={{
        backgroundColor: background,
        justifyContent: 'center',
        alignItems: 'center',
        opacity: exit,
      }}
    >
      <div
        style={{
          fontSize: 180,
          fontWeight: 800,
          color: '#ffffff',
          fontVariantNumeric: 'tabular-nums',
          transform: `scale(${0.8 + pop * 0.2})`,
        }}
      >
        {value.toLocaleString(navigator.language)}
      </div>
      <div style={{fontSize: 48, color: accent, marginTop: 24, opacity: labelOpacity}}>{label}</div>
    </AbsoluteFill>
  );
}
