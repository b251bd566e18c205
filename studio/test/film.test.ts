import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {renderFrames, selectComposition} from '@remotion/renderer';
import {check, resolveConfig} from 'prettier';
import {difference, readPicture, variety} from '../src/check/picture';
import type {Color, Picture} from '../src/check/picture';
import {startBrowser} from '../src/render/browser';
import type {Browser} from '../src/render/browser';
import {findBinary} from '../src/scene/emission';

const STUDIO = fileURLToPath(new URL('..', import.meta.url));
const SCALE = 0.1;
const run = promisify(execFile);

type Transition = {kind: string; frames: number};
type Scene = {id: string; name: string; frames: number; fps: number; transition?: Transition};
type Look = {ground: string; bar: string; fps?: number; width?: number; height?: number};

/** A scene on one colour, in which a bar grows from nothing to the whole width. */
const plain = ({ground, bar, fps = 30, width = 1920, height = 1080}: Look): string =>
  `
import {AbsoluteFill, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'plain', durationInFrames: 20, fps: ${fps}, width: ${width}, height: ${height}};

export const defaultProps = {background: '${ground}', bar: '${bar}'};

export default function Plain({background, bar}: typeof defaultProps) {
  const {durationInFrames, width} = useVideoConfig();
  const grown = 0.1 + (0.9 * useCurrentFrame()) / (durationInFrames - 1);
  return (
    <AbsoluteFill style={{backgroundColor: background}}>
      <div style={{width: width * grown, height: '50%', backgroundColor: bar}} />
    </AbsoluteFill>
  );
}
`.trimStart();

let id = 0;
const record = (name: string, frames: number, more: object): Scene & {content: object} => ({
  id: `s${(id += 1)}`,
  name,
  frames,
  fps: 30,
  content: {},
  ...{format: 'landscape', provenance: {maker: 'person', version: '0.1.0'}},
  ...more,
});
const code = (look: Look) => ({content: {code: {code: plain(look), manifest: []}}});
const card = (title: string) => ({
  content: {template: {id: 'title-card', params: {title, duration: 1}}},
});
const by = (kind: string, frames: number) => ({transition: {kind, frames}});

const RED = {ground: '#c00000', bar: '#ffffff'};
const GREEN = {ground: '#008000', bar: '#ffff00'};
const BLUE = {ground: '#0000c0', bar: '#00ffff'};
const GREY = {ground: '#404040', bar: '#ff8000'};
const GREY_TOO = {ground: '#404040', bar: '#ff00ff'};

const merged = [
  record('Card', 30, card('Moss')),
  record('Green again', 20, {...code(GREEN), ...by('clock-wipe', 6)}),
];

/** One scene and more for each transition, two halves of a scene and the whole, two scenes in one, other rates and sizes. */
const SCENES = [
  record('Red', 20, code(RED)),
  record('2 Greens', 20, {...code(GREEN), ...by('fade', 8)}),
  record('Left half', 12, {...code(BLUE), ...by('slide', 6), window: {from: 0, of: 30}}),
  record('Right half', 18, {...code(BLUE), window: {from: 12, of: 30}}),
  record('Whole', 30, code(BLUE)),
  record('Both', 44, {content: {merged: {parts: merged}}, ...by('wipe', 8)}),
  record('映画', 20, {...code(GREY), ...by('clock-wipe', 8)}),
  record('Film', 20, {...code(GREY_TOO), ...by('flip', 8)}),
  record('Say "hi" & go', 20, {...code(GREY), ...by('fade', 8)}),
  record('Quick', 40, {...code({...RED, fps: 60}), fps: 60}),
  record('Tall', 20, {...code({...GREEN, width: 720, height: 1280}), format: 'portrait'}),
  record('Gone', 12, {content: {template: {id: 'no-such-template', params: {}}}}),
  record('Last', 20, {...code(BLUE), ...by('flip', 6)}),
];
/** Parts out of the middle, which are all that there is of a scene, in a film that is shorter than the scene. */
const PARTS = [
  record('Middle', 8, {...code(BLUE), window: {from: 10, of: 30}}),
  record('Both', 15, {content: {merged: {parts: merged}}, window: {from: 20, of: 44}}),
];

/** The first frame of each scene, and of what would follow on the last. */
const START: Record<string, number> = {};
let end = 0;
for (const {name, frames, fps, transition} of SCENES) {
  const start = end - (transition?.frames ?? 0);
  START[name] = start;
  end = start + (frames * 30) / fps;
}
const LENGTH = end;

const startOf = (name: string): number => {
  const start = START[name];
  assert.ok(start !== undefined, name);
  return start;
};

/** A project written down as `firstframe project import` takes it. */
const archive = (name: string, scenes: Scene[]): string => {
  const changes = scenes.map((scene) => ({change: 'add-scene', scene}));
  const inverse = [...scenes].reverse().map((scene) => ({change: 'remove-scene', scene: scene.id}));
  const at = '2026-01-01T00:00:00.000Z';
  const records = [
    {record: 'header', kind: 'firstframe project', version: 2, name, created: at},
    {
      record: 'revision',
      revision: {number: 1, at, author: 'test', deed: 'changed', parent: 0, changes, inverse},
    },
    {record: 'end', revisions: 1, pictures: 0},
  ];
  let last: Buffer = Buffer.alloc(32);
  const lines = records.map((one) => {
    const line = JSON.stringify(one);
    last = createHash('sha256').update(last).update(line).digest();
    return `{"line":${line},"sum":"${last.toString('hex', 0, 8)}"}\n`;
  });
  return lines.join('');
};

let folder = '';
let told = '';
let frames: Picture[] = [];
let parts: Picture[] = [];

const ROOT = `
import {Composition, registerRoot} from 'remotion';
import Film, {meta} from './film/Film';
import Parts, {meta as partsMeta} from './parts/Film';

registerRoot(() => (
  <>
    <Composition component={Film} {...meta} />
    <Composition component={Parts} {...partsMeta} />
  </>
));
`;

/** All frames of a composition, at the length that it has in Remotion. */
const shoot = async (
  id: string,
  serveUrl: string,
  puppeteerInstance: Browser,
): Promise<Picture[]> => {
  const shared = {serveUrl, puppeteerInstance, inputProps: {}, logLevel: 'error'} as const;
  const pictures: Buffer[] = [];
  await renderFrames({
    ...shared,
    composition: await selectComposition({...shared, id}),
    imageFormat: 'png',
    outputDir: null,
    scale: SCALE,
    concurrency: 2,
    muted: true,
    onStart: () => undefined,
    onFrameUpdate: () => undefined,
    onFrameBuffer: (picture, frame) => {
      pictures[frame] = picture;
    },
  });
  return Promise.all(pictures.map((picture) => readPicture(picture, SCALE)));
};

/** Bundles and renders both films as everyone does. */
const film = async (): Promise<void> => {
  const {bundle} = await import('@remotion/bundler');
  await writeFile(join(folder, 'index.tsx'), ROOT);
  const serveUrl = await bundle({
    entryPoint: join(folder, 'index.tsx'),
    rootDir: folder,
    outDir: join(folder, 'bundle'),
    rspack: true,
  });
  const browser = await startBrowser();
  try {
    frames = await shoot('moss', serveUrl, browser);
    parts = await shoot('parts', serveUrl, browser);
  } finally {
    await browser.close({silent: true});
  }
};

/** Has the engine write the code of some scenes, and returns what it warned of. */
const write = async (name: string, scenes: Scene[], into: string): Promise<string> => {
  const file = join(folder, `${name}.jsonl`);
  await writeFile(file, archive(name, scenes));
  const firstframe = (...words: string[]) =>
    run(findBinary(undefined), ['--data', join(folder, 'data'), 'project', ...words]);
  await firstframe('import', file);
  told += (await firstframe('show', name)).stdout;
  return (await firstframe('code', name, '-o', join(folder, into))).stderr;
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstframe-film-'));
  await symlink(join(STUDIO, 'node_modules'), join(folder, 'node_modules'));
  assert.match(await write('moss', SCENES, 'film'), /scene `Gone` cannot be shown/);
  assert.equal(await write('parts', PARTS, 'parts'), '');
  await film();
});

after(() => rm(folder, {recursive: true, force: true}));

const frame = (at: number): Picture => {
  const found = frames[at];
  assert.ok(found, `frame ${at} is missing`);
  return found;
};

const pixel = ({data, width}: Picture, x: number, y: number): Color => {
  const at = (y * width + x) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
};

/** The colour of the lower half, where no bar is, so many parts of the way from the left. */
const groundAt = (at: number, part = 0.5): Color => {
  const picture = frame(at);
  return pixel(picture, Math.floor(part * (picture.width - 1)), picture.height - 4);
};

const rgb = (hex: string): Color =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Color;
const isNear = (one: Color, other: Color, by = 3) =>
  one.every((value, channel) => Math.abs(value - (other[channel] ?? 0)) <= by);

test('the code is laid out as people would lay it out, and right under strict settings', async () => {
  const options = (await resolveConfig(join(STUDIO, 'package.json'))) ?? {};
  const scenes = [
    'Red',
    'Scene2Greens',
    'LeftHalf',
    'Card',
    'Scene',
    'Film2',
    'SayHiGo',
    'Quick',
    'Tall',
    'Last',
  ];
  for (const file of ['Film.tsx', ...scenes.map((name) => `scenes/${name}.tsx`)]) {
    assert.ok(existsSync(join(folder, 'film', file)), `${file} is missing`);
  }
  for (const name of ['film', 'parts']) {
    const main = await readFile(join(folder, name, 'Film.tsx'), 'utf8');
    assert.ok(await check(main, {...options, parser: 'typescript'}), main);
  }
  const config = {
    extends: join(STUDIO, 'tsconfig.scenes.json'),
    include: ['film/**/*.tsx', 'parts/**/*.tsx'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await run(join(STUDIO, 'node_modules/.bin/tsc'), ['--project', folder, '--pretty', 'false'], {
    cwd: folder,
  });
});

test('the film is as long as it is said to be, and its last frame is that of its last scene', () => {
  assert.deepEqual([frames.length, parts.length], [LENGTH, 23]);
  assert.match(told, new RegExp(`13 scenes, ${Math.round((LENGTH / 30) * 100) / 100} s`));
  assert.ok(isNear(groundAt(LENGTH - 1), rgb(BLUE.ground)));
  assert.ok(isNear(pixel(frame(LENGTH - 1), frame(0).width - 1, 2), rgb(BLUE.bar)));
});

test('halves of a scene show what the whole shows', () => {
  const [left, whole] = [startOf('Left half'), startOf('Whole')];
  for (let at = 6; at < 22; at += 1) {
    assert.equal(difference(frame(left + at), frame(whole + at)), 0, `frame ${at}`);
  }
});

test('a part shows what the whole shows then, however short the film is', () => {
  const whole = [startOf('Whole') + 10, startOf('Both') + 20].flatMap((from, place) =>
    Array.from({length: place === 0 ? 8 : 15}, (_, at) => frame(from + at)),
  );
  parts.forEach((part, at) =>
    assert.ok(difference(part, whole[at] as Picture) < 0.001, `frame ${at}`),
  );
});

test('in the middle of a transition both scenes are seen', () => {
  const mean = rgb(RED.ground).map((value, at) => (value + (rgb(GREEN.ground)[at] ?? 0)) / 2);
  assert.ok(isNear(groundAt(startOf('2 Greens') + 4), mean as Color));
  const across = (at: number) => Array.from({length: 41}, (_, part) => groundAt(at, part / 40));
  const shows = (at: number, {ground}: Look) =>
    across(at).some((color) => isNear(color, rgb(ground)));
  const slide = startOf('Left half') + 3;
  assert.ok(shows(slide, GREEN) && shows(slide, BLUE), 'slide');
  const wipe = startOf('Both') + 4;
  assert.ok(
    shows(wipe, BLUE) && !across(wipe).every((color) => isNear(color, rgb(BLUE.ground))),
    'wipe',
  );
  const clock = startOf('映画') + 4;
  assert.ok(shows(clock, GREEN) && shows(clock, GREY), 'clock-wipe');
  const flip = startOf('Film');
  const bars = (at: number) => pixel(frame(at), frame(0).width / 2, 20);
  assert.ok(
    isNear(bars(flip + 2), rgb(GREY.bar)) && isNear(bars(flip + 10), rgb(GREY_TOO.bar)),
    'flip',
  );
});

test('scenes on one colour fade and flip over it: nothing flashes', () => {
  for (let at = startOf('映画') + 8; at < startOf('Quick'); at += 1) {
    for (const part of [0, 0.5, 1]) {
      assert.ok(isNear(groundAt(at, part), rgb(GREY.ground), 2), `${at}: ${groundAt(at, part)}`);
    }
  }
});

test('no frame is blank, except where a flip is seen from its edge', () => {
  const edges = [startOf('Film') + 4, startOf('Last') + 3];
  const blank = frames.flatMap((picture, at) => (variety(picture) < 0.01 ? [at] : []));
  assert.deepEqual(
    blank.filter((at) => !edges.includes(at)),
    [],
  );
});

test('a scene of another rate plays all of itself, and one of another size keeps its shape', () => {
  const {width, height} = frame(0);
  const quick = startOf('Quick');
  const grown = (at: number, part: number) =>
    isNear(pixel(frame(at), Math.floor(width * part), 2), rgb(RED.bar));
  assert.ok(grown(quick + 10, 0.5) && !grown(quick + 10, 0.7));
  assert.ok(grown(quick + 19, 0.95));
  const tall = frame(startOf('Tall') + 19);
  const [middle, left] = [pixel(tall, width / 2, 4), pixel(tall, 2, 4)];
  assert.ok(isNear(middle, rgb(GREEN.bar)) && isNear(left, rgb(GREEN.ground)), `${middle} ${left}`);
  assert.ok(isNear(pixel(tall, 2, height - 4), rgb(GREEN.ground)));
});
