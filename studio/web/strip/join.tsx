import {
  Blend,
  ChevronsLeftRight,
  Clock3,
  FlipHorizontal2,
  PanelRight,
  Scissors,
} from 'lucide-react';
import type {ReactNode} from 'react';
import {TRANSITIONS} from '../api';
import type {SceneRecord, TransitionKind} from '../api';
import {IconButton, Menu, MenuChoices, MenuLabel} from '../look';
import {studio} from '../session';
import {transitionOf} from './order';

const KINDS: Record<TransitionKind, {label: string; icon: ReactNode}> = {
  none: {label: 'Cut', icon: <Scissors />},
  fade: {label: 'Fade', icon: <Blend />},
  slide: {label: 'Slide', icon: <ChevronsLeftRight />},
  wipe: {label: 'Wipe', icon: <PanelRight />},
  flip: {label: 'Flip', icon: <FlipHorizontal2 />},
  'clock-wipe': {label: 'Clock wipe', icon: <Clock3 />},
};

const CHOICES = TRANSITIONS.map((value) => ({value, ...KINDS[value]}));

/** How a scene follows on the one before it. */
export const Join = ({scene, number}: {scene: SceneRecord; number: number}) => {
  const kind = transitionOf(scene);
  const choose = (style: TransitionKind) => {
    if (style === kind) return;
    void studio.changing.operate([{op: 'transition', from: number - 1, to: number, style}]);
  };
  return (
    <li className="strip-join" data-kind={kind}>
      <Menu
        side="top"
        align="center"
        trigger={
          <IconButton
            label={`${KINDS[kind].label} from scene ${number - 1} to ${number}`}
            size="small"
            side="top"
          >
            {KINDS[kind].icon}
          </IconButton>
        }
      >
        <MenuLabel>
          From scene {number - 1} to {number}
        </MenuLabel>
        <MenuChoices choices={CHOICES} value={kind} onChange={choose} />
      </Menu>
    </li>
  );
};
