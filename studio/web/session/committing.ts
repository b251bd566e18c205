import {ApiProblem} from '../api';
import type {Playable, Progress, Reply, Turned} from '../api';
import type {Drafting} from './drafting';
import type {Notices} from './notices';
import {projectPath} from './opening';
import type {Opening} from './opening';
import {projectName} from './project-name';
import type {Projects} from './projects';
import type {Room} from './room';
import type {Turn} from './turn';
import {detailOf} from './turn-detail';

export type Committing = ReturnType<typeof committingIn>;

type Rooms = {notices: Notices; opening: Opening; projects: Projects; drafting: Drafting};

type Message = {turn: Turn; project: string};

/** Says things to Firstframe, and takes in what comes of them. */
export const committingIn = (
  {client, get, set}: Room,
  {notices, opening, projects, drafting}: Rooms,
) => {
  let running: AbortController | undefined;

  const change = (id: string, now: Partial<Turn>) =>
    set(({unwritten}) => ({
      unwritten: unwritten.map((turn) => (turn.id === id ? {...turn, ...now} : turn)),
    }));

  const show = async (turn: string, code: string) => {
    const {data} = await client.post<{playable: Playable | null}>('/v1/compile', {code});
    set(({work}) => (work?.turn === turn ? {work: {...work, preview: data.playable}} : {}));
  };

  const follow = (turn: string) => (progress: Progress) => {
    const {work} = get();
    if (work?.turn !== turn) return;
    if (progress.event === 'stage') set({work: {...work, stage: progress.stage}});
    if (progress.event === 'code') set({work: {...work, code: work.code + progress.text}});
    // What the nearest template shows stands in for the scene until that is written; without it nothing is lost.
    if (progress.event === 'draft') void show(turn, progress.code).catch(() => undefined);
  };

  const takeIn = async ({turn}: Message, reply: Reply<Turned>) => {
    const detail = detailOf(reply, get().clip, turn.pictures);
    const {revision, data} = reply;
    if (revision === null) {
      change(turn.id, {state: 'nothing', question: data.question, detail});
    } else {
      set(({details}) => ({details: new Map(details).set(revision, detail)}));
    }
    const isNew = (id: string) => data.project.scenes.some((scene) => scene.id === id);
    const [scene] = reply.affected.slice(1).filter(isNew);
    set(scene ? {showing: 'scene'} : {});
    await opening.takeIn(data.project, scene);
    if (revision !== null) {
      set(({unwritten}) => ({unwritten: unwritten.filter(({id}) => id !== turn.id)}));
    }
    void projects.list();
  };

  const run = async (message: Message) => {
    const {turn, project} = message;
    running = new AbortController();
    const {signal} = running;
    set({work: {turn: turn.id, stage: null, code: '', preview: null}});
    const body = {prompt: turn.said, pictures: turn.pictures};
    try {
      const path = projectPath(project, '/messages');
      const sent = {body, key: turn.id, signal, onProgress: follow(turn.id)};
      await takeIn(message, await client.stream<Turned>(path, sent));
    } catch (error) {
      if (signal.aborted) return change(turn.id, {state: 'stopped'});
      if (!(error instanceof ApiProblem)) throw error;
      change(turn.id, {state: 'failed', problem: error});
      if (error.code === 'offline') notices.fail(error, () => void retry(turn.id));
    } finally {
      set(({work, draft}) => ({
        work: work?.turn === turn.id ? null : work,
        draft: draft?.prompt.trim() === turn.said ? null : draft,
      }));
    }
  };

  /** Says something about the project that is open, or else about one that is made for it. */
  const say = async (prompt: string, pictures: string[] = []) => {
    const said = prompt.trim();
    if (!said || get().work) return;
    set(({recalled}) => ({
      recalled: [...recalled.filter((known) => known !== said), said],
      prompt: '',
      pictures: [],
    }));
    drafting.rest(said);
    const {project, history} = get();
    const turn = newTurn(said, pictures, history[0]?.number ?? 0);
    set(({unwritten}) => ({
      unwritten: [...unwritten, turn],
      work: {turn: turn.id, stage: null, code: '', preview: null},
    }));
    try {
      await run({turn, project: project?.id ?? (await begin(said))});
    } catch (error) {
      set({work: null, prompt: said, unwritten: get().unwritten.filter(({id}) => id !== turn.id)});
      notices.fail(error, () => void say(said, pictures));
    }
  };

  const begin = async (said: string): Promise<string> => {
    const made = await projects.make(projectName(said));
    opening.enter(made);
    return made.id;
  };

  /** Says the same again; what the service has done already, it does not do twice. */
  const retry = async (id: string) => {
    const turn = get().unwritten.find((known) => known.id === id);
    const {project, work} = get();
    if (!turn || !project || work) return;
    change(id, {state: 'working', problem: null});
    await run({turn, project: project.id});
  };

  const stop = () => running?.abort();

  const forget = (id: string) =>
    set(({unwritten}) => ({unwritten: unwritten.filter((turn) => turn.id !== id)}));

  return {say, retry, stop, forget};
};

const newTurn = (said: string, pictures: string[], after: number): Turn => ({
  id: crypto.randomUUID(),
  revision: null,
  after,
  said,
  pictures,
  state: 'working',
  told: [],
  question: null,
  scenes: [],
  undone: false,
  detail: null,
  problem: null,
});
