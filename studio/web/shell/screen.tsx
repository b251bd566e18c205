import {Bug, X} from 'lucide-react';
import {useEffect, useMemo, useState} from 'react';
import {useShallow} from 'zustand/react/shallow';
import {Button, IconButton} from '../look';
import {onStage, studio, useSession} from '../session';
import {StageStandIn} from './stand-in';
import {Viewfinder} from './viewfinder';

export type ScreenProps = {
  formats: 'one' | 'all';
  onTime: (frame: number) => void;
};

/** The stage, and what stands on it where there is nothing to play. */
export const Screen = ({formats, onTime}: ScreenProps) => {
  const {playable, draft} = useSession(useShallow(onStage));
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => setFailure(null), [playable]);
  return (
    <section className="shell-screen" aria-label="Stage" data-formats={formats}>
      <div className="shell-stage">
        <StageStandIn playable={playable} />
        {!playable && <Viewfinder />}
        {draft && <span className="shell-draft">Draft</span>}
      </div>
      {failure && <Failure message={failure} onClose={() => setFailure(null)} />}
      <Broken />
    </section>
  );
};

const Failure = ({message, onClose}: {message: string; onClose: () => void}) => {
  const canUndo = useSession(({standing}) => standing.canUndo);
  return (
    <div className="shell-failure" role="alert">
      <Bug />
      <p>{message}</p>
      <Button size="small" onClick={() => studio.choosing.showSide('code')}>
        See the code
      </Button>
      {canUndo && (
        <Button size="small" onClick={() => void studio.changing.undo()}>
          Undo
        </Button>
      )}
      <IconButton label="Dismiss" size="small" onClick={onClose}>
        <X />
      </IconButton>
    </div>
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
        return known ? [{id: scene, name: known.name, message}] : [];
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
