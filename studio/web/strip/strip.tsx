import {
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type {Announcements, DragEndEvent, UniqueIdentifier} from '@dnd-kit/core';
import {
  SortableContext,
  horizontalListSortingStrategy,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import {Play, Plus} from 'lucide-react';
import {Fragment} from 'react';
import type {Project, SceneRecord} from '../api';
import {sceneName} from '../composer';
import {Button, Skeleton, Tooltip} from '../look';
import {studio, useSession} from '../session';
import {Join} from './join';
import {lengthOf, withMoved} from './order';
import {SceneTile} from './scene-tile';
import {Tiles} from './tiles';

export type StripProps = {
  /** The scene that is playing, while all of the film is. */
  playing: string | null;
  onPlayAll: () => void;
};

/** The scenes of the film in their order. */
export const Strip = ({playing, onPlayAll}: StripProps) => {
  const project = useSession((session) => session.project);
  const showing = useSession((session) => session.showing);
  const scenes = project?.scenes ?? [];
  return (
    <section className="strip" aria-label="Scenes">
      <header className="strip-head">
        <h2 className="strip-title">
          {project ? <Amount scenes={scenes} /> : <Skeleton width="5rem" height="0.75rem" />}
        </h2>
        <Button
          size="small"
          weight="quiet"
          aria-pressed={showing === 'film'}
          disabled={scenes.length === 0}
          onClick={onPlayAll}
        >
          <Play />
          Play all
        </Button>
      </header>
      {project ? <Row project={project} playing={playing} /> : <Tiles />}
    </section>
  );
};

const Amount = ({scenes}: {scenes: SceneRecord[]}) => (
  <>
    {scenes.length === 1 ? '1 scene' : `${scenes.length} scenes`}
    <span className="strip-length">{Number(lengthOf(scenes).toFixed(1))} s</span>
  </>
);

const Row = ({project, playing}: {project: Project; playing: string | null}) => {
  const sensors = useSensors(
    useSensor(MouseSensor, {activationConstraint: {distance: 5}}),
    useSensor(TouchSensor, {activationConstraint: {delay: 220, tolerance: 6}}),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      keyboardCodes: {start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter']},
    }),
  );
  const ids = project.scenes.map(({id}) => id);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements: announcementsFor(project),
        screenReaderInstructions: INSTRUCTIONS,
      }}
      onDragEnd={(event) => drop(event, project)}
    >
      <SortableContext items={ids} strategy={horizontalListSortingStrategy}>
        <ol className="strip-row">
          {project.scenes.map((scene, at) => (
            <Fragment key={scene.id}>
              {at > 0 && <Join scene={scene} number={at + 1} />}
              <SceneTile scene={scene} number={at + 1} isPlaying={playing === scene.id} />
            </Fragment>
          ))}
          <li className="strip-add">
            <Tooltip text="Add a scene" side="top">
              <button type="button" aria-label="Add a scene" onClick={add}>
                <Plus />
              </button>
            </Tooltip>
          </li>
        </ol>
      </SortableContext>
    </DndContext>
  );
};

/** A scene is added by saying what it shows. */
const add = () => document.getElementById('composer')?.focus();

const drop = ({active, over}: DragEndEvent, project: Project) => {
  const from = project.scenes.findIndex(({id}) => id === active.id);
  const to = project.scenes.findIndex(({id}) => id === over?.id);
  if (from < 0 || to < 0 || from === to) return;
  void studio.changing.operate([{op: 'move', scene: from + 1, to: to + 1}], (now) =>
    withMoved(now, from, to),
  );
};

const INSTRUCTIONS = {
  draggable:
    'Press Space to lift the scene, the left and right arrow keys to move it, Space to put it down, Escape to leave it where it was.',
};

const announcementsFor = ({scenes}: Project): Announcements => {
  const name = (id: UniqueIdentifier) => {
    const scene = scenes.find((known) => known.id === id);
    return scene ? sceneName(scene) : 'The scene';
  };
  const place = (id: UniqueIdentifier) =>
    `${scenes.findIndex((scene) => scene.id === id) + 1} of ${scenes.length}`;
  return {
    onDragStart: ({active}) => `Lifted ${name(active.id)}, ${place(active.id)}.`,
    onDragOver: ({active, over}) =>
      over
        ? `${name(active.id)} would be ${place(over.id)}.`
        : `${name(active.id)} is beside the film.`,
    onDragEnd: ({active, over}) =>
      over
        ? `${name(active.id)} is now ${place(over.id)}.`
        : `${name(active.id)} stays where it was.`,
    onDragCancel: ({active}) => `${name(active.id)} stays where it was.`,
  };
};
