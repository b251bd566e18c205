import {ApiProblem} from '../api';
import type {Finding, Playable, Turned} from '../api';
import type {Notices} from './notices';
import {projectPath} from './opening';
import type {Opening} from './opening';
import {Newest} from './room';
import type {Room} from './room';

type Compiled = {playable: Playable | null; findings: Finding[]};

/** How long writing rests before it is tried, in milliseconds. */
const REST = 250;

/** The code of the selected scene, changed by hand. */
export const editingIn = ({client, get, set}: Room, notices: Notices, opening: Opening) => {
  const newest = new Newest();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const compile = async (code: string): Promise<Compiled> => {
    const {data} = await client.post<Compiled>('/v1/compile', {code});
    return data;
  };

  const attempt = async (code: string, isNewest: () => boolean) => {
    const {playable, findings} = await compile(code);
    const {clip} = get();
    if (!isNewest() || !clip) return;
    set({findings, ...(playable && {live: {...clip, playable}})});
  };

  /** What is wrong with code that was refused; nothing where it was refused for another reason. */
  const findingsOf = async (error: unknown, code: string): Promise<Finding[]> => {
    if (!(error instanceof ApiProblem)) return [];
    if (error.findings.length > 0 || error.code !== 'scene') return error.findings;
    return compile(code).then(
      ({findings}) => findings,
      () => [],
    );
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
      set({before: clip.code, isCompared: false, findings: []});
      await opening.takeIn(data.project);
      notices.tell({tone: 'good', text: 'Saved the code'});
    } catch (error) {
      const findings = await findingsOf(error, code);
      if (findings.length > 0) set({findings});
      else notices.fail(error, () => void save(code));
    }
  };

  return {write, save};
};
