import {Check, ChevronDown} from 'lucide-react';
import {Popover, RadioGroup} from 'radix-ui';
import {useEffect, useState} from 'react';
import {useEditing} from './editing';
import type {EditorProps} from './editing';
import {FACES, loadFace} from './faces';
import {fromTheme} from './paint';
import {Words} from './words';
import './font.css';

export type FontProps = EditorProps<string> & {theme: string};

/** A typeface: each is shown in itself, and moving through the list shows it in the scene. */
export const Font = (props: FontProps) => {
  const {control, id, value, theme} = props;
  const [open, setOpen] = useState(false);
  const editing = useEditing(props);
  const family = value ?? `${control.default ?? fromTheme('font', theme) ?? 'Inter'}`;
  useEffect(() => loadFace(family), [family]);
  const turn = (now: boolean) => {
    if (now) editing.begin();
    else editing.end();
    setOpen(now);
  };
  return (
    <Popover.Root open={open} onOpenChange={turn}>
      <Popover.Trigger
        id={id}
        className="control-select"
        aria-label={`${control.label}: ${family}`}
      >
        <span className="control-family" style={{fontFamily: quotedFamily(family)}}>
          {family}
        </span>
        {value === null && <span className="control-origin">theme</span>}
        <ChevronDown />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu control-fonts"
          aria-label="Typeface"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onKeyDown={(event) => event.key === 'Enter' && turn(false)}
        >
          <Families family={family} onChange={editing.change} onChosen={() => turn(false)} />
          <div className="control-other">
            <Words {...props} id={`${id}-other`} label="Another typeface" control={OTHER} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};

const OTHER = {
  name: 'font',
  type: 'text',
  label: 'another typeface',
  says: [],
  required: false,
  common: true,
  sample: 'Another typeface',
};

type FamiliesProps = {
  family: string;
  onChange: (family: string) => void;
  onChosen: () => void;
};

const Families = ({family, onChange, onChosen}: FamiliesProps) => {
  useEffect(() => FACES.forEach((face) => loadFace(face.family)), []);
  return (
    <RadioGroup.Root
      className="control-families"
      aria-label="Typefaces"
      value={family}
      onValueChange={onChange}
    >
      {FACES.map((face) => (
        <RadioGroup.Item
          key={face.family}
          className="menu-item"
          value={face.family}
          onPointerUp={onChosen}
        >
          <span className="menu-text" style={{fontFamily: quotedFamily(face.family)}}>
            {face.family}
          </span>
          <span className="control-kind">{face.kind}</span>
          <RadioGroup.Indicator className="menu-icon">
            <Check />
          </RadioGroup.Indicator>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
};

const quotedFamily = (family: string) => `"${family.replaceAll('"', '')}", var(--sans)`;
