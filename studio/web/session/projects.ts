import {ApiProblem} from '../api';
import type {Project, ProjectSummary} from '../api';
import type {Notices} from './notices';
import type {Opening} from './opening';
import {projectPath} from './opening';
import {freeName} from './project-name';
import type {Room} from './room';

export type Projects = ReturnType<typeof projectsIn>;

/** The projects that there are. */
export const projectsIn = ({client, get, set}: Room, notices: Notices, opening: Opening) => {
  const list = async () => {
    try {
      const {data} = await client.get<{projects: ProjectSummary[]}>('/v1/projects');
      set({projects: data.projects});
    } catch (error) {
      notices.fail(error, () => void list());
    }
  };

  /** Makes a project; where the name is taken, with a number behind it. */
  const make = async (name: string): Promise<Project> => {
    const taken = new Set((get().projects ?? []).map((project) => project.name));
    for (;;) {
      const tried = freeName(name, taken);
      try {
        const {data} = await client.post<{project: Project}>('/v1/projects', {name: tried});
        void list();
        return data.project;
      } catch (error) {
        const isTaken =
          error instanceof ApiProblem && error.code === 'project' && !taken.has(tried);
        if (!isTaken || !/already/.test(error.detail)) throw error;
        taken.add(tried);
      }
    }
  };

  const restore = async (id: string, wasOpen: boolean) => {
    try {
      await client.post(projectPath(id, '/undo'));
      await list();
      if (wasOpen) await opening.open(id);
    } catch (error) {
      notices.fail(error);
    }
  };

  /** Deletes a project, and offers to bring it back. */
  const remove = async ({id, name}: Pick<ProjectSummary, 'id' | 'name'>) => {
    const wasOpen = get().project?.id === id;
    try {
      await client.delete(projectPath(id));
      if (wasOpen) opening.leave();
      await list();
      const action = {label: 'Undo', run: () => void restore(id, wasOpen)};
      notices.tell({tone: 'good', text: `Deleted “${name}”`, action});
    } catch (error) {
      notices.fail(error, () => void remove({id, name}));
    }
  };

  return {list, make, remove};
};
