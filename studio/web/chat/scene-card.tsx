import {Clapperboard} from 'lucide-react';
import {nameOf} from '../composer';
import {studio, useSession} from '../session';
import type {TurnScene} from '../session';

/** A scene that came of a turn; shows it when it is pressed. */
export const SceneCard = ({scene}: {scene: TurnScene}) => {
  const project = useSession((session) => session.project);
  const at = project?.scenes.findIndex(({id}) => id === scene.id) ?? -1;
  const known = project?.scenes[at];
  const kind = nameOf(scene.template ?? 'own code');
  return (
    <button
      type="button"
      className="chat-scene"
      disabled={!known}
      onClick={() => studio.choosing.select(scene.id)}
    >
      <span className="chat-scene-icon">{known ? at + 1 : <Clapperboard />}</span>
      <span className="chat-scene-words">
        <span className="chat-scene-name">{known?.name ?? scene.name}</span>
        <span className="chat-scene-kind">{known ? kind : 'No longer in the film'}</span>
      </span>
    </button>
  );
};
