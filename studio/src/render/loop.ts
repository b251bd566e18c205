import sharp from 'sharp';
import {Complaint} from '../command-line';
import type {Report} from '../film';
import {compileScene} from '../scene/source';
import type {Meta, SceneSource} from '../scene/source';
import type {Camera} from './camera';

/** A moving picture of a scene as WebP, and one still of it for people who want nothing to move. */
export type Loop = {
  moving: Buffer;
  still: Buffer;
};

/** How a loop is taken: its width in pixels, and pictures a second. */
export type Gauge = {
  width: number;
  rate: number;
};

/** A long scene gets fewer pictures a second rather than a file that nobody waits for. */
const MOST_PICTURES = 96;
/** Below this, dark grounds that run into one another show steps. */
const QUALITY = 75;
/** Where the still is taken: late enough for everything to have come, and before it goes. */
const STILL_AT = 0.6;

/** The frames that stand for a scene, evenly over all of its time. */
export const framesOf = ({durationInFrames, fps}: Meta, rate: number): number[] => {
  const wanted = Math.ceil((durationInFrames / fps) * rate);
  const count = Math.max(1, Math.min(MOST_PICTURES, durationInFrames, wanted));
  return Array.from({length: count}, (_, place) => Math.floor((place * durationInFrames) / count));
};

/** How long each picture stays, in milliseconds, so that the loop lasts as long as its scene. */
export const delaysOf = ({durationInFrames, fps}: Meta, count: number): number[] => {
  const until = (place: number): number =>
    Math.round((place * durationInFrames * 1000) / (fps * count));
  return Array.from({length: count}, (_, place) => until(place + 1) - until(place));
};

const complain = (file: string, frames: number[], reports: Report[]): void => {
  for (const report of reports) {
    if (report.kind === 'threw') {
      throw new Complaint(`${file} throws at frame ${frames[report.shot]}: ${report.message}`);
    }
    if (report.kind === 'stuck') {
      throw new Complaint(`${file} never finishes waiting for: ${report.message}`);
    }
  }
};

/** Films one scene from beginning to end; refuses when it throws or never lets the render go. */
export const filmLoop = async (
  camera: Camera,
  source: SceneSource,
  {width, rate}: Gauge,
): Promise<Loop> => {
  const frames = framesOf(source.meta, rate);
  const film = {
    scenes: [await compileScene(source)],
    shots: frames.map((frame) => ({scene: 0, frame})),
    probe: false,
  };
  const scale = width / source.meta.width;
  const {pictures, reports} = await camera.shoot(film, {frame: source.meta, scale});
  complain(source.file, frames, reports);
  const still = pictures[Math.floor(STILL_AT * pictures.length)] as Buffer;
  const delay = delaysOf(source.meta, pictures.length);
  return {
    moving: await sharp(pictures, {join: {animated: true}})
      .webp({delay, loop: 0, quality: QUALITY})
      .toBuffer(),
    still: await sharp(still).webp({quality: QUALITY}).toBuffer(),
  };
};
