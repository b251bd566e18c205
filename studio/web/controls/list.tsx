import {Plus} from 'lucide-react';
import {useRef} from 'react';
import {flushSync} from 'react-dom';
import type {KeyboardEvent} from 'react';
import {Button} from '../look';
import {useDraft} from './draft';
import type {EditorProps} from './editing';
import {ITEMS, itemsOf, newItem} from './items';
import type {Item} from './items';
import {Picture} from './picture';
import type {Upload} from './picture';
import {Entry, Sorting} from './sorting';
import {Words} from './words';
import type {WordsProps} from './words';
import './list.css';

export type TextListProps = EditorProps<string[]> & {
  /** Whether its texts are addresses of pictures. */
  pictures?: boolean;
  onUpload?: Upload;
};

/**
 * Several texts. Enter begins another item, Backspace in an empty one takes it away, Alt with arrows moves it, and lines that are pasted
 * become items.
 */
export const TextList = (props: TextListProps) => {
  const {control, id, value, pictures, onUpload, onChange, onCommit} = props;
  const [items, setItems] = useDraft(value, ITEMS);
  const list = useRef<HTMLDivElement>(null);
  const [, most] = control.range ?? [0, MANY];
  const set = (tell: typeof onChange, next: Item[]) => {
    flushSync(() => {
      setItems(next);
      tell(ITEMS.write(next));
    });
  };
  const focus = (place: number) => list.current?.querySelectorAll('textarea')[place]?.focus();
  const add = (place: number) => {
    if (items.length >= most) return;
    flushSync(() => setItems(items.toSpliced(place, 0, newItem())));
    focus(place);
  };
  const remove = (place: number) => {
    set(onCommit, items.length > 1 ? items.toSpliced(place, 1) : [newItem()]);
    focus(Math.max(0, place - 1));
  };
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return;
    set(onCommit, items.toSpliced(from, 1).toSpliced(to, 0, item));
    focus(to);
  };
  const paste = (place: number, text: string) => {
    const lines = itemsOf(text).map(newItem);
    if (lines.length < 2) return false;
    const over = items[place]?.text === '' ? 1 : 0;
    set(onCommit, items.toSpliced(place + 1 - over, over, ...lines).slice(0, most));
    return true;
  };
  const keys = (place: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const empty = event.currentTarget.value === '';
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !empty) add(place + 1);
    if (event.key === 'Backspace' && empty && items.length > 1) {
      event.preventDefault();
      remove(place);
    }
    if (step !== undefined && event.altKey) {
      event.preventDefault();
      move(place, place + step);
    }
  };
  const samples = Array.isArray(control.sample) ? control.sample : [];
  const text = (item: Item, place: number): WordsProps => ({
    id: place === 0 ? id : `${id}-${place}`,
    label: `${control.label}, ${place + 1}`,
    control: {
      ...control,
      type: pictures ? 'image' : 'text',
      default: undefined,
      sample: samples[place],
    },
    value: item.text || null,
    onChange: (now) => set(onChange, items.with(place, {...item, text: now ?? ''})),
    onCommit: (now) => set(onCommit, items.with(place, {...item, text: now ?? ''})),
    onKeys: keys(place),
    onPaste: (pasted) => paste(place, pasted),
  });
  return (
    <div ref={list} className="list" role="group" aria-label={control.label}>
      <Sorting keys={items.map(({key}) => key)} onMove={move}>
        {items.map((item, place) => (
          <Entry key={item.key} item={item.key} place={place} onRemove={() => remove(place)}>
            {pictures ? (
              <Picture {...text(item, place)} onUpload={onUpload} />
            ) : (
              <Words {...text(item, place)} />
            )}
          </Entry>
        ))}
      </Sorting>
      <Button
        size="small"
        weight="quiet"
        className="list-add"
        disabled={items.length >= most}
        onClick={() => add(items.length)}
      >
        <Plus />
        Add
        {most < MANY && <span className="list-count">{`${value?.length ?? 0} of ${most}`}</span>}
      </Button>
    </div>
  );
};

/** Where a list has no limit that people would meet. */
const MANY = 200;
