import {useCallback, useEffect, useRef, useState} from 'react';
import type {RefObject} from 'react';
import {studio, useSession} from '../session';

export type Playing = {
  /** The scene of the film that is playing, while all of it is on the stage. */
  scene: string | null;
  /** The frame that is on the stage. */
  frame: RefObject<number>;
  onTime: (frame: number) => void;
};

/** Follows what plays. */
export const usePlaying = (): Playing => {
  const [scene, setScene] = useState<string | null>(null);
  const isFilm = useSession(({showing}) => showing === 'film');
  const frame = useRef(0);
  useEffect(() => setScene(null), [isFilm]);
  const onTime = useCallback((now: number) => {
    frame.current = now;
    const {showing, film} = studio.store.getState();
    if (showing !== 'film' || !film) return;
    const cue = film.cues.findLast(({from}) => from <= now);
    setScene(cue?.scene ?? null);
  }, []);
  return {scene, frame, onTime};
};
