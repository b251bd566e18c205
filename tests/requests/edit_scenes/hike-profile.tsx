import React from 'react';
import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  routeName: string;
  distance: string;
  points: {label: string; value: number}[];
  peak: number;
  mountainColor: string;
  lineColor: string;
  hikerColor: string;
  skyColor: string;
  sunColor: string;
  textColor: string;
  lineWidth: number;
  dotSize: number;
  labelSize: number;
  climbSeconds: number;
  pauseSeconds: number;
  sun: 'none' | 'left' | 'right';
};

export const defaultProps: Props = {
  routeName: 'Tour du Vallon',
  distance: '14 km',
  points: [
    {label: 'Car park', value: 620},
    {label: 'Chapel', value: 940},
    {label: 'Waterfall', value: 1310},
    {label: 'Hut', value: 1780},
    {label: 'Summit', value: 2140},
  ],
  peak: 2500,
  mountainColor: '#4f6d7a',
  lineColor: '#f25f5c',
  hikerColor: '#ffe066',
  skyColor: '#dbe9ee',
  sunColor: '#ffb703',
  textColor: '#20303a',
  lineWidth: 10,
  dotSize: 18,
  labelSize: 34,
  climbSeconds: 4,
  pauseSeconds: 0.5,
  sun: 'right',
};

export const meta = {id: 'HikeProfile', durationInFrames: 200, fps: 30, width: 1920, height: 1080};

export default function HikeProfile(props: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height} = useVideoConfig();
  const base = height - 120;
  const last = props.points.length - 1;
  const at = (i: number) => ({x: 160 + (i * (width - 320)) / Math.max(1, last), y: base - (props.points[i].value / props.peak) * 620});
  const done = interpolate(frame, [props.pauseSeconds * fps, (props.pauseSeconds + props.climbSeconds) * fps], [0, last], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  const leg = Math.min(Math.floor(done), Math.max(0, last - 1));
  const from = at(leg);
  const to = at(Math.min(leg + 1, last));
  const hiker = {x: from.x + (to.x - from.x) * (done - leg), y: from.y + (to.y - from.y) * (done - leg)};
  const walked = [...props.points.slice(0, leg + 1).map((_, i) => at(i)), hiker].map((p) => `${p.x},${p.y}`).join(' ');
  const ridge = props.points.map((_, i) => `${at(i).x},${at(i).y}`).join(' ');

  return (
    <AbsoluteFill style={{backgroundColor: props.skyColor, color: props.textColor, fontFamily: 'Karla, sans-serif'}}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {props.sun === 'none' ? null : <circle cx={props.sun === 'left' ? 260 : width - 260} cy={220} r={110} fill={props.sunColor} />}
        <polygon points={`160,${base} ${ridge} ${width - 160},${base}`} fill={props.mountainColor} />
        <polyline points={walked} fill="none" stroke={props.lineColor} strokeWidth={props.lineWidth} strokeLinejoin="round" />
        {props.points.map((point, i) => (
          <g key={point.label} opacity={done + 0.05 >= i ? 1 : 0.25}>
            <circle cx={at(i).x} cy={at(i).y} r={props.dotSize} fill="white" stroke={props.lineColor} strokeWidth={5} />
            <text x={at(i).x} y={at(i).y - 44} textAnchor="middle" fontSize={props.labelSize} fontWeight={700} fill={props.textColor}>
              {point.label}
            </text>
            <text x={at(i).x} y={base + 56} textAnchor="middle" fontSize={props.labelSize * 0.8} fill={props.textColor}>
              {point.value} m
            </text>
          </g>
        ))}
        <circle cx={hiker.x} cy={hiker.y} r={props.dotSize * 1.5} fill={props.hikerColor} />
      </svg>
      <div style={{position: 'absolute', left: 160, top: 110}}>
        <div style={{fontSize: 96, fontWeight: 800}}>{props.routeName}</div>
        <div style={{fontSize: 44, marginTop: 8}}>{props.distance} · moderate</div>
      </div>
    </AbsoluteFill>
  );
}
