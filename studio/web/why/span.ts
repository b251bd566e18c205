import type {Considered, Decision, Explanation, Found, Span} from '../api';
import {groupOf} from '../controls/group';

/** What words of a request are to the template that was chosen. */
export type MarkKind = 'template' | 'own' | 'common' | 'unexplained';

/** Words of a request with what they were taken for. Places count UTF-16 units, as texts in the page do. */
export type Mark = {
  start: number;
  end: number;
  kind: MarkKind;
  template: string;
  /** What was read from them. */
  found?: Found;
};

/** A piece of a request: words that were taken for something, or those between them. */
export type Piece = {text: string; mark: Mark | null};

/** What every word of a request was taken for, in order; no two overlap. */
export const marksOf = (
  prompt: string,
  decision: Decision,
  explanation: Explanation | null,
): Mark[] => {
  const units = unitsOf(prompt);
  const choices = decision.parts?.length
    ? decision.parts.flatMap(({considered, shared}) =>
        considered.slice(0, 1).map((best) => ({best, shared})),
      )
    : decision.considered.slice(0, 1).map((best) => ({best, shared: undefined}));
  const found = choices.flatMap(({best, shared = []}) =>
    readMarks(best, [...best.found, ...shared]),
  );
  const values = apart(
    found
      .map((mark) => inUnits(mark, units))
      .filter((mark) => !isWhole(prompt, mark, found.length)),
  );
  const names = choices.flatMap(({best}) => nameMarks(best).map((mark) => inUnits(mark, units)));
  const known = [
    ...values,
    ...names.flatMap((mark) => without(mark, values)).map((mark) => trimmed(prompt, mark)),
  ];
  const left = explanation?.unexplained?.map((span) =>
    inUnits<Mark>({...span, kind: 'unexplained', template: ''}, units),
  );
  const unexplained = left ?? choices.flatMap(({best}) => leftMarks(prompt, best, known));
  return joined(prompt, apart([...known, ...unexplained].filter(({start, end}) => end > start)));
};

/** A request cut at its marks. */
export const piecesOf = (prompt: string, marks: readonly Mark[]): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({text: prompt.slice(at, mark.start), mark: null});
    pieces.push({text: prompt.slice(mark.start, mark.end), mark});
    at = mark.end;
  }
  return at < prompt.length ? [...pieces, {text: prompt.slice(at), mark: null}] : pieces;
};

/** Where each byte of a text in UTF-8 is in UTF-16. */
export const unitsOf = (text: string): number[] => {
  const units: number[] = [];
  let unit = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units.push(...Array<number>(bytes).fill(unit));
    unit += letter.length;
  }
  return [...units, unit];
};

const inUnits = <Placed extends Span>(placed: Placed, units: number[]): Placed => {
  const unit = (byte: number) => units[Math.min(byte, units.length - 1)] ?? 0;
  return {...placed, start: unit(placed.start), end: unit(placed.end)};
};

const readMarks = ({template}: Considered, found: Found[]): Mark[] =>
  found.map((one) => ({
    ...one.span,
    kind: groupOf(one.param) ? 'common' : 'own',
    template,
    found: one,
  }));

const nameMarks = ({template, named}: Considered): Mark[] =>
  named.map((span) => ({...span, kind: 'template', template}));

/** What is said of the whole request comes from elsewhere: a picture, an option. */
const isWhole = (prompt: string, {start, end}: Mark, count: number) =>
  count > 1 && end - start >= prompt.trim().length;

const leftMarks = (prompt: string, {template, unexplained}: Considered, known: Mark[]): Mark[] => {
  const taken = [...known];
  return unexplained.flatMap((word) => {
    const place = placesOf(prompt, word).find(([start, end]) =>
      taken.every((mark) => end <= mark.start || start >= mark.end),
    );
    if (!place) return [];
    const mark: Mark = {start: place[0], end: place[1], kind: 'unexplained', template};
    taken.push(mark);
    return [mark];
  });
};

const placesOf = (prompt: string, word: string): [number, number][] => {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const places = prompt.matchAll(new RegExp(`(?<!\\p{L})${plain}(?!\\p{L})`, 'giu'));
  return [...places].map(({index}) => [index, index + word.length]);
};

/** Marks in order; of two that overlap, the first one holds. */
const apart = (marks: readonly Mark[]): Mark[] => {
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (kept.every(({start, end}) => mark.end <= start || mark.start >= end)) kept.push(mark);
  }
  return kept.sort((one, other) => one.start - other.start);
};

const without = (mark: Mark, cuts: readonly Mark[]): Mark[] =>
  cuts
    .reduce<Mark[]>(
      (parts, cut) =>
        parts.flatMap((part) => {
          if (cut.end <= part.start || cut.start >= part.end) return [part];
          return [
            {...part, end: Math.min(part.end, cut.start)},
            {...part, start: Math.max(part.start, cut.end)},
          ];
        }),
      [mark],
    )
    .filter(({start, end}) => end > start);

const trimmed = (prompt: string, mark: Mark): Mark => {
  const text = prompt.slice(mark.start, mark.end);
  const start = mark.start + text.length - text.trimStart().length;
  return {...mark, start, end: start + text.trim().length};
};

/** Unexplained words that follow one another are one. */
const joined = (prompt: string, marks: readonly Mark[]): Mark[] =>
  marks.reduce<Mark[]>((all, mark) => {
    const last = all.at(-1);
    const follows =
      last?.kind === 'unexplained' &&
      mark.kind === 'unexplained' &&
      prompt.slice(last.end, mark.start).trim() === '';
    return follows ? [...all.slice(0, -1), {...last, end: mark.end}] : [...all, mark];
  }, []);
