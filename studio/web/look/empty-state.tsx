import type {ReactNode} from 'react';
import './empty-state.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** What to do next. */
  action?: ReactNode;
};

/** Stands where there is nothing yet, and says how there could be something. */
export const EmptyState = ({icon, title, children, action}: EmptyStateProps) => (
  <div className="empty-state">
    {icon && <span className="empty-state-icon">{icon}</span>}
    <h3 className="empty-state-title">{title}</h3>
    {children && <div className="empty-state-text">{children}</div>}
    {action && <div className="empty-state-action">{action}</div>}
  </div>
);

/** Holds the place of something that is on its way. */
export const Skeleton = ({width = '100%', height = '1em'}: {width?: string; height?: string}) => (
  <span className="skeleton" aria-hidden style={{width, height}} />
);
