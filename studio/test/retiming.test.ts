import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {difference, readPicture, variety} from '../src/check/picture';
import type {Picture} from '../src/check/picture';
import type {Report, Shot} from '../src/film';
import {Camera} from '../src/render/camera';
import {compileScene, readMeta} from '../src/scene/source';
import type {SceneSource} from '../src/scene/source';

const TESTS = fileURLToPath(new URL('../../tests/it', import.meta.url));
const SCALE = 0.5;

/** How many moments of each scene are compared. */
const MOMENTS = 9;

/** A scene, and the same in another time as the engine's own tests keep it. */
type Pair = {name: string; sources: [SceneSource, SceneSource]; moments: [number, number][]};

/** The frames of a scene and of the retimed one that show the same; the first and the last such are among them. */
const momentsOf = (from: number, to: number): [number, number][] => {
  const frames = Array.from({length: to}, (_, frame) => frame);
  const all = frames.filter((frame) => (frame * from) % to === 0);
  const count = Math.min(MOMENTS, all.length);
  const places = Array.from({length: count}, (_, place) =>
    Math.round((place * (all.length - 1)) / Math.max(1, count - 1)),
  );
  return places.flatMap((place) =>
    all.slice(place, place + 1).map((frame): [number, number] => [(frame * from) / to, frame]),
  );
};

const readPair = async (name: string): Promise<Pair> => {
  const code = await readFile(join(TESTS, 'scenes', `${name}.tsx`), 'utf8');
  const snapshot = await readFile(join(TESTS, 'snapshots', `retimed-${name}.snap`), 'utf8');
  const retimed = snapshot.replace(/^---\n[^]*?\n---\n/, '');
  const sourceOf = (file: string, text: string): SceneSource => ({
    file,
    code: text,
    meta: readMeta(file, text),
  });
  const sources: [SceneSource, SceneSource] = [
    sourceOf(`${name}.tsx`, code),
    sourceOf(`${name}-retimed.tsx`, retimed),
  ];
  const [from, to] = sources;
  return {name, sources, moments: momentsOf(from.meta.durationInFrames, to.meta.durationInFrames)};
};

const films = async (name: string): Promise<boolean> =>
  (await readFile(join(TESTS, 'scenes', name), 'utf8')).includes('export const meta');

const names: string[] = [];
for (const file of await readdir(join(TESTS, 'scenes'))) {
  if (await films(file)) {
    names.push(file.replace('.tsx', ''));
  }
}

const pairs = await Promise.all(names.map(readPair));
const shots: Shot[] = pairs.flatMap(({moments}, pair) =>
  moments.flatMap(([first, second]) => [
    {scene: pair * 2, frame: first},
    {scene: pair * 2 + 1, frame: second},
  ]),
);
let pictures: Picture[] = [];
let troubles: Report[] = [];

before(async () => {
  const scenes = await Promise.all(pairs.flatMap(({sources}) => sources.map(compileScene)));
  const frame = pairs[0]?.sources[0].meta ?? {width: 0, height: 0, fps: 0};
  const footage = await Camera.use((camera) =>
    camera.shoot({scenes, shots, probe: false}, {frame, scale: SCALE}),
  );
  troubles = footage.reports.filter(({kind}) => kind === 'threw' || kind === 'stuck');
  pictures = await Promise.all(footage.pictures.map((png) => readPicture(png, SCALE)));
});

test('there are scenes of many kinds, and all of them can be drawn', () => {
  assert.ok(pairs.length >= 8);
  assert.deepEqual(troubles, []);
});

pairs.forEach(({name, moments}, pair) => {
  test(`${name} shows the same in another time`, () => {
    const start = shots.findIndex(({scene}) => scene === pair * 2);
    const wrong = moments.flatMap(([first, second], moment) => {
      const [one, other] = pictures.slice(start + moment * 2, start + moment * 2 + 2);
      const share = one && other ? difference(one, other) : 1;
      return share > 0 ? [`${first} → ${second}: ${share}`] : [];
    });
    assert.deepEqual(wrong, []);
    const shown = pictures.slice(start, start + moments.length * 2);
    assert.ok(shown.some((picture) => variety(picture) > 0.01));
    assert.ok(shown.slice(2).some((picture) => difference(picture, shown[0] ?? picture) > 0.01));
  });
});
