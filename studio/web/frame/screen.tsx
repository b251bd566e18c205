import {useSyncExternalStore} from 'react';
import type {Cinema} from './cinema';
import {Layer} from './layer';

/** Draws what a cinema plays. */
export const Screen = ({cinema}: {cinema: Cinema}) => {
  const programme = useSyncExternalStore(cinema.subscribe, () => cinema.programme);
  return programme.films.map((film) => (
    <Layer
      key={film.number}
      film={film}
      surfaces={programme.surfaces}
      shown={film.number === programme.shown}
      loop={programme.loop}
      rate={programme.rate}
      onSettled={cinema.settled}
      onTime={cinema.moved}
      onError={cinema.failed}
    />
  ));
};
