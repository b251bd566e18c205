import {RotateCcw} from 'lucide-react';
import {useId} from 'react';
import type {Control} from '../api';
import {IconButton} from '../look';
import {Editor, isWide} from './editor';
import type {Surroundings} from './editor';
import {inWords, isChanged, isMissing, titleOf} from './value';

export type ControlRowProps = {
  control: Control;
  value: unknown;
  around: Surroundings;
  onChange: (param: string, value: unknown) => void;
  onCommit: (param: string, value: unknown) => void;
};

/** A parameter with its label. It says when it is not as it would be without, and what is missing. */
export const ControlRow = ({control, value, around, onChange, onCommit}: ControlRowProps) => {
  const id = useId();
  const changed = isChanged(control, value) && (control.common || control.default !== undefined);
  const take = (now: unknown) => onCommit(control.name, now);
  return (
    <div
      className="control"
      data-wide={isWide(control) || undefined}
      data-changed={changed || undefined}
      data-param={control.name}
    >
      <div className="control-head">
        <label className="control-label" htmlFor={id}>
          {titleOf(control)}
        </label>
        {changed && (
          <IconButton
            label={resetLabel(control)}
            size="small"
            className="control-reset"
            onClick={() => take(null)}
          >
            <RotateCcw />
          </IconButton>
        )}
      </div>
      <div className="control-editor">
        <Editor
          control={control}
          id={id}
          value={value}
          around={around}
          onChange={(now) => onChange(control.name, now)}
          onCommit={take}
        />
      </div>
      {isMissing(control, value) && (
        <Missing control={control} onUse={() => take(control.sample)} />
      )}
    </div>
  );
};

const resetLabel = (control: Control) => {
  const usual = inWords(control.default);
  return usual ? `Reset ${control.label} to ${usual}` : `Reset ${control.label}`;
};

const Missing = ({control, onUse}: {control: Control; onUse: () => void}) => (
  <p className="control-missing" role="status">
    The scene needs {control.label}
    {control.sample !== undefined && ' and shows a sample until then'}.
    {control.sample !== undefined && (
      <button type="button" className="control-use" onClick={onUse}>
        Begin with the sample
      </button>
    )}
  </p>
);
