import type {Control} from '../api';

/** What a control has: its value, or null where none is given. */
export type Given = unknown;

/** Whether two values are the same in JSON. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The value that a scene was given for a control; null where template or theme decide. */
export const givenOf = (control: Control, params: Record<string, unknown>): Given => {
  if (Object.hasOwn(params, control.name)) return params[control.name] ?? null;
  return control.given === false ? null : (control.value ?? null);
};

/** A control whose default is what the scene shows without a value: the template's or the theme's, where they have one of their own. */
export const withUsual = (control: Control): Control =>
  control.given === false && control.value !== undefined
    ? {...control, default: control.value}
    : control;

/** Whether something was set that is not so by itself. What was asked for counts, even if it would have been so. */
export const isChanged = (control: Control, given: Given): boolean =>
  given !== null && (control.given === true || !isSame(given, control.default));

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
