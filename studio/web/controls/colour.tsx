import {Popover} from 'radix-ui';
import {Suspense, lazy, useState} from 'react';
import {Skeleton} from '../look';
import {useEditing} from './editing';
import type {EditorProps} from './editing';
import {cssOf, fromTheme} from './paint';
import {Words} from './words';
import './colour.css';
import './picker.css';

const Picker = lazy(() => import('./picker'));

export type ColourProps = EditorProps<string> & {
  theme: string;
  /** What it is called where no label stands beside it. */
  label?: string;
};

/** A colour by name, by digits or by eye. Where none is set, it is the theme's. */
export const Colour = ({theme, label, ...props}: ColourProps) => {
  const {control, id, value} = props;
  const own =
    typeof control.default === 'string' ? control.default : fromTheme(control.name, theme);
  const named = {
    ...control,
    default: undefined,
    sample: own ? 'From theme' : control.sample,
    type: 'url',
  };
  return (
    <span className="control-colour" data-open={value === null || undefined}>
      <Swatch {...props} label={label} shown={value ?? own} />
      <Words {...props} id={id} control={named} label={label} />
    </span>
  );
};

type SwatchProps = EditorProps<string> & {label?: string; shown: string | null};

const Swatch = ({label, shown, ...props}: SwatchProps) => {
  const [open, setOpen] = useState(false);
  const editing = useEditing(props);
  const turn = (now: boolean) => {
    if (now) editing.begin();
    else editing.end();
    setOpen(now);
  };
  return (
    <Popover.Root open={open} onOpenChange={turn}>
      <Popover.Trigger
        className="control-swatch"
        aria-label={`Pick ${label ?? props.control.label}`}
        data-none={shown === null || undefined}
        style={shown === null ? undefined : {backgroundColor: cssOf(shown)}}
      />
      <Popover.Portal>
        <Popover.Content
          className="menu control-picker"
          aria-label={label ?? props.control.label}
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          <Suspense fallback={<Skeleton height="19rem" />}>
            <Picker value={shown} onChange={editing.change} onLetGo={editing.end} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
