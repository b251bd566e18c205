import React from 'react';
import {AbsoluteFill, spring, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  heading: string;
  subheading: string;
  cities: {label: string; value: number}[];
  startHour: number;
  faceColor: string;
  rimColor: string;
  handColor: string;
  secondHandColor: string;
  background: string;
  textColor: string;
  rimWidth: number;
  clockSize: number;
  citySize: number;
  ticks: number;
  popSeconds: number;
  hours: '12' | '24';
};

export const defaultProps: Props = {
  heading: 'Support that never sleeps',
  subheading: 'Someone is always awake',
  cities: [
    {label: 'Lisbon', value: 0},
    {label: 'Nairobi', value: 3},
    {label: 'Osaka', value: 9},
  ],
  startHour: 9,
  faceColor: '#ffffff',
  rimColor: '#3d348b',
  handColor: '#191716',
  secondHandColor: '#e6af2e',
  background: '#e0e2db',
  textColor: '#191716',
  rimWidth: 16,
  clockSize: 420,
  citySize: 52,
  ticks: 12,
  popSeconds: 0.35,
  hours: '12',
};

export const meta = {id: 'WorldClocks', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

export default function WorldClocks(props: Props) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const minutes = frame * 2;
  const digits = (offset: number) => {
    const total = (props.startHour + offset) * 60 + minutes;
    const hour = Math.floor(total / 60) % 24;
    const shown = props.hours === '12' ? hour % 12 || 12 : hour;
    return `${shown}:${String(total % 60).padStart(2, '0')}${props.hours === '12' ? (hour < 12 ? ' am' : ' pm') : ''}`;
  };

  return (
    <AbsoluteFill style={{backgroundColor: props.background, color: props.textColor, alignItems: 'center', fontFamily: 'DM Sans, sans-serif'}}>
      <div style={{fontSize: 104, fontWeight: 700, marginTop: 90}}>{props.heading}</div>
      <div style={{fontSize: 44, marginTop: 10, opacity: 0.75}}>{props.subheading}</div>
      <div style={{display: 'flex', gap: 110, marginTop: 60}}>
        {props.cities.map((city, i) => {
          const pop = spring({frame: frame - i * props.popSeconds * fps, fps, config: {damping: 11}});
          const hour = ((props.startHour + city.value) % 12) * 30 + minutes / 2;
          return (
            <div key={city.label} style={{textAlign: 'center', transform: `scale(${pop})`}}>
              <svg width={props.clockSize} height={props.clockSize} viewBox="-110 -110 220 220">
                <circle r={100} fill={props.faceColor} stroke={props.rimColor} strokeWidth={(props.rimWidth * 220) / props.clockSize} />
                {Array.from({length: props.ticks}, (_, t) => (
                  <rect key={t} x={-1.5} y={-88} width={3} height={12} fill={props.rimColor} transform={`rotate(${(t * 360) / props.ticks})`} />
                ))}
                <rect x={-4} y={-50} width={8} height={56} rx={4} fill={props.handColor} transform={`rotate(${hour})`} />
                <rect x={-3} y={-76} width={6} height={82} rx={3} fill={props.handColor} transform={`rotate(${minutes * 6})`} />
                <rect x={-1.5} y={-80} width={3} height={96} fill={props.secondHandColor} transform={`rotate(${(frame / fps) * 6})`} />
              </svg>
              <div style={{fontSize: props.citySize, fontWeight: 600, marginTop: 18}}>{city.label}</div>
              <div style={{fontSize: props.citySize * 0.75}}>{digits(city.value)}</div>
            </div>
          );
        })}
      </div>
      <div style={{position: 'absolute', bottom: 60, fontSize: 34}}>Average first answer: 90 seconds</div>
    </AbsoluteFill>
  );
}
