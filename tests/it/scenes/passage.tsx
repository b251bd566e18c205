import React from 'react';
import {TransitionSeries, linearTiming, springTiming} from '@remotion/transitions';
import {fade} from '@remotion/transitions/fade';
import {slide} from '@remotion/transitions/slide';
import {AbsoluteFill, interpolate, useCurrentFrame} from 'remotion';

const durationInFrames = 15;
const soft = linearTiming({durationInFrames});

export const defaultProps = {
  rooms: ['Cellar', 'Kitchen', 'Attic'],
};

export const meta = {id: 'passage', durationInFrames: 135, fps: 30, width: 640, height: 360};

const Room = ({name, hue}: {name: string; hue: number}) => {
  const frame = useCurrentFrame();
  const left = interpolate(frame, [0, 60], [0, 400], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  return (
    <AbsoluteFill style={{background: `hsl(${hue}, 60%, 40%)`, color: 'white', fontSize: 60}}>
      <div style={{position: 'absolute', left, top: 140}}>{name}</div>
    </AbsoluteFill>
  );
};

export default function Passage({rooms}: {rooms: string[]}) {
  return (
    <TransitionSeries>
      <TransitionSeries.Sequence durationInFrames={60}>
        <Room name={rooms[0]} hue={20} />
      </TransitionSeries.Sequence>
      <TransitionSeries.Transition timing={soft} presentation={fade()} />
      <TransitionSeries.Sequence durationInFrames={durationInFrames + 30}>
        <Room name={rooms[1]} hue={140} />
      </TransitionSeries.Sequence>
      <TransitionSeries.Transition
        timing={springTiming({config: {damping: 200}, durationInFrames: 15})}
        presentation={slide({direction: 'from-right'})}
      />
      <TransitionSeries.Sequence durationInFrames={60}>
        <Room name={rooms[2]} hue={260} />
      </TransitionSeries.Sequence>
    </TransitionSeries>
  );
}
