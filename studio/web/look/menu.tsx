import {Check} from 'lucide-react';
import {DropdownMenu as Radix} from 'radix-ui';
import type {ReactElement, ReactNode} from 'react';
import {Keys} from './keys';
import './menu.css';

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  children: ReactNode;
};

/** A menu below a button. */
export const Menu = ({trigger, align = 'start', side, children}: MenuProps) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="menu" align={align} side={side} sideOffset={6} collisionPadding={8}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

export type MenuItemProps = {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

/** Something to do. */
export const MenuItem = ({icon, keys, danger, disabled, onSelect, children}: MenuItemProps) => (
  <Radix.Item
    className="menu-item"
    data-danger={danger || undefined}
    disabled={disabled}
    onSelect={onSelect}
  >
    <span className="menu-icon">{icon}</span>
    <span className="menu-text">{children}</span>
    {keys && <Keys of={keys} />}
  </Radix.Item>
);

export type MenuChoicesProps<Choice extends string> = {
  choices: readonly {value: Choice; label: string; icon?: ReactNode}[];
  value: Choice;
  onChange: (value: Choice) => void;
};

/** Things of which one holds. */
export const MenuChoices = <Choice extends string>({
  choices,
  value,
  onChange,
}: MenuChoicesProps<Choice>) => (
  <Radix.RadioGroup value={value}>
    {choices.map((choice) => (
      <Radix.RadioItem
        key={choice.value}
        className="menu-item"
        value={choice.value}
        onSelect={() => onChange(choice.value)}
      >
        <span className="menu-icon">{choice.icon}</span>
        <span className="menu-text">{choice.label}</span>
        <Radix.ItemIndicator className="menu-icon">
          <Check />
        </Radix.ItemIndicator>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);

/** What the items that follow have in common. */
export const MenuLabel = ({children}: {children: ReactNode}) => (
  <Radix.Label className="menu-label">{children}</Radix.Label>
);

/** A line between groups of items. */
export const MenuLine = () => <Radix.Separator className="menu-line" />;
