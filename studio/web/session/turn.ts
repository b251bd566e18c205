import type {ApiProblem, Decision, Revision, SceneRecord} from '../api';

/** A scene that a turn made or changed. */
export type TurnScene = {id: string; name: string; template: string | null; made: boolean};

/** What was said or done at once, and what came of it. */
export type Turn = {
  id: string;
  /** Its place in the history; nothing while it is under way, and where nothing was written. */
  revision: number | null;
  /** The newest revision when it was said; orders what has no revision. */
  after: number;
  said: string | null;
  pictures: string[];
  state: 'working' | 'done' | 'open' | 'nothing' | 'stopped' | 'failed';
  /** What Firstframe told of it, a sentence each. */
  told: string[];
  question: string | null;
  scenes: TurnScene[];
  undone: boolean;
  detail: TurnDetail | null;
  problem: ApiProblem | null;
};

/** What is only known of turns of this visit. */
export type TurnDetail = {
  notes: string[];
  pictures: string[];
  answer: string | null;
  /** Why, as the decision says. */
  reason: string | null;
  decision: Decision | null;
  stages: Record<string, number>;
  calls: unknown;
  dollars: number;
  micros: number;
  suggestions: string[];
  /** The code of scenes as it was before. */
  before: Record<string, string>;
};

/** Where a project stands in its history. */
export type Standing = {node: number; canUndo: boolean; canRedo: boolean; inEffect: Set<number>};

/** Finds out which revisions hold: each change stands on a parent, and undo and redo walk between them. */
export const standingOf = (newestFirst: Revision[]): Standing => {
  const parents = new Map<number, number>();
  let node = 0;
  for (const revision of newestFirst.toReversed()) {
    if (revision.deed === 'changed') {
      parents.set(revision.number, revision.parent ?? 0);
      node = revision.number;
    } else if (revision.deed === 'undone' && revision.revision !== undefined) {
      node = parents.get(revision.revision) ?? 0;
    } else if (revision.deed === 'redone' && revision.revision !== undefined) {
      node = revision.revision;
    }
  }
  const inEffect = new Set<number>();
  for (let at = node; at > 0; at = parents.get(at) ?? 0) inEffect.add(at);
  const next = newestFirst.find(({parent}) => parent === node);
  const canRedo = next !== undefined && !isDeletion(next);
  return {node, canUndo: node > 0, canRedo, inEffect};
};

/** A project that was brought back is not to be deleted again by redoing. */
const isDeletion = ({changes = []}: Revision): boolean =>
  changes.some(({change}) => change === 'delete');

/** The turns that a history tells of, the oldest first. Undo and redo by key leave no turn of their own. */
export const turnsOf = (
  newestFirst: Revision[],
  details: ReadonlyMap<number, TurnDetail> = new Map(),
): Turn[] => {
  const {inEffect} = standingOf(newestFirst);
  return newestFirst
    .toReversed()
    .filter((revision) => revision.said?.length || scenesOf(revision).length > 0)
    .map((revision) => turnOf(revision, inEffect, details.get(revision.number) ?? null));
};

const turnOf = (revision: Revision, inEffect: Set<number>, detail: TurnDetail | null): Turn => {
  const said = revision.said ?? [];
  const asked = said.find(({by}) => by === 'person');
  const replies = said.filter(({by}) => by === 'firstframe');
  const question = replies.find(({open}) => open)?.text ?? null;
  return {
    id: `${revision.number}`,
    revision: revision.number,
    after: revision.number,
    said: asked?.text ?? null,
    pictures: asked?.pictures ?? detail?.pictures ?? [],
    state: question ? 'open' : 'done',
    told: replies.filter(({open}) => !open).flatMap(({text}) => sentencesOf(text)),
    question,
    scenes: scenesOf(revision),
    undone: revision.deed === 'changed' && !inEffect.has(revision.number),
    detail,
    problem: null,
  };
};

/** Takes apart what is told at once, but leaves alone what is quoted in it. */
const sentencesOf = (text: string): string[] =>
  text.match(/(?:`[^`]*`|[^;`])+/g)?.map((sentence) => sentence.trim()) ?? [text];

const scenesOf = ({changes = []}: Revision): TurnScene[] => {
  const found = new Map<string, TurnScene>();
  for (const {change, scene} of changes) {
    if (!isScene(scene)) continue;
    const made = change === 'add-scene' || (found.get(scene.id)?.made ?? false);
    const template = scene.content.template?.id ?? null;
    found.set(scene.id, {id: scene.id, name: scene.name, template, made});
  }
  return [...found.values()];
};

const isScene = (scene: unknown): scene is SceneRecord =>
  typeof scene === 'object' && scene !== null && 'id' in scene && 'content' in scene;

/** Puts what was said in this visit without being written among what the history tells. */
export const woven = (written: Turn[], unwritten: Turn[]): Turn[] =>
  [...written, ...unwritten].sort(
    (one, other) =>
      one.after - other.after || Number(other.revision !== null) - Number(one.revision !== null),
  );
