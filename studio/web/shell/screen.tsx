import {Bug} from 'lucide-react';
import {useEffect, useMemo, useRef} from 'react';
import type {RefObject} from 'react';
import {useShallow} from 'zustand/react/shallow';
import {sceneName} from '../composer';
import {Button} from '../look';
import {onStage, studio, useSession} from '../session';
import {Stage} from '../stage';
import type {Mark, StageHandle} from '../stage';
import {Viewfinder} from './viewfinder';

export type ScreenProps = {
  stage: RefObject<StageHandle | null>;
  formats: 'one' | 'all';
  onTime: (frame: number) => void;
};

/** The stage, and what stands on it where there is nothing to play. */
export const Screen = ({stage, formats, onTime}: ScreenProps) => {
  const {playable, draft, key} = useSession(useShallow(onStage));
  const marks = useMarks();
  useFromTheStart(stage, key);
  return (
    <section className="shell-screen" aria-label="Stage" data-empty={!playable || undefined}>
      <div className="shell-stage">
        <Stage
          ref={stage}
          playable={playable}
          draft={draft}
          formats={formats}
          marks={marks}
          remedies={<Remedies />}
          onTime={onTime}
        />
        {!playable && <Viewfinder />}
      </div>
      <Broken />
    </section>
  );
};

/** Plays what is new from its beginning; what was a draft goes on as the scene that it became. */
const useFromTheStart = (stage: RefObject<StageHandle | null>, key: string) => {
  const before = useRef(key);
  useEffect(() => {
    const isSame = before.current === key || before.current.startsWith('draft');
    before.current = key;
    if (isSame && !key.startsWith('draft')) return;
    stage.current?.begin();
  }, [stage, key]);
};

const NO_MARKS: Mark[] = [];

/** Where the scenes of the film begin. */
const useMarks = (): Mark[] => {
  const project = useSession((session) => session.project);
  const film = useSession((session) => session.film);
  const isFilm = useSession((session) => onStage(session).key === 'film');
  return useMemo(() => {
    if (!isFilm || !film) return NO_MARKS;
    const sceneOf = (id: string) => project?.scenes.find((scene) => scene.id === id);
    return film.cues.flatMap(({scene, from}) => {
      const known = sceneOf(scene);
      return known ? [{frame: from, label: sceneName(known)}] : [];
    });
  }, [project, film, isFilm]);
};

/** What can be done about a scene that cannot be played. */
const Remedies = () => {
  const canUndo = useSession(({standing}) => standing.canUndo);
  return (
    <>
      <Button size="small" onClick={() => studio.choosing.showSide('code')}>
        See the code
      </Button>
      {canUndo && (
        <Button size="small" onClick={() => void studio.changing.undo()}>
          Undo
        </Button>
      )}
    </>
  );
};

/** Scenes that the film has to leave out. */
const Broken = () => {
  const film = useSession((session) => session.film);
  const project = useSession((session) => session.project);
  const showing = useSession((session) => session.showing);
  const broken = useMemo(
    () =>
      (film?.broken ?? []).flatMap(({scene, message}) => {
        const known = project?.scenes.find(({id}) => id === scene);
        return known ? [{id: scene, name: sceneName(known), message}] : [];
      }),
    [film, project],
  );
  const [first] = broken;
  if (!first || showing !== 'film') return null;
  return (
    <div className="shell-failure" role="alert">
      <Bug />
      <p>
        “{first.name}” cannot be played: {first.message}
        {broken.length > 1 && ` (and ${broken.length - 1} more)`}
      </p>
      <Button size="small" onClick={() => studio.choosing.select(first.id)}>
        Show it
      </Button>
    </div>
  );
};
