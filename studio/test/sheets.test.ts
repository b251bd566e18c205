import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wayOf} from '../web/controls/cell';
import {drawnCurve, pointsOf, withPoint, writeCurve} from '../web/controls/curve';
import {ITEMS, itemsOf, newItem} from '../web/controls/items';
import {stillOpen} from '../web/controls/pending';
import {cellsIn, clearedIn, extended, isIn} from '../web/controls/range';
import type {Range} from '../web/controls/range';
import {SERIES, freshRows, laidOver, linesOf, toldOf, withTail} from '../web/controls/sheet-rows';

const cells = (rows: {cells: string[]}[]) => rows.map((row) => row.cells);

test('a series is rows with one more to write in, and back', () => {
  const points = [
    {label: 'Tea', value: 12},
    {label: 'Plan', value: '$9'},
  ];
  const rows = SERIES.read(points, null);
  assert.deepEqual(cells(rows), [
    ['Tea', '12'],
    ['Plan', '$9'],
    ['', ''],
  ]);
  assert.deepEqual(SERIES.write(rows), points);
  assert.equal(SERIES.write(SERIES.read(null, null)), null);
});

test('rows keep their keys when the value changes', () => {
  const rows = SERIES.read([{label: 'Tea', value: 12}], null);
  const next = SERIES.read(
    [
      {label: 'Tea', value: 13},
      {label: 'Milk', value: 1},
    ],
    rows,
  );
  assert.deepEqual(
    next.slice(0, 2).map(({key}) => key),
    rows.map(({key}) => key),
  );
});

test('a row without a value is not ready and says so', () => {
  const rows = freshRows(
    [
      ['Tea', ''],
      ['Milk', '3'],
    ],
    2,
  );
  assert.deepEqual(SERIES.write(rows), [{label: 'Milk', value: 3}]);
  assert.equal(SERIES.lacks?.(['Tea', ''], 1), 'needs a value');
  assert.equal(SERIES.lacks?.(['', ''], 1), undefined);
});

test('lines with bars are rows of cells', () => {
  const kind = linesOf(3);
  assert.deepEqual(cells(kind.read(['Ana | Design | Porto', 'Luis | Sound'], null)), [
    ['Ana', 'Design', 'Porto'],
    ['Luis', 'Sound', ''],
    ['', '', ''],
  ]);
  assert.deepEqual(
    kind.write(
      freshRows(
        [
          ['a|b', '', 'c'],
          ['', '', ''],
        ],
        3,
      ),
    ),
    ['a/b |  | c'],
  );
});

test('there is one empty row at the end, as long as there is room', () => {
  assert.equal(
    withTail(
      freshRows(
        [
          ['a', '1'],
          ['', ''],
          ['', ''],
        ],
        2,
      ),
      2,
      9,
    ).length,
    2,
  );
  assert.equal(
    withTail(
      freshRows(
        [
          ['a', '1'],
          ['b', '2'],
        ],
        2,
      ),
      2,
      2,
    ).length,
    2,
  );
  assert.equal(withTail([], 2, 9).length, 1);
});

test('a table is laid over rows from a cell on', () => {
  const rows = freshRows(
    [
      ['a', '1'],
      ['b', '2'],
    ],
    2,
  );
  assert.deepEqual(
    cells(
      laidOver(
        rows,
        [
          ['7', 'x'],
          ['8', 'y'],
        ],
        [1, 1],
        2,
      ),
    ),
    [
      ['a', '1'],
      ['b', '7'],
      ['', '8'],
    ],
  );
});

test('what was pasted is told', () => {
  const rows = [
    ['a', '1'],
    ['b', '2'],
  ];
  assert.equal(toldOf({rows, header: null}, 9), '2 rows pasted');
  assert.equal(
    toldOf({rows, header: ['x', 'y']}, 1),
    '1 row pasted, of 2: there is room for 1, the first taken for headings',
  );
});

const ways: [key: string, at: [number, number], way: [number, number] | null][] = [
  ['ArrowRight', [0, 3], [0, 1]],
  ['ArrowRight', [1, 1], null],
  ['ArrowRight', [3, 3], [0, 1]],
  ['ArrowLeft', [0, 0], [0, -1]],
  ['ArrowLeft', [3, 3], null],
  ['ArrowDown', [1, 1], [1, 0]],
  ['Enter', [1, 1], [1, 0]],
  ['a', [0, 3], null],
];

for (const [key, [selectionStart, selectionEnd], way] of ways) {
  test(`${key} from ${selectionStart} to ${selectionEnd} of three letters`, () => {
    const plain = {shiftKey: false, altKey: false, ctrlKey: false, metaKey: false};
    assert.deepEqual(wayOf({key, ...plain}, {selectionStart, selectionEnd, value: 'tea'}), way);
  });
}

test('lists have one item to write in, and empty ones do not count', () => {
  assert.deepEqual(
    ITEMS.read(null, null).map(({text}) => text),
    [''],
  );
  assert.deepEqual(ITEMS.write([newItem('a'), newItem(' ')]), ['a']);
  assert.equal(ITEMS.write([newItem()]), null);
});

test('items keep their keys wherever they are', () => {
  const before = [newItem('a'), newItem('b')];
  const after = ITEMS.read(['b', 'a', 'c'], before);
  assert.deepEqual(after.map(({key}) => key).slice(0, 2), [before[1]?.key, before[0]?.key]);
  assert.equal(new Set(after.map(({key}) => key)).size, 3);
  assert.equal(new Set(ITEMS.read(['a', 'a'], before).map(({key}) => key)).size, 2);
});

test('lines are items, without what counts them', () => {
  assert.deepEqual(itemsOf('- one\n• two\n3. three\n\n  4) four '), [
    'one',
    'two',
    'three',
    'four',
  ]);
  assert.deepEqual(itemsOf('Ana\tPorto\nLuis\tVigo'), ['Ana | Porto', 'Luis | Vigo']);
});

test('what was set stands until the scene has it or another value', () => {
  const pending = {title: {before: 'a', set: ['ab', 'abc']}};
  assert.deepEqual(stillOpen(pending, {title: 'a'}), pending);
  assert.deepEqual(stillOpen(pending, {title: 'ab'}), pending);
  assert.deepEqual(stillOpen(pending, {title: 'abc'}), {});
  assert.deepEqual(stillOpen(pending, {title: 'undone'}), {});
});

test('curves are read and written', () => {
  assert.deepEqual(pointsOf('cubic-bezier(0.2, 0, 0, 1)'), [0.2, 0, 0, 1]);
  assert.equal(pointsOf('spring'), null);
  assert.equal(pointsOf('cubic-bezier(1, 2)'), null);
  assert.equal(writeCurve([0.42, 0, 1, 1]), 'ease-in');
  assert.equal(writeCurve([0.1, 0, 1, 1]), 'cubic-bezier(0.1, 0, 1, 1)');
  assert.deepEqual(withPoint([0, 0, 1, 1], 1, 1.7, -3), [0, 0, 1, -0.5]);
  assert.equal(drawnCurve('linear'), 'M0 100 C0 100 100 0 100 0');
  for (const name of ['spring', 'bounce'])
    assert.match(drawnCurve(name), /^M0 100 L0 100 .* 100 -?\d/);
});

test('ranges of cells are lengthened, copied and cleared', () => {
  const rows = freshRows(
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ],
    2,
  );
  const size = {rows: 3, columns: 2};
  const begun = {from: [1, 1], to: [1, 1]} satisfies Range;
  const range = extended(extended(begun, 'ArrowUp', size), 'ArrowLeft', size);
  assert.deepEqual(range.to, [0, 0]);
  assert.deepEqual(extended(range, 'ArrowUp', size).to, [0, 0]);
  assert.deepEqual(cellsIn(rows, range), [
    ['a', '1'],
    ['b', '2'],
  ]);
  assert.deepEqual(cells(clearedIn(rows, range)), [
    ['', ''],
    ['', ''],
    ['c', '3'],
  ]);
  assert.equal(isIn(range, [2, 0]), false);
  assert.equal(isIn(null, [0, 0]), false);
});
