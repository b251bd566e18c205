import type {ButtonHTMLAttributes, ReactNode, Ref} from 'react';
import {Tooltip} from './tooltip';
import './button.css';

/** How much a button asks for: `accent` for the one thing to do, `strong` for what confirms, `quiet` for what stands in rows. */
export type Weight = 'accent' | 'strong' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  weight?: Weight;
  size?: 'small' | 'usual' | 'large';
  ref?: Ref<HTMLButtonElement>;
};

/** A button with words on it, and an icon before them if there is one. */
export const Button = ({
  weight = 'plain',
  size = 'usual',
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button {...rest} type={type} className={`button button-${weight} button-${size} ${className}`} />
);

export type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'children' | 'title'> & {
  /** What it does: read out, and shown in its tooltip. */
  label: string;
  /** Its keys, such as `Ctrl Z`. */
  keys?: string;
  /** Where the tooltip stands. */
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
};

/** A button with an icon alone. */
export const IconButton = ({
  label,
  keys,
  side,
  weight = 'quiet',
  className = '',
  ...rest
}: IconButtonProps) => (
  <Tooltip text={label} keys={keys} side={side}>
    <Button {...rest} weight={weight} aria-label={label} className={`button-icon ${className}`} />
  </Tooltip>
);
