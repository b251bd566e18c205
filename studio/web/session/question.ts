/** The options that a question names, if they can be read from it: `Which one: the title or the chart?`. */
export const optionsOf = (question: string): string[] => {
  const quoted = [...question.matchAll(/[`“"']([^`”"']{1,48})[`”"']/g)].map(
    ([, option]) => option ?? '',
  );
  if (quoted.length > 1) return unique(quoted);
  const listed =
    /[:?–—]\s*([^:?]+)\?\s*$/.exec(question)?.[1] ?? /\b(\S+ or \S+)\?\s*$/.exec(question)?.[1];
  if (!listed || !/\bor\b/.test(listed)) return [];
  const options = listed.split(/,\s*(?:or\s+)?|\s+or\s+/).map((option) => option.trim());
  return options.length > 1 && options.every((option) => option && option.length <= 48)
    ? unique(options)
    : [];
};

const unique = (options: string[]): string[] => [...new Set(options)];
