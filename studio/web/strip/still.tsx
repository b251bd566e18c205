import {useEffect, useRef, useState} from 'react';
import type {Playable, SceneRecord} from '../api';
import {Skeleton} from '../look';
import {studio} from '../session';
import {Thumbnail} from '../stage';

/** How far a scene has come when it shows what it is about. */
const TOLD = 0.6;

/** A small picture of a scene, asked for once it can be seen. */
export const Still = ({scene}: {scene: SceneRecord}) => {
  const room = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(room);
  const playable = usePlayable(scene, isSeen);
  return (
    <span ref={room} className="strip-picture">
      {playable ? (
        <Thumbnail playable={playable} frame={Math.round(playable.meta.durationInFrames * TOLD)} />
      ) : (
        <Skeleton height="100%" />
      )}
    </span>
  );
};

const usePlayable = (scene: SceneRecord, isWanted: boolean): Playable | null => {
  const [playable, setPlayable] = useState<Playable | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isWaiting = true;
    studio.clips.load(scene).then(
      (clip) => isWaiting && setPlayable(clip.playable),
      // What is wrong with a scene is said where it is played.
      () => undefined,
    );
    return () => {
      isWaiting = false;
    };
  }, [scene, isWanted]);
  return playable;
};

const useSeen = (room: {current: Element | null}): boolean => {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({isIntersecting}) => isIntersecting) && setIsSeen(true),
      {rootMargin: '160px'},
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [room]);
  return isSeen;
};
