import {Complaint} from '../command-line';

/** Parts of a scene's duration, 0 to 1, at which it is looked at. */
export type Moments = number[];

/** Reads '0.1,0.5,0.75'. */
export const readMoments = (text: string): Moments => {
  const moments = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (moments.some((moment) => !(moment >= 0 && moment <= 1))) {
    throw new Complaint(
      `'${text}' is no list of moments; give parts of the duration as 0.1,0.5,0.75.`,
    );
  }
  return moments;
};

/** The frame at a moment, never past the last one. */
export const frameAt = (moment: number, durationInFrames: number): number =>
  Math.min(durationInFrames - 1, Math.round(moment * durationInFrames));
