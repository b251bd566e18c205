import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type {DragEndEvent} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import {CSS} from '@dnd-kit/utilities';
import {GripVertical, X} from 'lucide-react';
import type {ReactNode} from 'react';
import {IconButton} from '../look';

export type SortingProps = {
  keys: readonly number[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

/** Entries that can be put into another order by their handles, with the pointer or with Space and arrows. */
export const Sorting = ({keys, onMove, children}: SortingProps) => {
  const sensors = useSensors(
    useSensor(PointerSensor, {activationConstraint: {distance: 3}}),
    useSensor(KeyboardSensor, {coordinateGetter: sortableKeyboardCoordinates}),
  );
  const dropped = ({active, over}: DragEndEvent) => {
    if (over) onMove(keys.indexOf(Number(active.id)), keys.indexOf(Number(over.id)));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={dropped}>
      <SortableContext items={[...keys]} strategy={verticalListSortingStrategy}>
        <ol className="list-items">{children}</ol>
      </SortableContext>
    </DndContext>
  );
};

export type EntryProps = {
  item: number;
  place: number;
  /** Whether Tab passes its handle and its button by, since keys in it do the same. */
  passed?: boolean;
  onRemove: () => void;
  children: ReactNode;
};

/** An entry with its handle, and what takes it away. */
export const Entry = ({item, place, passed, onRemove, children}: EntryProps) => {
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({id: item});
  return (
    <li
      ref={setNodeRef}
      className="list-item"
      data-dragged={isDragging || undefined}
      style={{transform: CSS.Translate.toString(transform), transition}}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="list-handle"
        {...attributes}
        {...listeners}
        tabIndex={passed ? -1 : 0}
        aria-label={`Move ${place + 1}`}
      >
        <GripVertical />
      </button>
      {children}
      <IconButton
        label={`Remove ${place + 1}`}
        keys={passed ? 'Ctrl Backspace' : undefined}
        tabIndex={passed ? -1 : 0}
        size="small"
        className="list-remove"
        onClick={onRemove}
      >
        <X />
      </IconButton>
    </li>
  );
};
