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