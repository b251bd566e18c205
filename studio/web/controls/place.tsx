import {RadioGroup} from 'radix-ui';
import {spokenChoice} from './choice';
import type {EditorProps} from './editing';
import './choice.css';

const PLACES = [
  'top-left',
  'top',
  'top-right',
  'left',
  'center',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
];

/** A place in the frame, shown as the frame itself with a spot for each place that can be chosen. */
export const Place = ({control, id, value, onCommit}: EditorProps<string>) => (
  <RadioGroup.Root
    id={id}
    className="control-place"
    aria-label={control.label}
    value={value ?? (typeof control.default === 'string' ? control.default : '')}
    onValueChange={onCommit}
  >
    {PLACES.map((place) =>
      control.choices?.includes(place) ? (
        <RadioGroup.Item
          key={place}
          className="control-spot"
          value={place}
          aria-label={spokenChoice(place)}
          title={spokenChoice(place)}
        />
      ) : (
        <span key={place} className="control-spot" data-none />
      ),
    )}
  </RadioGroup.Root>
);
