import assert from 'node:assert/strict';
import {test} from 'node:test';
import {contrastRange, inkContrast, luminance} from '../src/check/contrast';
import type {Color} from '../src/check/picture';

const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];

const mix = (ink: Color, ground: Color): Color[] =>
  Array.from({length: 100}, (_, place) => (place < 30 ? ink : ground));

test('luminance goes from 0 to 1', () => {
  assert.equal(luminance(BLACK), 0);
  assert.ok(Math.abs(luminance(WHITE) - 1) < 1e-9);
});

test('white on black has the greatest contrast there is', () => {
  assert.ok(Math.abs(contrastRange(mix(WHITE, BLACK)) - 21) < 0.01);
  assert.ok(Math.abs(inkContrast(mix(WHITE, BLACK), WHITE, 1) - 21) < 0.01);
});

test('a text in the colour of its ground has no contrast', () => {
  assert.equal(inkContrast(mix([13, 15, 20], [11, 13, 18]), [13, 15, 20], 1), 1);
});

test('less opacity is less contrast', () => {
  const colors = mix([100, 100, 100], BLACK);
  assert.ok(inkContrast(colors, WHITE, 0.4) < inkContrast(colors, WHITE, 0.8));
});

test('an empty box has no contrast range', () => {
  assert.equal(contrastRange([]), 1);
});
