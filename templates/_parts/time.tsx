<# useSeconds: seconds of the scene as it was written, from 0 on the first frame to LENGTH, the template's default
   seconds, on the last. useClock: real seconds, for what only drifts or loops. #>
const useSeconds = () => (useCurrentFrame() / (useVideoConfig().durationInFrames - 1)) * LENGTH;

const ramp = (t: number, from: number, to: number, easing = Easing.linear) =>
  interpolate(t, [from, to], [0, 1], {easing, extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});

const useClock = (speed: number) => (useCurrentFrame() / useVideoConfig().fps) * speed;
