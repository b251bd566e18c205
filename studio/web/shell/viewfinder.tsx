import {CloudOff, FolderX, RotateCcw} from 'lucide-react';
import {Button, EmptyState} from '../look';
import {studio, useSession} from '../session';

/** What stands on the stage while there is nothing to play. */
export const Viewfinder = () => {
  const opened = useSession((session) => session.opened);
  const hasScenes = useSession(({project}) => (project?.scenes.length ?? 0) > 0);
  return (
    <div className="shell-viewfinder">
      <span className="shell-corners" aria-hidden />
      {opened === 'none' && <Welcome />}
      {opened === 'open' && !hasScenes && (
        <EmptyState title="An empty film">
          Say below what the first scene shows. It plays here while you type.
        </EmptyState>
      )}
      {opened === 'missing' && <Missing />}
      {opened === 'failed' && <Failed />}
      {(opened === 'loading' || (opened === 'open' && hasScenes)) && (
        <span className="shell-wait" role="status">
          <span className="unseen">Loading</span>
        </span>
      )}
    </div>
  );
};

const Welcome = () => (
  <div className="shell-welcome">
    <h1>Type a scene. It plays as you type.</h1>
    <p>Titles, charts, counters, captions, device mock-ups and more, as React for Remotion.</p>
  </div>
);

const Missing = () => (
  <EmptyState
    icon={<FolderX />}
    title="There is no such project"
    action={<Button onClick={studio.opening.leave}>See your projects</Button>}
  >
    It may have been deleted, or its address is not whole.
  </EmptyState>
);

const Failed = () => (
  <EmptyState
    icon={<CloudOff />}
    title="The project could not be opened"
    action={
      <Button onClick={studio.opening.follow}>
        <RotateCcw />
        Try again
      </Button>
    }
  >
    Firstframe does not answer. Nothing is lost.
  </EmptyState>
);
