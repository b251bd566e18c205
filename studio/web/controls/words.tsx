import {useLayoutEffect, useRef} from 'react';
import type {KeyboardEvent} from 'react';
import {useEditing} from './editing';
import type {EditorProps} from './editing';
import {inWords} from './value';
import './field.css';

export type WordsProps = EditorProps<string> & {
  /** What it is called where no label stands beside it. */
  label?: string;
  /** Whether Enter begins a new line. */
  lines?: boolean;
  onKeys?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (text: string) => boolean;
};

/** Text that makes room for itself. Enter or leaving it lets go, Escape takes back. */
export const Words = ({control, id, label, lines, onKeys, onPaste, ...rest}: WordsProps) => {
  const editing = useEditing(rest);
  const area = useFollowing(rest.value ?? '');
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeys?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') editing.cancel();
    if (event.key !== 'Enter' || (lines && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    editing.end();
  };
  const typed = (text: string) => {
    const plain = lines ? text : text.replace(/\s*\n\s*/g, ' ');
    editing.change(plain.trim() === '' ? null : plain);
  };
  return (
    <span className="control-words" data-text={rest.value ?? ''}>
      <textarea
        ref={area}
        id={id}
        rows={1}
        className="control-input"
        aria-label={label}
        aria-required={control.required || undefined}
        autoCapitalize={WRITTEN_AS_IS.includes(control.type) ? 'off' : undefined}
        spellCheck={!WRITTEN_AS_IS.includes(control.type)}
        inputMode={control.type === 'url' ? 'url' : undefined}
        placeholder={inWords(control.default ?? control.sample)}
        defaultValue={rest.value ?? ''}
        onFocus={editing.begin}
        onBlur={editing.end}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={keys}
        onPaste={(event) => {
          if (onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
    </span>
  );
};

const WRITTEN_AS_IS = ['url', 'handle', 'image'];

/** An area that takes text from outside without moving the caret of who is typing in it. */
const useFollowing = (text: string) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field || field.value === text || (text === '' && field.value.trim() === '')) return;
    const {selectionStart, selectionEnd} = field;
    field.value = text;
    if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
  }, [text]);
  return area;
};
