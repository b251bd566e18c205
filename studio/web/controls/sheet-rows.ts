import type {Rows} from './delimited';
import type {Drafting} from './draft';
import type {Pasted, SeriesPoint} from './series';
import {seriesPoints, seriesRows} from './series';

/** A row of a sheet, which keeps its key when it is moved or changed. */
export type SheetRow = {key: number; cells: string[]};

/** What a sheet needs to know of its value: how many columns it has, and how it is made from rows. */
export type SheetKind<Value> = Drafting<SheetRow[], Value> & {
  columns: number;
  /** What an empty cell has to have before its row counts. */
  lacks?: (cells: readonly string[], column: number) => string | undefined;
};

/** Labels with a value each. Rows without a value are not ready. */
export const SERIES: SheetKind<SeriesPoint[]> = {
  columns: 2,
  read: (value, before) => keyed(seriesRows(value ?? []), before, 2),
  write: (rows) => {
    const points = seriesPoints(rows.map(({cells}) => cells));
    return points.length > 0 ? points : null;
  },
  lacks: ([label = ''], column) =>
    column === 1 && label.trim() !== '' ? 'needs a value' : undefined,
};

/** Rows of a wide table, as scenes take them: lines with bars between their cells. */
export const linesOf = (columns: number): SheetKind<string[]> => ({
  columns,
  read: (value, before) => keyed((value ?? []).map(cellsOf), before, columns),
  write: (rows) => {
    const said = rows.filter(({cells}) => !isBlank(cells));
    const lines = said.map(({cells}) =>
      cells.map((cell) => cell.replaceAll('|', '/').trim()).join(' | '),
    );
    return lines.length > 0 ? lines : null;
  },
});

/** The cells of a line. */
export const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** Rows with one at the end to write in, as long as there may be more. */
export const withTail = (rows: readonly SheetRow[], columns: number, most: number): SheetRow[] => {
  const last = rows.findLastIndex(({cells}) => !isBlank(cells));
  const spare = rows[last + 1] ?? newRow([], columns);
  return [...rows.slice(0, last + 1), spare].slice(0, Math.max(1, most));
};

/** Rows with a table laid over them from a cell on. */
export const laidOver = (
  rows: readonly SheetRow[],
  table: Rows,
  [row, column]: [row: number, column: number],
  columns: number,
): SheetRow[] => {
  const all = Array.from({length: Math.max(rows.length, row + table.length)}, (_, at) => {
    const old = rows[at] ?? newRow([], columns);
    const laid = table[at - row]?.slice(0, columns - column) ?? [];
    return {...old, cells: old.cells.map((cell, place) => laid[place - column] ?? cell)};
  });
  return all;
};

/** New rows for a table. */
export const freshRows = (table: Rows, columns: number): SheetRow[] =>
  table.map((cells) => newRow(cells, columns));

/** What became of a table that was pasted, in words. */
export const toldOf = ({rows, header}: Pasted, most: number): string => {
  const count = Math.min(rows.length, most);
  const taken = `${count} ${count === 1 ? 'row' : 'rows'} pasted`;
  const cut = rows.length > most ? `, of ${rows.length}: there is room for ${most}` : '';
  return taken + cut + (header ? ', the first taken for headings' : '');
};

let keys = 0;

const newRow = (cells: readonly string[], columns: number): SheetRow => ({
  key: (keys += 1),
  cells: Array.from({length: columns}, (_, at) => cells[at] ?? ''),
});

const keyed = (table: Rows, before: SheetRow[] | null, columns: number): SheetRow[] =>
  [...table, []].map((cells, at) => ({...newRow(cells, columns), ...keyOf(before?.[at])}));

const keyOf = (row: SheetRow | undefined) => (row ? {key: row.key} : {});

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
