import {Blend, X} from 'lucide-react';
import {IconButton} from '../look';
import {Colour} from './colour';
import type {ColourProps} from './colour';
import {fromTheme, readGround, writeGround} from './paint';

/** A background: one colour, or two that run into one another. */
export const GroundColour = (props: ColourProps) => {
  const {control, id, value, theme, onChange, onCommit} = props;
  const [from, to] = value === null ? [null] : readGround(value);
  const usual = `${control.default ?? fromTheme(control.name, theme) ?? 'black'}`;
  const accent = fromTheme('accent', theme) ?? 'white';
  const write = (one: string | null, other: string | null | undefined) =>
    other ? writeGround([one ?? usual, other]) : one;
  if (to === undefined) {
    return (
      <span className="control-ground">
        <Colour {...props} />
        <IconButton
          label="Run into a second colour"
          size="small"
          onClick={() => onCommit(write(from, accent))}
        >
          <Blend />
        </IconButton>
      </span>
    );
  }
  return (
    <span className="control-ground">
      <Colour
        {...props}
        label={`${control.label}, from`}
        value={from}
        onChange={(colour) => onChange(write(colour, to))}
        onCommit={(colour) => onCommit(write(colour, to))}
      />
      <Colour
        {...props}
        id={`${id}-to`}
        label={`${control.label}, to`}
        value={to}
        onChange={(colour) => onChange(write(from, colour ?? to))}
        onCommit={(colour) => onCommit(write(from, colour))}
      />
      <IconButton label="One colour alone" size="small" onClick={() => onCommit(from)}>
        <X />
      </IconButton>
    </span>
  );
};
