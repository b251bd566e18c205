/** A project as it stands. */
export type Project = {
  id: string;
  name: string;
  scenes: SceneRecord[];
  settings: Record<string, unknown>;
  memory: Record<string, unknown>;
  assets: Record<string, unknown>;
  deleted: boolean;
};

/** A project in a list. */
export type ProjectSummary = {
  id: string;
  name: string;
  scenes: number;
  seconds: number;
  revision: number;
  created: string;
  changed: string;
  deleted: boolean;
};

export const TRANSITIONS = ['none', 'fade', 'slide', 'wipe', 'flip', 'clock-wipe'] as const;

export type TransitionKind = (typeof TRANSITIONS)[number];

/** How a scene follows on the one before it; a cut has none. */
export type Transition = {kind: TransitionKind; frames: number};

export type SceneRecord = {
  id: string;
  name: string;
  content: {template?: {id: string; params: Record<string, unknown>}; [kind: string]: unknown};
  frames: number;
  fps: number;
  format: 'landscape' | 'portrait' | 'square';
  transition?: Transition | null;
  provenance?: {maker: 'template' | 'model' | 'person'; request?: string; version?: string};
};

/** An entry of a project's history. */
export type Revision = {
  number: number;
  at: string;
  author: string;
  deed: 'said' | 'changed' | 'undone' | 'redone';
  /** The revision that it changed. */
  parent?: number;
  /** The revision that was taken back or brought back. */
  revision?: number;
  changes?: {change: string; scene?: SceneRecord | string; [more: string]: unknown}[];
  said?: {by: 'person' | 'firstframe'; text: string; pictures?: string[]; open?: boolean}[];
};

/** A change of scenes, which are counted from 1. */
export type Op =
  | {op: 'set'; scene: number; param: string; value: unknown}
  | {op: 'remove'; scene: number; param: string}
  | {op: 'delete' | 'duplicate'; scene: number}
  | {op: 'move'; scene: number; to: number}
  | {op: 'trim'; scene: number; seconds: number}
  | {op: 'rename'; scene: number; name: string}
  | {op: 'transition'; from: number; to: number; style: TransitionKind}
  | {op: 'reformat'; format: SceneRecord['format']};
