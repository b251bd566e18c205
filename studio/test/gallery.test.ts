import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Summary, TemplateDetail} from '../web/api';
import {movingOf, neighbourOf} from '../web/gallery/attention';
import {Details} from '../web/gallery/details';
import {countsOf, matching, shelved} from '../web/gallery/search';

const template = (id: string, category: string, shows: string, label = 'title'): Summary => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
  category,
  shows,
  duration: 5,
  variants: 1,
  params: [{name: label, type: 'text', label, says: ['headline'], required: false, common: false}],
  common: ['duration'],
});

const TEMPLATES = [
  template('bar-chart', 'data', 'bars that grow', 'bars'),
  template('counter', 'data', 'a number that counts up, above a bar'),
  template('title-card', 'text', 'a headline'),
  template('table', 'data', 'rows and columns', 'rows'),
];

const searches: [query: string, ids: string[]][] = [
  ['', ['bar-chart', 'counter', 'title-card', 'table']],
  ['bar', ['bar-chart', 'counter']],
  ['chart bar', ['bar-chart']],
  ['headl', ['bar-chart', 'counter', 'title-card', 'table']],
  ['rows', ['table']],
  ['data count', ['counter']],
  ['TITLE', ['title-card', 'counter']],
  ['llama', []],
  ['bar llama', []],
];

for (const [query, ids] of searches) {
  test(`searching for "${query}"`, () =>
    assert.deepEqual(
      matching(TEMPLATES, query).map(({id}) => id),
      ids,
    ));
}

test('shelves are in the order of the gallery', () => {
  const odd = template('odd', 'weather', 'rain');
  const shelves = shelved([odd, ...TEMPLATES]);
  assert.deepEqual(
    shelves.map(({category, templates}) => [category, templates.length]),
    [
      ['text', 1],
      ['data', 3],
      ['weather', 1],
    ],
  );
  assert.deepEqual(countsOf(TEMPLATES), {all: 4, data: 3, text: 1});
});

test('the card that one is at moves, and the nearest around the middle', () => {
  const seen = [
    {id: 'a', x: 0, y: 0, whole: true},
    {id: 'b', x: 10, y: 0, whole: true},
    {id: 'c', x: 5, y: 0, whole: false},
    {id: 'd', x: 30, y: 0, whole: true},
  ];
  assert.deepEqual(movingOf(seen, null, {x: 9, y: 0}, 2), ['b', 'a']);
  assert.deepEqual(movingOf(seen, 'd', {x: 9, y: 0}, 2), ['d', 'b']);
  assert.deepEqual(movingOf(seen, 'c', {x: 9, y: 0}, 1), ['c']);
  assert.deepEqual(movingOf(seen, null, {x: 9, y: 0}, 0), []);
});

test('arrows lead to the card that stands there', () => {
  const boxes = [0, 100, 200]
    .flatMap((left) => [{left, top: 0}])
    .concat([
      {left: 0, top: 90},
      {left: 100, top: 90},
    ]);
  assert.equal(neighbourOf(boxes, 0, 'ArrowRight'), 1);
  assert.equal(neighbourOf(boxes, 0, 'ArrowLeft'), null);
  assert.equal(neighbourOf(boxes, 2, 'ArrowDown'), 4);
  assert.equal(neighbourOf(boxes, 3, 'ArrowUp'), 0);
  assert.equal(neighbourOf(boxes, 4, 'ArrowDown'), null);
  assert.equal(neighbourOf(boxes, -1, 'ArrowDown'), null);
});

test('details are fetched once, a few at a time, and again after a failure', async () => {
  let running = 0;
  let most = 0;
  const asked: string[] = [];
  const details = new Details(async (id) => {
    asked.push(id);
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 2));
    running -= 1;
    if (id === 'bad') throw new Error('no');
    return {template: template(id, 'text', ''), examples: [], clip: null} satisfies TemplateDetail;
  });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'a'];
  await Promise.all(ids.map((id) => details.get(id)));
  assert.equal(asked.length, 6);
  assert.equal(most, 4);
  await assert.rejects(details.get('bad'));
  await assert.rejects(details.get('bad'));
  assert.equal(asked.filter((id) => id === 'bad').length, 2);
});
