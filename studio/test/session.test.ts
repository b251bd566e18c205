import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Revision, SceneRecord} from '../web/api';
import {readEvents} from '../web/api/event-stream';
import {REST} from '../web/session/drafting';
import {onStage} from '../web/session/on-stage';
import {freeName, projectName} from '../web/session/project-name';
import {optionsOf} from '../web/session/question';
import {createStudio} from '../web/session/studio';
import {standingOf, turnsOf} from '../web/session/turn';
import {matching} from '../web/shell/matching';
import {lengthOf, readLength, withMoved} from '../web/strip/order';
import {Service, clipOf, projectOf, sceneOf} from './service';

const studioWith = (service: Service, hash = '') => {
  const kept = new Map<string, string>();
  const visited = [hash];
  const studio = createStudio({
    fetch: service.fetch,
    tokens: {get: () => kept.get('token') ?? null, set: (token) => void kept.set('token', token)},
    address: {read: () => visited.at(-1) ?? '', write: (now) => void visited.push(now)},
    shelf: {
      get: (name) => kept.get(name) ?? null,
      set: (name, value) => void kept.set(name, value),
    },
  });
  return {studio, get: studio.store.getState, visited};
};

const settled = async (isSo: () => boolean) => {
  for (let tries = 0; tries < 200; tries++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`never so: ${isSo.toString()}`);
};

const changed = (number: number, parent: number, text = `change ${number}`): Revision => ({
  number,
  parent,
  at: '2026-11-23T12:00:00Z',
  author: 'api',
  deed: 'changed',
  changes: [],
  said: [{by: 'person', text}],
});

const walked = (number: number, deed: 'undone' | 'redone', revision: number): Revision => ({
  number,
  deed,
  revision,
  at: '2026-11-23T12:00:00Z',
  author: 'api',
});

describe('history', () => {
  const cases: [
    string,
    Revision[],
    {node: number; undo: boolean; redo: boolean; undone: number[]},
  ][] = [
    ['nothing', [], {node: 0, undo: false, redo: false, undone: []}],
    ['two changes', [changed(1, 0), changed(2, 1)], {node: 2, undo: true, redo: false, undone: []}],
    [
      'one taken back',
      [changed(1, 0), walked(2, 'undone', 1)],
      {node: 0, undo: false, redo: true, undone: [1]},
    ],
    [
      'taken back and made again',
      [changed(1, 0), walked(2, 'undone', 1), walked(3, 'redone', 1)],
      {node: 1, undo: true, redo: false, undone: []},
    ],
    [
      'written over',
      [changed(1, 0), changed(2, 1), walked(3, 'undone', 2), changed(4, 1)],
      {node: 4, undo: true, redo: false, undone: [2]},
    ],
    [
      'deleted and brought back',
      [
        changed(1, 0),
        {...changed(2, 1), changes: [{change: 'delete'}], said: []},
        walked(3, 'undone', 2),
      ],
      {node: 1, undo: true, redo: false, undone: []},
    ],
    [
      'two taken back, one made again',
      [
        changed(1, 0),
        changed(2, 1),
        walked(3, 'undone', 2),
        walked(4, 'undone', 1),
        walked(5, 'redone', 1),
      ],
      {node: 1, undo: true, redo: true, undone: [2]},
    ],
  ];
  for (const [name, oldestFirst, expected] of cases) {
    test(name, () => {
      const newestFirst = oldestFirst.toReversed();
      const {node, canUndo, canRedo} = standingOf(newestFirst);
      const undone = turnsOf(newestFirst).flatMap((turn) => (turn.undone ? turn.revision : []));
      assert.deepEqual({node, undo: canUndo, redo: canRedo, undone}, expected);
    });
  }

  test('sentences are told apart, but not within what is quoted', () => {
    const revision = {
      ...changed(1, 0),
      said: [{by: 'firstframe' as const, text: 'scene 1 `a; b`: 4 s → 6 s; added scene `c`'}],
    };
    assert.deepEqual(turnsOf([revision])[0]?.told, [
      'scene 1 `a; b`: 4 s → 6 s',
      'added scene `c`',
    ]);
  });

  test('a question waits, and a scene that was made and changed at once was made', () => {
    const scene = sceneOf('s1');
    const [turn] = turnsOf([
      {
        ...changed(1, 0),
        changes: [
          {change: 'add-scene', scene},
          {change: 'replace-scene', scene: {...scene, name: 'Later'}},
        ],
        said: [
          {by: 'person', text: 'hm'},
          {by: 'firstframe', text: 'Which one?', open: true},
        ],
      },
    ]);
    assert.equal(turn?.state, 'open');
    assert.equal(turn?.question, 'Which one?');
    assert.deepEqual(turn?.scenes, [{id: 's1', name: 'Later', template: 'counter', made: true}]);
  });
});

test('the options of a question are read where it names them', () => {
  const cases: [string, string[]][] = [
    ['Which one: the title or the chart?', ['the title', 'the chart']],
    ['Which scene is meant: `counter`, or `bar-chart`?', ['counter', 'bar-chart']],
    ['Which? Red, green, or blue?', ['Red', 'green', 'blue']],
    ['Do you mean “Intro” or “Outro”?', ['Intro', 'Outro']],
    ['What should it say?', []],
  ];
  for (const [question, options] of cases) assert.deepEqual(optionsOf(question), options, question);
});

test('projects are named after what is said first', () => {
  const cases: [string, string][] = [
    ['make a bar chart of tea 12, coffee 30', 'Bar chart of tea'],
    ['title card "Launch Day", 4 seconds', 'Launch Day'],
    ['a', 'A'],
    ['12, 30', 'Untitled'],
    ['Bücher über Gärten und noch viel mehr als das', 'Bücher über Gärten und noch viel'],
  ];
  for (const [prompt, name] of cases) assert.equal(projectName(prompt), name, prompt);
  assert.equal(freeName('Tea', new Set(['Tea', 'Tea 2'])), 'Tea 3');
});

test('lengths are read as people write them', () => {
  const cases: [string, number | null][] = [
    ['4', 4],
    ['4.5s', 4.5],
    ['2,5', 2.5],
    ['0:04', 4],
    ['1:02.5', 62.5],
    ['0', null],
    ['four', null],
    ['', null],
  ];
  for (const [text, seconds] of cases) assert.equal(readLength(text), seconds, text);
});

test('a film is as long as its scenes without what transitions share', () => {
  const second: SceneRecord = {...sceneOf('b'), transition: {kind: 'fade', frames: 15}};
  assert.equal(lengthOf([{...sceneOf('a'), transition: {kind: 'fade', frames: 15}}, second]), 7.5);
});

test('scenes move as the service moves them', () => {
  const project = projectOf('p', ['a', 'b', 'c']);
  const ids = withMoved(project, 0, 2).scenes.map(({id}) => id);
  assert.deepEqual(ids, ['b', 'c', 'a']);
});

test('commands are found by the beginnings of their words first', () => {
  const things = ['Play all', 'Show parameters', 'Full screen', 'Delete “Launch Day”'].map(
    (name) => ({name}),
  );
  const found = (query: string) => matching(things, query).map(({name}) => name);
  assert.deepEqual(found('play'), ['Play all']);
  assert.deepEqual(found('sho par'), ['Show parameters']);
  assert.deepEqual(found('launch'), ['Delete “Launch Day”']);
  assert.deepEqual(found('flscr'), ['Full screen']);
  assert.equal(found('').length, 4);
});

test('events are read whatever pieces they come in', async () => {
  const text =
    'event: code\r\ndata: {"a":\r\ndata: 1}\r\n\r\n: still here\n\nevent: done\ndata: ö\n\nevent: cut';
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 7, bytes.length]) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size)
          controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const events = [];
    for await (const event of readEvents(body)) events.push(event);
    assert.deepEqual(
      events,
      [
        {event: 'code', data: '{"a":\n1}'},
        {event: 'done', data: 'ö'},
      ],
      `in ${size}s`,
    );
  }
});

describe('drafts', () => {
  const preview = (name: string) => ({
    data: {clips: [clipOf('x', name)], question: null, told: [], project: null, needsModels: false},
  });

  test('what is typed at once is asked for once, when it rests', async () => {
    const service = new Service();
    service.answer('POST /v1/preview', ({prompt}) => preview(String(prompt)));
    const {studio, get} = studioWith(service);
    for (const prompt of ['b', 'ba', 'bar']) studio.drafting.type(prompt);
    await settled(() => get().draft !== null);
    assert.deepEqual(service.asked('POST /v1/preview'), [{prompt: 'bar'}]);
    assert.equal(onStage(get()).playable?.meta.id, 'bar');
    assert.equal(onStage(get()).draft, true);
  });

  test('an answer that comes late is dropped', async () => {
    const service = new Service();
    const waits: Record<string, number> = {slow: 80, fast: 1};
    service.answer('POST /v1/preview', async ({prompt}) => {
      await new Promise((resolve) => setTimeout(resolve, waits[String(prompt)]));
      return preview(String(prompt));
    });
    const {studio, get} = studioWith(service);
    studio.drafting.type('slow');
    await new Promise((resolve) => setTimeout(resolve, REST + 15));
    studio.drafting.type('fast');
    await settled(() => get().draft?.prompt === 'fast');
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(get().draft?.prompt, 'fast');
    assert.equal(get().notices.length, 0);
  });

  test('an empty field shows nothing, whatever is on its way', async () => {
    const service = new Service();
    service.answer('POST /v1/preview', ({prompt}) => preview(String(prompt)));
    const {studio, get} = studioWith(service);
    studio.drafting.type('bar');
    await settled(() => get().draft !== null);
    studio.drafting.type('');
    assert.equal(get().draft, null);
    await new Promise((resolve) => setTimeout(resolve, REST + 20));
    assert.equal(get().draft, null);
  });
});

describe('messages', () => {
  test('the first one makes a project that is named after it, with a number where the name is taken', async () => {
    const service = Service.withProject('p1', ['a']);
    const names: unknown[] = [];
    service.answer('POST /v1/projects', ({name}) => {
      names.push(name);
      if (name === 'Launch Day')
        return {
          status: 422,
          code: 'project',
          detail: 'there is a project `Launch Day` already: choose',
        };
      return {data: {project: projectOf('p1', [])}};
    });
    service.answer('POST /v1/projects/p1/messages', () => service.turned(['a'], 1));
    const {studio, get, visited} = studioWith(service);
    await studio.committing.say('title card "Launch Day"');
    assert.deepEqual(names, ['Launch Day', 'Launch Day 2']);
    assert.equal(visited.at(-1), '#/p/p1');
    assert.equal(get().selected, 'a');
    assert.equal(onStage(get()).playable?.meta.id, 'a');
    assert.deepEqual(get().unwritten, []);
    assert.equal(get().work, null);
  });

  test('one that fails stays with what was said, and is sent again under the same key', async () => {
    const service = Service.withProject('p1', ['a']);
    let tries = 0;
    service.answer('POST /v1/projects/p1/messages', () =>
      ++tries === 1
        ? {status: 502, code: 'model', detail: 'the model is gone', retry: true}
        : service.turned(['a'], 1),
    );
    const {studio, get} = studioWith(service, '#/p/p1');
    await studio.opening.open('p1');
    await studio.committing.say('make it pop');
    const [turn] = get().unwritten;
    assert.equal(turn?.state, 'failed');
    assert.equal(turn?.problem?.detail, 'the model is gone');
    await studio.committing.retry(turn?.id ?? '');
    assert.deepEqual(get().unwritten, []);
    const keys = service.keys('POST /v1/projects/p1/messages');
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  });

  test('what only a model could do changes nothing and is kept to be read', async () => {
    const service = Service.withProject('p1', ['a']);
    service.answer('POST /v1/projects/p1/messages', () => ({
      ...service.turned(['a'], null),
      decision: {plan: [{op: 'model'}], reason: 'no template'},
    }));
    const {studio, get} = studioWith(service);
    await studio.opening.open('p1');
    await studio.committing.say('a dragon');
    assert.equal(get().unwritten[0]?.state, 'nothing');
    assert.equal(get().unwritten[0]?.detail?.reason, 'no template');
  });
});

describe('changes by hand', () => {
  test('are shown before they are kept, and taken back where they cannot be', async () => {
    const service = Service.withProject('p1', ['a', 'b']);
    service.answer('POST /v1/projects/p1/operations', async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return {status: 422, code: 'request', detail: 'no'};
    });
    const {studio, get} = studioWith(service);
    await studio.opening.open('p1');
    const order = () =>
      get()
        .project?.scenes.map(({id}) => id)
        .join();
    const moving = studio.changing.operate([{op: 'move', scene: 1, to: 2}], (now) =>
      withMoved(now, 0, 1),
    );
    assert.equal(order(), 'b,a');
    await moving;
    assert.equal(order(), 'a,b');
    assert.equal(get().notices[0]?.text, 'No');
  });

  test('a parameter that moves is shown live and kept once', async () => {
    const service = Service.withProject('p1', ['a']);
    service.answer('POST /v1/preview', () => ({
      data: {clips: [clipOf('a', 'moved')], told: [], question: null},
    }));
    service.answer('PATCH /v1/projects/p1/scenes/a', () => service.turned(['a'], 2));
    const {studio, get} = studioWith(service);
    await studio.opening.open('p1');
    for (const value of [1, 2, 3]) studio.changing.move('size', value);
    await settled(() => get().live !== null);
    assert.equal(onStage(get()).playable?.meta.id, 'moved');
    assert.equal(onStage(get()).key, 'scene a');
    await studio.changing.settle('size', 3);
    assert.equal(get().live, null);
    assert.equal(service.asked('POST /v1/preview').length, 1);
    assert.deepEqual(service.asked('PATCH /v1/projects/p1/scenes/a'), [{size: 3}]);
  });
});

describe('what can go wrong', () => {
  test('a token is asked for once, however many wait for it', async () => {
    const service = Service.withProject('p1', ['a']);
    service.token = 'right';
    const {studio, get} = studioWith(service);
    const opening = studio.opening.open('p1');
    const listing = studio.projects.list();
    await settled(() => get().tokenAsked !== null);
    get().tokenAsked?.answer('wrong');
    await settled(() => get().tokenAsked?.wasWrong === true);
    get().tokenAsked?.answer('right');
    await Promise.all([opening, listing]);
    assert.equal(get().opened, 'open');
    assert.equal(get().tokenAsked, null);
    assert.equal(get().projects?.length, 0);
  });

  test('a project that is not there, or deleted, is missing', async () => {
    const service = Service.withProject('p1', ['a']);
    service.answer('GET /v1/projects/gone', () => ({
      status: 404,
      code: 'not-found',
      detail: 'there is no project',
    }));
    service.answer('GET /v1/projects/dead', () => ({
      data: {project: {...projectOf('dead', []), deleted: true}},
    }));
    const {studio, get} = studioWith(service);
    for (const id of ['gone', 'dead']) {
      await studio.opening.open(id);
      assert.equal(get().opened, 'missing', id);
      assert.equal(get().notices.length, 0);
    }
  });

  test('a service that is gone is waited for, and goes on when it is back', async () => {
    const service = Service.withProject('p1', ['a']);
    const {studio, get} = studioWith(service, '#/p/p1');
    service.isGone = true;
    await studio.opening.open('p1');
    assert.deepEqual([get().reached, get().opened], [false, 'failed']);
    service.isGone = false;
    await new Promise((resolve) => setTimeout(resolve, 1600));
    await settled(() => get().opened === 'open');
    assert.equal(get().reached, true);
  });
});
