import {CircleAlert, CircleCheck, X} from 'lucide-react';
import {Toast as Radix} from 'radix-ui';
import type {ReactNode} from 'react';
import {Button, IconButton} from './button';
import './toast.css';

export type ToastProps = {
  tone: 'good' | 'wrong';
  text: string;
  /** More about it, such as the id of the request. */
  detail?: string;
  /** What can be done about it. */
  action?: {label: string; run: () => void};
  onClose: () => void;
};

/** The place where notices stand; around the page. */
export const ToastRoom = ({children}: {children: ReactNode}) => (
  <Radix.Provider swipeDirection="down" label="Notice">
    {children}
    <Radix.Viewport className="toast-room" />
  </Radix.Provider>
);

/** Says what happened; goes by itself, later where something can be done. */
export const Toast = ({tone, text, detail, action, onClose}: ToastProps) => (
  <Radix.Root
    className="toast"
    data-tone={tone}
    type={tone === 'wrong' ? 'foreground' : 'background'}
    duration={action || tone === 'wrong' ? 9000 : 4500}
    onOpenChange={(open) => !open && onClose()}
  >
    {tone === 'wrong' ? (
      <CircleAlert className="toast-icon" />
    ) : (
      <CircleCheck className="toast-icon" />
    )}
    <div className="toast-words">
      <Radix.Title className="toast-text">{text}</Radix.Title>
      {detail && <Radix.Description className="toast-detail">{detail}</Radix.Description>}
    </div>
    {action && (
      <Radix.Action asChild altText={action.label}>
        <Button size="small" onClick={action.run}>
          {action.label}
        </Button>
      </Radix.Action>
    )}
    <Radix.Close asChild>
      <IconButton label="Dismiss" size="small" side="top">
        <X />
      </IconButton>
    </Radix.Close>
  </Radix.Root>
);
