import {useEffect} from 'react';
import {studio} from '../session';
import {deedsOf} from './deeds';
import type {Deed} from './deeds';
import type {PageState} from './page';

/** Runs what stands under the keys that are pressed; while something is typed, only what is meant for that. */
export const useKeys = ({over, deeds: page}: PageState) => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (over !== null || event.defaultPrevented || event.isComposing) return;
      const session = studio.store.getState();
      const pressed = pressedIn(event);
      const deed = deedsOf(session, page).find(({keys = []}) => keys.includes(pressed));
      const isHeld = event.ctrlKey || event.metaKey || pressed === 'Space';
      if (!deed || !(isHeld || session.hasSingleKeys) || !isMeant(event, deed)) return;
      event.preventDefault();
      deed.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [over, page]);
};

const pressedIn = ({key, ctrlKey, metaKey, shiftKey, altKey}: KeyboardEvent): string => {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const isSign = key.length === 1 && !/[a-z0-9 ]/i.test(key);
  const held = [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift'];
  return [...held.filter(Boolean), name].join(' ');
};

const isMeant = (event: KeyboardEvent, {whileTyping}: Deed): boolean => {
  const {target} = event;
  if (!(target instanceof HTMLElement)) return true;
  const field = target.closest('input, textarea, [contenteditable=""], [contenteditable="true"]');
  if (field) {
    if (whileTyping === 'always') return true;
    return whileTyping === 'empty' && field instanceof HTMLTextAreaElement && field.value === '';
  }
  if (event.key === ' ' && target.closest('button, a, summary, [role]')) return false;
  // Controls keep the keys that they know themselves.
  return !target.closest(
    '[role="slider"], [role="menu"], [role="dialog"], [role="tablist"], select',
  );
};
