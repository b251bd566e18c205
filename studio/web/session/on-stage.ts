import type {Playable} from '../api';
import type {Session} from './state';

/** What the stage plays. */
export type OnStage = {playable: Playable | null; draft: boolean};

/** What is to be seen now: what is being tried comes before what is there. */
export const onStage = ({live, draft, work, showing, film, clip}: Session): OnStage => {
  if (live) return {playable: live.playable, draft: true};
  const tried = draft?.preview.clips[draft.at]?.playable ?? work?.preview;
  if (tried) return {playable: tried, draft: true};
  if (showing === 'film' && film?.film) return {playable: film.film, draft: false};
  return {playable: clip?.playable ?? null, draft: false};
};
