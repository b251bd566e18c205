import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createInterface} from 'node:readline';
import {changesOf} from '../src/scene/changes';

const STUDIO = fileURLToPath(new URL('..', import.meta.url));

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstframe-test-'));
});

after(() => rm(folder, {recursive: true}));

test('watch draws at every save, tells of mistakes, goes on, and ends when asked', async () => {
  const scene = join(folder, 'scene.tsx');
  const output = join(folder, 'scene.png');
  await cp(join(STUDIO, 'fixtures', 'good.tsx'), scene);
  const good = await readFile(scene, 'utf8');
  const child = spawn('node', [join(STUDIO, 'launch.mjs'), 'watch', scene, '-o', output]);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);

  assert.match(await line(), /^\d\d:\d\d:\d\d {2}.*scene\.png {2}\d+\.\d s$/);
  const first = (await stat(output)).mtimeMs;
  await writeFile(scene, good.replace('export default', 'export defualt'));
  assert.match(await line(), /scene\.tsx:\d+ does not parse: /);
  assert.equal((await stat(output)).mtimeMs, first);
  await writeFile(scene, good);
  assert.match(await line(), /scene\.png/);
  assert.ok((await stat(output)).mtimeMs > first);
  child.kill('SIGINT');
  assert.equal(await ended, 0);
});

test('a folder tells of files that are replaced, time and again', async () => {
  const inner = join(folder, 'templates', 'one');
  const file = join(inner, 'scene.tsx');
  await mkdir(inner, {recursive: true});
  await writeFile(file, '0');
  const end = new AbortController();
  let seen = 0;
  for await (const _ of changesOf(join(folder, 'templates'), end.signal)) {
    seen += 1;
    if (seen === 4) {
      end.abort();
    } else {
      await writeFile(`${file}.new`, String(seen));
      await rename(`${file}.new`, file);
    }
  }
  assert.equal(seen, 4);
});
