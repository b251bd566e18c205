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
  parts?: Part[];
};

/** One scene of a request for several. */
export type Part = {span: Span; reason: string; considered: Considered[]; shared?: Found[]};

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
  /** The words that name the scene. */
  named: Span[];
  refusals: Refusal[];
  found: Found[];
  missing: string[];
  unexplained: string[];
};

/** A gate that is closed, and what closes it. */
export type Refusal = {gate: string; because: unknown};

/** A parameter that was read, and from where: by the rules of patterns, or by the small model of slots. */
export type Found = {param: string; value: unknown; span: Span; by: 'rules' | 'model'};

/** What is known of a decision besides: the words that nothing explains, where they stand. */
export type Explanation = {unexplained?: Span[]};

/** What models were asked, and what that cost. */
export type Calls = {
  made: Call[];
  cost: Cost;
  /** Work that was begun before it was known to be wanted. */
  ahead?: {made: Call[]; cost: Cost; wanted: boolean}[];
};

/** One try at one model. */
export type Call = {
  role: string;
  model: string;
  first_token_ms: number | null;
  total_ms: number;
  usage: {input: number; cache_read: number; cache_write: number; output: number} | null;
  cost: Cost;
  outcome: 'answered' | 'failed' | 'dropped';
  /** How it ended, or why it failed. */
  how?: string;
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
  /** What the scene shows of it. */
  value?: unknown;
  /** Whether that was asked for, and is not what template or theme make of it. */
  given?: boolean;
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
