import React from 'react';
import {AbsoluteFill, Easing, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'subscriber-counter', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

export const defaultProps =
  label: 'Subscribers',
  target: 125000,
  accent: '#22d3ee',
  background: '#0b1120',
};

type Props = typeof defaultProps;

const CLAMP = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;

export default function SubscriberCounter({label, target, accent, background}: Props)
