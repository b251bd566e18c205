import type {Decision, Reply} from '../api';
import type {Room} from './room';
import {turnsOf} from './turn';
import type {Turn} from './turn';
import type {Session} from './state';

export type Explaining = ReturnType<typeof explainingIn>;

/** What the service says about how it read something. */
export type Told = {decision: Decision | null; data: unknown; stages: Record<string, number>};

/** The newest thing that was said about a scene, or else about the project. */
export const saidAbout = ({history, details, unwritten, selected}: Session): Turn | null => {
  const turns = [...turnsOf(history, details), ...unwritten].filter(({said}) => said);
  const about = turns.findLast(({scenes}) => scenes.some(({id}) => id === selected));
  return about ?? turns.at(-1) ?? null;
};

/** Asks why something was read as it was; it is asked about once. */
export const explainingIn = ({client}: Room) => {
  const known = new Map<string, Promise<Told>>();

  const ask = async (prompt: string): Promise<Told> => {
    const reply: Reply<unknown> = await client.post('/v1/route', {prompt});
    const decision = 'plan' in reply.decision ? (reply.decision as Decision) : null;
    return {decision, data: reply.data, stages: reply.stages};
  };

  const explain = (prompt: string): Promise<Told> => {
    const told = known.get(prompt) ?? ask(prompt);
    known.set(prompt, told);
    told.catch(() => known.delete(prompt));
    return told;
  };

  return {explain};
};
