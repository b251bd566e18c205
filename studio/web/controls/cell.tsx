import {useLayoutEffect, useRef} from 'react';
import type {KeyboardEvent} from 'react';
import {useEditing} from './editing';

export type CellProps = {
  id?: string;
  label: string;
  value: string;
  placeholder?: string;
  /** Whether it is chosen together with others. */
  chosen: boolean;
  onChange: (text: string) => void;
  onCommit: (text: string) => void;
  onKeys: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** It is gone to, and no longer part of what was chosen. */
  onEnter: () => void;
  /** It is pressed with Shift: what is chosen reaches to it. */
  onReach: () => void;
  /** What is copied instead of its own text, if several cells are chosen. */
  onCopy: () => string | null;
  /** Says whether it took what was pasted. */
  onPaste: (text: string) => boolean;
};

/** A cell of a sheet. It is left with what it holds; Escape takes back. */
export const Cell = ({
  id,
  label,
  value,
  placeholder,
  chosen,
  onKeys,
  onPaste,
  ...tell
}: CellProps) => {
  const editing = useEditing<string>({
    value,
    onChange: (text) => tell.onChange(text ?? ''),
    onCommit: (text) => tell.onCommit(text ?? ''),
  });
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    if (!input || input.value === value) return;
    input.value = value;
    if (document.activeElement === input) input.select();
  }, [value]);
  return (
    <input
      ref={field}
      id={id}
      className="sheet-cell"
      aria-label={label}
      autoComplete="off"
      defaultValue={value}
      placeholder={placeholder}
      data-chosen={chosen || undefined}
      onFocus={(event) => {
        editing.begin();
        tell.onEnter();
        event.target.select();
      }}
      onBlur={editing.end}
      onChange={(event) => editing.change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editing.cancel();
        if (event.key === 'Enter') editing.end();
        onKeys(event);
      }}
      onPointerDown={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        tell.onReach();
      }}
      onCopy={(event) => {
        const text = tell.onCopy();
        if (text === null) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', text);
      }}
      onPaste={(event) => {
        if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
      }}
    />
  );
};

/** Where a key leads from a cell: rows and columns further on; null where it stays with the text. */
export const wayOf = (
  {
    key,
    shiftKey,
    altKey,
    ctrlKey,
    metaKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  {
    selectionStart,
    selectionEnd,
    value,
  }: Pick<HTMLInputElement, 'selectionStart' | 'selectionEnd' | 'value'>,
): [rows: number, columns: number] | null => {
  if (altKey || ctrlKey || metaKey) return null;
  const all = selectionStart === 0 && selectionEnd === value.length;
  const atStart = all || (selectionStart === 0 && selectionEnd === 0);
  const atEnd = all || (selectionStart === value.length && selectionEnd === value.length);
  if (key === 'Enter') return [shiftKey ? -1 : 1, 0];
  if (shiftKey) return null;
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowDown') return [1, 0];
  if (key === 'ArrowLeft') return atStart ? [0, -1] : null;
  return key === 'ArrowRight' && atEnd ? [0, 1] : null;
};
