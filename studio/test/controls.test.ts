import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Control} from '../web/api';
import {grouped, summaryOf} from '../web/controls/group';
import {cssOf, fromTheme, hexOf, readGround, withRecent, writeGround} from '../web/controls/paint';
import {placeOf, scaleOf, stepped, typedNumber, valueAt} from '../web/controls/scale';
import {givenOf, inWords, isChanged, isMissing, withUsual} from '../web/controls/value';

const control = (name: string, type = 'text', more: Partial<Control> = {}): Control => ({
  name,
  type,
  label: name,
  says: [],
  required: false,
  common: false,
  ...more,
});

test('a value is what params say, else what the control has', () => {
  const title = control('title', 'text', {value: 'Old', default: 'Old'});
  assert.equal(givenOf(title, {}), 'Old');
  assert.equal(givenOf(title, {title: 'New'}), 'New');
  assert.equal(givenOf(title, {title: null}), null);
  assert.equal(isChanged(title, 'Old'), false);
  assert.equal(isChanged(title, 'New'), true);
  assert.equal(isChanged(title, null), false);
});

test('what template and theme decide is no value but what there is without one', () => {
  const accent = control('accent', 'colour', {value: '#5b8cff', given: false});
  assert.equal(givenOf(accent, {}), null);
  assert.equal(withUsual(accent).default, '#5b8cff');
  const asked = control('exit', 'choice', {value: 'fade', default: 'fade', given: true});
  assert.equal(isChanged(asked, 'fade'), true);
  assert.equal(withUsual(asked).default, 'fade');
});

test('what is required and empty is missing', () => {
  const items = control('items', 'list', {required: true});
  for (const empty of [null, [], '']) assert.equal(isMissing(items, empty), true);
  assert.equal(isMissing(items, ['Tea']), false);
  assert.equal(isMissing(control('title'), null), false);
});

test('values have words', () => {
  assert.equal(
    inWords([
      {label: 'Tea', value: 12},
      {label: '', value: '$5'},
    ]),
    'Tea 12, $5',
  );
  assert.equal(inWords(['a', 'b']), 'a, b');
  assert.equal(inWords(1234.5), '1,234.5');
  assert.equal(inWords(null), '');
});

test('own controls come first, common ones in groups', () => {
  const common = ['easing', 'duration', 'accent', 'theme', 'sparkle'].map((name) =>
    control(name, 'text', {common: true}),
  );
  const {own, groups} = grouped([...common, control('title')]);
  assert.deepEqual(
    own.map(({name}) => name),
    ['title'],
  );
  assert.deepEqual(
    groups.map(({name, controls}) => [name, ...controls.map((one) => one.name)]),
    [
      ['Look', 'theme', 'accent', 'sparkle'],
      ['Motion', 'easing'],
      ['Time', 'duration'],
    ],
  );
});

test('a group says what is set in it', () => {
  const controls = [
    control('duration', 'seconds', {common: true, default: 5}),
    control('format', 'choice', {common: true, default: 'landscape'}),
    control('fps', 'number', {common: true, default: 30}),
  ];
  const given: Record<string, unknown> = {duration: 4, format: 'square', fps: 30};
  assert.equal(
    summaryOf({name: 'Time', controls}, ({name}) => given[name] ?? null),
    '4 s, square',
  );
});

const typed: [text: string, number: number | null][] = [
  ['4', 4],
  ['4.5 s', 4.5],
  ['4,5', 4.5],
  ['1,200', 1200],
  ['12,500.5', 12500.5],
  ['−3', -3],
  ['50 %', 50],
  ['.5', 0.5],
  ['1.', 1],
  ['', null],
  ['tea', null],
  ['1.2.3', null],
];

for (const [text, number] of typed) {
  test(`typed: ${text}`, () => assert.equal(typedNumber(text), number));
}

test('sliders go where values usually are, and as far as the value is', () => {
  const duration = control('duration', 'seconds', {range: [1, 60]});
  assert.deepEqual(scaleOf(duration, 5).track, [1, 15]);
  assert.deepEqual(scaleOf(duration, 40).track, [1, 40]);
  assert.deepEqual(scaleOf(control('rating', 'number', {range: [0, 5]}), 4).track, [0, 5]);
  assert.equal(scaleOf(control('likes', 'number'), 4).track, null);
});

test('places and values of a slider belong together', () => {
  const speed = scaleOf(control('speed', 'factor'), 1);
  assert.equal(placeOf(1, speed).toFixed(2), '0.50');
  for (const value of [0.4, 0.65, 1, 1.5, 2.5])
    assert.equal(valueAt(placeOf(value, speed), speed), value);
  const seconds = scaleOf(control('duration', 'seconds', {range: [1, 60]}), 5);
  assert.equal(valueAt(0.5, seconds), 8);
  assert.equal(stepped(59.95, 1, seconds), 60);
  assert.equal(stepped(0.1 + 0.2, 1, seconds), 1);
});

test('grounds are one colour or two', () => {
  assert.deepEqual(readGround('navy to teal'), ['navy', 'teal']);
  assert.deepEqual(readGround('#fff → #000'), ['#fff', '#000']);
  assert.deepEqual(readGround('tomato'), ['tomato']);
  assert.equal(writeGround(['navy', 'teal']), 'navy to teal');
});

test('colours are drawn as they are called', () => {
  assert.equal(cssOf('Midnight Blue'), 'midnightblue');
  assert.equal(cssOf('burgundy'), '#800020');
  assert.equal(cssOf('light grey'), 'lightgray');
  assert.equal(cssOf('#0AF'), '#0af');
  assert.equal(hexOf('#0AF'), '#00aaff');
  assert.equal(hexOf('ff0000'), '#ff0000');
  assert.equal(hexOf('burgundy'), '#800020');
  assert.equal(hexOf('rebeccapurple'), null);
  assert.equal(fromTheme('accent', 'ocean'), '#38d0e8');
  assert.equal(fromTheme('size', 'ocean'), null);
});

test('what was used last comes first, once', () => {
  assert.deepEqual(withRecent(['teal', '#ff0000', 'navy'], 'red', 3), ['red', 'teal', 'navy']);
});
