import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fileNameOf, replacementOf, sizeOf} from '../web/code/arrival';
import type {Replacement} from '../web/code/arrival';

const cases: [before: string, after: string, replacement: Replacement | null][] = [
  ['abc', 'abc', null],
  ['', 'abc', {from: 0, to: 0, insert: 'abc'}],
  ['abc', 'abcdef', {from: 3, to: 3, insert: 'def'}],
  ['abc', '', {from: 0, to: 3, insert: ''}],
  ['one two three', 'one 2 three', {from: 4, to: 7, insert: '2'}],
  ['aaa', 'aaaa', {from: 3, to: 3, insert: 'a'}],
  ['abab', 'ab', {from: 2, to: 4, insert: ''}],
];

for (const [before, after, replacement] of cases) {
  test(`from "${before}" to "${after}"`, () => {
    assert.deepEqual(replacementOf(before, after), replacement);
    if (replacement) {
      const {from, to, insert} = replacement;
      assert.equal(before.slice(0, from) + insert + before.slice(to), after);
    }
  });
}

test('a file has the name of its component', () => {
  assert.equal(fileNameOf('export default function BarChart(props: Props) {'), 'BarChart.tsx');
  assert.equal(fileNameOf('const Intro = () => null;\nexport default Intro;'), 'Intro.tsx');
  assert.equal(fileNameOf('export const x = 1;'), 'Scene.tsx');
});

test('lines are counted as people do', () => {
  assert.equal(sizeOf(''), '0 lines');
  assert.equal(sizeOf('a\n'), '1 line');
  assert.equal(sizeOf('a\nb'), '2 lines');
});
