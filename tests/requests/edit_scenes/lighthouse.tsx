import React from 'react';
import {AbsoluteFill, interpolate, random, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  title: string;
  tagline: string;
  towerColor: string;
  stripeColor: string;
  beamColor: string;
  seaColor: string;
  skyColor: string;
  textColor: string;
  stripeCount: number;
  waveHeight: number;
  starCount: number;
  boatCount: number;
  turnSeconds: number;
  beamWidth: number;
  beamStrength: number;
  tide: 'low' | 'high';
};

export const defaultProps: Props = {
  title: 'Keeper Insurance',
  tagline: 'We leave the light on',
  towerColor: '#f5f1e8',
  stripeColor: '#c1121f',
  beamColor: '#fff3b0',
  seaColor: '#12355b',
  skyColor: '#0b132b',
  textColor: '#fdf6e3',
  stripeCount: 4,
  waveHeight: 24,
  starCount: 60,
  boatCount: 2,
  turnSeconds: 5,
  beamWidth: 26,
  beamStrength: 45,
  tide: 'low',
};

export const meta = {id: 'Lighthouse', durationInFrames: 240, fps: 30, width: 1920, height: 1080};

export default function Lighthouse(props: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height} = useVideoConfig();
  const level = props.tide === 'high' ? height * 0.68 : height * 0.78;
  const foot = height * 0.76;
  const sweep = Math.sin((frame / (props.turnSeconds * fps)) * 2 * Math.PI) * 70;
  const enter = interpolate(frame, [fps, 1.8 * fps], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  const wave = (shift: number) =>
    Array.from({length: 49}, (_, i) => `${(i * width) / 48},${level + shift + Math.sin(i / 2 + frame / 20 + shift) * props.waveHeight}`).join(' ');
  const stripe = 520 / (props.stripeCount * 2);

  return (
    <AbsoluteFill style={{backgroundColor: props.skyColor, color: props.textColor, fontFamily: 'Merriweather, serif'}}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {Array.from({length: props.starCount}, (_, i) => (
          <circle key={i} cx={random(`x${i}`) * width} cy={random(`y${i}`) * height * 0.6} r={1 + random(`r${i}`) * 2} fill="white" opacity={0.6} />
        ))}
        <g transform={`translate(1440 ${foot - 560}) rotate(${sweep})`}>
          <polygon points={`0,0 -1500,${-props.beamWidth * 12} -1500,${props.beamWidth * 12}`} fill={props.beamColor} opacity={props.beamStrength / 100} />
        </g>
        <g transform={`translate(1440 ${foot})`}>
          <polygon points="-110,0 -64,-520 64,-520 110,0" fill={props.towerColor} />
          {Array.from({length: props.stripeCount}, (_, i) => (
            <rect key={i} x={-84} y={-520 + (i * 2 + 1) * stripe} width={168} height={stripe} fill={props.stripeColor} />
          ))}
          <rect x={-54} y={-600} width={108} height={80} rx={10} fill={props.beamColor} />
          <polygon points="-76,-600 0,-680 76,-600" fill={props.stripeColor} />
        </g>
        <polygon points={`0,${height} ${wave(0)} ${width},${height}`} fill={props.seaColor} />
        {Array.from({length: props.boatCount}, (_, i) => (
          <g key={i} transform={`translate(${((frame * 2 + i * 620) % (width + 300)) - 150} ${level + 30 + i * 36})`}>
            <path d="M -70 0 L 70 0 L 44 34 L -44 34 Z" fill={props.towerColor} />
            <polygon points="-6,-8 -6,-110 60,-8" fill={props.stripeColor} />
          </g>
        ))}
        <polygon points={`0,${height} ${wave(80)} ${width},${height}`} fill={props.seaColor} opacity={0.7} />
      </svg>
      <AbsoluteFill style={{padding: 110, opacity: enter}}>
        <div style={{fontSize: 104, fontWeight: 700}}>{props.title}</div>
        <div style={{fontSize: 48, marginTop: 18}}>{props.tagline}</div>
        <div style={{fontSize: 34, marginTop: 26, opacity: 0.8}}>Call 0800 555 019</div>
      </AbsoluteFill>
    </AbsoluteFill>
  );
}
