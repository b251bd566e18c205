import type {KeyboardEvent} from 'react';
import type {Rows} from './delimited';
import type {SheetRow} from './sheet-rows';

/** A cell: its row and its column. */
export type Place = [row: number, column: number];

/** Cells that are chosen together: all in the box between the one where it began and the one where it ends. */
export type Range = {from: Place; to: Place};

/** How large a sheet is. */
export type Size = {rows: number; columns: number};

/** A range that ends one cell further where an arrow leads; a single cell begins one. */
export const extended = (range: Range, key: string, {rows, columns}: Size): Range => {
  const ways: Record<string, Place> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  const [down, right] = ways[key] ?? [0, 0];
  const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  return {...range, to: [within(range.to[0] + down, rows), within(range.to[1] + right, columns)]};
};

/** Whether a cell belongs to a range. */
export const isIn = (range: Range | null, [row, column]: Place): boolean => {
  if (!range) return false;
  const between = (at: number, one: number, other: number) =>
    at >= Math.min(one, other) && at <= Math.max(one, other);
  return between(row, range.from[0], range.to[0]) && between(column, range.from[1], range.to[1]);
};

/** What stands in a range, as a table of its own. */
export const cellsIn = (rows: readonly SheetRow[], range: Range): Rows =>
  rows
    .map(({cells}, row) => cells.filter((_, column) => isIn(range, [row, column])))
    .filter((cells) => cells.length > 0);

/** Rows with nothing in a range. */
export const clearedIn = (rows: readonly SheetRow[], range: Range): SheetRow[] =>
  rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column) => (isIn(range, [at, column]) ? '' : cell)),
  }));

/** Whether a key lengthens a range rather than the choice of letters in a cell. */
export const lengthens = ({
  key,
  shiftKey,
  currentTarget: {selectionStart, selectionEnd, value},
}: Pick<KeyboardEvent<HTMLInputElement>, 'key' | 'shiftKey' | 'currentTarget'>): boolean => {
  if (!shiftKey) return false;
  const all = selectionStart === 0 && selectionEnd === value.length;
  return (
    ['ArrowUp', 'ArrowDown'].includes(key) || (all && ['ArrowLeft', 'ArrowRight'].includes(key))
  );
};
