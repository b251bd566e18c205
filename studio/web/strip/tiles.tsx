import {Skeleton} from '../look';
import './strip.css';

/** Holds the place of all of the strip. */
export const StripWaiting = () => (
  <div className="strip" aria-hidden>
    <div className="strip-head">
      <Skeleton width="5rem" height="0.75rem" />
    </div>
    <Tiles />
  </div>
);

/** Holds the place of the scenes. */
export const Tiles = () => (
  <div className="strip-row" aria-hidden>
    {[1, 2, 3].map((number) => (
      <div key={number} className="strip-scene">
        <Skeleton height="4.5rem" />
      </div>
    ))}
  </div>
);
