import type {Control} from '../api';

/** What a control has: its value, or null where none is given. */
export type Given = unknown;

/** Whether two values are the same in JSON. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The value that a scene was given for a control. */
export const givenOf = (control: Control, params: Record<string, unknown>): Given =>
  (Object.hasOwn(params, control.name) ? params[control.name] : control.value) ?? null;

/** Whether a scene differs by this from what it is without it. */
export const isChanged = (control: Control, given: Given): boolean =>
  given !== null && !isSame(given, control.default);

/** Whether a scene lacks what it has nothing to show without. */
export const isMissing = (control: Control, given: Given): boolean =>
  control.required && (given === null || given === '' || (Array.isArray(given) && !given.length));

/** A value in a few words. */
export const inWords = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return readableNumber(value);
  if (!Array.isArray(value)) return typeof value === 'object' ? pointInWords(value) : `${value}`;
  return value.map(inWords).join(', ');
};

/** A number as people write it, without digits that nobody asked for. */
export const readableNumber = (value: number): string =>
  value.toLocaleString('en-US', {maximumFractionDigits: 3});

/** The label of a control as a heading: `Left items`. */
export const titleOf = ({label}: Pick<Control, 'label'>): string =>
  label.charAt(0).toUpperCase() + label.slice(1);

const pointInWords = (value: object) => {
  const {label, value: figure} = value as {label?: unknown; value?: unknown};
  return [label, figure].map(inWords).filter(Boolean).join(' ');
};
