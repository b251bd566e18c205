/** A frame as minutes, seconds and hundredths: `0:03.40`. */
export const timecode = (frame: number, fps: number): string => {
  const hundredths = Math.round((frame / fps) * 100);
  const seconds = Math.floor(hundredths / 100);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}.${String(hundredths % 100).padStart(2, '0')}`;
};
