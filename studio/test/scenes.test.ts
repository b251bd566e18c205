import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Complaint} from '../src/command-line';
import {findBrowser} from '../src/render/browser';
import {contactFile, firstExamples, layContacts} from '../src/scene/contact';
import type {EmittedScene} from '../src/scene/emission';
import {frameAt, readMoments} from '../src/scene/moments';
import {compileScene, readMeta} from '../src/scene/source';
import {layStrips} from '../src/scene/strip';

const META = {id: 'a', durationInFrames: 100, fps: 25, width: 1920, height: 1080};

const emitted = (template: string, format: string, file: string): EmittedScene => ({
  file,
  code: '',
  meta: META,
  entry: {file, template, case: 'first', format, texts: []},
});

test('meta is read without running the scene', () => {
  const code = `throw 1;\nexport const meta = {\n  id: 'a',\n  durationInFrames: 100,\n  fps: 25,\n  width: 1920,\n  height: 1080,\n};`;
  assert.deepEqual({...readMeta('a.tsx', code)}, META);
});

test('a scene without a whole meta is refused', () => {
  assert.throws(() => readMeta('a.tsx', 'export default 1;'), Complaint);
  assert.throws(() => readMeta('a.tsx', "export const meta = {id: 'a'};"), /exports no meta/);
});

test('what does not parse is refused with its line', async () => {
  const scene = {file: 'a.tsx', code: 'const a = 1;\nconst = 2;', meta: META};
  await assert.rejects(compileScene(scene), /^Error: a\.tsx:2 does not parse/);
});

test('moments are parts of the duration', () => {
  assert.deepEqual(readMoments('0.1, 0.5,1'), [0.1, 0.5, 1]);
  for (const wrong of ['', '1.5', '-0.1', 'half', '0.1,,0.2']) {
    assert.throws(() => readMoments(wrong), Complaint);
  }
});

test('no moment lies past the last frame', () => {
  assert.equal(frameAt(0, 100), 0);
  assert.equal(frameAt(0.5, 100), 50);
  assert.equal(frameAt(1, 100), 99);
});

test('a strip sets five landscape stills in two lines and labels them', () => {
  const sheet = layStrips([{file: '/x/a.tsx', meta: META, frames: [10, 25, 50, 75, 95]}]);
  assert.equal(new Set(sheet.tiles.map(({y}) => y)).size, 2);
  assert.equal(sheet.tiles[0]?.label, 'a.tsx · 0.40 s');
  assert.equal(sheet.tiles[4]?.label, '3.80 s');
  assert.ok(sheet.tiles.every(({x, width}) => x + width <= sheet.width));
});

test('a contact sheet shows the first example of each template', () => {
  const scenes = [
    emitted('a', 'landscape', '1.tsx'),
    emitted('a', 'landscape', '2.tsx'),
    emitted('a', 'square', '3.tsx'),
    emitted('b', 'landscape', '4.tsx'),
  ];
  const files = (format: string) => firstExamples(scenes, format).map(({file}) => file);
  assert.deepEqual(files('landscape'), ['1.tsx', '4.tsx']);
  assert.deepEqual(files('all'), ['1.tsx', '3.tsx', '4.tsx']);
});

test('the groups of a contact sheet stand below each other', () => {
  const sheet = layContacts([
    {size: META, labels: ['a', 'b']},
    {size: {width: 1080, height: 1920}, labels: ['c']},
  ]);
  const [first, , last] = sheet.tiles;
  assert.equal(last?.file, contactFile(1, 0));
  assert.ok(first && last && last.y > first.y + first.height);
  assert.ok(last && sheet.height > last.y + last.height);
});

test('a browser that is not there is one sentence that says what to do', () => {
  assert.throws(() => findBrowser({PATH: ''}), /apt-get install chromium-headless-shell/);
  assert.throws(() => findBrowser({FIRSTFRAME_CHROMIUM: '/none'}), /there is no such file/);
});
