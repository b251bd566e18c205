import {dividerOf, readRows} from './delimited';
import type {Rows} from './delimited';
import {inEnglish, pointOf, readNumber} from './numeral';
import type {Point} from './numeral';

/** A point of a series, as scenes have it: text where a sign or a unit belongs to the figure. */
export type SeriesPoint = {label: string; value: number | string};

/** What was read from a pasted table. */
export type Pasted = {
  rows: Rows;
  /** The names of its columns, if its first row was one of names. */
  header: string[] | null;
};

/** A table for a series: a label and a value in each row. */
export const seriesRows = (points: readonly SeriesPoint[]): Rows =>
  points.map(({label, value}) => [label, `${value}`]);

/** The points of a table; rows whose value is empty are not ready and are left out. */
export const seriesPoints = (rows: Rows): SeriesPoint[] =>
  rows
    .filter(([, value = '']) => value.trim() !== '')
    .map(([label = '', value = '']) => ({label: label.trim(), value: figure(value.trim())}));

/**
 * What a person pasted, made fit for a table with so many columns. A first row that names the columns is told apart, tables that lie on
 * their side are put upright, numbers are written in English, and of too many columns those are kept that hold the labels and the first
 * figures. `language` is the person's, for numbers that could be read in two ways.
 */
export const readPasted = (text: string, columns: number, language: string): Pasted => {
  const all = upright(splitLabels(readRows(text), columns), columns);
  const usual = usualPoint(language, dividerOf(text));
  const points = columnsOf(all).map((cells) => pointOf(cells, usual));
  const isHeader = hasHeader(all, points);
  const english = all.map((row) => row.map((cell, at) => inEnglish(cell, points[at] ?? usual)));
  const kept = columns === 2 ? chosenColumns(english.slice(isHeader ? 1 : 0)) : null;
  const rows = kept ? english.map((row) => kept.map((at) => row[at] ?? '')) : english;
  const named = rows.map((row) => row.map(plainNumber));
  return isHeader ? {rows: named.slice(1), header: all[0] ?? null} : {rows: named, header: null};
};

/** German and its neighbours part thousands with points; so does a file whose cells stand between semicolons. */
const usualPoint = (language: string, divider: string): Point =>
  divider === ';' || /^(de|fr|es|it|nl|pt|pl|ru|tr|da|nb|sv|fi|cs)\b/i.test(language) ? ',' : '.';

const columnsOf = (rows: Rows) => (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));

/** Whether the first row names the columns: figures stand below words, and in no column is it the other way round. */
const hasHeader = (rows: Rows, points: Point[]): boolean => {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return false;
  const isFigure = (cell: string, at: number) =>
    /^[^\p{L}]*\d/u.test(cell) || readNumber(cell, points[at] ?? '.') !== null;
  const below = first.map((_, at) => rest.every((row) => isFigure(row[at] ?? '', at)));
  return below.some(Boolean) && first.every((cell, at) => !below[at] || !isFigure(cell, at));
};

/** A label and a figure in one cell, as in `Tea: 12` or `Tea 12`, are two. */
const splitLabels = (rows: Rows, columns: number): Rows => {
  if (columns !== 2 || rows.some((row) => row.length !== 1)) return rows;
  const parts = rows.map(([cell = '']) => /^(.*?\S)(?:\s*[:=–]\s*|\s+)(\S*\d\S*)$/.exec(cell));
  return parts.every(Boolean) ? parts.map((part) => part?.slice(1) ?? []) : rows;
};

/** A table with labels above figures lies on its side. */
const upright = (rows: Rows, columns: number): Rows => {
  const [labels = [], figures = []] = rows;
  const lies = columns === 2 && rows.length === 2 && labels.length > 2;
  const words = labels
    .slice(1)
    .every((cell) => cell === '' || readNumber(cell, '.') === null || isYear(cell));
  return lies && words && figures.slice(1).every((cell) => /\d/.test(cell))
    ? columnsOf(rows).filter(([label, value]) => !(label === '' && !/\d/.test(value ?? '')))
    : rows;
};

const isYear = (cell: string) => /^(19|20)\d\d$/.test(cell);

/** The column of the labels, and the first behind it that holds figures. */
const chosenColumns = (rows: Rows): [number, number] | null => {
  const columns = columnsOf(rows);
  if (columns.length < 3) return null;
  const isFigures = (cells: string[]) => cells.every((cell) => /\d/.test(cell));
  const label = Math.max(
    0,
    columns.findIndex((cells) => !isFigures(cells)),
  );
  const value = columns.findIndex((cells, at) => at > label && isFigures(cells));
  return [label, value < 0 ? label + 1 : value];
};

const figure = (value: string): number | string => readNumber(value, '.') ?? value;

/** `12,500` as it is typed into cells: 12500. */
const plainNumber = (cell: string) => {
  const number = readNumber(cell, '.');
  return number === null || /^0\d/.test(cell) ? cell : `${number}`;
};
