import type {Considered, Refusal} from '../api';

/** A check that a template has to pass to be taken. */
export type Gate = {name: string; says: string; because: string | null};

const GATES: readonly [name: string, says: string, refusals: readonly string[]][] = [
  ['English', 'It is in a language that templates read', ['language']],
  ['Meaning', 'No word says that something else is meant', ['excluded']],
  ['Negation', 'Nothing says not to', ['negated']],
  ['Reach', 'Nothing is asked for that no template shows', ['beyond']],
  ['One scene', 'One scene is asked for', ['several', 'another']],
  ['Wish', 'It is a wish and no question', ['question']],
  ['New', 'It asks for something new and for no change', ['change']],
  ['Scene', 'It asks for a scene and not for words', ['statement', 'prose']],
  ['Enough', 'It says enough to begin with', ['vague']],
  ['Words', 'Every word that counts is explained', ['unexplained']],
  ['Pictures', 'Every picture has a place', ['pictures']],
  ['Values', 'Every value is one that the template takes', ['value']],
  ['Rivals', 'No other template fits as well', ['ambiguous']],
  ['Certainty', 'It is sure enough', ['unsure']],
];

/** All checks of a template; those that it did not pass say why. */
export const gatesOf = ({refusals}: Pick<Considered, 'refusals'>): Gate[] =>
  GATES.map(([name, says, closes]) => {
    const closed = refusals.filter(({gate}) => closes.includes(gate)).map(sentenceOf);
    return {name, says, because: closed.length > 0 ? closed.join('; ') : null};
  });

/** Why a template was not taken, in a sentence; words of the request stand between backticks. */
export const sentenceOf = ({gate, because}: Refusal): string => {
  const word = typeof because === 'string' ? because : '';
  const sentences: Record<string, () => string> = {
    language: () => `the request is in ${word}, and templates read English`,
    excluded: () => `\`${word}\` says that something else is meant`,
    negated: () => `\`${word}\` says not to`,
    beyond: () => `\`${word}\` is more than a template shows`,
    several: () => `\`${word}\` asks for several scenes`,
    another: () => `\`${word}\` names another kind of scene beside it`,
    question: () => `\`${word} …?\` is a question`,
    change: () => `\`${word}\` changes a scene, and there is none`,
    statement: () => `it says how something \`${word}\`, and asks for no scene`,
    prose: () => `\`${word}\` asks for words, and for no scene`,
    vague: () => `\`${word}\` alone does not say what to show`,
    unexplained: () => `nothing explains ${listed(because)}`,
    pictures: () =>
      because === 1
        ? 'there is no place for the picture'
        : `there is no place for ${because} pictures`,
    value: () => word,
    ambiguous: () => `\`${word}\` fits as well`,
    unsure: () => unsure(because),
  };
  return sentences[gate]?.() ?? (word || gate);
};

/** Why one template lost against another. */
export const lostBecause = (best: Considered, other: Considered): string => {
  if (other.refusals.length > 0) return other.refusals.map(sentenceOf).join('; ');
  return best.coverage > other.coverage
    ? `it explains less than \`${best.template}\``
    : `its words say less than those of \`${best.template}\``;
};

const SHOWN = 6;

const listed = (words: unknown) => {
  const all = Array.isArray(words) ? words.map((word) => `\`${word}\``) : [];
  const more = all.length - SHOWN;
  return all.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
};

const unsure = (because: unknown) => {
  const {confidence = '?', wanted = '?'} = Object(because) as {
    confidence?: string;
    wanted?: string;
  };
  return `it is only ${confidence} sure, and ${wanted} is asked for`;
};
