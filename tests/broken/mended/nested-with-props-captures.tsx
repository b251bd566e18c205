import React from 'react';
import {AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'quarterly-revenue', durationInFrames: 180, fps: 30, width: 1920, height: 1080};

interface Bar {
  label: string;
  value: number;
  color: string;
}

interface Props {
  title: string;
  bars: Bar[];
}

export const defaultProps: Props = {
  title: 'Quarterly revenue',
  bars: [
    {label: 'Q1', value: 42, color: '#6366f1'},
    {label: 'Q2', value: 58, color: '#8b5cf6'},
    {label: 'Q3', value: 71, color: '#a855f7'},
    {label: 'Q4', value: 93, color: '#d946ef'},
  ],
};

const MAX_HEIGHT = 560;

const BarColumn: React.FC<{bar: Bar; index: number; max: number}> = ({bar, index, max}) => {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const grow = spring({frame: frame - 20 - index * 8, fps, config: {damping: 15}});
  const height = (bar.value / max) * MAX_HEIGHT * grow;
  const labelOpacity = interpolate(frame, [30 + index * 8, 45 + index * 8], [0, 1], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

  return (
    <div style={{display: 'flex', flexDirection: 'column', alignItems: 'center', width: 180}}>
      <div style={{fontSize: 40, fontWeight: 700, color: '#f8fafc', opacity: labelOpacity}}>${bar.value}M</div>
      <div style={{width: 120, height, backgroundColor: bar.color, borderRadius: '16px 16px 0 0', marginTop: 12}} />
      <div style={{fontSize: 32, color: '#94a3b8', marginTop: 16}}>{bar.label}</div>
    </div>
  );
};

const QuarterlyRevenue: React.FC<Props> = ({title, bars}) => {
  const frame = useCurrentFrame();
  const titleOpacity = interpolate(frame, [0, 20], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const titleY = interpolate(frame, [0, 20], [-40, 0], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const Label = ({text}: {text: string}) => (
    <span style={{fontSize: 36, opacity: titleOpacity}}>{text}</span>
  );
  const max = Math.max(...bars.map((bar) => bar.value));

  return (
    <AbsoluteFill style={{background: 'linear-gradient(135deg, #0f172a 0%, #1e1b4b 100%)', padding: 96}}>
      <h1 style={{fontSize: 72, color: '#ffffff', margin: 0, opacity: titleOpacity, transform: `translateY(${titleY}px)`}}>
        {title} <Label text="in million dollars" />
      </h1>
      <div style={{flex: 1, display: 'flex', alignItems: 'flex-end', justifyContent: 'space-evenly'}}>
        {bars.map((bar, index) => (
          <BarColumn key={bar.label} bar={bar} index={index} max={max} />
        ))}
      </div>
    </AbsoluteFill>
  );
};

export default QuarterlyRevenue;
