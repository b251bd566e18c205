import React from 'react';
import { AbsoluteFill, Sequence, interpolate, spring, useCurrentFrame, useVideoConfig } from 'remotion';

export const meta = { id: 'coffee-votes', durationInFrames: 300, fps: 60, width: 1920, height: 1080 };

interface CoffeeProps {
  heading: string;
  roasts: { name: string; votes: number }[];
  beanColor: string;
  paper: string;
  fontFamily: string;
  unit: string;
}

export const defaultProps: CoffeeProps = {
  heading: "Which roast won?",
  roasts: [
    { name: 'Kenya', votes: 42 },
    { name: 'Sumatra', votes: 31 },
    { name: 'House blend', votes: 27 },
  ],
  beanColor: 'saddlebrown',
  paper: 'rgba(244, 236, 224, 0.9)',
  fontFamily: 'Georgia, serif',
  unit: 'votes',
};

const Bar: React.FC<{ label: string; share: number; color: string; text: string }> = ({ label, share, color, text }) => {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  const grown = spring({ frame, fps, config: { damping: 18 } });
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 24, marginBottom: 28 }}>
      <div style={{ width: 320, textAlign: 'right', fontSize: 44 }}>{label}</div>
      <div style={{ width: 1000 * share * grown, height: 72, background: color, borderRadius: 12 }} />
      <div style={{ fontSize: 40 }}>{text}</div>
    </div>
  );
};

const CoffeeVotes: React.FC<CoffeeProps> = (props) => {
  const frame = useCurrentFrame();
  const { durationInFrames } = useVideoConfig();
  const most = Math.max(...props.roasts.map((roast) => roast.votes), 1);
  const out = interpolate(frame, [durationInFrames - 30, durationInFrames - 1], [1, 0], {
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  return (
    <AbsoluteFill style={{ background: '#2b1d14' }}>
      <AbsoluteFill
        style={{ background: props.paper, fontFamily: props.fontFamily, padding: 120, opacity: out, color: '#2b1d14' }}
      >
        <h1 style={{ fontSize: 96, margin: '0 0 60px' }}>{props.heading}</h1>
        {props.roasts.map((roast, index) => (
          <Sequence key={roast.name} from={30 + index * 24} layout="none">
            <Bar
              label={roast.name}
              share={roast.votes / most}
              color={props.beanColor}
              text={`${roast.votes} ${props.unit}`}
            />
          </Sequence>
        ))}
      </AbsoluteFill>
    </AbsoluteFill>
  );
};

export default CoffeeVotes;
