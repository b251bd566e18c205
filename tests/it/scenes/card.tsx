import React from 'react';
import {AbsoluteFill, Easing, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  title: string;
  tagline: string;
  tags: string[];
  groundColor: string;
  sealColor: string;
  textColor: string;
  titleSize: number;
  riseSeconds: number;
  mood: 'calm' | 'bold';
};

export const defaultProps: Props = {
  title: 'Harbour Lights',
  tagline: "Open until the last boat's in",
  tags: ['Oysters', 'Rye bread', 'Smoked eel'],
  groundColor: '#10243a',
  sealColor: '#e4572e',
  textColor: '#f3efe6',
  titleSize: 54,
  riseSeconds: 0.8,
  mood: 'calm',
};

export const meta = {id: 'HarbourCard', durationInFrames: 150, fps: 30, width: 640, height: 360};

export default function HarbourCard(props: Props) {
  const frame = useCurrentFrame();
  const {fps, durationInFrames} = useVideoConfig();
  const rise = interpolate(frame, [0, props.riseSeconds * fps], [40, 0], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
    easing: Easing.out(Easing.cubic),
  });
  const stamp = spring({frame: frame - 20, fps, config: {damping: props.mood === 'bold' ? 8 : 14}});
  const leave = interpolate(frame, [durationInFrames - 30, durationInFrames - 1], [1, 0.2], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

  return (
    <AbsoluteFill style={{background: props.groundColor, color: props.textColor, padding: 48, opacity: leave}}>
      <div style={{fontSize: props.titleSize, transform: `translateY(${rise}px)`}}>{props.title}</div>
      <div style={{fontSize: 22}}>{props.tagline}</div>
      <div style={{display: 'flex', gap: 12, marginTop: 24}}>
        {props.tags.map((tag) => (
          <span key={tag} style={{border: '1px solid currentColor', padding: 6}}>
            {tag}
          </span>
        ))}
      </div>
      <svg style={{position: 'absolute', right: 40, bottom: 40}} width={120} height={120}>
        <circle cx={60} cy={60} r={50 * stamp} fill={props.sealColor} />
      </svg>
      {frame > 45 && <div style={{position: 'absolute', left: 48, bottom: 40, fontSize: 18}}>Since 1987 &amp; still here</div>}
    </AbsoluteFill>
  );
}
