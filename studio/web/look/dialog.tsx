import {X} from 'lucide-react';
import {Dialog as Radix} from 'radix-ui';
import type {ReactNode} from 'react';
import {IconButton} from './button';
import './dialog.css';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Read out after the title, and shown below it unless `bare`. */
  says?: string;
  /** Whether title and close button are only there for those who hear the page. */
  bare?: boolean;
  /** `full` covers the page, `sheet` comes up from below on narrow ones, `top` hangs from the top. */
  shape?: 'usual' | 'wide' | 'full' | 'sheet' | 'top';
  children: ReactNode;
};

/** Something that wants an answer before the rest goes on; Escape and a press beside it close it. */
export const Dialog = ({
  open,
  onClose,
  title,
  says,
  bare,
  shape = 'usual',
  children,
}: DialogProps) => (
  <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
    <Radix.Portal>
      <Radix.Overlay className="dialog-shade" data-shape={shape} />
      <Radix.Content
        className={`dialog dialog-${shape}`}
        onOpenAutoFocus={focusAll}
        {...(says ? {} : {'aria-describedby': undefined})}
      >
        <header className={bare ? 'unseen' : 'dialog-head'}>
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          {says && <Radix.Description className="dialog-says">{says}</Radix.Description>}
        </header>
        {!bare && (
          <Radix.Close asChild>
            <IconButton label="Close" keys="Esc" className="dialog-close">
              <X />
            </IconButton>
          </Radix.Close>
        )}
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

/** Begins with all of it, unless there is a field to begin with: a button that closes is no good beginning. */
const focusAll = (event: Event) => {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
};
