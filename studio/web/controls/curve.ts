/** Control points of a cubic Bézier curve from (0, 0) to (1, 1). */
export type Points = [x1: number, y1: number, x2: number, y2: number];

/** The curves that have names, with their points; those that settle or bounce have none. */
export const CURVES: Readonly<Record<string, Points | null>> = {
  smooth: [0.22, 1, 0.36, 1],
  ease: [0.25, 0.1, 0.25, 1],
  'ease-in': [0.42, 0, 1, 1],
  'ease-out': [0, 0, 0.58, 1],
  'ease-in-out': [0.42, 0, 0.58, 1],
  linear: [0, 0, 1, 1],
  spring: null,
  bounce: null,
};

/** The points of a curve as it is written: a name, or `cubic-bezier(x1, y1, x2, y2)`; null where it has none. */
export const pointsOf = (written: string): Points | null => {
  if (written in CURVES) return CURVES[written] ?? null;
  const numbers =
    /^cubic-bezier\(([^)]*)\)$/i.exec(written.trim())?.[1]?.split(',').map(Number) ?? [];
  const [x1, y1, x2, y2] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN)) return null;
  return [x1 ?? 0, y1 ?? 0, x2 ?? 1, y2 ?? 1];
};

/** A curve as scenes take it: by its name if it has one. */
export const writeCurve = (points: Points): string => {
  const named = Object.entries(CURVES).find(([, known]) => `${known}` === `${points}`);
  return named?.[0] ?? `cubic-bezier(${points.join(', ')})`;
};

/** How a curve is drawn in a square of 100, as the data of a path; springs and bounces as they go. */
export const drawnCurve = (written: string): string => {
  const points = pointsOf(written);
  if (points) {
    const [x1, y1, x2, y2] = points.map((part) => part * 100) as Points;
    return `M0 100 C${x1} ${100 - y1} ${x2} ${100 - y2} 100 0`;
  }
  const height = written === 'bounce' ? bounce : spring;
  const steps = Array.from({length: 41}, (_, at) => at / 40);
  return `M0 100 L${steps.map((t) => `${round(t * 100)} ${round(100 - 100 * height(t))}`).join(' ')}`;
};

/** A point of a curve that was dragged; times stay within the curve, ways may go beyond. */
export const withPoint = (points: Points, which: 0 | 1, x: number, y: number): Points => {
  const next = [...points] as Points;
  next[which * 2] = round(Math.min(1, Math.max(0, x)));
  next[which * 2 + 1] = round(Math.min(1.5, Math.max(-0.5, y)));
  return next;
};

const spring = (t: number) => 1 - Math.exp(-6 * t) * Math.cos(12 * t);

const bounce = (t: number): number => {
  const falls: [number, number, number][] = [
    [0.3636, 0, 0],
    [0.7273, 0.5455, 0.75],
    [0.9091, 0.8182, 0.9375],
    [1.01, 0.9545, 0.984375],
  ];
  const [, from, above] = falls.find(([until]) => t < until) ?? [1, 1, 1];
  return 7.5625 * (t - from) ** 2 + above;
};

const round = (value: number) => Math.round(value * 100) / 100;
