/** Which sign stands before the fraction of numbers; the other one, if there is one, parts thousands. */
export type Point = '.' | ',';

/** A number in a text: `1.234,5` in `ca. 1.234,5 €`. */
const NUMERAL = /[-−+]?\d[\d.,'’\u00a0\u202f]*(?: \d{3}(?!\d)[\d.,]*)*/g;

/** Signs that part thousands whatever the fraction's is. */
const GAPS = /['’\u00a0\u202f ]/g;

/**
 * Which sign the numbers of a column have before their fractions. A number with both signs tells it, and so do signs that cannot
 * part thousands (`3.5`, `12,25`) or can only do that (`1.200.000`). Where nothing tells, it is `usual`, which is what the person's
 * language has.
 */
export const pointOf = (cells: readonly string[], usual: Point): Point => {
  for (const numeral of cells.flatMap((cell) => cell.match(NUMERAL) ?? [])) {
    const told = toldBy(numeral.replace(GAPS, ''));
    if (told) return told;
  }
  return usual;
};

/** The number that a cell is, if it is one and nothing else. A minus may stand before it, or parentheses around it. */
export const readNumber = (cell: string, point: Point): number | null => {
  const text = cell.trim();
  const less = /^\((.+)\)$/.exec(text)?.[1];
  const body = (less ?? text).replace(/^−/, '-');
  if (!/^[-+]?(\d[\d.,'’\u00a0\u202f ]*|[.,]\d+)$/.test(body)) return null;
  const english = toEnglish(body.replace(GAPS, ''), point);
  if (english === null) return null;
  return less === undefined ? Number(english) : -Number(english);
};

/** A cell with its numbers as English writes them, which is how scenes show them: `1,234.5 €` for `1.234,5 €`. */
export const inEnglish = (cell: string, point: Point): string => {
  const numerals = cell.match(NUMERAL) ?? [];
  if (point === '.' || numerals.length !== 1) return cell;
  return cell.replace(NUMERAL, (numeral) => {
    const end = /[.,]+$/.exec(numeral)?.[0] ?? '';
    const english = toEnglish(numeral.slice(0, numeral.length - end.length), point);
    return english === null ? numeral : grouped(english, numeral) + end;
  });
};

const toldBy = (numeral: string): Point | null => {
  const signs = [...numeral.matchAll(/[.,](?=\d)/g)].map(([sign]) => sign);
  const last = signs.at(-1) === ',' ? ',' : '.';
  if (signs.length === 0) return null;
  if (new Set(signs).size > 1) return last;
  if (signs.length > 1) return last === '.' ? ',' : '.';
  const [whole = '', fraction = ''] = numeral.replace(/^[-−+]/, '').split(last);
  const parts = fraction.replace(/[.,]$/, '').length === 3 && whole.length <= 3 && whole !== '0';
  return parts ? null : last;
};

const toEnglish = (digits: string, point: Point): string | null => {
  const gap = point === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(point);
  const groups = whole.split(gap);
  const sound = groups.slice(1).every((group) => group.length === 3);
  if (more.length > 0 || !sound || fraction?.includes(gap)) return null;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
};

/** Thousands are parted again where they were. */
const grouped = (english: string, before: string) => {
  if (!/\d[.,'’\u00a0\u202f ]\d{3}/.test(before)) return english;
  const [whole = '', fraction] = english.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
};
