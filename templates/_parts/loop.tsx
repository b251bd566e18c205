<# useLoop: rounds of about so many seconds, as many as fit whole into the scene: after the last frame comes the first. #>
const useLoop = (seconds: number, speed: number) => {
  const {durationInFrames, fps} = useVideoConfig();
  const rounds = Math.max(1, Math.round((durationInFrames / fps / seconds) * speed));
  return (useCurrentFrame() / durationInFrames) * rounds;
};
