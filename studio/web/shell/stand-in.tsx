import type {Playable} from '../api';

/** Holds the place of the stage. */
export const StageStandIn = ({playable}: {playable: Playable | null}) => (
  <div className="shell-stand-in">{playable?.meta.id}</div>
);
