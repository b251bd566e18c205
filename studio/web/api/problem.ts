import type {Finding} from './reply';

/** What a problem document (RFC 9457) says. */
export type ProblemDocument = {
  title: string;
  status: number;
  detail: string;
  code: string;
  retry: boolean;
  instance?: string;
  request?: string;
  places?: string[];
  findings?: Finding[];
};

/** Why something could not be done, as the server or the way to it says. */
export class ApiProblem extends Error {
  readonly status: number;
  /** What it is about: `request`, `conflict`, `model`, `token` …, or `offline` where nobody answered. */
  readonly code: string;
  /** What went wrong and what to do, in a sentence. */
  readonly detail: string;
  /** Whether the same may do better a little later. */
  readonly retry: boolean;
  readonly request: string;
  readonly findings: Finding[];

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.name = 'ApiProblem';
    this.status = document.status;
    this.code = document.code;
    this.detail = document.detail;
    this.retry = document.retry;
    this.request = document.request ?? document.instance ?? '';
    this.findings = document.findings ?? [];
  }
}

/** Nobody answers: the server is gone, or the way to it. */
export const offline = (request: string): ApiProblem =>
  new ApiProblem({
    title: 'Offline',
    status: 0,
    code: 'offline',
    detail: 'Firstframe does not answer. Is it still running?',
    retry: true,
    request,
  });

/** The problem that an answer tells of, whatever its body is. */
export const problemOf = async (answer: Response, request: string): Promise<ApiProblem> => {
  const told: unknown = await answer.json().catch(() => null);
  return readProblem(told, answer, request);
};

/** The problem in a document that may be none. */
export const readProblem = (
  told: unknown,
  {status, statusText}: {status: number; statusText: string},
  request: string,
): ApiProblem => {
  const unknown: ProblemDocument = {
    title: statusText,
    status,
    code: 'internal',
    detail: `The server answered ${status} without saying why.`,
    retry: status >= 500,
    request,
  };
  return new ApiProblem(told && typeof told === 'object' ? {...unknown, ...told} : unknown);
};
