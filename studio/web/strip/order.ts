import type {Project, SceneRecord, TransitionKind} from '../api';

/** A project with a scene in another place; places are counted from 0. */
export const withMoved = (project: Project, from: number, to: number): Project => {
  const scenes = [...project.scenes];
  const [scene] = scenes.splice(from, 1);
  if (scene) scenes.splice(to, 0, scene);
  return {...project, scenes};
};

/** A project without a scene. */
export const without = (project: Project, id: string): Project => ({
  ...project,
  scenes: project.scenes.filter((scene) => scene.id !== id),
});

/** A project with a scene changed. */
export const withScene = (project: Project, id: string, change: Partial<SceneRecord>): Project => ({
  ...project,
  scenes: project.scenes.map((scene) => (scene.id === id ? {...scene, ...change} : scene)),
});

/** How a scene comes after the one before it. */
export const transitionOf = ({transition}: SceneRecord): TransitionKind =>
  transition?.kind ?? 'none';

/** How long scenes last together, in seconds. */
export const lengthOf = (scenes: SceneRecord[]): number =>
  scenes.reduce((sum, {frames, fps}, at) => {
    const overlap = at > 0 ? (scenes[at]?.transition?.frames ?? 0) : 0;
    return sum + (frames - overlap) / fps;
  }, 0);

/** Seconds as people read and write them: `4`, `4.5`. */
export const secondsOf = ({frames, fps}: SceneRecord): string =>
  `${Number((frames / fps).toFixed(2))}`;

/** The length that a person wrote, in seconds, if it is one: `4`, `4.5s`, `2,5`, `0:04`. */
export const readLength = (text: string): number | null => {
  const [, minutes = '0', seconds] = /^\s*(?:(\d+):)?(\d+(?:[.,]\d+)?)\s*s?\s*$/.exec(text) ?? [];
  if (seconds === undefined) return null;
  const length = Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  return length > 0 ? length : null;
};
