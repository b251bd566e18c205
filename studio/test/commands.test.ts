import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import sharp from 'sharp';
import {delaysOf, framesOf} from '../src/render/loop';

const STUDIO = fileURLToPath(new URL('..', import.meta.url));
const FIXTURES = join(STUDIO, 'fixtures');

type Outcome = {code: number; stdout: string; stderr: string};

const command = (...words: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const environment = {...process.env, INIT_CWD: FIXTURES};
    execFile('node', [join(STUDIO, 'launch.mjs'), ...words], {env: environment}, (error, ...out) =>
      resolve({code: Number(error?.code ?? 0), stdout: out[0].trim(), stderr: out[1].trim()}),
    );
  });

/** Stands in for the engine's binary: emits two of the fixtures as it would emit its templates. */
const ENGINE = `#!/bin/sh
test "$1 $2" = "templates emit" || exit 1
cp "${FIXTURES}/good.tsx" "${FIXTURES}/blank.tsx" "$3"
echo '{"scenes": [
  {"file": "good.tsx", "template": "good", "case": "1", "format": "landscape", "texts": ["A scene as it should be"]},
  {"file": "blank.tsx", "template": "blank", "case": "1", "format": "landscape", "texts": []}
]}' > "$3/index.json"
`;

let folder = '';
let engine = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstframe-test-'));
  engine = join(folder, 'engine');
  await writeFile(engine, ENGINE, {mode: 0o755});
});

after(() => rm(folder, {recursive: true}));

test('check asks the engine for scenes, lists the findings and exits with 1', async () => {
  const {code, stdout} = await command('check', '--binary', engine, '--out', folder);
  assert.equal(code, 1);
  assert.match(stdout, /^blank\.tsx\n {2}blank .*\n1 finding in 1 of 2 scenes/);
  const findings = JSON.parse(await readFile(join(folder, 'findings.json'), 'utf8'));
  assert.equal(findings.length, 1);
  assert.ok((await sharp(join(folder, 'findings-1.png')).metadata()).width > 1000);
});

test('check of nothing but good scenes exits with 0', async () => {
  const scenes = join(folder, 'good');
  await cp(join(FIXTURES, 'good.tsx'), join(scenes, 'good.tsx'));
  const {code, stdout} = await command('check', '--scenes', scenes, '--out', folder);
  assert.deepEqual({code, stdout}, {code: 0, stdout: '1 scene, nothing found.'});
});

test('preview draws the stills of several scenes and prints the path', async () => {
  const output = join(folder, 'strip.png');
  const {code, stdout} = await command('preview', 'good.tsx', 'tiny.tsx', '-o', output);
  assert.deepEqual({code, stdout}, {code: 0, stdout: output});
  const {width, height} = await sharp(output).metadata();
  assert.ok(width > 1500 && width <= 1568 && height > 1000);
});

test('the contact sheet shows the templates of a format', async () => {
  const output = join(folder, 'contact.png');
  const {code} = await command('contact-sheet', '--binary', engine, '-o', output);
  assert.equal(code, 0);
  assert.equal((await sharp(output).metadata()).width, 16 + 2 * (400 + 16));
});

test('the gallery films each scene and goes on after one that throws', async () => {
  const files = ['throwing.tsx', 'lively.tsx'];
  const {code, stderr} = await command('gallery', ...files, '-o', folder, '--rate', '2');
  assert.equal(code, 1);
  assert.match(stderr, /throwing\.tsx throws at frame 45: there are no items\n/);
  const {width, pageHeight, pages, delay} = await sharp(join(folder, 'lively.webp'), {
    animated: true,
  }).metadata();
  const delays = [500, 500, 500, 500, 500, 500];
  assert.deepEqual(
    {width, pageHeight, pages, delay},
    {width: 384, pageHeight: 216, pages: 6, delay: delays},
  );
  assert.equal((await sharp(join(folder, 'lively.still.webp')).metadata()).width, 384);
  await assert.rejects(readFile(join(folder, 'throwing.webp')));
});

test('a loop takes its frames from all of its scene and lasts as long', () => {
  const meta = {id: 'x', durationInFrames: 150, fps: 30, width: 1920, height: 1080};
  const sum = (delays: number[]): number => delays.reduce((one, other) => one + other);
  assert.deepEqual(framesOf(meta, 2), [0, 15, 30, 45, 60, 75, 90, 105, 120, 135]);
  assert.equal(framesOf({...meta, durationInFrames: 1800}, 12).length, 96);
  assert.deepEqual(framesOf({...meta, durationInFrames: 1}, 12), [0]);
  assert.equal(sum(delaysOf(meta, 59)), 5000);
});

test('every mistake is one sentence and exit code 2', async () => {
  const mistakes: [string[], RegExp][] = [
    [['preview'], /^Name the scenes to look at/],
    [['preview', 'none.tsx'], /none\.tsx cannot be read/],
    [['preview', 'throwing.tsx'], /throwing\.tsx throws at frame 45: there are no items$/],
    [['preview', 'good.tsx', '--frames', '7'], /'7' is no list of moments/],
    [['preview', '--bogus'], /Unknown option '--bogus'/],
    [['check', '--binary', 'none'], /The engine '.*none' is not there/],
    [['check', '--binary', '/bin/false'], /'\/bin\/false templates emit' failed/],
    [['check', '--scenes', 'none'], /none is not there; name a folder of scenes/],
    [['contact-sheet', '--format', 'round'], /'round' is no format/],
    [['gallery', 'good.tsx'], /^Name the scenes to film and a folder/],
    [['gallery', 'good.tsx', '-o', 'out', '--rate', '0'], /'0' is no rate/],
  ];
  for (const [words, message] of mistakes) {
    const {code, stdout, stderr} = await command(...words);
    assert.deepEqual({code, stdout}, {code: 2, stdout: ''}, words.join(' '));
    assert.match(stderr, message);
    assert.equal(stderr.split('\n').length, 1);
  }
});
