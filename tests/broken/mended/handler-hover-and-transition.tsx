import React from 'react';
import {AbsoluteFill, Img, Sequence, interpolate, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'feature-list', durationInFrames: 210, fps: 30, width: 1920, height: 1080};

export const defaultProps = {
  heading: 'Why teams switch',
  logo: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
  features: ['Live previews', 'Shared templates', 'One-click exports'],
};

const FeatureRow = ({text, index}: {text: string; index: number}) => {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const slide = spring({frame, fps, config: {damping: 18}});
  const x = interpolate(slide, [0, 1], [-200, 0], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});

  return (
    <div
      onMouseEnter={(event) => (event.currentTarget.style.opacity = '1')}
      style={{
        transition: 'all 0.3s ease',
        display: 'flex',
        alignItems: 'center',
        gap: 32,
        fontSize: 56,
        color: '#e2e8f0',
        opacity: slide,
        transform: `translateX(${x}px)`,
        marginBottom: 40,
      }}
    >
      <div
        style={{
          width: 72,
          height: 72,
          borderRadius: 20,
          backgroundColor: index % 2 === 0 ? '#38bdf8' : '#a78bfa',
        }}
      />
      {text}
    </div>
  );
};

export default function FeatureList({heading, logo, features}: typeof defaultProps) {
  const frame = useCurrentFrame();
  const opacity = interpolate(frame, [0, 15], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});

  return (
    <AbsoluteFill style={{backgroundColor: '#0f172a', padding: 120}}>
      <div style={{display: 'flex', justifyContent: 'space-between', opacity}}>
        <h2 style={{fontSize: 84, color: 'white', margin: 0}}>{heading}</h2>
        <Img src={logo} style={{width: 120, height: 120}} />
      </div>
      <div style={{marginTop: 96}}>
        {features.map((feature, i) => (
          <Sequence key={feature} from={30 + i * 20} layout="none">
            <FeatureRow text={feature} index={i} />
          </Sequence>
        ))}
      </div>
    </AbsoluteFill>
  );
}
