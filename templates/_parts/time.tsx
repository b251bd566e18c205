<# useSeconds: seconds of the scene as it was written, from 0 on the first frame to LENGTH, the template's default
   seconds, on the last. useClock: real seconds, for what only drifts or loops. #>
const useSeconds = () => (useCurrentFrame() / (useVideoConfig().durationInFrames - 1)) * LENGTH;
const useClock = (speed: number) => (useCurrentFrame() / useVideoConfig().fps) * speed;

/** How far a time is on the way from one time to another, from 0 to 1. */
const ramp = (t: number, from: number, to: number, ease = Easing.linear) =>
  ease(Math.min(1, Math.max(0, (t - from) / (to - from))));
