import React from 'react';
import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  station: string;
  trains: {label: string; value: string}[];
  notice: string;
  clock: string;
  boardColor: string;
  rowColor: string;
  letterColor: string;
  noticeColor: string;
  background: string;
  rowHeight: number;
  letterSize: number;
  flapSeconds: number;
  rowDelay: number;
  blinkPercent: number;
  font: string;
};

export const defaultProps: Props = {
  station: 'Praha hl. n.',
  trains: [
    {label: '07:12', value: 'Brno'},
    {label: '07:26', value: 'Dresden'},
    {label: '07:40', value: 'Ostrava'},
    {label: '08:05', value: 'Wien'},
  ],
  notice: 'Platform 4 is closed for works',
  clock: '07:09',
  boardColor: '#14171c',
  rowColor: '#1f242c',
  letterColor: '#ffd23f',
  noticeColor: '#ff5d5d',
  background: '#2c3440',
  rowHeight: 116,
  letterSize: 64,
  flapSeconds: 0.8,
  rowDelay: 0.3,
  blinkPercent: 60,
  font: 'Roboto Mono',
};

export const meta = {id: 'Departures', durationInFrames: 180, fps: 30, width: 1920, height: 1080};

const GLYPHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:. ';

function flap(text: string, share: number, frame: number): string {
  return text
    .split('')
    .map((letter, i) => (share * text.length > i + 0.5 ? letter : GLYPHS[(frame * 3 + i * 7) % GLYPHS.length]))
    .join('');
}

export default function Departures(props: Props) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const share = (row: number) =>
    interpolate(frame, [(0.4 + row * props.rowDelay) * fps, (0.4 + row * props.rowDelay + props.flapSeconds) * fps], [0, 1], {
      extrapolateLeft: 'clamp',
      extrapolateRight: 'clamp',
    });
  const lit = (frame % fps) / fps < props.blinkPercent / 100;

  return (
    <AbsoluteFill style={{backgroundColor: props.background, padding: 80, fontFamily: `${props.font}, monospace`, color: props.letterColor}}>
      <div style={{flex: 1, padding: 48, borderRadius: 20, backgroundColor: props.boardColor}}>
        <div style={{display: 'flex', justifyContent: 'space-between', fontSize: 60, marginBottom: 30, color: 'white'}}>
          <span>{props.station}</span>
          <span>Departures</span>
          <span>{props.clock}</span>
        </div>
        {props.trains.map((train, row) => (
          <div
            key={train.label}
            style={{
              display: 'flex',
              alignItems: 'center',
              height: props.rowHeight,
              marginBottom: 12,
              padding: '0 32px',
              fontSize: props.letterSize,
              backgroundColor: props.rowColor,
            }}
          >
            <span style={{width: 340}}>{flap(train.label, share(row), frame)}</span>
            <span>{flap(train.value, share(row), frame)}</span>
          </div>
        ))}
        <div style={{fontSize: 44, marginTop: 32, color: props.noticeColor, opacity: lit ? 1 : 0.15}}>{props.notice}</div>
      </div>
    </AbsoluteFill>
  );
}
