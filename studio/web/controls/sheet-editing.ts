import {useRef, useState} from 'react';
import type {KeyboardEvent, RefObject} from 'react';
import {flushSync} from 'react-dom';
import {wayOf} from './cell';
import {isTable, writeRows} from './delimited';
import {useDraft} from './draft';
import type {EditorProps} from './editing';
import {cellsIn, clearedIn, extended, lengthens} from './range';
import type {Place, Range} from './range';
import {readPasted} from './series';
import {freshRows, laidOver, toldOf, withTail} from './sheet-rows';
import type {SheetKind, SheetRow} from './sheet-rows';

/** The rows of a sheet with what can be done to them; all but writing is let go at once. */
export type RowEditing = {
  rows: SheetRow[];
  columns: number;
  most: number;
  set: (rows: readonly SheetRow[]) => void;
  write: (place: Place, text: string, letGo: boolean) => void;
  move: (from: number, to: number) => void;
  remove: (row: number) => void;
};

/** Rows of a value, with an empty one at the end. They are drawn before a call comes back, so that the next key finds its cell. */
export const useRows = <Value>(
  {control, value, onChange, onCommit}: EditorProps<Value>,
  kind: SheetKind<Value>,
): RowEditing => {
  const {columns} = kind;
  const [rows, setRows] = useDraft(value, kind);
  const [, most] = control.range ?? [0, 200];
  const tell = (next: readonly SheetRow[], teller: typeof onChange) => {
    const tailed = withTail(next, columns, most);
    flushSync(() => {
      setRows(tailed);
      teller(kind.write(tailed));
    });
  };
  const set = (next: readonly SheetRow[]) => tell(next, onCommit);
  return {
    rows,
    columns,
    most,
    set,
    write: ([at, column], text, letGo) => {
      const written = (row: SheetRow) => ({...row, cells: row.cells.with(column, text)});
      const next = rows.map((row, place) => (place === at ? written(row) : row));
      tell(next, letGo ? onCommit : onChange);
    },
    move: (from, to) => {
      const row = rows[from];
      if (row && to >= 0 && to < rows.length) set(rows.toSpliced(from, 1).toSpliced(to, 0, row));
    },
    remove: (row) => set(rows.toSpliced(row, 1)),
  };
};

/** Takes tables in: over everything from the first cell, else over what is there. It says what it took, and whether it did. */
export const usePasting = (
  {rows, columns, most, set}: RowEditing,
  onHeadings: ((names: string[]) => void) | undefined,
) => {
  const [said, say] = useState('');
  const paste = (text: string, place: Place): boolean => {
    const pasted = readPasted(text, columns, navigator.language);
    if (!isTable(text) || pasted.rows.length === 0) return false;
    const all = place[0] === 0 && place[1] === 0;
    if (all && pasted.header?.length === columns) onHeadings?.(pasted.header);
    set(all ? freshRows(pasted.rows, columns) : laidOver(rows, pasted.rows, place, columns));
    say(toldOf(pasted, most));
    return true;
  };
  return {said, paste};
};

/** What keys do beyond the text of one cell, and the cells that are chosen together. */
export const useWalking = (
  grid: RefObject<HTMLElement | null>,
  {rows, columns, set, move, remove}: RowEditing,
) => {
  const [range, setRange] = useState<Range | null>(null);
  const last = useRef<Place>([0, 0]);
  const go = (row: number, column: number) => {
    const cells = grid.current?.querySelectorAll<HTMLInputElement>('.sheet-cell');
    if (row >= 0 && column >= 0 && column < columns) cells?.[row * columns + column]?.focus();
  };
  const deedOf = (event: KeyboardEvent<HTMLInputElement>, [row, column]: Place) => {
    const {key, altKey, ctrlKey, metaKey, currentTarget, nativeEvent} = event;
    const step = altKey ? {ArrowUp: -1, ArrowDown: 1}[key] : undefined;
    const way = nativeEvent.isComposing ? null : wayOf(event, currentTarget);
    const erases = ['Backspace', 'Delete'].includes(key);
    if (lengthens(event)) {
      const begun = range ?? {from: [row, column], to: [row, column]};
      return () => setRange(extended(begun, key, {rows: rows.length, columns}));
    }
    if (range && erases) return () => set(clearedIn(rows, range));
    if (erases && (ctrlKey || metaKey)) return () => (remove(row), go(row, column));
    if (step !== undefined) return () => (move(row, row + step), go(row + step, column));
    return way && (() => go(row + way[0], column + way[1]));
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>, place: Place) => {
    const deed = deedOf(event, place);
    if (deed) event.preventDefault();
    deed?.();
  };
  const enter = (place: Place) => {
    last.current = place;
    setRange(null);
  };
  return {
    range,
    keys,
    enter,
    reach: (to: Place) => setRange({from: range?.from ?? last.current, to}),
    copied: () => (range ? writeRows(cellsIn(rows, range)) : null),
  };
};
