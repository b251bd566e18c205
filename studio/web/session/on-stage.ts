import type {Clip, Playable} from '../api';
import type {Session} from './state';

/** What the stage plays. */
export type OnStage = {
  playable: Playable | null;
  draft: boolean;
  /** The same as long as it is the same thing, however it changes. */
  key: string;
};

/** What is to be seen now: what is being tried comes before what is there. */
export const onStage = (session: Session): OnStage => {
  const {live, draft, work, showing, film, clip} = session;
  if (live) return {playable: live.playable, draft: true, key: keyOf(live, session)};
  const tried = draft?.preview.clips[draft.at];
  if (tried) return {playable: tried.playable, draft: true, key: keyOf(tried, session)};
  if (work?.preview) return {playable: work.preview, draft: true, key: `draft ${work.turn}`};
  if (showing === 'film' && film?.film) return {playable: film.film, draft: false, key: 'film'};
  return {playable: clip?.playable ?? null, draft: false, key: clip ? keyOf(clip, session) : ''};
};

/** Scenes that are there keep their id; new ones get another with every key that is pressed. */
const keyOf = ({id, template, number}: Clip, {project}: Session): string =>
  project?.scenes.some((scene) => scene.id === id) ? `scene ${id}` : `draft ${number} ${template}`;
