import assert from 'node:assert/strict';
import {test} from 'node:test';
import sharp from 'sharp';
import {colorsIn, difference, readPicture, variety} from '../src/check/picture';
import type {Picture} from '../src/check/picture';

const paint = async (square: string | null): Promise<Picture> => {
  const ground = sharp({create: {width: 100, height: 50, channels: 4, background: '#102030'}});
  const mark = {create: {width: 10, height: 10, channels: 4, background: square ?? ''}} as const;
  const painted = square === null ? ground : ground.composite([{input: mark, left: 20, top: 20}]);
  return readPicture(await painted.png().toBuffer(), 0.5);
};

test('an even picture has no variety, and one with a mark has as much as the mark is large', async () => {
  assert.equal(variety(await paint(null)), 0);
  assert.equal(variety(await paint('#ffffff')), 100 / 5000);
});

test('pictures differ where their pixels do', async () => {
  const [plain, marked] = [await paint(null), await paint('#ffffff')];
  assert.equal(difference(plain, plain), 0);
  assert.equal(difference(plain, marked), 100 / 5000);
});

test('the colours of a box are read at the scale of the still', async () => {
  const marked = await paint('#ffffff');
  const inside = colorsIn(marked, {x: 40, y: 40, width: 20, height: 20});
  assert.equal(inside.length, 100);
  assert.ok(inside.every((color) => color.join() === '255,255,255'));
});

test('a box outside of the picture has no colours', async () => {
  assert.deepEqual(colorsIn(await paint(null), {x: 500, y: 0, width: 20, height: 20}), []);
});
