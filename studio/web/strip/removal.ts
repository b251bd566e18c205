import {sceneName} from '../composer';
import {studio} from '../session';
import {without} from './order';

/** Deletes a scene, and offers to bring it back. */
export const removeScene = (id: string) => {
  const {project} = studio.store.getState();
  const at = project?.scenes.findIndex((scene) => scene.id === id) ?? -1;
  const scene = project?.scenes[at];
  if (!scene) return;
  const undo = {label: 'Undo', run: () => void studio.changing.undo()};
  void studio.changing
    .operate([{op: 'delete', scene: at + 1}], (now) => without(now, id))
    .then(() =>
      studio.notices.tell({tone: 'good', text: `Deleted “${sceneName(scene)}”`, action: undo}),
    );
};
