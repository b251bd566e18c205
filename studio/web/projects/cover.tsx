import {useEffect, useRef, useState} from 'react';
import type {Clip, Playable} from '../api';
import {studio} from '../session';
import {Thumbnail} from '../stage';

/** How far a scene has come when it shows what it is about. */
const TOLD = 0.6;

/** A small picture of a project's first scene, asked for once it can be seen. */
export const Cover = ({project, revision}: {project: string; revision: number}) => {
  const room = useRef<HTMLSpanElement>(null);
  const [playable, setPlayable] = useState<Playable | null>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const path = `/v1/projects/${encodeURIComponent(project)}/scenes/1`;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      watcher.disconnect();
      studio.client.get<{clip: Clip}>(path).then(
        ({data}) => setPlayable(data.clip.playable),
        // The name stands without it.
        () => undefined,
      );
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [project, revision]);
  return (
    <span ref={room} className="projects-cover">
      {playable && (
        <Thumbnail playable={playable} frame={Math.round(playable.meta.durationInFrames * TOLD)} />
      )}
    </span>
  );
};
