<# useSeconds: seconds of the scene as it was written, stretched with its duration; LENGTH, the template's default
   seconds, is a constant of the scene. useClock: real seconds, for what only drifts or loops. #>
const useSeconds = () => {
  const frame = useCurrentFrame();
  const {durationInFrames} = useVideoConfig();
  return (frame / durationInFrames) * LENGTH;
};

const ramp = (t: number, start: number, end: number, easing = Easing.linear) =>
  interpolate(t, [start, end], [0, 1], {
    easing,
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });

const useClock = (speed: number) => (useCurrentFrame() / useVideoConfig().fps) * speed;
