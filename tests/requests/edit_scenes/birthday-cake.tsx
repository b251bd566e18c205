import React from 'react';
import {AbsoluteFill, random, spring, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  message: string;
  from: string;
  candleCount: number;
  layerCount: number;
  cakeColor: string;
  icingColor: string;
  candleColor: string;
  flameColor: string;
  plateColor: string;
  background: string;
  textColor: string;
  sprinkleCount: number;
  textSize: number;
  layerDelay: number;
  lightDelay: number;
  blowOut: 'no' | 'yes';
};

export const defaultProps: Props = {
  message: 'Happy birthday, Otto!',
  from: 'Everyone at the allotment',
  candleCount: 6,
  layerCount: 3,
  cakeColor: '#a5673f',
  icingColor: '#ffe5ec',
  candleColor: '#4cc9f0',
  flameColor: '#ffb703',
  plateColor: '#e9ecef',
  background: '#5f0f40',
  textColor: '#fff8f0',
  sprinkleCount: 50,
  textSize: 100,
  layerDelay: 0.4,
  lightDelay: 0.2,
  blowOut: 'no',
};

export const meta = {id: 'BirthdayCake', durationInFrames: 180, fps: 30, width: 1920, height: 1080};

export default function BirthdayCake(props: Props) {
  const frame = useCurrentFrame();
  const {fps, durationInFrames} = useVideoConfig();
  const landed = (i: number) => spring({frame: frame - i * props.layerDelay * fps, fps, config: {damping: 12}});
  const stacked = props.layerCount * props.layerDelay * fps;
  const lit = (i: number) => frame > stacked + (0.3 + i * props.lightDelay) * fps;
  const blown = props.blowOut === 'yes' && frame > durationInFrames - fps;
  const top = 820 - props.layerCount * 120;
  const topWidth = 780 - (props.layerCount - 1) * 130;
  const words = spring({frame: frame - stacked, fps, config: {damping: 200}});

  return (
    <AbsoluteFill style={{backgroundColor: props.background, color: props.textColor, fontFamily: 'Baloo 2, sans-serif'}}>
      <svg viewBox="0 0 1920 1080">
        <ellipse cx={960} cy={840} rx={560} ry={56} fill={props.plateColor} />
        {Array.from({length: props.layerCount}, (_, i) => {
          const wide = 780 - i * 130;
          const y = 820 - (i + 1) * 120 - (1 - landed(i)) * 700;
          return (
            <g key={i}>
              <rect x={960 - wide / 2} y={y} width={wide} height={120} rx={16} fill={props.cakeColor} />
              <rect x={960 - wide / 2} y={y} width={wide} height={38} rx={16} fill={props.icingColor} />
            </g>
          );
        })}
        {Array.from({length: props.sprinkleCount}, (_, i) => (
          <rect
            key={i}
            x={960 - topWidth / 2 + 20 + random(`x${i}`) * (topWidth - 40)}
            y={top + 6 + random(`y${i}`) * 24}
            width={14}
            height={5}
            fill={`hsl(${random(`h${i}`) * 360} 80% 60%)`}
            opacity={words}
          />
        ))}
        {Array.from({length: props.candleCount}, (_, i) => {
          const x = 960 - topWidth / 2 + ((i + 0.5) * topWidth) / props.candleCount;
          return (
            <g key={i} opacity={words}>
              <rect x={x - 8} y={top - 84} width={16} height={84} fill={props.candleColor} />
              {lit(i) && !blown ? <ellipse cx={x + Math.sin(frame / 4 + i) * 2} cy={top - 108} rx={11} ry={22} fill={props.flameColor} /> : null}
            </g>
          );
        })}
      </svg>
      <AbsoluteFill style={{alignItems: 'center', paddingTop: 70, opacity: words}}>
        <div style={{fontSize: props.textSize, fontWeight: 800}}>{props.message}</div>
        <div style={{position: 'absolute', bottom: 60, fontSize: 42}}>With love from</div>
        <div style={{position: 'absolute', bottom: 12, fontSize: 38}}>{props.from}</div>
      </AbsoluteFill>
    </AbsoluteFill>
  );
}
