import {ChevronRight} from 'lucide-react';
import {useMemo, useState} from 'react';
import type {Control} from '../api';
import {EmptyState} from '../look';
import {ControlRow} from './control-row';
import type {ControlRowProps} from './control-row';
import type {Surroundings} from './editor';
import {grouped, summaryOf} from './group';
import type {Group} from './group';
import {usePending} from './pending';
import type {Upload} from './picture';
import {givenOf, withUsual} from './value';
import './controls.css';

export type ControlsProps = {
  controls: Control[];
  /** What the scene was given; null or nothing where it was not. */
  params: Record<string, unknown>;
  /** While something is dragged or typed. Null takes the value away. */
  onChange: (param: string, value: unknown) => void;
  /** When it is let go. */
  onCommit: (param: string, value: unknown) => void;
  /** Takes pictures in; without it, pictures have addresses alone. */
  onUpload?: Upload;
};

/** Everything of a scene that can be set: what it shows first, then how, in groups that are folded until they are used. */
export const Controls = ({controls: all, params, onChange, onCommit, onUpload}: ControlsProps) => {
  const controls = useMemo(() => all.map(withUsual), [all]);
  const [shown, setShown] = usePending(params);
  const given = (control: Control) => givenOf(control, shown);
  const tell = (teller: typeof onChange) => (param: string, value: unknown) => {
    setShown(param, value);
    teller(param, value);
  };
  const row = {onChange: tell(onChange), onCommit: tell(onCommit)};
  const around = surroundings(controls, given, row.onCommit, onUpload);
  const {own, groups} = grouped(controls);
  if (controls.length === 0) {
    return (
      <EmptyState title="Nothing to set">
        This scene has no parameters. Its code can be changed.
      </EmptyState>
    );
  }
  return (
    <div className="controls">
      {own.length > 0 && (
        <section className="controls-own" aria-label="What the scene shows">
          {own.map((control) => (
            <ControlRow
              key={control.name}
              control={control}
              value={given(control)}
              around={around}
              {...row}
            />
          ))}
        </section>
      )}
      {groups.map((group) => (
        <Folded key={group.name} group={group} given={given} around={around} {...row} />
      ))}
    </div>
  );
};

type FoldedProps = Pick<ControlRowProps, 'around' | 'onChange' | 'onCommit'> & {
  group: Group;
  given: (control: Control) => unknown;
};

const Folded = ({group, given, ...row}: FoldedProps) => {
  const summary = summaryOf(group, given);
  const [open, setOpen] = useState(summary !== '');
  return (
    <details
      className="controls-group"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="controls-heading">
        <ChevronRight />
        <span className="controls-name">{group.name}</span>
        <span className="controls-summary" title={summary}>
          {summary}
        </span>
      </summary>
      {open && (
        <div className="controls-members">
          {group.controls.map((control) => (
            <ControlRow key={control.name} control={control} value={given(control)} {...row} />
          ))}
        </div>
      )}
    </details>
  );
};

const surroundings = (
  controls: Control[],
  given: (control: Control) => unknown,
  onCommit: (param: string, value: unknown) => void,
  onUpload: Upload | undefined,
): Surroundings => {
  const find = (name: string) => controls.find((control) => control.name === name);
  const theme = find('theme');
  const columns = find('columns');
  const named = columns ? (given(columns) ?? columns.sample) : [];
  return {
    theme: `${(theme && (given(theme) ?? theme.default)) ?? 'dark'}`,
    headings: Array.isArray(named) ? named.map(String) : [],
    onHeadings: (names) => columns && onCommit(columns.name, names),
    onUpload,
  };
};
