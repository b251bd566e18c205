import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Considered, Decision, Found} from '../web/api';
import {gatesOf, lostBecause, sentenceOf} from '../web/why/gate';
import {stepInWords} from '../web/why/plan';
import {marksOf, piecesOf, unitsOf} from '../web/why/span';
import {
  dollarsInWords,
  ticksOf,
  timeInWords,
  tokensInWords,
  waterfallOf,
} from '../web/why/waterfall';

const bytes = (prompt: string, words: string) => {
  const start = Buffer.byteLength(prompt.slice(0, prompt.indexOf(words)));
  return {start, end: start + Buffer.byteLength(words)};
};

const considered = (more: Partial<Considered>): Considered => ({
  template: 'title-card',
  coverage: 1,
  named: [],
  refusals: [],
  found: [],
  missing: [],
  unexplained: [],
  ...more,
});

const decision = (best: Considered, more: Partial<Decision> = {}): Decision => ({
  plan: [],
  reason: '',
  confidence: 1,
  considered: [best],
  work: {patterns: 69, looked_at: 1, pruned: 68},
  ...more,
});

const found = (prompt: string, param: string, words: string): Found => ({
  param,
  value: words,
  span: bytes(prompt, words),
  by: 'rules',
});

const marked = (prompt: string, of: Decision) =>
  marksOf(prompt, of, null).map(({start, end, kind}) => [prompt.slice(start, end), kind]);

test('bytes are counted in the units of the page', () => {
  assert.deepEqual(unitsOf('aé🎉b'), [0, 1, 1, 2, 2, 2, 2, 4, 5]);
});

test('words are marked behind letters of several bytes', () => {
  const prompt = 'Café 🎉 title card "Öl für Köche" in dark blue, with dragons';
  const best = considered({
    named: [bytes(prompt, 'title card')],
    found: [found(prompt, 'title', '"Öl für Köche"'), found(prompt, 'accent', 'dark blue')],
    unexplained: ['dragons'],
  });
  assert.deepEqual(marked(prompt, decision(best)), [
    ['title card', 'template'],
    ['"Öl für Köche"', 'own'],
    ['dark blue', 'common'],
    ['dragons', 'unexplained'],
  ]);
});

test('a value inside the name of the template cuts it', () => {
  const prompt = 'count up to 500 now';
  const best = considered({
    named: [bytes(prompt, 'count up to 500')],
    found: [found(prompt, 'to', '500')],
  });
  assert.deepEqual(marked(prompt, decision(best)), [
    ['count up to', 'template'],
    ['500', 'own'],
  ]);
});

test('words that nothing explains are joined, found whole, and each once', () => {
  const prompt = 'a carpet card with dancing llamas and a car';
  const best = considered({
    named: [bytes(prompt, 'card')],
    unexplained: ['dancing', 'llamas', 'car'],
  });
  assert.deepEqual(marked(prompt, decision(best)), [
    ['card', 'template'],
    ['dancing llamas', 'unexplained'],
    ['car', 'unexplained'],
  ]);
});

test('where the unexplained words are known, they are not looked for', () => {
  const prompt = 'red card, red sky';
  const best = considered({named: [bytes(prompt, 'card')], unexplained: ['red']});
  const at = {start: 10, end: 13};
  const marks = marksOf(prompt, decision(best), {unexplained: [at]});
  assert.deepEqual(
    marks.map(({start}) => start),
    [4, 10],
  );
});

test('parts of a request are marked together', () => {
  const prompt = 'counter to 5, then title card Moss';
  const parts = [
    considered({
      template: 'counter',
      named: [bytes(prompt, 'counter')],
      found: [found(prompt, 'to', '5')],
    }),
    considered({named: [bytes(prompt, 'title card')], found: [found(prompt, 'title', 'Moss')]}),
  ].map((best) => ({span: {start: 0, end: 1}, reason: '', considered: [best]}));
  assert.deepEqual(
    marked(prompt, {...decision(considered({})), considered: [], parts}).map(([words]) => words),
    ['counter', '5', 'title card', 'Moss'],
  );
});

test('what is said of all the words marks none of them', () => {
  const prompt = 'poster of Moss';
  const best = considered({
    found: [found(prompt, 'image', prompt), found(prompt, 'title', 'Moss')],
  });
  assert.deepEqual(marked(prompt, decision(best)), [['Moss', 'own']]);
});

test('pieces are the whole request', () => {
  const prompt = 'a card with llamas!';
  const marks = marksOf(
    prompt,
    decision(considered({named: [bytes(prompt, 'card')], unexplained: ['llamas']})),
    null,
  );
  assert.deepEqual(
    piecesOf(prompt, marks).map(({text}) => text),
    ['a ', 'card', ' with ', 'llamas', '!'],
  );
});

test('gates say why they are closed', () => {
  const refusals = [
    {gate: 'excluded', because: 'kitchen counter'},
    {gate: 'unexplained', because: ['a', 'b', 'c', 'd', 'e', 'f', 'g']},
    {gate: 'unsure', because: {confidence: '62 %', wanted: '90 %'}},
  ];
  const gates = gatesOf({refusals});
  assert.equal(gates.length, 14);
  assert.deepEqual(
    gates.filter(({because}) => because).map(({because}) => because),
    [
      '`kitchen counter` says that something else is meant',
      'nothing explains `a`, `b`, `c`, `d`, `e`, `f` and 1 more',
      'it is only 62 % sure, and 90 % is asked for',
    ],
  );
  assert.equal(sentenceOf({gate: 'brand-new', because: 'why not'}), 'why not');
  assert.equal(
    lostBecause(considered({}), considered({coverage: 0.5})),
    'it explains less than `title-card`',
  );
});

test('steps have sentences', () => {
  assert.equal(
    stepInWords({op: 'set', scene: 2, param: 'text_color', value: 'teal'}),
    'set text color of scene 2 to `teal`',
  );
  assert.equal(stepInWords({op: 'delete', scene: [1, 3]}), 'delete scenes 1, 3');
  assert.equal(stepInWords({op: 'trim', scene: 'all', by: -2}), 'make all scenes −2 s');
  assert.equal(stepInWords({op: 'undo'}), 'take the last change back');
});

const times: [micros: number, words: string][] = [
  [0.4, '0.4 µs'],
  [8.2, '8.2 µs'],
  [328.7, '329 µs'],
  [999.4, '999 µs'],
  [999.6, '1 ms'],
  [1719.7, '1.72 ms'],
  [30_226, '30.2 ms'],
  [999_600, '1 s'],
  [12_340_000, '12.3 s'],
  [125_000_000, '2 min 5 s'],
];

for (const [micros, words] of times) {
  test(`${micros} µs is ${words}`, () => assert.equal(timeInWords(micros), words));
}

test('a waterfall is on one scale', () => {
  const {bars, total, ticks} = waterfallOf({read: 100, route: 300, code: 1_600, odd_one: 0});
  assert.equal(total, 2000);
  assert.deepEqual(
    bars.map(({from, took}) => [from, took]),
    [
      [0, 100],
      [100, 300],
      [400, 1600],
      [2000, 0],
    ],
  );
  assert.equal(bars[3]?.name, 'odd one');
  assert.deepEqual(ticks, [0, 500, 1000, 1500, 2000]);
});

test('ticks are round and few', () => {
  for (const total of [0.3, 7, 42, 999, 12_345, 6e6, 9.9e7]) {
    const ticks = ticksOf(total);
    assert.ok(ticks.length >= 2 && ticks.length <= 5, `${total}: ${ticks}`);
    assert.ok(ticks.every((tick) => tick <= total));
  }
  assert.deepEqual(ticksOf(0), [0]);
});

test('costs and tokens are short', () => {
  assert.deepEqual([0, 0.00001, 0.0042, 0.25, 1.5].map(dollarsInWords), [
    '$0',
    'under $0.0001',
    '$0.0042',
    '$0.25',
    '$1.50',
  ]);
  assert.deepEqual([812, 1240, 12_400].map(tokensInWords), ['812', '1.24k', '12.4k']);
});
