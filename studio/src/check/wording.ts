import type {SeenText} from '../film';

/**
 * A text as it is compared: without case, white space and characters that are never drawn, and without the marks
 * that part a label from what it labels, since a scene may set the two apart in its own way.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*[:|–—-]\s+/gu, '')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');

/** The texts of a sight, one after the other, in which a wording is looked for across their borders. */
const line = (texts: SeenText[]): {whole: string; ends: number[]} => {
  let whole = '';
  const ends = texts.map(({text}) => (whole += fold(text)).length);
  return {whole, ends};
};

/** Every place where a wording stands: the texts that it is made of. */
export const placesOf = (wording: string, texts: SeenText[]): SeenText[][] => {
  const sought = fold(wording);
  const {whole, ends} = line(texts);
  const places: SeenText[][] = [];
  let from = sought === '' ? -1 : whole.indexOf(sought);
  while (from >= 0) {
    const start = from;
    const end = from + sought.length;
    places.push(
      texts.filter((_, place) => (ends[place] ?? 0) > start && (ends[place - 1] ?? 0) < end),
    );
    from = whole.indexOf(sought, from + 1);
  }
  return places;
};
