import {ApiProblem} from '../api';
import type {Finding, Playable, Turned} from '../api';
import type {Notices} from './notices';
import {projectPath} from './opening';
import type {Opening} from './opening';
import {Newest} from './room';
import type {Room} from './room';

export type Editing = ReturnType<typeof editingIn>;

/** How long writing rests before it is tried, in milliseconds. */
const REST = 250;

/** The code of the selected scene, changed by hand. */
export const editingIn = ({client, get, set}: Room, notices: Notices, opening: Opening) => {
  const newest = new Newest();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const attempt = async (code: string, isNewest: () => boolean) => {
    const path = '/v1/compile';
    const {data} = await client.post<{playable: Playable | null; findings: Finding[]}>(path, {
      code,
    });
    const {clip} = get();
    if (!isNewest() || !clip) return;
    set({
      findings: data.findings,
      ...(data.playable && {live: {...clip, playable: data.playable}}),
    });
  };

  /** Shows what the code that is being written plays, and what is wrong with it. */
  const write = (code: string) => {
    const isNewest = newest.begin();
    clearTimeout(waiting);
    if (code === get().clip?.code) return set({live: null, findings: []});
    const ask = () => attempt(code, isNewest).catch((error: unknown) => notices.fail(error));
    waiting = setTimeout(() => void ask(), REST);
  };

  /** Keeps the code as a revision, or says what is wrong with it. */
  const save = async (code: string) => {
    clearTimeout(waiting);
    newest.begin();
    const {project, clip} = get();
    if (!project || !clip?.id) return;
    try {
      const path = projectPath(project.id, `/scenes/${clip.id}/code`);
      const {data} = await client.put<Turned>(path, {code});
      set({before: clip.code, findings: []});
      await opening.takeIn(data.project);
      notices.tell({tone: 'good', text: 'Saved the code'});
    } catch (error) {
      if (error instanceof ApiProblem && error.findings.length > 0) set({findings: error.findings});
      else notices.fail(error, () => void save(code));
    }
  };

  return {write, save};
};
