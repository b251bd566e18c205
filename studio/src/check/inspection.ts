import {Camera} from '../render/camera';
import type {EmittedScene} from '../scene/emission';
import type {Moments} from '../scene/moments';
import type {Finding} from './finding';
import {judgeFormatting} from './formatting';
import {judgeReel, partIntoReels} from './reel';
import {judgeTypes} from './typing';

/** Told what is being done and how far it is. */
export type Progress = (stage: string, done: number, all: number) => void;

const filmAll = (
  scenes: EmittedScene[],
  moments: Moments,
  progress: Progress,
): Promise<Finding[]> =>
  Camera.use(async (camera) => {
    const findings: Finding[] = [];
    const all = scenes.length * moments.length;
    let done = 0;
    for (const reel of partIntoReels(scenes)) {
      findings.push(
        ...(await judgeReel(camera, reel, moments, () => progress('filming', (done += 1), all))),
      );
    }
    return findings;
  });

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
