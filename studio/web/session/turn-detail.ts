import type {Clip, Decision, Reply, Turned} from '../api';
import type {TurnDetail} from './turn';

/** What an answer says about a turn beyond what the history keeps. */
export const detailOf = (
  reply: Reply<Turned>,
  before: Clip | null,
  pictures: string[] = [],
): TurnDetail => {
  const {data, stages, suggestions} = reply;
  const decision = 'plan' in reply.decision ? (reply.decision as Decision) : null;
  const notes = [...(data.scenes ?? []), ...data.changed].flatMap((scene) => scene.notes);
  const known = before?.id && data.changed.some(({id}) => id === before.id) ? before : null;
  return {
    notes: [...new Set(notes.map(({message}) => message))],
    pictures,
    answer: data.answer ?? null,
    reason: decision?.reason ?? null,
    decision,
    stages,
    calls: reply.calls,
    dollars: 'cost' in reply.calls ? (reply.calls.cost?.usd ?? 0) : 0,
    micros: Object.values(stages).reduce((sum, micros) => sum + micros, 0),
    suggestions,
    before: known?.id ? {[known.id]: known.code} : {},
  };
};

/** Whether nothing came because a model would have been needed. */
export const needsModel = (detail: TurnDetail | null): boolean =>
  detail?.decision?.plan.some(({op}) => op === 'model') ?? false;
