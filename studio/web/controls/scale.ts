import type {Control} from '../api';

/** What a number is set with. */
export type Scale = {
  /** What may be typed. */
  limits: [low: number, high: number];
  /** What a slider goes over; null where a slider is of no use. */
  track: [low: number, high: number] | null;
  /** What one press of an arrow adds. */
  step: number;
  /** Whether equal ways on the slider are equal factors. */
  even: 'steps' | 'factors';
  unit: string;
  /** Numbers that have a name. */
  marks: {at: number; label: string}[];
};

const TRACKS: Record<string, [number, number]> = {
  duration: [1, 15],
  entrance: [0, 3],
  stagger: [0, 0.5],
  font_size: [24, 320],
};

const FACTORS: Record<string, [number, string][]> = {
  speed: [
    [0.67, 'slow'],
    [1, 'normal'],
    [1.5, 'fast'],
  ],
  size: [
    [0.8, 'small'],
    [1, 'normal'],
    [1.25, 'large'],
    [1.6, 'huge'],
  ],
};

const UNITS: Record<string, string> = {seconds: 's', percent: '%', factor: '×'};

/** Beyond this, limits say nothing of what people want. */
const WIDE = 1000;

/** The scale of a control that is a number, wide enough for the value that it has. */
export const scaleOf = (control: Control, value: number | null): Scale => {
  const {name, type, range = usualRange(type)} = control;
  const even = type === 'factor' ? 'factors' : 'steps';
  const track = trackOf(name, type, range);
  return {
    limits: range,
    track: track && [Math.min(track[0], value ?? track[0]), Math.max(track[1], value ?? track[1])],
    step: stepOf(name, type, track),
    even,
    unit: name === 'fps' ? 'fps' : name === 'font_size' ? 'px' : (UNITS[type] ?? ''),
    marks: (FACTORS[name] ?? []).map(([at, label]) => ({at, label})),
  };
};

/** Where a value is on a slider, from 0 to 1. */
export const placeOf = (value: number, {track, even}: Scale): number => {
  const [low, high] = track ?? [0, 1];
  const place =
    even === 'steps'
      ? (value - low) / (high - low || 1)
      : Math.log(value / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, place));
};

/** The value at a place of a slider, on its steps. */
export const valueAt = (place: number, {track, even, step, limits}: Scale): number => {
  const [low, high] = track ?? [0, 1];
  const value = even === 'steps' ? low + place * (high - low) : low * (high / low) ** place;
  return clamped(onStep(value, step), limits);
};

/** The number in a text that was typed, in English or German, with its unit or without; null if there is none. */
export const typedNumber = (text: string): number | null => {
  const plain = text
    .trim()
    .replace(/\s*(s|sec|seconds?|px|fps|%|×|x)$/i, '')
    .replace(/[\s\u00a0\u202f']/g, '');
  const english = /^[-+−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(',', '.');
  return /^[-+−]?(\d+\.?\d*|\.\d+)$/.test(english) ? Number(english.replace('−', '-')) : null;
};

/** A value within limits. */
export const clamped = (value: number, [low, high]: [number, number]): number =>
  Math.min(high, Math.max(low, value));

/** The next value with so many steps more. */
export const stepped = (value: number, steps: number, {step, limits}: Scale): number =>
  clamped(onStep(value + steps * step, step), limits);

const onStep = (value: number, step: number) =>
  Number((Math.round(value / step) * step).toPrecision(12));

const usualRange = (type: string): [number, number] =>
  type === 'percent'
    ? [0, 100]
    : type === 'seconds'
      ? [0, 60]
      : type === 'factor'
        ? [0.1, 10]
        : [-1e15, 1e15];

const trackOf = (name: string, type: string, [low, high]: [number, number]): Scale['track'] => {
  if (name === 'variant') return null;
  if (type === 'factor') return [Math.max(low, 0.4), Math.min(high, 2.5)];
  const usual = TRACKS[name];
  if (usual) return [Math.max(usual[0], low), Math.min(usual[1], high)];
  return high - low <= WIDE ? [low, high] : null;
};

const stepOf = (name: string, type: string, track: Scale['track']) => {
  if (name === 'stagger') return 0.01;
  if (type === 'factor') return 0.05;
  if (type === 'seconds') return 0.1;
  return track && track[1] - track[0] <= 1 ? 0.01 : 1;
};
