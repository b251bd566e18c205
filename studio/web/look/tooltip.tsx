import {Tooltip as Radix} from 'radix-ui';
import type {ReactElement} from 'react';
import {Keys} from './keys';
import './tooltip.css';

export type TooltipProps = {
  text: string;
  /** The keys that do the same, such as `Ctrl Z`. */
  keys?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a reference. */
  children: ReactElement;
};

/** Lets tooltips come faster once one has been shown; stands around the page. */
export const TooltipRoom = Radix.Provider;

/** Says what something does when the pointer rests on it or it has the focus. */
export const Tooltip = ({text, keys, side = 'bottom', children}: TooltipProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
        {text}
        {keys && <Keys of={keys} />}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
