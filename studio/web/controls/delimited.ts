/** A table as text, row by row. */
export type Rows = string[][];

/** Whether a text holds several cells, as those do that come from spreadsheets. A comma alone parts no cells: sentences have it. */
export const isTable = (text: string): boolean =>
  text.includes('\t') || text.trim().split(/[\r\n]+/).length > 1;

/**
 * The cells of a text that was copied from a spreadsheet or a CSV file: between tabs, semicolons, bars or commas, whichever
 * divides its lines most evenly. Quoted cells may hold any of these, line breaks and doubled quotes. Rows without anything are
 * left out, and so are the rules that Markdown draws below headings; short rows are filled up.
 */
export const readRows = (text: string): Rows => {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const rows = divide(plain, dividerOf(plain))
    .map((row) => row.map((cell) => cell.trim()))
    .map(withoutFrame)
    .filter((row) => row.some((cell) => cell !== '') && !row.every(isRule));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
};

/** The text that spreadsheets take for a table. */
export const writeRows = (rows: Rows): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n');

/** What stood between the two, in the order in which it is believed. */
const DIVIDERS = ['\t', ';', '|', ','];

/** The divider that all lines have equally often; a tab wins wherever there is one. */
export const dividerOf = (text: string): string => {
  if (text.includes('\t')) return '\t';
  const widths = (divider: string) => {
    const rows = divide(text, divider).filter((row) => row.some((cell) => cell.trim() !== ''));
    return rows.map((row) => row.length);
  };
  const even = DIVIDERS.find((divider) => {
    const [first = 1, ...rest] = widths(divider);
    return first > 1 && rest.every((width) => width === first);
  });
  return even ?? DIVIDERS.find((divider) => mostly(widths(divider))) ?? '\t';
};

const mostly = (widths: number[]) =>
  widths.length > 1 && widths.filter((width) => width > 1).length > widths.length / 2;

/** Cuts a text into cells; quotes hold a cell together where they stand at its beginning. */
const divide = (text: string, divider: string): Rows => {
  const cell = new RegExp(
    `(?:[ ]*"((?:[^"]|"")*)"[ ]*(?=${escaped(divider)}|\\n|$)|([^${escaped(divider)}\\n]*))(${escaped(divider)}|\\n|$)`,
    'gy',
  );
  const rows: Rows = [[]];
  for (const [, held, bare = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(held?.replaceAll('""', '"') ?? bare);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
};

const escaped = (divider: string) => (divider === '|' ? '\\|' : divider);

/** A row of Markdown begins and ends with a bar. */
const withoutFrame = (row: string[]) =>
  row.length > 2 && row[0] === '' && row.at(-1) === '' ? row.slice(1, -1) : row;

const isRule = (cell: string) => /^:?-{2,}:?$/.test(cell);

const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
