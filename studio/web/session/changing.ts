import type {Op, Preview, Project, Reply, Turned} from '../api';
import type {Notices} from './notices';
import {projectPath} from './opening';
import type {Opening} from './opening';
import {Newest} from './room';
import type {Room} from './room';
import {detailOf} from './turn-detail';

export type Changing = ReturnType<typeof changingIn>;

/** How fast a parameter that is being moved is followed, in milliseconds. */
const PACE = 30;

/** Changes made by hand. */
export const changingIn = ({client, get, set}: Room, notices: Notices, opening: Opening) => {
  const moved = new Newest();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const takeIn = async (reply: Reply<Turned>, scene?: string) => {
    const {revision} = reply;
    const detail = detailOf(reply, get().clip);
    if (revision !== null) set(({details}) => ({details: new Map(details).set(revision, detail)}));
    await opening.takeIn(reply.data.project, scene);
  };

  /** Makes changes; `foresee` says how the project will look, so that the page need not wait. */
  const operate = async (ops: Op[], foresee?: (project: Project) => Project) => {
    const {project} = get();
    if (!project) return;
    if (foresee) set({project: foresee(project)});
    try {
      const reply = await client.post<Turned>(projectPath(project.id, '/operations'), ops);
      const isNew = ({id}: {id: string}) => !project.scenes.some((known) => known.id === id);
      await takeIn(reply, reply.data.project.scenes.find(isNew)?.id);
    } catch (error) {
      if (get().project?.id === project.id) set({project});
      notices.fail(error, () => void operate(ops, foresee));
    }
  };

  const rewind = async (way: 'undo' | 'redo') => {
    const {project, standing} = get();
    if (!project || !(way === 'undo' ? standing.canUndo : standing.canRedo)) return;
    set({standing: {...standing, canUndo: false, canRedo: false}});
    try {
      const {data} = await client.post<{project: Project}>(projectPath(project.id, `/${way}`));
      await opening.takeIn(data.project);
    } catch (error) {
      set({standing});
      notices.fail(error, () => void rewind(way));
    }
  };

  const foreseen = async (param: string, value: unknown, isNewest: () => boolean) => {
    const {project, clip} = get();
    if (!project || !clip) return;
    const op: Op =
      value === null
        ? {op: 'remove', scene: clip.number, param}
        : {op: 'set', scene: clip.number, param, value};
    const ask = {project: project.id, operations: [op]};
    const {data} = await client.post<Preview>('/v1/preview', ask);
    const live = data.clips.find(({id}) => id === clip.id);
    if (live && isNewest()) set({live});
  };

  /** Shows the selected scene with a parameter changed, while it is being moved. */
  const move = (param: string, value: unknown) => {
    const isNewest = moved.begin();
    clearTimeout(waiting);
    // A value that is not right yet, such as half a number, shows nothing new.
    const ask = () => foreseen(param, value, isNewest).catch(() => undefined);
    waiting = setTimeout(() => void ask(), PACE);
  };

  /** Gives a parameter of the selected scene a value; `null` takes it away. */
  const settle = async (param: string, value: unknown) => {
    clearTimeout(waiting);
    moved.begin();
    const {project, clip} = get();
    if (!project || !clip?.id) return;
    try {
      const path = projectPath(project.id, `/scenes/${clip.id}`);
      await takeIn(await client.patch<Turned>(path, {[param]: value}));
    } catch (error) {
      set({live: null});
      notices.fail(error, () => void settle(param, value));
    }
  };

  return {operate, undo: () => rewind('undo'), redo: () => rewind('redo'), move, settle};
};
