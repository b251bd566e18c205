import {CircleAlert, CirclePause, Unplug, X} from 'lucide-react';
import type {ReactNode} from 'react';
import {useStore} from 'zustand';
import type {Box} from '../frame/message';
import {Button, IconButton} from '../look';
import type {Projector, Trouble} from './projector';

const SIGNS = {failed: CircleAlert, stuck: CirclePause, unreachable: Unplug};

const TITLES: Record<Trouble['kind'], string> = {
  failed: 'This scene has an error',
  stuck: 'This scene was stopped',
  unreachable: 'No player',
};

type NoticeProps = {projector: Projector; box: Box | undefined; remedies: ReactNode};

/** Says why the picture stands still, or is not there. Its room is there always, so that it is read out when it comes. */
export const Notice = ({projector, box, remedies}: NoticeProps) => {
  const trouble = useStore(projector.store, (projection) => projection.trouble);
  const Sign = trouble && SIGNS[trouble.kind];
  return (
    <div className="stage-notices" style={box} role="status">
      {trouble && Sign && (
        <div
          className="stage-notice"
          data-kind={trouble.kind}
          onPointerUp={(event) => event.stopPropagation()}
        >
          <Sign aria-hidden />
          <div className="stage-reason">
            <h3>{TITLES[trouble.kind]}</h3>
            <p>{trouble.message}</p>
          </div>
          <div className="stage-remedies">
            {trouble.kind === 'stuck' && (
              <Button size="small" onClick={() => projector.retry()}>
                Play it again
              </Button>
            )}
            {trouble.kind !== 'unreachable' && remedies}
          </div>
          {trouble.kind === 'failed' && (
            <IconButton label="Dismiss" size="small" onClick={() => projector.dismiss()}>
              <X />
            </IconButton>
          )}
        </div>
      )}
    </div>
  );
};
