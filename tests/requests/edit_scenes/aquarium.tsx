import React from 'react';
import {AbsoluteFill, interpolate, random, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  title: string;
  openingHours: string;
  ticketPrice: string;
  fishCount: number;
  fishSize: number;
  fishColor: string;
  finColor: string;
  waterColor: string;
  sandColor: string;
  plantColor: string;
  textColor: string;
  plantCount: number;
  bubbleCount: number;
  swimDirection: 'left' | 'right';
  lapSeconds: number;
  waterLevel: number;
};

export const defaultProps: Props = {
  title: 'Night at the aquarium',
  openingHours: 'Fridays 19:00 – 23:00',
  ticketPrice: '€18',
  fishCount: 7,
  fishSize: 120,
  fishColor: '#ff8a3d',
  finColor: '#ffd166',
  waterColor: '#0b4f6c',
  sandColor: '#d9b382',
  plantColor: '#2a9d5c',
  textColor: '#f2fbff',
  plantCount: 9,
  bubbleCount: 40,
  swimDirection: 'right',
  lapSeconds: 6,
  waterLevel: 90,
};

export const meta = {id: 'Aquarium', durationInFrames: 210, fps: 30, width: 1920, height: 1080};

export default function Aquarium(props: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height} = useVideoConfig();
  const surface = height * (1 - props.waterLevel / 100);
  const forward = props.swimDirection === 'right' ? 1 : -1;
  const lap = width + props.fishSize * 4;
  const enter = interpolate(frame, [0.4 * fps, 1.2 * fps], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const swim = (i: number) => {
    const done = frame / (props.lapSeconds * fps) + random(`start${i}`);
    const x = (done % 1) * lap - props.fishSize * 2;
    return {x: forward > 0 ? x : width - x, y: surface + 140 + random(`depth${i}`) * (height - surface - 420) + Math.sin(frame / 18 + i) * 14};
  };

  return (
    <AbsoluteFill style={{backgroundColor: '#06202c', color: props.textColor, fontFamily: 'Nunito, sans-serif'}}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        <rect x={0} y={surface} width={width} height={height} fill={props.waterColor} />
        <rect x={0} y={height - 130} width={width} height={130} fill={props.sandColor} />
        {Array.from({length: props.plantCount}, (_, i) => {
          const x = ((i + 0.5) * width) / props.plantCount;
          const sway = Math.sin(frame / 22 + i) * 34;
          return <path key={i} d={`M ${x} ${height - 120} Q ${x + sway} ${height - 260} ${x - sway} ${height - 400}`} fill="none" stroke={props.plantColor} strokeWidth={22} strokeLinecap="round" />;
        })}
        {Array.from({length: props.bubbleCount}, (_, i) => {
          const rise = (frame * (2 + random(`v${i}`) * 3) + random(`p${i}`) * height) % (height - surface);
          return <circle key={i} cx={random(`b${i}`) * width} cy={height - rise} r={4 + random(`s${i}`) * 9} fill="white" opacity={0.25} />;
        })}
        {Array.from({length: props.fishCount}, (_, i) => {
          const at = swim(i);
          const s = props.fishSize / 100;
          return (
            <g key={i} transform={`translate(${at.x} ${at.y}) scale(${s * forward} ${s})`}>
              <path d="M -45 0 L -90 -34 L -90 34 Z" fill={props.finColor} />
              <ellipse cx={0} cy={0} rx={60} ry={34} fill={props.fishColor} />
              <circle cx={34} cy={-8} r={6} fill="#1b1b1b" />
            </g>
          );
        })}
      </svg>
      <AbsoluteFill style={{padding: 96, opacity: enter}}>
        <div style={{fontSize: 110, fontWeight: 800}}>{props.title}</div>
        <div style={{fontSize: 46, marginTop: 16}}>{props.openingHours}</div>
        <div style={{fontSize: 46, marginTop: 10}}>{props.ticketPrice} · Children under 6 free</div>
      </AbsoluteFill>
    </AbsoluteFill>
  );
}
