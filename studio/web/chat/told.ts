/** What has changed, taken apart: where, what, what it was and what it is. */
export type Change = {where: string | null; what: string; from: string | null; to: string | null};

type Read = {scene: number | null; what: string; from: string | null; to: string | null};

/** Reads what Firstframe tells; what is the same for several scenes is said once. */
export const readTold = (told: string[]): Change[] => {
  const found = new Map<string, {read: Read; scenes: number[]}>();
  for (const text of told) {
    const read = readSentence(text);
    const {scene, ...same} = read;
    const key = scene === null ? text : JSON.stringify(same);
    const known = found.get(key) ?? {read, scenes: []};
    found.set(key, {...known, scenes: scene === null ? known.scenes : [...known.scenes, scene]});
  }
  return [...found.values()].map(({read: {what, from, to}, scenes}) => ({
    where: placesOf(scenes),
    what,
    from,
    to,
  }));
};

/** One sentence, such as: scene 1 `title`: background #0b0d12 → navy. */
const readSentence = (text: string): Read => {
  const [, number, told = text] = /^(?:new )?scene (\d+)? ?`[^`]*`: (.*)$/s.exec(text) ?? [];
  const scene = number ? Number(number) : null;
  const whole = told.replaceAll('`', '');
  const [, before, to] = /^(.*?) ?→ (.*)$/s.exec(whole) ?? [];
  if (before === undefined || to === undefined) return {scene, what: whole, from: null, to: null};
  const [listed, item] = before.split(': ', 2);
  if (listed && item) return {scene, what: listed, from: item, to};
  const [, what = before, from = null] =
    /^([a-z][a-z ]*?)(?: (\S.*))?$/i.exec(labelled(before)) ?? [];
  return {scene, what, from, to};
};

/** Lengths have no label: `4 s → 6 s`. */
const labelled = (before: string): string => (/^[\d.]/.test(before) ? `length ${before}` : before);

const placesOf = (scenes: number[]): string | null => {
  const [first, ...rest] = scenes;
  if (first === undefined) return null;
  if (rest.length === 0) return `Scene ${first}`;
  const isRow = rest.length > 1 && rest.every((scene, at) => scene === first + at + 1);
  return isRow ? `Scenes ${first}–${rest.at(-1)}` : `Scenes ${scenes.join(', ')}`;
};
