import React from 'react';
import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

const WORDS = ['Dream', 'Design', 'Deliver'];

const palette = {
  ink: '#1f2937',
  paper: '#fdf2f8',
  pink: '#db2777',
};

const lerp = (from, to, t) => from + (to - from) * t;

export default function ThreeWords() {
  const frame = useCurrentFrame();
  const {fps, width, durationInFrames} = useVideoConfig();
  const perWord = durationInFrames / WORDS.length;
  const current = Math.min(WORDS.length - 1, Math.floor(frame / perWord));
  const local = frame - current * perWord;
  const opacity = interpolate(local, [0, 10, perWord - 10, perWord], [0, 1, 1, 0], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  const scale = lerp(0.95, 1.05, local / perWord);
  const seconds = (frame / fps).toFixed(1);

  return (
    <AbsoluteFill style={{backgroundColor: palette.paper, justifyContent: 'center', alignItems: 'center'}}>
      <div style={{fontSize: width * 0.12, fontWeight: 900, color: palette.pink, opacity, transform: `scale(${scale})`}}>
        {WORDS[current]}
      </div>
      <div style={{position: 'absolute', bottom: 60, right: 80, fontSize: 28, color: palette.ink}}>{seconds}s</div>
    </AbsoluteFill>
  );
}

export const meta = {id: 'three-words', durationInFrames: 150, fps: 30, width: 1920, height: 1080};
