import {useCallback, useEffect, useMemo, useState} from 'react';
import {isSame} from './value';

type Params = Record<string, unknown>;

/** A value that was set here and that the scene does not have yet. */
type Pending = {
  /** What the scene had before. */
  before: unknown;
  /** What was set, the latest last. */
  set: unknown[];
};

/**
 * Parameters as a person has just set them: a value stands at once, until the scene has it or has got another one from elsewhere. What
 * comes late of values that have been set over is passed by, so that nothing jumps back under the hand.
 */
export const usePending = (
  params: Params,
): [shown: Params, set: (name: string, value: unknown) => void] => {
  const [pending, setPending] = useState<Record<string, Pending>>({});
  useEffect(() => setPending((known) => stillOpen(known, params)), [params]);
  const shown = useMemo(() => {
    const latest = Object.entries(stillOpen(pending, params));
    return {...params, ...Object.fromEntries(latest.map(([name, {set}]) => [name, set.at(-1)]))};
  }, [pending, params]);
  const set = useCallback(
    (name: string, value: unknown) =>
      setPending((known) => {
        const open = stillOpen(known, params)[name] ?? {before: params[name], set: []};
        return {...known, [name]: {...open, set: [...open.set, value]}};
      }),
    [params],
  );
  return [shown, set];
};

/** Those that the scene has neither taken nor got otherwise. */
export const stillOpen = (
  pending: Record<string, Pending>,
  params: Params,
): Record<string, Pending> => {
  const open = Object.entries(pending).filter(([name, {before, set}]) => {
    const now = params[name];
    const passed = [before, ...set.slice(0, -1)];
    return !isSame(now, set.at(-1)) && passed.some((value) => isSame(value, now));
  });
  return open.length === Object.keys(pending).length ? pending : Object.fromEntries(open);
};
