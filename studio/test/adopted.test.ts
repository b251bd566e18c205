import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {sourceOf, testPairs, textOf} from './pairs';
import type {Pair} from './pairs';

const TESTS = fileURLToPath(new URL('../../tests/it', import.meta.url));

/** A scene and what a template that was made of it gives, as the engine's own tests keep it. */
const readPair = async (name: string, adopted: string, what: string): Promise<Pair> => {
  const code = await readFile(join(TESTS, 'adopted', `${name}.tsx`), 'utf8');
  const snapshot = await readFile(
    join(TESTS, 'snapshots', `it__adopt__adopted-${adopted}.snap`),
    'utf8',
  );
  return {
    name: `${name} ${what}`,
    sources: [sourceOf(`${name}.tsx`, code), sourceOf(`${adopted}.tsx`, textOf(snapshot))],
  };
};

const files = await readdir(join(TESTS, 'adopted'));
const names = files.filter((file) => file.endsWith('.tsx')).map((file) => file.replace('.tsx', ''));

testPairs(
  await Promise.all(
    names.flatMap((name) => [
      readPair(name, name, 'shows the same as a template'),
      readPair(name, `${name}-slower`, 'shows the same as a template in another time'),
    ]),
  ),
);
