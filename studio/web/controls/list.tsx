import {Plus} from 'lucide-react';
import {useRef} from 'react';
import {Button} from '../look';
import type {EditorProps} from './editing';
import type {Item} from './items';
import {MANY, useItems} from './list-editing';
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
export const TextList = ({pictures, onUpload, ...props}: TextListProps) => {
  const {control, id, value} = props;
  const list = useRef<HTMLDivElement>(null);
  const {items, most, write, add, remove, move, paste, keys} = useItems(props, list);
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
    onChange: (now) => write(place, now ?? '', false),
    onCommit: (now) => write(place, now ?? '', true),
    onKeys: (event) => keys(event, place),
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
