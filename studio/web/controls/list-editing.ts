import type {KeyboardEvent, RefObject} from 'react';
import {flushSync} from 'react-dom';
import {useDraft} from './draft';
import type {EditorProps} from './editing';
import {ITEMS, itemsOf, newItem} from './items';
import type {Item} from './items';

/** Where a list has no limit that people would meet. */
export const MANY = 200;

/**
 * The items of a list with what can be done to them; all but writing is let go at once. They are drawn before a call comes back, so that
 * the next key finds its item.
 */
export const useItems = (
  {control, value, onChange, onCommit}: EditorProps<string[]>,
  list: RefObject<HTMLElement | null>,
) => {
  const [items, setItems] = useDraft(value, ITEMS);
  const [, most] = control.range ?? [0, MANY];
  const tell = (next: Item[], teller: typeof onChange) =>
    flushSync(() => {
      setItems(next);
      teller(ITEMS.write(next));
    });
  const focus = (place: number) => list.current?.querySelectorAll('textarea')[place]?.focus();
  const write = (place: number, text: string, letGo: boolean) => {
    const next = items.map((item, at) => (at === place ? {...item, text} : item));
    tell(next, letGo ? onCommit : onChange);
  };
  const add = (place: number) => {
    if (items.length >= most) return;
    flushSync(() => setItems(items.toSpliced(place, 0, newItem())));
    focus(place);
  };
  const remove = (place: number) => {
    tell(items.length > 1 ? items.toSpliced(place, 1) : [newItem()], onCommit);
    focus(Math.max(0, place - 1));
  };
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return;
    tell(items.toSpliced(from, 1).toSpliced(to, 0, item), onCommit);
    focus(to);
  };
  const paste = (place: number, text: string): boolean => {
    const lines = itemsOf(text).map(newItem);
    if (lines.length < 2) return false;
    const over = items[place]?.text === '' ? 1 : 0;
    tell(items.toSpliced(place + 1 - over, over, ...lines).slice(0, most), onCommit);
    return true;
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>, place: number) => {
    const empty = event.currentTarget.value === '';
    const step = event.altKey ? {ArrowUp: -1, ArrowDown: 1}[event.key] : undefined;
    const leaves = event.key === 'Backspace' && empty && items.length > 1;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !empty) add(place + 1);
    if (leaves || step !== undefined) event.preventDefault();
    if (leaves) remove(place);
    if (step !== undefined) move(place, place + step);
  };
  return {items, most, write, add, remove, move, paste, keys};
};
