import {useState} from 'react';
import {isSame} from './value';

/** How what is being written and the value that comes of it are made from each other. */
export type Drafting<Draft, Value> = {
  /** What is shown of a value; `before` is what was shown until now. */
  read: (value: Value | null, before: Draft | null) => Draft;
  /** The value, without what is not ready yet. */
  write: (draft: Draft) => Value | null;
};

/**
 * Something that is being written and may hold what is not ready to be a value, such as an empty line. It is given up for a value that
 * comes from outside.
 */
export const useDraft = <Draft, Value>(
  value: Value | null,
  {read, write}: Drafting<Draft, Value>,
): [Draft, (draft: Draft) => void] => {
  const [state, setState] = useState(() => ({draft: read(value, null), seen: value}));
  if (isSame(state.seen, value)) {
    return [state.draft, (draft) => setState({draft, seen: value})];
  }
  const isOurs = isSame(write(state.draft), value);
  const next = {draft: isOurs ? state.draft : read(value, state.draft), seen: value};
  setState(next);
  return [next.draft, (draft) => setState({draft, seen: value})];
};
