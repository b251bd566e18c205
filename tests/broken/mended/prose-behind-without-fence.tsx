import React, {useId} from 'react';
import {AbsoluteFill, Easing, interpolate, useCurrentFrame} from 'remotion';

export const meta = {id: 'progress-ring', durationInFrames: 120, fps: 30, width: 1080, height: 1080};

export const defaultProps = {
  percent: 87,
  caption: 'Customer satisfaction',
  from: '#34d399',
  to: '#3b82f6',
};

const RADIUS = 300;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

export default function ProgressRing({percent, caption, from, to}: typeof defaultProps) {
  const frame = useCurrentFrame();
  const id = useId();
  const progress = interpolate(frame, [10, 80], [0, percent / 100], {
    easing: Easing.inOut(Easing.ease),
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  const captionOpacity = interpolate(frame, [60, 80], [0, 1], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

  return (
    <AbsoluteFill style={{backgroundColor: '#111827', alignItems: 'center', justifyContent: 'center'}}>
      <svg width={720} height={720} viewBox="0 0 720 720">
        <defs>
          <linearGradient id={`${id}-ring`} x1="0%" y1="0%" x2="100%" y2="100%">
            <stop offset="0%" stopColor={from} />
            <stop offset="100%" stopColor={to} />
          </linearGradient>
        </defs>
        <circle cx={360} cy={360} r={RADIUS} fill="none" stroke="#1f2937" strokeWidth={44} />
        <circle
          cx={360}
          cy={360}
          r={RADIUS}
          fill="none"
          stroke={`url(#${id}-ring)`}
          strokeWidth={44}
          strokeLinecap="round"
          strokeDasharray={CIRCUMFERENCE}
          strokeDashoffset={CIRCUMFERENCE * (1 - progress)}
          transform="rotate(-90 360 360)"
        />
        <text x={360} y={390} textAnchor="middle" fontSize={140} fontWeight={800} fill="white">
          {Math.round(progress * 100)}%
        </text>
      </svg>
      <div style={{fontSize: 44, color: '#9ca3af', marginTop: 32, opacity: captionOpacity}}>{caption}</div>
    </AbsoluteFill>
  );
}

---

**Notes:** adjust `percent` in `defaultProps` to change the ring.
