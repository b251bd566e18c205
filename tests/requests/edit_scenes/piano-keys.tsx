import React from 'react';
import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  piece: string;
  teacher: string;
  price: string;
  notes: string[];
  keyCount: number;
  whiteKeyColor: string;
  pressedColor: string;
  noteColor: string;
  background: string;
  textColor: string;
  noteSize: number;
  noteRadius: number;
  beatSeconds: number;
  fallSeconds: number;
  glow: number;
  names: 'shown' | 'hidden';
};

export const defaultProps: Props = {
  piece: 'Your first song in a week',
  teacher: 'with Ludmila Hart',
  price: '$39',
  notes: ['C', 'E', 'G', 'E', 'F', 'D', 'C'],
  keyCount: 14,
  whiteKeyColor: '#fafafa',
  pressedColor: '#b5e48c',
  noteColor: '#52b69a',
  background: '#1a1423',
  textColor: '#f7ede2',
  noteSize: 96,
  noteRadius: 20,
  beatSeconds: 0.5,
  fallSeconds: 1.2,
  glow: 30,
  names: 'shown',
};

export const meta = {id: 'PianoKeys', durationInFrames: 180, fps: 30, width: 1920, height: 1080};

const SCALE = ['C', 'D', 'E', 'F', 'G', 'A', 'B'];

export default function PianoKeys(props: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height} = useVideoConfig();
  const keyWidth = width / props.keyCount;
  const keysTop = height - 300;
  const lands = (i: number) => (0.6 + props.fallSeconds + i * props.beatSeconds) * fps;
  const column = (note: string) => Math.max(0, SCALE.indexOf(note)) + Math.floor(Math.max(0, props.keyCount - 7) / 2);
  const pressed = (key: number) =>
    props.notes.some((note, i) => column(note) === key && frame >= lands(i) && frame < lands(i) + props.beatSeconds * fps * 0.8);

  return (
    <AbsoluteFill style={{backgroundColor: props.background, color: props.textColor, fontFamily: 'Quicksand, sans-serif'}}>
      {props.notes.map((note, i) => {
        const y = interpolate(frame, [lands(i) - props.fallSeconds * fps, lands(i)], [-150, keysTop - props.noteSize], {extrapolateRight: 'clamp'});
        return (
          <div
            key={i}
            style={{
              position: 'absolute',
              left: column(note) * keyWidth + (keyWidth - props.noteSize) / 2,
              top: y,
              width: props.noteSize,
              height: props.noteSize,
              borderRadius: props.noteRadius,
              backgroundColor: props.noteColor,
              boxShadow: `0 0 ${props.glow}px ${props.noteColor}`,
              opacity: frame > lands(i) + 4 ? 0 : 1,
              display: 'grid',
              placeItems: 'center',
              fontSize: props.noteSize * 0.5,
            }}
          >
            {props.names === 'shown' ? note : ''}
          </div>
        );
      })}
      <div style={{position: 'absolute', top: keysTop, display: 'flex', width}}>
        {Array.from({length: props.keyCount}, (_, key) => (
          <div key={key} style={{width: keyWidth, height: 300, border: '3px solid #222', borderRadius: '0 0 14px 14px', backgroundColor: pressed(key) ? props.pressedColor : props.whiteKeyColor}} />
        ))}
      </div>
      <div style={{position: 'absolute', left: 110, top: 100, opacity: interpolate(frame, [0, 0.5 * fps], [0, 1], {extrapolateRight: 'clamp'})}}>
        <div style={{fontSize: 96, fontWeight: 700}}>{props.piece}</div>
        <div style={{fontSize: 46, marginTop: 14}}>{props.teacher}</div>
        <div style={{fontSize: 46, marginTop: 14}}>{props.price} for ten lessons</div>
      </div>
    </AbsoluteFill>
  );
}
