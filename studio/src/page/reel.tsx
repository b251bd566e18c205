import {useEffect, useLayoutEffect, useMemo, useRef, useState} from 'react';
import type {RefObject} from 'react';
import {
  AbsoluteFill,
  Freeze,
  Sequence,
  continueRender,
  delayRender,
  staticFile,
  useCurrentFrame,
  useVideoConfig,
} from 'remotion';
import type {Film, FilmScene} from '../film';
import {loadScene} from './modules';
import {ErrorBoundary} from './error-boundary';
import {catchCancellation, whenSettled, whenSized} from './stillness';
import {report} from './report';
import {lookAround} from './probe';
import {loadTypefaces} from './typefaces';

const readFilm = async (): Promise<Film> => {
  const response = await fetch(staticFile('film.json'));
  return (await response.json()) as Film;
};

const useFilm = (): Film | null => {
  const [film, setFilm] = useState<Film | null>(null);
  const [handle] = useState(() => delayRender('reading the film and the fonts'));
  useEffect(() => {
    void Promise.all([readFilm(), loadTypefaces()]).then(([read]) => setFilm(read));
  }, []);
  useLayoutEffect(() => {
    if (film !== null) {
      continueRender(handle);
    }
  }, [film, handle]);
  return film;
};

const FrozenScene = ({scene, frame}: {scene: FilmScene; frame: number}) => {
  const {default: Scene, defaultProps} = useMemo(() => loadScene(scene.name, scene.code), [scene]);
  return (
    <Freeze frame={frame}>
      <Sequence durationInFrames={scene.durationInFrames}>
        <Scene {...defaultProps} />
      </Sequence>
    </Freeze>
  );
};

/** Sees to it that a shot's scene is waited for and looked at before its picture is taken. */
const useShot = (film: Film | null, index: number, root: RefObject<HTMLDivElement | null>) => {
  const {width, height} = useVideoConfig();
  useLayoutEffect(() => {
    const element = root.current;
    if (film === null || element === null) {
      return;
    }
    const handle = delayRender(`shot ${index}`);
    let cancelled = false;
    catchCancellation((message) => {
      cancelled = true;
      report({shot: index, kind: 'threw', message});
    });
    const take = async (): Promise<void> => {
      await whenSized(element, width, height);
      const stuck = await whenSettled(handle, () => cancelled);
      stuck.forEach((message) => report({shot: index, kind: 'stuck', message}));
      if (film.probe) {
        report({shot: index, kind: 'seen', sight: lookAround(element)});
      }
    };
    void take()
      .catch((error: unknown) => report({shot: index, kind: 'stuck', message: String(error)}))
      .finally(() => continueRender(handle));
  }, [film, index, root, width, height]);
};

/** Says that a shot begins before its scene renders, so that it is known whom to blame if that never ends. */
const Announcement = ({index}: {index: number}) => {
  report({shot: index, kind: 'begun'});
  return null;
};

/**
 * Shows the shots of the film, one a frame. Each shot holds the render until its scene waits for nothing more,
 * then has the document looked at, and only then lets the picture be taken.
 */
export const Reel = () => {
  const film = useFilm();
  const index = useCurrentFrame();
  const root = useRef<HTMLDivElement>(null);
  useShot(film, index, root);
  const shot = film?.shots[index];
  const scene = shot && film?.scenes[shot.scene];
  if (!shot || !scene) {
    return null;
  }
  const fail = (message: string) => report({shot: index, kind: 'threw', message});
  return (
    <AbsoluteFill ref={root}>
      <Announcement index={index} />
      <ErrorBoundary key={shot.scene} onError={fail}>
        <FrozenScene scene={scene} frame={shot.frame} />
      </ErrorBoundary>
    </AbsoluteFill>
  );
};
