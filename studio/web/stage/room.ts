import {useLayoutEffect, useRef, useState} from 'react';
import type {RefObject} from 'react';

/** An element's room, and how large it is, kept up to date. */
export const useRoom = (): [RefObject<HTMLDivElement | null>, {width: number; height: number}] => {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({width: 0, height: 0});
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) {
      return undefined;
    }
    const measure = () => setRoom({width: watched.clientWidth, height: watched.clientHeight});
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, room];
};
