import {useRef} from 'react';
import type {KeyboardEvent} from 'react';
import {studio} from '../session';

/** Brings back with the arrow keys what was said before. */
export const useRecall = () => {
  const at = useRef(0);
  const unsaid = useRef('');

  const reset = () => {
    at.current = 0;
    unsaid.current = '';
  };

  const onKey = ({key, currentTarget: field}: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const {prompt} = studio.store.getState();
    const isBack = key === 'ArrowUp' && field.selectionEnd === 0;
    const isForth = key === 'ArrowDown' && at.current > 0 && field.selectionStart === prompt.length;
    const isShown = at.current > 0 && key === 'ArrowUp' && !prompt.includes('\n');
    if (!isBack && !isForth && !isShown) return false;
    const said = saidBefore();
    if (at.current === 0) unsaid.current = prompt;
    at.current = Math.max(0, Math.min(said.length, at.current + (isForth ? -1 : 1)));
    studio.drafting.type(at.current === 0 ? unsaid.current : (said.at(-at.current) ?? ''));
    return true;
  };

  return {onKey, reset};
};

/** What was said, in this visit or earlier, the newest last. */
const saidBefore = (): string[] => {
  const {history, recalled} = studio.store.getState();
  const written = history
    .toReversed()
    .flatMap(({said = []}) => said.flatMap(({by, text}) => (by === 'person' ? text : [])));
  return [...new Set([...written, ...recalled].toReversed())].toReversed();
};
