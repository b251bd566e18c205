import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import sharp from 'sharp';

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
  ];
  for (const [words, message] of mistakes) {
    const {code, stdout, stderr} = await command(...words);
    assert.deepEqual({code, stdout}, {code: 2, stdout: ''}, words.join(' '));
    assert.match(stderr, message);
    assert.equal(stderr.split('\n').length, 1);
  }
});
