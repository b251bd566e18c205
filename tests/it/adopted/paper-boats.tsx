import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'paper-boats', durationInFrames: 120, fps: 24, width: 1080, height: 1920};

export const defaultProps = {
  caption: 'Rain on Sunday',
  names: ['Ada', 'Ben', 'Cleo'],
  waterColor: '#2a9d8f',
  skyColor: '#e9f5f2',
  driftSeconds: 1.5,
};

type Props = typeof defaultProps;

export default function PaperBoats({caption, names, waterColor, skyColor, driftSeconds}: Props) {
  const frame = useCurrentFrame();
  const {fps, width, height} = useVideoConfig();
  const shown = interpolate(frame, [0, fps], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  return (
    <AbsoluteFill style={{backgroundColor: skyColor}}>
      <div style={{position: 'absolute', left: 0, right: 0, bottom: 0, height: height * 0.4, backgroundColor: waterColor}} />
      {names.map((name, i) => (
        <Boat
          key={name}
          name={name}
          x={width * ((i + 1) / (names.length + 1))}
          y={height * 0.6 + Math.sin(frame / fps / driftSeconds + i) * height * 0.02}
        />
      ))}
      <div
        style={{position: 'absolute', top: height * 0.12, width, textAlign: 'center', fontSize: width * 0.09, opacity: shown}}
      >
        {caption}
      </div>
    </AbsoluteFill>
  );
}

const Boat = ({name, x, y}: {name: string; x: number; y: number}) => (
  <div style={{position: 'absolute', left: x, top: y, translate: '-50% -100%', textAlign: 'center'}}>
    <svg width={200} height={110} viewBox="0 0 200 110">
      <path d="M0 50 H200 L160 110 H40 Z M100 0 L150 50 H50 Z" fill="white" />
    </svg>
    <div style={{fontSize: 34}}>{name}</div>
  </div>
);
