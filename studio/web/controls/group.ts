import type {Control} from '../api';
import {inWords, isChanged} from './value';
import type {Given} from './value';

/** What belongs together among the parameters that every template has. */
export type GroupName = 'Look' | 'Type' | 'Motion' | 'Layers' | 'Time';

/** Controls under one heading. */
export type Group = {name: GroupName; controls: Control[]};

const MEMBERS: Record<GroupName, readonly string[]> = {
  Look: ['theme', 'accent', 'background', 'text_color', 'variant', 'position', 'size'],
  Type: ['font', 'weight', 'font_size', 'case', 'align', 'spacing'],
  Motion: ['animation', 'direction', 'exit', 'entrance', 'stagger', 'easing'],
  Layers: ['effect', 'background_image', 'logo', 'logo_position'],
  Time: ['duration', 'speed', 'format', 'fps'],
};

const NAMES = Object.keys(MEMBERS) as GroupName[];

/** The group of a parameter that every template has; null for one of a template's own. */
export const groupOf = (param: string): GroupName | null =>
  NAMES.find((name) => MEMBERS[name].includes(param)) ?? null;

/** A template's own controls in its own order, and the common ones by groups. */
export const grouped = (controls: readonly Control[]): {own: Control[]; groups: Group[]} => {
  const own = controls.filter(({common}) => !common);
  const place = (name: GroupName) => (control: Control) => MEMBERS[name].indexOf(control.name);
  const members = (name: GroupName) =>
    controls
      .filter((control) => control.common && (groupOf(control.name) ?? 'Look') === name)
      .sort((one, other) => rank(place(name)(one)) - rank(place(name)(other)));
  const groups = NAMES.map((name) => ({name, controls: members(name)}));
  return {own, groups: groups.filter((group) => group.controls.length > 0)};
};

/** What is set in a group, in a few words: `ocean, teal`. */
export const summaryOf = (group: Group, given: (control: Control) => Given): string => {
  const changed = group.controls.filter((control) => isChanged(control, given(control)));
  return changed.map((control) => shortly(control, given(control))).join(', ');
};

const shortly = ({name, type, label}: Control, value: Given) => {
  if (type === 'image') return label;
  if (type === 'seconds')
    return name === 'duration' ? `${inWords(value)} s` : `${label} ${inWords(value)} s`;
  return type === 'number' || type === 'factor' ? `${label} ${inWords(value)}` : inWords(value);
};

const rank = (place: number) => (place < 0 ? Number.MAX_SAFE_INTEGER : place);
