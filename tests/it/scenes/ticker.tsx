import React, {useMemo} from 'react';
import {AbsoluteFill, Sequence, interpolate, useCurrentFrame as useTick, useVideoConfig} from 'remotion';
import type {SequenceProps} from 'remotion';

type Line = {
  city: string;
  degrees: number;
};

type Props = {lines: Line[]; stepFrames: number; heading: string};

export const meta = {id: 'ticker', durationInFrames: 144, fps: 30, width: 640, height: 360};

export const defaultProps: Props = {
  heading: 'Tomorrow at noon',
  stepFrames: 18,
  lines: [
    {city: 'Lisbon', degrees: 24},
    {city: 'Oslo', degrees: -3},
    {city: 'Tromsø', degrees: -11},
    {city: 'Athens', degrees: 19},
  ],
};

function Row({city, degrees}: Line) {
  const tick = useTick();
  const config = useVideoConfig();
  const {height} = config;
  const slide = interpolate(tick, [0, 12], [height, 0], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const fade = interpolate(tick, [0, config.durationInFrames], [1, 0.4], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  return (
    <div style={{fontSize: 32, transform: `translateY(${slide}px)`, opacity: fade}}>
      <b>{city}</b>: {degrees}°C
    </div>
  );
}

const layout: SequenceProps['layout'] = 'none';

export default function Ticker({lines, stepFrames, heading}: Props) {
  const tick = useTick();
  const total = meta.durationInFrames;
  const sorted = useMemo(() => [...lines].sort((a, b) => b.degrees - a.degrees), [lines]);
  return (
    <AbsoluteFill style={{background: '#ece4db', padding: 30}}>
      <h1 style={{fontSize: 36, margin: 0}}>{heading}</h1>
      {sorted.map((line, i) => (
        <Sequence key={line.city} from={i * stepFrames - 6} layout={layout}>
          <Row {...line} />
        </Sequence>
      ))}
      <div style={{position: 'absolute', left: 0, bottom: 0, height: 8, width: `${(100 * tick) / total}%`, background: '#cb997e'}} />
    </AbsoluteFill>
  );
}
