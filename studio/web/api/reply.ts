/** The answer of every operation. */
export type Reply<Data> = {
  request: string;
  operation: string;
  data: Data;
  /** The ids of what was changed: the project's first, then those of scenes. */
  affected: string[];
  /** The revision that it led to; nothing if nothing was written. */
  revision: number | null;
  /** How long each stage took, in microseconds. */
  stages: Record<string, number>;
  decision: Decision | Record<string, never>;
  calls: Calls | Record<string, never>;
  suggestions: string[];
};

/** What was decided about a request, and why. */
export type Decision = {
  plan: Step[];
  reason: string;
  confidence: number | null;
  considered: Considered[];
  work: {patterns: number; looked_at: number; pruned: number};
  parts?: {span: Span; reason: string; considered: Considered[]}[];
};

/** A place in a request, in bytes. */
export type Span = {start: number; end: number};

/** Something that is to be done. `op` says what; `add`, `ask` and `model` are no changes of scenes. */
export type Step = {
  op: string;
  template?: string;
  question?: string;
  reason?: string;
  [argument: string]: unknown;
};

export type Considered = {
  template: string;
  coverage: number;
  named: Span[];
  refusals: {gate: string; because: unknown}[];
  missing: string[];
  unexplained: string[];
  [more: string]: unknown;
};

/** What models were asked, and what that cost. */
export type Calls = {
  made: {role: string; model: string; total_ms: number; cost: Cost; outcome: string}[];
  cost: Cost;
};

export type Cost = {usd: number; unknown_calls: number};

/** A scene or a film that can be played in the frame: ES modules, those without imports first, the entry last. */
export type Playable = {
  modules: {path: string; javascript: string}[];
  entry: string;
  props: Record<string, unknown>;
  meta: {id: string; durationInFrames: number; fps: number; width: number; height: number};
};

/** A scene with everything that is needed to play it and to change it. */
export type Clip = {
  id: string | null;
  number: number;
  name: string;
  template: string | null;
  code: string;
  playable: Playable;
  params: Record<string, unknown>;
  controls: Control[];
};

/** A parameter as a person sees it. */
export type Control = {
  name: string;
  type: string;
  label: string;
  says: string[];
  required: boolean;
  common: boolean;
  default?: unknown;
  sample?: unknown;
  choices?: string[];
  range?: [number, number];
  value?: unknown;
};

/** A change that was made, with its sentence for people. */
export type Told = {
  scene?: number;
  name?: string;
  what: string;
  param?: string;
  label?: string;
  from?: unknown;
  to?: unknown;
  text: string;
};

/** What a draft says would happen. */
export type Preview = {
  scenes?: MadeScene[];
  clips: Clip[];
  question: string | null;
  told: Told[];
  project: Project | null;
  needsModels: boolean;
};

/** What came of something that was said or done about a project. */
export type Turned = {
  scenes?: MadeScene[];
  changed: MadeScene[];
  question: string | null;
  told: Told[];
  diffs: {id: string; diff: string}[];
  project: Project;
  /** What a model said where no scene was wanted. */
  answer?: string;
};

export type MadeScene = {
  id?: string;
  name?: string;
  template?: string;
  code: string;
  notes: {kind: string; param?: string; message: string}[];
};

export type Film = {
  film: Playable | null;
  broken: {scene: string; message: string}[];
  cues: {scene: string; from: number; frames: number; transition: Transition | null}[];
};

/** Something that is wrong with code, and where. */
export type Finding = {
  message: string;
  help: string | null;
  from: {line: number; column: number};
  to: {line: number; column: number};
};

/** A template as the gallery lists it. */
export type Summary = {
  id: string;
  name: string;
  category: string;
  shows: string;
  duration: number;
  variants: number;
  params: Control[];
  common: string[];
};

export type TemplateDetail = {template: Summary; examples: string[]; clip: Clip | null};

export type {
  Project,
  ProjectSummary,
  Revision,
  SceneRecord,
  Transition,
  TransitionKind,
} from './project';

import type {Project, Transition} from './project';
