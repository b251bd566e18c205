import type {Summary} from '../api';

/** What templates are for, in the order of the gallery. */
export const CATEGORIES = ['text', 'data', 'brand', 'interface', 'media', 'background'] as const;

/** One category, or all of them. */
export type Category = (typeof CATEGORIES)[number] | 'all';

/** Templates under one heading. */
export type Shelf = {category: string; templates: Summary[]};

/**
 * The templates that have every word of a search, those that are called so first, then those whose parameters are, then those that show
 * it. A word may be only begun.
 */
export const matching = (templates: readonly Summary[], query: string): Summary[] => {
  const words = wordsOf(query);
  if (words.length === 0) return [...templates];
  const rated = templates.map((template) => ({template, rank: rankOf(template, words)}));
  return rated
    .filter(({rank}) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({template}) => template);
};

/** Templates by category, in the order of the gallery; categories that nobody knew before come last. */
export const shelved = (templates: readonly Summary[]): Shelf[] => {
  const known: readonly string[] = CATEGORIES;
  const others = templates.map(({category}) => category).filter((one) => !known.includes(one));
  return [...new Set([...known, ...others])]
    .map((category) => ({
      category,
      templates: templates.filter((template) => template.category === category),
    }))
    .filter((shelf) => shelf.templates.length > 0);
};

/** How many templates each category has, all of them included. */
export const countsOf = (templates: readonly Summary[]): Record<string, number> =>
  templates.reduce<Record<string, number>>(
    (counts, {category}) => ({...counts, [category]: (counts[category] ?? 0) + 1}),
    {all: templates.length},
  );

/** Where a match is found, from what says most to what says least. */
const placesOf = ({name, id, params, shows, category, common}: Summary): string[] => [
  `${name} ${id}`,
  params.flatMap(({label, says}) => [label, ...says]).join(' '),
  `${shows} ${category}`,
  common.join(' '),
];

const rankOf = (template: Summary, words: string[]): number => {
  const places = placesOf(template).map(wordsOf);
  const ranks = words.map((word) => {
    const at = places.findIndex((place) => place.some((one) => one.startsWith(word)));
    if (at < 0) return 0;
    const whole = places[at]?.includes(word) ? 0.5 : 0;
    const first = at === 0 && places[0]?.[0]?.startsWith(word) ? 0.25 : 0;
    return places.length - at + whole + first;
  });
  return ranks.includes(0) ? 0 : ranks.reduce((sum, rank) => sum + rank, 0);
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
