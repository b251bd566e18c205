import React from 'react';
import {AbsoluteFill, Easing, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  album: string;
  artist: string;
  tracks: string[];
  recordColor: string;
  labelColor: string;
  armColor: string;
  deckColor: string;
  wallColor: string;
  textColor: string;
  grooveCount: number;
  recordSize: number;
  turnsPerMinute: number;
  armSeconds: number;
  trackDelay: number;
  side: 'A' | 'B';
  shine: number;
};

export const defaultProps: Props = {
  album: 'Salt & Static',
  artist: 'The Harbour Lights',
  tracks: ['Tin Roof', 'Low Tide', 'Radio Mast', 'Gull Song'],
  recordColor: '#17151b',
  labelColor: '#e4572e',
  armColor: '#c9ced6',
  deckColor: '#6b4a32',
  wallColor: '#f3e9d8',
  textColor: '#2a1f18',
  grooveCount: 12,
  recordSize: 760,
  turnsPerMinute: 33,
  armSeconds: 1.5,
  trackDelay: 0.4,
  side: 'A',
  shine: 20,
};

export const meta = {id: 'Turntable', durationInFrames: 240, fps: 30, width: 1920, height: 1080};

export default function Turntable(props: Props) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const turn = (frame / fps) * (props.turnsPerMinute / 60) * 360;
  const arm = interpolate(frame, [0, props.armSeconds * fps], [0, 28], {extrapolateRight: 'clamp', easing: Easing.inOut(Easing.quad)});
  const radius = props.recordSize / 2;
  const listed = (i: number) => spring({frame: frame - (props.armSeconds + i * props.trackDelay) * fps, fps, config: {damping: 18}});

  return (
    <AbsoluteFill style={{backgroundColor: props.wallColor, color: props.textColor, fontFamily: 'Josefin Sans, sans-serif'}}>
      <svg style={{position: 'absolute', left: 80, top: 60}} width={1000} height={960} viewBox="-500 -480 1000 960">
        <rect x={-480} y={-460} width={960} height={920} rx={36} fill={props.deckColor} />
        <g transform={`translate(-60 0) rotate(${turn})`}>
          <circle r={radius} fill={props.recordColor} />
          {Array.from({length: props.grooveCount}, (_, i) => (
            <circle key={i} r={radius * (0.42 + (0.54 * i) / props.grooveCount)} fill="none" stroke="white" strokeWidth={2} opacity={0.12} />
          ))}
          <path d={`M 0 0 L ${radius} -60 A ${radius} ${radius} 0 0 1 ${radius} 60 Z`} fill="white" opacity={props.shine / 100} />
          <circle r={radius * 0.34} fill={props.labelColor} />
          <text y={-radius * 0.14} textAnchor="middle" fontSize={34} fill="white">
            {props.artist}
          </text>
          <text y={radius * 0.22} textAnchor="middle" fontSize={30} fill="white">
            Side {props.side}
          </text>
          <circle r={10} fill={props.deckColor} />
        </g>
        <g transform={`translate(390 -380) rotate(${arm})`}>
          <circle r={46} fill={props.armColor} />
          <rect x={-9} y={0} width={18} height={560} rx={9} fill={props.armColor} />
          <rect x={-24} y={540} width={48} height={80} rx={8} fill={props.armColor} />
        </g>
      </svg>
      <div style={{position: 'absolute', left: 1160, top: 200, width: 680}}>
        <div style={{fontSize: 100, fontWeight: 700, lineHeight: 1.05}}>{props.album}</div>
        <div style={{fontSize: 46, margin: '18px 0 50px'}}>{props.artist}</div>
        {props.tracks.map((track, i) => (
          <div key={track} style={{fontSize: 44, marginBottom: 18, opacity: listed(i), transform: `translateX(${(1 - listed(i)) * 60}px)`}}>
            {i + 1}. {track}
          </div>
        ))}
        <div style={{fontSize: 30, marginTop: 46, opacity: 0.65}}>Out on Pebble Records</div>
      </div>
    </AbsoluteFill>
  );
}
