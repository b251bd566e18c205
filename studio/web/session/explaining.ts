import type {Decision, Explanation, Reply} from '../api';
import type {Room} from './room';
import {turnsOf} from './turn';
import type {Turn} from './turn';
import type {Session} from './state';

export type Explaining = ReturnType<typeof explainingIn>;

/** What the service says about how it read something. */
export type Explained = {
  decision: Decision | null;
  explanation: Explanation;
  stages: Record<string, number>;
};

/** The newest thing that was said about a scene, or else about the project. */
export const saidAbout = ({
  history,
  details,
  unwritten,
  selected,
}: Pick<Session, 'history' | 'details' | 'unwritten' | 'selected'>): Turn | null => {
  const turns = [...turnsOf(history, details), ...unwritten].filter(({said}) => said);
  const about = turns.findLast(({scenes}) => scenes.some(({id}) => id === selected));
  return about ?? turns.at(-1) ?? null;
};

/** Asks why something was read as it was; it is asked about once. */
export const explainingIn = ({client}: Room) => {
  const known = new Map<string, Promise<Explained>>();

  const ask = async (prompt: string): Promise<Explained> => {
    const reply: Reply<Explanation> = await client.post('/v1/route', {prompt});
    const decision = 'plan' in reply.decision ? (reply.decision as Decision) : null;
    return {decision, explanation: reply.data, stages: reply.stages};
  };

  const explain = (prompt: string): Promise<Explained> => {
    const told = known.get(prompt) ?? ask(prompt);
    known.set(prompt, told);
    told.catch(() => known.delete(prompt));
    return told;
  };

  return {explain};
};
