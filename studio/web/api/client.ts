import {readEvents} from './event-stream';
import {ApiProblem, offline, problemOf, readProblem} from './problem';
import type {Reply} from './reply';

/** What happens while a message is worked on. */
export type Progress =
  | {event: 'stage'; stage: string; micros: number}
  | {event: 'draft'; scene: number; template: string; code: string}
  | {event: 'code'; scene: number; text: string}
  | {event: 'scene'; scene: number; code: string};

export type ClientOptions = {
  fetch?: typeof fetch;
  /** Where the token is kept. */
  tokens?: TokenShelf;
  /** Asks for the token of the service; nothing if the person does not want to say it. */
  askToken?: (wasWrong: boolean) => Promise<string | null>;
};

export type TokenShelf = {get: () => string | null; set: (token: string) => void};

type Sent = {method?: string; body?: unknown; signal?: AbortSignal; accept?: string; key?: string};

const TOKEN = 'firstframe-token';

/** Keeps the token for as long as the tab lives. */
export const tabTokens: TokenShelf = {
  get: () => sessionStorage.getItem(TOKEN),
  set: (token) => sessionStorage.setItem(TOKEN, token),
};

/** Speaks with the service; every failure is an [`ApiProblem`], but for what was called off. */
export class Client {
  readonly #fetch: typeof fetch;
  readonly #tokens: TokenShelf;
  readonly #askToken: (wasWrong: boolean) => Promise<string | null>;
  #asking: Promise<string | null> | null = null;

  constructor({fetch: ask, tokens = tabTokens, askToken = async () => null}: ClientOptions = {}) {
    this.#fetch = ask ?? ((...request) => fetch(...request));
    this.#tokens = tokens;
    this.#askToken = askToken;
  }

  get<Data>(path: string, signal?: AbortSignal): Promise<Reply<Data>> {
    return this.#json(path, {signal});
  }

  post<Data>(
    path: string,
    body?: unknown,
    sent: Pick<Sent, 'signal' | 'key'> = {},
  ): Promise<Reply<Data>> {
    return this.#json(path, {method: 'POST', body, ...sent});
  }

  patch<Data>(path: string, body: unknown): Promise<Reply<Data>> {
    return this.#json(path, {method: 'PATCH', body});
  }

  put<Data>(path: string, body: unknown): Promise<Reply<Data>> {
    return this.#json(path, {method: 'PUT', body});
  }

  delete<Data>(path: string): Promise<Reply<Data>> {
    return this.#json(path, {method: 'DELETE'});
  }

  /** The bytes of something, such as a picture. */
  async bytes(path: string): Promise<Blob> {
    const {answer} = await this.#send(path, {accept: '*/*'});
    return answer.blob();
  }

  /** Posts, tells what happens meanwhile, and comes back with the one end. */
  async stream<Data>(
    path: string,
    {
      body,
      key,
      signal,
      onProgress,
    }: {
      body: unknown;
      key?: string;
      signal?: AbortSignal;
      onProgress: (progress: Progress) => void;
    },
  ): Promise<Reply<Data>> {
    const sent = {method: 'POST', body, key, signal, accept: 'text/event-stream'};
    const {answer, request} = await this.#send(path, sent);
    if (!answer.body || !answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      return (await answer.json()) as Reply<Data>;
    }
    try {
      for await (const {event, data} of readEvents(answer.body)) {
        if (event === 'done') return JSON.parse(data) as Reply<Data>;
        if (event === 'failed') throw readProblem(JSON.parse(data), answer, request);
        onProgress(JSON.parse(data) as Progress);
      }
    } catch (error) {
      throw passed(error, signal, request);
    }
    throw offline(request);
  }

  async #json<Data>(path: string, sent: Sent): Promise<Reply<Data>> {
    const {answer, request} = await this.#send(path, sent);
    try {
      return (await answer.json()) as Reply<Data>;
    } catch (error) {
      throw passed(error, sent.signal, request);
    }
  }

  async #send(path: string, sent: Sent): Promise<{answer: Response; request: string}> {
    for (let wasWrong = false; ; wasWrong = true) {
      const request = crypto.randomUUID();
      const token = this.#tokens.get();
      const answer = await this.#fetch(path, this.#request(sent, {request, token})).catch(
        (error: unknown) => {
          throw passed(error, sent.signal, request);
        },
      );
      if (answer.ok) return {answer, request};
      const given = answer.status === 401 ? await this.#newToken(token, wasWrong) : null;
      if (given === null) throw await problemOf(answer, request);
    }
  }

  #request(
    {method = 'GET', body, signal, accept, key}: Sent,
    who: {request: string; token: string | null},
  ): RequestInit {
    const headers = new Headers({
      accept: accept ?? 'application/json',
      'x-request-id': who.request,
    });
    if (who.token) headers.set('authorization', `Bearer ${who.token}`);
    if (key) headers.set('idempotency-key', key);
    if (body instanceof Blob) return {method, signal, headers, body};
    if (body === undefined) return {method, signal, headers};
    headers.set('content-type', 'application/json');
    return {method, signal, headers, body: JSON.stringify(body)};
  }

  /** Asks once, however many requests wait for it. */
  async #newToken(used: string | null, wasWrong: boolean): Promise<string | null> {
    const known = this.#tokens.get();
    if (known !== used) return known;
    this.#asking ??= this.#askToken(wasWrong || used !== null).finally(() => (this.#asking = null));
    const given = await this.#asking;
    if (given !== null) this.#tokens.set(given);
    return given;
  }
}

const passed = (error: unknown, signal: AbortSignal | undefined, request: string): unknown =>
  error instanceof ApiProblem || signal?.aborted ? error : offline(request);
