/** What matches a query, the best first: every word of it begins a word of the name, or its letters occur in order. */
export const matching = <Thing extends {name: string}>(things: Thing[], query: string): Thing[] => {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return things;
  return things
    .map((thing) => ({thing, rank: rankOf(thing.name.toLowerCase(), wanted)}))
    .filter(({rank}) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({thing}) => thing);
};

const rankOf = (name: string, wanted: string): number => {
  if (name.startsWith(wanted)) return 4;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  const begins = (part: string) => words.some((word) => word.startsWith(part));
  if (wanted.split(/\s+/).every(begins)) return 3;
  if (name.includes(wanted)) return 2;
  return wanted.length > 2 && hasInOrder(name, wanted.replace(/\s/g, '')) ? 1 : 0;
};

const hasInOrder = (name: string, letters: string): boolean => {
  let at = -1;
  return [...letters].every((letter) => (at = name.indexOf(letter, at + 1)) >= 0);
};
