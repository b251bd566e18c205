import React from 'react';
import {AbsoluteFill, Easing, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  title: string;
  unit: string;
  reading: number;
  maximum: number;
  verdict: string;
  needleColor: string;
  arcColor: string;
  trackColor: string;
  background: string;
  textColor: string;
  arcWidth: number;
  tickCount: number;
  numberSize: number;
  riseSeconds: number;
  wobble: 'none' | 'gentle' | 'strong';
  fillOpacity: number;
  link: string;
};

export const defaultProps: Props = {
  title: 'Fibre in Mill Lane',
  unit: 'Mbit/s',
  reading: 640,
  maximum: 1000,
  verdict: 'That was three films while you blinked.',
  needleColor: '#ff006e',
  arcColor: '#3a86ff',
  trackColor: '#2b2d42',
  background: '#10111a',
  textColor: '#edf2f4',
  arcWidth: 60,
  tickCount: 11,
  numberSize: 150,
  riseSeconds: 2.5,
  wobble: 'gentle',
  fillOpacity: 80,
  link: 'https://millnet.example',
};

export const meta = {id: 'SpeedGauge', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

const WOBBLE = {none: 0, gentle: 1.2, strong: 4};

export default function SpeedGauge(props: Props) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const share = interpolate(frame, [0.5 * fps, (0.5 + props.riseSeconds) * fps], [0, props.reading / props.maximum], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
    easing: Easing.out(Easing.quad),
  });
  const shake = Math.sin(frame * 0.9) * WOBBLE[props.wobble];
  const onArc = (part: number, radius: number) => {
    const angle = Math.PI * (1 - part);
    return {x: Math.cos(angle) * radius, y: -Math.sin(angle) * radius};
  };
  const arc = (part: number) => {
    const end = onArc(part, 400);
    return `M -400 0 A 400 400 0 0 1 ${end.x} ${end.y}`;
  };
  const told = interpolate(frame, [(0.5 + props.riseSeconds) * fps, (1 + props.riseSeconds) * fps], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});

  return (
    <AbsoluteFill style={{backgroundColor: props.background, color: props.textColor, alignItems: 'center', fontFamily: 'Space Grotesk, sans-serif'}}>
      <div style={{fontSize: 84, fontWeight: 700, marginTop: 70}}>{props.title}</div>
      <svg width={1100} height={620} viewBox="-550 -510 1100 620">
        <path d={arc(1)} fill="none" stroke={props.trackColor} strokeWidth={props.arcWidth} />
        <path d={arc(share)} fill="none" stroke={props.arcColor} strokeOpacity={props.fillOpacity / 100} strokeWidth={props.arcWidth} />
        {Array.from({length: props.tickCount}, (_, i) => {
          const at = onArc(i / (props.tickCount - 1), 475);
          return (
            <text key={i} x={at.x} y={at.y} textAnchor="middle" fontSize={28} fill={props.textColor}>
              {Math.round((props.maximum * i) / (props.tickCount - 1))}
            </text>
          );
        })}
        <rect x={-340} y={-7} width={340} height={14} rx={7} fill={props.needleColor} transform={`rotate(${share * 180 + shake})`} />
        <circle r={30} fill={props.needleColor} />
      </svg>
      <div style={{fontSize: props.numberSize, fontWeight: 700, lineHeight: 1, marginTop: -40}}>
        {Math.round(props.maximum * share)} <span style={{fontSize: 48}}>{props.unit}</span>
      </div>
      <div style={{fontSize: 44, marginTop: 18, opacity: told}}>{props.verdict}</div>
      <div style={{position: 'absolute', bottom: 40, fontSize: 32, opacity: 0.7}}>Test yours at {props.link}</div>
    </AbsoluteFill>
  );
}
