import React from 'react';
import {AbsoluteFill, Series, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const defaultProps = {words: ['Ready', 'Steady', 'Go'], ink: '#1d1d1f', paper: '#ffd60a'};

type Props = typeof defaultProps;

export const meta = {
  id: 'relay',
  durationInFrames: 105,
  fps: 30,
  width: 640,
  height: 360,
};

const Word: React.FC<{text: string; ink: string}> = ({text, ink}) => {
  const pop = spring({frame: useCurrentFrame(), fps: useVideoConfig().fps, durationInFrames: 20, config: {damping: 12}});
  return <div style={{fontSize: 90, color: ink, transform: `scale(${pop})`}}>{text.toUpperCase()}</div>;
};

const Relay = ({words, ink, paper}: Props) => (
  <AbsoluteFill style={{background: paper}}>
    <Series>
      {words.map((text) => (
        <Series.Sequence key={text} durationInFrames={35} style={{alignItems: 'center', justifyContent: 'center'}}>
          <Word text={text} ink={ink} />
        </Series.Sequence>
      ))}
    </Series>
  </AbsoluteFill>
);

export default Relay;
