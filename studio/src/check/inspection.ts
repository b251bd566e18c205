import {availableParallelism} from 'node:os';
import type {Progress} from '../progress';
import {Camera} from '../render/camera';
import type {EmittedScene} from '../scene/emission';
import type {Moments} from '../scene/moments';
import type {Finding} from './finding';
import {judgeFormatting} from './formatting';
import {judgeReel, partIntoReels} from './reel';
import {judgeTypes} from './typing';

/** A browser draws on one core; more of them than this only wait for one another. */
const MOST_CAMERAS = 4;

/** Films the reels with a camera for each core, which take the next reel as they become free. */
const filmAll = async (
  scenes: EmittedScene[],
  moments: Moments,
  progress: Progress,
): Promise<Finding[]> => {
  const reels = partIntoReels(scenes);
  const all = scenes.length * moments.length;
  let done = 0;
  const findings: Finding[] = [];
  const film = (): Promise<void> =>
    Camera.use(async (camera) => {
      for (let reel = reels.shift(); reel !== undefined; reel = reels.shift()) {
        const onShot = (): void => progress('filming', (done += 1), all);
        findings.push(...(await judgeReel(camera, reel, moments, onShot)));
      }
    });
  const cameras = Math.min(MOST_CAMERAS, availableParallelism(), reels.length);
  await Promise.all(Array.from({length: cameras}, film));
  return findings;
};

/** Finds everything that is wrong with some scenes: in their source, and in what they look like. */
export const inspect = async (
  scenes: EmittedScene[],
  moments: Moments,
  progress: Progress,
): Promise<Finding[]> => {
  progress('formatting', 0, 1);
  const formatting = await judgeFormatting(scenes);
  progress('type-checking', 0, 1);
  const types = await judgeTypes(scenes);
  return [...formatting, ...types, ...(await filmAll(scenes, moments, progress))];
};
