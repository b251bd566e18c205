import type {Clip, Project, SceneRecord} from '../web/api';

type Said = Record<string, unknown>;

/** What a route answers: a reply, or with a status a problem. */
type Answer = {status?: number; data?: unknown} & Said;

type Call = {route: string; body: Said; key: string | null};

/** Answers what the page asks as the service does, from what a test says. */
export class Service {
  token: string | null = null;
  isGone = false;
  readonly #routes = new Map<string, (body: Said) => Answer | Promise<Answer>>();
  readonly #calls: Call[] = [];

  static withProject(id: string, scenes: string[]): Service {
    const service = new Service();
    service.answer('GET /v1/projects', () => ({data: {projects: []}}));
    service.answer(`GET /v1/projects/${id}`, () => ({data: {project: projectOf(id, scenes)}}));
    service.answer(`GET /v1/projects/${id}/film`, () => ({
      data: {film: null, broken: [], cues: []},
    }));
    service.answer(`GET /v1/projects/${id}/history`, () => ({data: {revisions: []}}));
    for (const scene of scenes) {
      const path = `GET /v1/projects/${id}/scenes/${scene}`;
      service.answer(path, () => ({data: {clip: clipOf(scene, scene)}}));
    }
    service.answer('GET /healthz', () => ({}));
    return service;
  }

  answer(route: string, answer: (body: Said) => Answer | Promise<Answer>): void {
    this.#routes.set(route, answer);
  }

  /** What a route was asked, in order. */
  asked(route: string): Said[] {
    return this.#calls.filter((call) => call.route === route).map(({body}) => body);
  }

  keys(route: string): (string | null)[] {
    return this.#calls.filter((call) => call.route === route).map(({key}) => key);
  }

  turned(scenes: string[], revision: number | null): Answer {
    const project = projectOf('p1', scenes);
    const data = {scenes: [], changed: [], told: [], diffs: [], question: null, project};
    const affected = revision === null ? [] : ['p1', ...scenes];
    return {data, revision, affected};
  }

  readonly fetch: typeof fetch = async (path, request) => {
    if (this.isGone) throw new TypeError('fetch failed');
    const headers = new Headers(request?.headers);
    const route = `${request?.method ?? 'GET'} ${String(path).split('?', 1)[0]}`;
    if (this.token && headers.get('authorization') !== `Bearer ${this.token}`) {
      return said({status: 401, code: 'token', detail: 'expected the token'});
    }
    const body = typeof request?.body === 'string' ? (JSON.parse(request.body) as Said) : {};
    this.#calls.push({route, body, key: headers.get('idempotency-key')});
    const answer = this.#routes.get(route);
    const told = answer ? await answer(body) : {status: 404, code: 'not-found', detail: route};
    request?.signal?.throwIfAborted();
    return said(told);
  };
}

const said = (answer: Answer): Response => {
  const reply = {
    request: 'r',
    operation: 'o',
    affected: [],
    revision: null,
    stages: {},
    decision: {},
    calls: {},
    suggestions: [],
  };
  const body = answer.status ? answer : {...reply, ...answer};
  return Response.json(body, {status: answer.status ?? 200});
};

export const sceneOf = (id: string): SceneRecord => ({
  id,
  name: id,
  content: {template: {id: 'counter', params: {}}},
  frames: 120,
  fps: 30,
  format: 'landscape',
});

export const projectOf = (id: string, scenes: string[]): Project => ({
  id,
  name: id,
  scenes: scenes.map(sceneOf),
  settings: {},
  memory: {},
  assets: {},
  deleted: false,
});

export const clipOf = (id: string, name: string): Clip => ({
  id,
  number: 1,
  name,
  template: 'counter',
  code: '',
  params: {},
  controls: [],
  playable: {
    modules: [],
    entry: 'Scene.tsx',
    props: {},
    meta: {id: name, durationInFrames: 120, fps: 30, width: 1920, height: 1080},
  },
});
