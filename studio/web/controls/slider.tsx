import {Slider as Radix} from 'radix-ui';
import type {KeyboardEvent} from 'react';
import {useEditing} from './editing';
import type {EditorProps} from './editing';
import {NumberField} from './number-field';
import {placeOf, scaleOf, stepped, valueAt} from './scale';
import type {Scale} from './scale';
import {titleOf} from './value';

/** A number: a slider where its limits are near enough, and a field for the exact value. */
export const Amount = (props: EditorProps<number>) => {
  const {control, value} = props;
  const usual = typeof control.default === 'number' ? control.default : null;
  const scale = scaleOf(control, value ?? usual);
  return (
    <span className="control-amount">
      {scale.track && <Track {...props} scale={scale} usual={usual} />}
      <NumberField {...props} scale={scale} />
    </span>
  );
};

/** How finely the way of a slider is cut. */
const PLACES = 1000;

type TrackProps = EditorProps<number> & {scale: Scale; usual: number | null};

const Track = ({control, scale, usual, ...rest}: TrackProps) => {
  const editing = useEditing(rest);
  const value = rest.value ?? usual;
  const keys = (event: KeyboardEvent) => {
    const steps = stepsOf(event, scale);
    if (steps === null) return;
    event.preventDefault();
    rest.onCommit(stepped(value ?? scale.limits[0], steps, scale));
  };
  return (
    <Radix.Root
      className="control-slider"
      data-open={value === null || undefined}
      min={0}
      max={PLACES}
      value={[value === null ? 0 : placeOf(value, scale) * PLACES]}
      onPointerDown={editing.begin}
      onValueChange={([place = 0]) => editing.change(valueAt(place / PLACES, scale))}
      onValueCommit={editing.end}
      onKeyDown={keys}
    >
      <Radix.Track className="control-slider-track">
        <Radix.Range className="control-slider-range" />
        {scale.marks.map(({at, label}) => (
          <span
            key={label}
            className="control-slider-mark"
            title={label}
            style={{left: `${placeOf(at, scale) * 100}%`}}
          />
        ))}
      </Radix.Track>
      <Radix.Thumb
        className="control-slider-thumb"
        aria-label={`${titleOf(control)}, slider`}
        aria-valuetext={value === null ? 'automatic' : spoken(value, scale)}
      />
    </Radix.Root>
  );
};

const spoken = (value: number, {marks, unit}: Scale) => {
  const named = marks.find(({at}) => at === value);
  return named ? named.label : `${value} ${unit}`.trim();
};

const stepsOf = ({key, shiftKey}: KeyboardEvent, {track, step}: Scale): number | null => {
  const [low, high] = track ?? [0, 1];
  const large = Math.max(10, Math.round((high - low) / step / 10));
  const one = shiftKey ? large : 1;
  const steps: Record<string, number> = {
    ArrowRight: one,
    ArrowUp: one,
    ArrowLeft: -one,
    ArrowDown: -one,
    PageUp: large,
    PageDown: -large,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[key] ?? null;
};
