const LONGEST = 40;

const SMALL = new Set(
  'a an and the of in on at for to with please make create show me i want would like'.split(' '),
);

/** A name for a project, from the first thing that is said about it. */
export const projectName = (prompt: string): string => {
  const quoted = /["“”'‘`]([^"“”'’`]{2,})["“”'’`]/.exec(prompt)?.[1];
  const name = (quoted ?? plainWords(prompt)).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return shortened(name) || 'Untitled';
};

const plainWords = (prompt: string): string => {
  const start = prompt.split(/[.,;:\n]/, 1)[0] ?? '';
  const words = start.split(/\s+/).filter((word) => word && !/^[\d.,%$€]+$/.test(word));
  const first = words.findIndex((word) => !SMALL.has(word.toLowerCase()));
  const name = words.slice(Math.max(0, first), Math.max(0, first) + 6).join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const shortened = (name: string): string =>
  name.length <= LONGEST ? name : `${name.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;

/** The same name where it is taken: `Tea`, `Tea 2`, `Tea 3`. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(tried)) return tried;
  }
};
