import assert from 'node:assert/strict';
import {test} from 'node:test';
import {shareOutside} from '../src/check/fault';
import {listFindings} from '../src/check/finding';
import {overlapsIn} from '../src/check/overlap';
import {fold, placesOf} from '../src/check/wording';
import type {Box, SeenText} from '../src/film';

const seen = (text: string, box: Partial<Box> = {}, more: Partial<SeenText> = {}): SeenText => ({
  text,
  boxes: [{x: 0, y: 0, width: 100, height: 40, ...box}],
  opacity: 1,
  size: 40,
  color: [255, 255, 255],
  covered: 0,
  coveredBy: null,
  cut: 0,
  tailsCut: 0,
  decoration: false,
  ...more,
});

test('wordings are compared without case and white space', () => {
  assert.equal(fold(' Grüße\u00ad AN\nalle '), 'grüßeanalle');
});

test('a wording is found across the texts that it is made of', () => {
  const texts = ['Numbers', 'of', 'the', 'year'].map((word) => seen(word));
  assert.deepEqual(placesOf('of the', texts), [[texts[1], texts[2]]]);
  assert.deepEqual(placesOf('of year', texts), []);
});

test('a wording that stands twice has two places', () => {
  const texts = [seen('go'), seen('go')];
  assert.deepEqual(placesOf('go', texts), [[texts[0]], [texts[1]]]);
});

test('an empty wording has no place', () => {
  assert.deepEqual(placesOf(' ', [seen('go')]), []);
});

test('the share outside of the frame is that of the area', () => {
  const frame = {width: 200, height: 100, fps: 30};
  assert.equal(shareOutside([{x: 150, y: 0, width: 100, height: 40}], frame), 0.5);
  assert.equal(shareOutside([{x: 300, y: 0, width: 100, height: 40}], frame), 1);
  assert.equal(shareOutside([], frame), 0);
});

test('texts overlap when their letters do, and not when they only touch', () => {
  const title = seen('Title');
  assert.equal(overlapsIn([title, seen('Other', {x: 20, y: 5})]).length, 1);
  assert.equal(overlapsIn([title, seen('Other', {y: 39})]).length, 0);
});

test('copies, decoration and faint texts overlap nothing', () => {
  const title = seen('Title');
  assert.deepEqual(overlapsIn([title, seen('TITLE')]), []);
  assert.deepEqual(overlapsIn([title, seen('Other', {}, {decoration: true})]), []);
  assert.deepEqual(overlapsIn([title, seen('Other', {}, {opacity: 0.2})]), []);
});

test('findings are listed under their scenes', () => {
  const list = listFindings([
    {file: 'b.tsx', kind: 'blank', message: 'shows nothing'},
    {file: 'a.tsx', kind: 'cut', message: 'is cut'},
    {file: 'b.tsx', kind: 'still', message: 'stands'},
  ]);
  assert.equal(
    list,
    'a.tsx\n  cut         is cut\nb.tsx\n  blank       shows nothing\n  still       stands',
  );
});
