import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {difference, readPicture, variety} from '../src/check/picture';
import type {Picture} from '../src/check/picture';
import type {Report, Shot} from '../src/film';
import {Camera} from '../src/render/camera';
import {compileScene} from '../src/scene/source';
import {momentsOf, sourceOf, textOf} from './pairs';
import type {Moment, Pair} from './pairs';

const TESTS = fileURLToPath(new URL('../../tests/it', import.meta.url));
const SCALE = 0.5;

/** A scene, and the same in another time as the engine's own tests keep it, with the moments that are compared. */
type Retimed = Pair & {moments: Moment[]};

const readPair = async (name: string): Promise<Retimed> => {
  const code = await readFile(join(TESTS, 'scenes', `${name}.tsx`), 'utf8');
  const snapshot = await readFile(join(TESTS, 'snapshots', `retimed-${name}.snap`), 'utf8');
  const sources: Pair['sources'] = [
    sourceOf(`${name}.tsx`, code),
    sourceOf(`${name}-retimed.tsx`, textOf(snapshot)),
  ];
  return {name, sources, moments: momentsOf(sources)};
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
