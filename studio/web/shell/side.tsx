import {Code as CodeIcon, Lightbulb, SlidersHorizontal} from 'lucide-react';
import type {ReactNode} from 'react';
import {Tabs} from '../look';
import {studio, useSession} from '../session';
import type {Side as Tab} from '../session';
import {Boundary} from './boundary';
import {Code} from './code';
import {Parameters} from './parameters';
import {Reasons} from './reasons';

const room = (name: string, panel: ReactNode) => <Boundary name={name}>{panel}</Boundary>;

export const SIDES: readonly {value: Tab; label: string; icon: ReactNode; panel: ReactNode}[] = [
  {
    value: 'parameters',
    label: 'Parameters',
    icon: <SlidersHorizontal />,
    panel: room('The parameters', <Parameters />),
  },
  {value: 'code', label: 'Code', icon: <CodeIcon />, panel: room('The code', <Code />)},
  {value: 'why', label: 'Why', icon: <Lightbulb />, panel: room('The reasons', <Reasons />)},
];

/** What the selected scene is made of, and why. */
export const Side = () => {
  const side = useSession((session) => session.side);
  return (
    <aside className="shell-side" aria-label="Scene">
      <Tabs label="Scene" tabs={SIDES} value={side} onChange={studio.choosing.showSide} />
    </aside>
  );
};
