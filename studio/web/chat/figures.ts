/** A time as people read it, from microseconds. */
export const timeOf = (micros: number): string => {
  if (micros < 1000) return `${Math.round(micros)} µs`;
  if (micros < 1_000_000) return `${rounded(micros / 1000)} ms`;
  return `${rounded(micros / 1_000_000)} s`;
};

/** What something cost. */
export const costOf = (dollars: number): string =>
  dollars < 0.01 ? `${rounded(dollars * 100)} ¢` : `$${dollars.toFixed(2)}`;

const rounded = (number: number): string => `${Number(number.toPrecision(2))}`;
