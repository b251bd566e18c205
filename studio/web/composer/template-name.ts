import type {SceneRecord} from '../api';

/** What people read for the id of a template: `bar-chart` is `Bar chart`. */
export const nameOf = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What people read for a scene: its own name, or that of its kind where nobody named it. */
export const sceneName = ({name}: Pick<SceneRecord, 'name'>): string =>
  /^[a-z\d]+(-[a-z\d]+)*( \d+)?$/.test(name) ? nameOf(name) : name;
