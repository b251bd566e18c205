/** A stage in a row of stages: when it began and how long it took, in microseconds. */
export type Bar = {stage: string; name: string; from: number; took: number};

/** Stages one after the other, on one scale from the beginning to the end. */
export type Waterfall = {bars: Bar[]; total: number; ticks: number[]};

const NAMES: Record<string, string> = {
  read: 'Read the words',
  route: 'Decide',
  render: 'Draw and check',
  change: 'Change',
  fill: 'Fill in',
  choose: 'Choose',
  brain: 'Think',
  vision: 'Look at pictures',
  layout: 'Lay out',
  code: 'Write code',
  edit: 'Edit code',
  mend: 'Mend and check',
  cache_hit: 'Found in the cache',
  cache_miss: 'Not in the cache',
  cache_join: 'Wait for the same',
  cache_write: 'Keep in the cache',
  cache_eviction: 'Make room in the cache',
};

/** The stages of a request as a waterfall, in the order in which they were told. */
export const waterfallOf = (stages: Record<string, number>): Waterfall => {
  let total = 0;
  const bars = Object.entries(stages).map(([stage, took]) => {
    const bar = {stage, name: NAMES[stage] ?? stage.replaceAll('_', ' '), from: total, took};
    total += took;
    return bar;
  });
  return {bars, total, ticks: ticksOf(total)};
};

/** Two to five round times from zero on, the last one within the scale. */
export const ticksOf = (total: number): number[] => {
  if (total <= 0) return [0];
  const rough = total / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({length: Math.floor(total / step) + 1}, (_, at) =>
    Number((at * step).toPrecision(12)),
  );
};

/** A time as people read it: `329 µs`, `1.72 ms`, `12.3 s`, `2 min 5 s`. */
export const timeInWords = (micros: number): string => {
  if (micros < 999.5) return `${significant(micros)} µs`;
  if (micros < 999_500) return `${significant(micros / 1e3)} ms`;
  if (micros < 99.95e6) return `${significant(micros / 1e6)} s`;
  const seconds = Math.round(micros / 1e6);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** An amount of money that models cost, however small. */
export const dollarsInWords = (dollars: number): string => {
  if (dollars === 0) return '$0';
  if (dollars < 0.0001) return 'under $0.0001';
  if (dollars >= 0.1) return `$${dollars.toFixed(2)}`;
  return `$${Number(dollars.toPrecision(2))}`;
};

/** A count of tokens: `812`, `1.2k`. */
export const tokensInWords = (tokens: number): string =>
  tokens < 1000 ? `${tokens}` : `${significant(tokens / 1000)}k`;

const significant = (value: number) =>
  Number(value.toPrecision(value >= 100 ? 3 : value < 1 ? 2 : 3)).toString();
