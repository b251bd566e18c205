import {ApiProblem} from '../api';
import type {Clip, Film, Project, Revision} from '../api';
import type {Notices} from './notices';
import {Newest} from './room';
import type {Room} from './room';
import {nothingOpen} from './state';
import {standingOf} from './turn';

export type Opening = ReturnType<typeof openingIn>;

const HISTORY = 500;

/** The project that an address names. */
export const projectIn = (hash: string): string | null =>
  /^#\/p\/([\w-]+)$/.exec(hash)?.[1] ?? null;

export const projectPath = (id: string, rest = ''): string =>
  `/v1/projects/${encodeURIComponent(id)}${rest}`;

/** Opens projects, and keeps what is shown of them as the service has it. */
export const openingIn = (room: Room, notices: Notices) => {
  const {client, get, set, address} = room;
  const [opened, filmed, clipped, told] = [new Newest(), new Newest(), new Newest(), new Newest()];

  const loadFilm = async (id: string) => {
    const isNewest = filmed.begin();
    const {data} = await client.get<Film>(projectPath(id, '/film'));
    if (isNewest()) set({film: data});
  };

  const loadHistory = async (id: string) => {
    const isNewest = told.begin();
    const path = projectPath(id, `/history?count=${HISTORY}`);
    const {data} = await client.get<{revisions: Revision[]}>(path);
    if (isNewest()) set({history: data.revisions, standing: standingOf(data.revisions)});
  };

  const loadClip = async (id: string) => {
    const isNewest = clipped.begin();
    const {selected} = get();
    if (!selected) return set({clip: null, live: null, findings: []});
    const {data} = await client.get<{clip: Clip}>(projectPath(id, `/scenes/${selected}`));
    if (isNewest()) set({clip: data.clip, live: null, findings: []});
  };

  /** Takes in a project as it now is, and loads what belongs to it; a scene that is named is selected. */
  const takeIn = async (project: Project, scene?: string) => {
    const has = (wanted: string | null | undefined) => project.scenes.some(({id}) => id === wanted);
    const {selected} = get();
    const kept = has(selected) ? selected : (project.scenes[0]?.id ?? null);
    const now = scene && has(scene) ? scene : kept;
    set({project, opened: 'open', selected: now, ...(now === selected ? {} : {before: null})});
    await Promise.all([loadFilm(project.id), loadHistory(project.id), loadClip(project.id)]).catch(
      (error: unknown) => notices.fail(error, () => void takeIn(project)),
    );
  };

  const open = async (id: string) => {
    const isNewest = opened.begin();
    address.write(`#/p/${id}`);
    set({...nothingOpen(), opened: 'loading'});
    try {
      const {data} = await client.get<{project: Project}>(projectPath(id));
      if (!isNewest()) return;
      if (data.project.deleted) return set({opened: 'missing'});
      await takeIn(data.project);
    } catch (error) {
      if (!isNewest()) return;
      const isMissing = error instanceof ApiProblem && error.status === 404;
      set({opened: isMissing ? 'missing' : 'failed'});
      if (!isMissing) notices.fail(error, () => void open(id));
    }
  };

  /** Opens a project that has just been made, without forgetting what is being said. */
  const enter = (project: Project) => {
    opened.begin();
    address.write(`#/p/${project.id}`);
    set({project, opened: 'open'});
  };

  const leave = () => {
    opened.begin();
    address.write('#/');
    set(nothingOpen());
  };

  /** Follows the address, where the person went back or forth. */
  const follow = () => {
    const id = projectIn(address.read());
    if (id === null && get().opened !== 'none') leave();
    if (id !== null && id !== get().project?.id) void open(id);
  };

  return {open, enter, leave, follow, takeIn, loadClip, loadHistory};
};
