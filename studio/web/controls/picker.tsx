import {Pipette} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import {HexColorPicker} from 'react-colorful';
import {Button} from '../look';
import {COLOURS, cssOf, hexOf, withRecent} from './paint';

export type PickerProps = {
  value: string | null;
  onChange: (colour: string) => void;
  /** What was chosen holds. */
  onLetGo: () => void;
};

/** Everything a colour can be chosen by: by eye, from the screen, from names, and from what was used last. */
const Picker = ({value, onChange, onLetGo}: PickerProps) => {
  const [recent, keep] = useRecent(value);
  const choose = (colour: string) => {
    onChange(colour);
    onLetGo();
    keep(colour);
  };
  return (
    <div className="picker">
      <div onPointerUp={onLetGo} onKeyUp={onLetGo}>
        <HexColorPicker color={drawn(value)} onChange={onChange} />
      </div>
      <Dropper onPick={choose} />
      {recent.length > 0 && (
        <Colours title="Used last" colours={recent} onChoose={choose} value={value} />
      )}
      <Colours
        title="By name"
        colours={COLOURS.map(({name}) => name)}
        onChoose={choose}
        value={value}
      />
    </div>
  );
};

export default Picker;

type ColoursProps = {
  title: string;
  colours: readonly string[];
  value: string | null;
  onChoose: (colour: string) => void;
};

const Colours = ({title, colours, value, onChoose}: ColoursProps) => (
  <section className="picker-group">
    <h4 className="picker-title">{title}</h4>
    <div className="picker-colours">
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className="picker-colour"
          aria-label={colour}
          aria-pressed={value !== null && cssOf(value) === cssOf(colour)}
          title={colour}
          style={{backgroundColor: cssOf(colour)}}
          onClick={() => onChoose(colour)}
        />
      ))}
    </div>
  </section>
);

type EyeDropperMaker = new () => {open: () => Promise<{sRGBHex: string}>};

/** Takes a colour from anywhere on the screen, in browsers that can. */
const Dropper = ({onPick}: {onPick: (colour: string) => void}) => {
  const Maker = (window as {EyeDropper?: EyeDropperMaker}).EyeDropper;
  if (!Maker) return null;
  const pick = () => {
    new Maker().open().then(
      ({sRGBHex}) => onPick(sRGBHex),
      () => undefined,
    );
  };
  return (
    <Button size="small" onClick={pick}>
      <Pipette />
      From the screen
    </Button>
  );
};

const KEPT_AS = 'firstframe-colours';

/** The colours that were used last; the one that the picker was left with is one of them. */
const useRecent = (value: string | null) => {
  const [recent, setRecent] = useState(readRecent);
  const left = useRef(value);
  const first = useRef(value);
  useEffect(() => {
    left.current = value;
  }, [value]);
  const keep = (colour: string) => {
    const now = withRecent(readRecent(), colour);
    localStorage.setItem(KEPT_AS, JSON.stringify(now));
    setRecent(now);
  };
  useEffect(
    () => () => {
      if (left.current && left.current !== first.current) {
        const now = withRecent(readRecent(), left.current);
        localStorage.setItem(KEPT_AS, JSON.stringify(now));
      }
    },
    [],
  );
  return [recent, keep] as const;
};

const readRecent = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((colour) => typeof colour === 'string') : [];
  } catch {
    return [];
  }
};

/** The digits of a colour, by the browser where it is a name that only that knows. */
const drawn = (colour: string | null): string => {
  if (colour === null) return '#888888';
  const context = document.createElement('canvas').getContext('2d');
  if (hexOf(colour) !== null || !context) return hexOf(colour) ?? '#888888';
  context.fillStyle = cssOf(colour);
  return `${context.fillStyle}`;
};
