import {useSortable} from '@dnd-kit/sortable';
import {CSS} from '@dnd-kit/utilities';
import {Copy, Ellipsis, Pencil, Trash2, TriangleAlert} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import type {SceneRecord} from '../api';
import {sceneName} from '../composer';
import {IconButton, Menu, MenuItem, MenuLine} from '../look';
import {studio, useSession} from '../session';
import {Length} from './length';
import {Name} from './name';
import {removeScene} from './removal';
import {Still} from './still';

export type SceneTileProps = {scene: SceneRecord; number: number; isPlaying: boolean};

/** A scene of the film: shows it when it is pressed, and moves it when it is dragged. */
export const SceneTile = ({scene, number, isPlaying}: SceneTileProps) => {
  const [isNaming, setIsNaming] = useState(false);
  const isSelected = useSession(
    ({selected, showing}) => showing === 'scene' && selected === scene.id,
  );
  const broken = useSession(({film}) => film?.broken.find((known) => known.scene === scene.id));
  const {
    setNodeRef,
    setActivatorNodeRef,
    listeners,
    attributes,
    transform,
    transition,
    isDragging,
  } = useSortable({id: scene.id, disabled: isNaming});
  const tile = useInSight(isSelected || isPlaying);
  const style = {transform: CSS.Translate.toString(transform && {...transform, y: 0}), transition};
  return (
    <li
      ref={(element) => {
        setNodeRef(element);
        tile.current = element;
      }}
      className="strip-scene"
      style={style}
      data-dragging={isDragging || undefined}
      data-selected={isSelected || undefined}
      data-playing={isPlaying || undefined}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className="strip-still"
        {...attributes}
        {...listeners}
        aria-current={isSelected || undefined}
        aria-label={`Scene ${number}, ${sceneName(scene)}${broken ? ', cannot be played' : ''}`}
        onClick={() => studio.choosing.select(scene.id)}
        onDoubleClick={() => setIsNaming(true)}
      >
        {broken ? <TriangleAlert className="strip-broken" /> : <Still scene={scene} />}
        <span className="strip-number" aria-hidden>
          {number}
        </span>
      </button>
      <div className="strip-words">
        <Name scene={scene} number={number} isNaming={isNaming} onNaming={setIsNaming} />
        <Length scene={scene} number={number} />
      </div>
      <SceneMenu scene={scene} number={number} onRename={() => setIsNaming(true)} />
    </li>
  );
};

/** Scrolls to a tile when it is what is looked at. */
const useInSight = (isWanted: boolean) => {
  const tile = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) tile.current?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }, [isWanted]);
  return tile;
};

type SceneMenuProps = {scene: SceneRecord; number: number; onRename: () => void};

const SceneMenu = ({scene, number, onRename}: SceneMenuProps) => (
  <Menu
    side="top"
    align="end"
    trigger={
      <IconButton
        label={`More about ${sceneName(scene)}`}
        size="small"
        side="top"
        className="strip-more"
      >
        <Ellipsis />
      </IconButton>
    }
  >
    <MenuItem icon={<Pencil />} onSelect={() => setTimeout(onRename)}>
      Rename
    </MenuItem>
    <MenuItem
      icon={<Copy />}
      onSelect={() => void studio.changing.operate([{op: 'duplicate', scene: number}])}
    >
      Duplicate
    </MenuItem>
    <MenuLine />
    <MenuItem icon={<Trash2 />} danger onSelect={() => removeScene(scene.id)}>
      Delete
    </MenuItem>
  </Menu>
);
