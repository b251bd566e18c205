import {useRef} from 'react';
import type {Control} from '../api';

/** What every editor of a value gets. */
export type EditorProps<Value> = {
  control: Control;
  /** The id that its label is for. */
  id: string;
  /** Null where none is given. */
  value: Value | null;
  onChange: (value: Value | null) => void;
  onCommit: (value: Value | null) => void;
};

/** A value on its way from the first key to the last. */
export type Editing<Value> = {
  begin: () => void;
  change: (value: Value | null) => void;
  /** Lets go: the last value holds. */
  end: () => void;
  /** Takes everything back since it began. */
  cancel: () => void;
};

/** Tells changes as they come, and once at the end what came of them, if anything did. */
export const useEditing = <Value>({
  value,
  onChange,
  onCommit,
}: Pick<EditorProps<Value>, 'value' | 'onChange' | 'onCommit'>): Editing<Value> => {
  const before = useRef(value);
  const latest = useRef<{value: Value | null} | null>(null);
  return {
    begin: () => {
      before.current = value;
      latest.current = null;
    },
    change: (now) => {
      latest.current = {value: now};
      onChange(now);
    },
    end: () => {
      if (latest.current) onCommit(latest.current.value);
      before.current = latest.current?.value ?? before.current;
      latest.current = null;
    },
    cancel: () => {
      if (latest.current) onChange(before.current);
      latest.current = null;
    },
  };
};
