import {useEffect, useRef, useState} from 'react';
import type {KeyboardEvent} from 'react';
import {useEditing} from './editing';
import type {EditorProps} from './editing';
import {clamped, stepped, typedNumber} from './scale';
import type {Scale} from './scale';
import './field.css';

export type NumberFieldProps = EditorProps<number> & {
  scale: Scale;
  label?: string;
};

/** An exact number with its unit. Arrows step, with Shift by ten, with Alt by a tenth. */
export const NumberField = ({control, id, scale, label, ...rest}: NumberFieldProps) => {
  const {value} = rest;
  const editing = useEditing(rest);
  const [draft, setDraft] = useDraft(value);
  const [low, high] = scale.limits;
  const typed = (text: string) => {
    const number = typedNumber(text);
    setDraft(text, number);
    if (text.trim() === '') editing.change(null);
    if (number !== null && number === clamped(number, scale.limits)) editing.change(number);
  };
  const leave = () => {
    const number = draft === null ? null : typedNumber(draft);
    if (number !== null && number !== clamped(number, scale.limits)) {
      editing.change(clamped(number, scale.limits));
    }
    setDraft(null, null);
    editing.end();
  };
  const keys = (event: KeyboardEvent) => {
    const size = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    const steps = {ArrowUp: size, ArrowDown: -size}[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      const from = value ?? asNumber(control.default) ?? Math.max(low, 0);
      const fine = {...scale, step: size < 1 ? scale.step / 10 : scale.step};
      const next = stepped(from, size < 1 ? Math.sign(steps) : steps, fine);
      setDraft(null, next);
      editing.change(next);
    }
    if (event.key === 'Enter') leave();
    if (event.key === 'Escape') {
      setDraft(null, null);
      editing.cancel();
    }
  };
  const wrong = draft !== null && draft.trim() !== '' && typedNumber(draft) === null;
  return (
    <span className="control-number" data-unit={scale.unit || undefined}>
      <input
        id={id}
        className="control-input"
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-valuenow={value ?? undefined}
        aria-valuemin={low > -1e15 ? low : undefined}
        aria-valuemax={high < 1e15 ? high : undefined}
        aria-valuetext={value === null ? 'automatic' : `${value} ${scale.unit}`}
        placeholder={placeholder(control.default ?? control.sample)}
        value={draft ?? (value === null ? '' : `${value}`)}
        onFocus={(event) => {
          editing.begin();
          event.target.select();
        }}
        onChange={(event) => typed(event.target.value)}
        onBlur={leave}
        onKeyDown={keys}
      />
      {scale.unit && (
        <span className="control-unit" aria-hidden>
          {scale.unit}
        </span>
      )}
    </span>
  );
};

/** What is being typed, until another value comes from outside. */
const useDraft = (value: number | null) => {
  const [draft, setText] = useState<string | null>(null);
  const meant = useRef<number | null>(null);
  useEffect(() => {
    if (value !== meant.current) setText(null);
  }, [value]);
  const setDraft = (text: string | null, number: number | null) => {
    meant.current = number;
    setText(text);
  };
  return [draft, setDraft] as const;
};

const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);

const placeholder = (value: unknown) => (typeof value === 'number' ? `${value}` : 'auto');
