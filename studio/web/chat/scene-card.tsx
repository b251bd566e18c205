import {Clapperboard} from 'lucide-react';
import {nameOf, sceneName} from '../composer';
import type {SceneRecord} from '../api';
import {studio, useSession} from '../session';
import type {TurnScene} from '../session';

/** A scene that came of a turn; shows it when it is pressed. */
export const SceneCard = ({scene}: {scene: TurnScene}) => {
  const project = useSession((session) => session.project);
  const at = project?.scenes.findIndex(({id}) => id === scene.id) ?? -1;
  const known = project?.scenes[at];
  return (
    <button
      type="button"
      className="chat-scene"
      disabled={!known}
      onClick={() => studio.choosing.select(scene.id)}
    >
      <span className="chat-scene-icon">{known ? at + 1 : <Clapperboard />}</span>
      <span className="chat-scene-words">
        <span className="chat-scene-name">{known ? sceneName(known) : nameOf(scene.name)}</span>
        <span className="chat-scene-kind">{known ? factsOf(known) : 'No longer in the film'}</span>
      </span>
    </button>
  );
};

const MAKERS = {
  template: 'from a template',
  model: 'written by a model',
  person: 'written by hand',
};

const factsOf = ({frames, fps, format, provenance}: SceneRecord): string => {
  const maker = provenance && MAKERS[provenance.maker];
  return [`${Number((frames / fps).toFixed(1))} s`, format, maker].filter(Boolean).join(', ');
};
