import assert from 'node:assert/strict';
import {test} from 'node:test';
import {difference, readPicture, variety} from '../src/check/picture';
import type {Picture} from '../src/check/picture';
import type {Report} from '../src/film';
import {Camera} from '../src/render/camera';
import {compileScene, readMeta} from '../src/scene/source';
import type {SceneSource} from '../src/scene/source';

const SCALE = 0.5;

/** How many moments of each scene are compared. */
const MOMENTS = 9;

/** The share of points that the browser may draw otherwise from one time to the next. */
const NOISE = 0.00002;

/** Two scenes that show the same, each in its own time. */
export type Pair = {name: string; sources: [SceneSource, SceneSource]};

/** Frames of two scenes that show the same. */
export type Moment = [number, number];

/** What was drawn of a scene, in the order of the moments. */
type Drawn = {pictures: Picture[]; troubles: Report[]};

export const sourceOf = (file: string, code: string): SceneSource => ({
  file,
  code,
  meta: readMeta(file, code),
});

/** The text of a snapshot without its head. */
export const textOf = (snapshot: string): string => snapshot.replace(/^---\n[^]*?\n---\n/, '');

/** The frames of two lengths that are at the same part of them; the first and the last such are among them. */
export const momentsOf = ([one, other]: Pair['sources']): Moment[] => {
  const [from, to] = [one.meta.durationInFrames, other.meta.durationInFrames];
  const frames = Array.from({length: to}, (_, frame) => frame);
  const all = frames.filter((frame) => (frame * from) % to === 0);
  const count = Math.min(MOMENTS, all.length);
  const places = Array.from({length: count}, (_, place) =>
    Math.round((place * (all.length - 1)) / Math.max(1, count - 1)),
  );
  return places.flatMap((place) =>
    all.slice(place, place + 1).map((frame): Moment => [(frame * from) / to, frame]),
  );
};

const draw = async (camera: Camera, source: SceneSource, frames: number[]): Promise<Drawn> => {
  const scenes = [await compileScene(source)];
  const shots = frames.map((frame) => ({scene: 0, frame}));
  const footage = await camera.shoot(
    {scenes, shots, probe: false},
    {frame: source.meta, scale: SCALE},
  );
  return {
    pictures: await Promise.all(footage.pictures.map((png) => readPicture(png, SCALE))),
    troubles: footage.reports.filter(({kind}) => kind === 'threw' || kind === 'stuck'),
  };
};

/** Draws both scenes of each pair, and holds that no moment differs. */
export const testPairs = (pairs: Pair[]): void => {
  for (const {name, sources} of pairs) {
    test(name, async () => {
      const moments = momentsOf(sources);
      const drawn = await Camera.use(async (camera) => [
        await draw(
          camera,
          sources[0],
          moments.map(([first]) => first),
        ),
        await draw(
          camera,
          sources[1],
          moments.map(([, second]) => second),
        ),
      ]);
      assert.deepEqual(
        drawn.flatMap(({troubles}) => troubles),
        [],
      );
      const [ones, others] = drawn.map(({pictures}) => pictures);
      const wrong = moments.flatMap(([first, second], moment) => {
        const [one, other] = [ones?.[moment], others?.[moment]];
        const share = one && other ? difference(one, other) : 1;
        return share > NOISE ? [`${first} → ${second}: ${share}`] : [];
      });
      assert.deepEqual(wrong, []);
      assert.ok(ones?.some((picture) => variety(picture) > 0.01));
      assert.ok(ones?.some((picture) => difference(picture, ones[0] ?? picture) > 0.01));
    });
  }
};
