import type {Clip, SceneRecord} from '../api';
import {projectPath} from './opening';
import type {Room} from './room';

export type Clips = ReturnType<typeof clipsIn>;

type Kept = {of: string; clip: Promise<Clip>};

/** The most scenes of which something is kept. */
const MOST = 200;

/** Scenes as they can be played, each asked for once as long as it stays what it is. */
export const clipsIn = ({client, get}: Room) => {
  const kept = new Map<string, Kept>();

  const ask = async (project: string, scene: string): Promise<Clip> => {
    const {data} = await client.get<{clip: Clip}>(projectPath(project, `/scenes/${scene}`));
    return data.clip;
  };

  const load = (scene: SceneRecord): Promise<Clip> => {
    const of = JSON.stringify(scene);
    const known = kept.get(scene.id);
    if (known?.of === of) return known.clip;
    const clip = ask(get().project?.id ?? '', scene.id);
    kept.set(scene.id, {of, clip});
    clip.catch(() => kept.delete(scene.id));
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
    return clip;
  };

  return {load};
};
