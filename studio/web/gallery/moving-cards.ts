import {useCallback, useEffect, useState} from 'react';
import type {RefObject} from 'react';
import {movingOf} from './attention';

/** How long the room has to be at rest before cards begin to move by themselves. */
const REST = 500;

/** How many move at the same time, and how many where there is no pointer to rest on a card. */
const MOST = 3;
const MOST_ON_TOUCH = 1;

/** Which cards move: the one that the person is at at once, others when the room is at rest. */
export const useMovingCards = (
  room: RefObject<HTMLElement | null>,
  shown: readonly string[],
): {moving: ReadonlySet<string>; attend: (id: string, attends: boolean) => void} => {
  const [at, setAt] = useState<string | null>(null);
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const still = useStillness();
  const key = shown.join(' ');
  useEffect(() => {
    const place = room.current;
    if (!place || still) {
      setMoving(new Set());
      return undefined;
    }
    const most = matchMedia('(hover: hover)').matches ? MOST : MOST_ON_TOUCH;
    let timer: ReturnType<typeof setTimeout>;
    const settle = () => setMoving(new Set(movingOf(...lookAround(place), most)));
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, REST);
    };
    const lookAround = (element: HTMLElement) => [seenIn(element), at, middleOf(element)] as const;
    if (at !== null)
      setMoving((now) => (now.has(at) ? now : new Set([at, ...[...now].slice(0, most - 1)])));
    wait();
    place.addEventListener('scroll', wait, {passive: true});
    return () => {
      clearTimeout(timer);
      place.removeEventListener('scroll', wait);
    };
  }, [room, at, still, key]);
  const attend = useCallback(
    (id: string, attends: boolean) => setAt((now) => (attends ? id : now === id ? null : now)),
    [],
  );
  return {moving, attend};
};

const seenIn = (room: HTMLElement) => {
  const {top, bottom} = room.getBoundingClientRect();
  return [...room.querySelectorAll<HTMLElement>('[data-template]')].map((card) => {
    const box = card.getBoundingClientRect();
    return {
      id: card.dataset.template ?? '',
      x: box.left + box.width / 2,
      y: box.top + box.height / 2,
      whole: box.top >= top && box.bottom <= bottom,
    };
  });
};

const middleOf = (room: HTMLElement) => {
  const {left, top, width, height} = room.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
};

const QUIET = '(prefers-reduced-motion: reduce)';

/** Whether the person wants nothing to move. */
const useStillness = () => {
  const [still, setStill] = useState(() => matchMedia(QUIET).matches);
  useEffect(() => {
    const wish = matchMedia(QUIET);
    const follow = () => setStill(wish.matches);
    wish.addEventListener('change', follow);
    return () => wish.removeEventListener('change', follow);
  }, []);
  return still;
};
