import React from 'react';
import {AbsoluteFill, Easing, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'event-countdown', durationInFrames: 180, fps: 30, width: 1080, height: 1920};

const defaultProps = {event: 'Summer Festival', from: 5, accent: '#f97316'};

type Props = typeof defaultProps;

const Tick: React.FC<{angle: number; active: boolean}> = ({angle, active}) => (
  <div
    style={{
      position: 'absolute',
      left: '50%',
      top: '50%',
      width: 8,
      height: 48,
      marginLeft: -4,
      backgroundColor: active ? '#ffffff' : 'rgba(255, 255, 255, 0.2)',
      transform: `rotate(${angle}deg) translateY(-380px)`,
    }}
  />
);

const EventCountdown: React.FC<Props> = ({event, from, accent}) => {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const second = Math.floor(frame / fps);
  const within = frame % fps;
  const remaining = Math.max(0, from - second);
  const pulse = interpolate(within, [0, 8, fps - 1], [1.2, 1, 0.96], {
    easing: Easing.out(Easing.quad),
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

  return (
    <AbsoluteFill style={{background: `radial-gradient(circle, ${accent}, #7c2d12)`}}>
      {Array.from({length: 60}, (_, i) => (
        <Tick key={i} angle={i * 6} active={i < (within / fps) * 60} />
      ))}
      <AbsoluteFill style={{justifyContent: 'center', alignItems: 'center'}}>
        <div style={{fontSize: 420, fontWeight: 900, color: 'white', transform: `scale(${pulse})`}}>{remaining}</div>
        <div style={{fontSize: 72, color: 'white', letterSpacing: 6}}>{event}</div>
      </AbsoluteFill>
    </AbsoluteFill>
  );
};

export default EventCountdown;
