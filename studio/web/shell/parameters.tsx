import {Clapperboard, RotateCcw} from 'lucide-react';
import {Suspense} from 'react';
import {nameOf, sceneName} from '../composer';
import {Button, EmptyState, Skeleton} from '../look';
import {studio, useSession} from '../session';
import {later} from './later';
import {readPicture} from './picture-address';

const Controls = later(() => import('../controls').then((module) => module.Controls));

/** What can be set of the selected scene. */
export const Parameters = () => {
  const clip = useSession((session) => session.clip);
  const scene = useSession(({project, selected}) =>
    project?.scenes.find(({id}) => id === selected),
  );
  if (!scene) return <NoScene />;
  if (!clip || clip.id !== scene.id) return <Waiting />;
  return (
    <div className="shell-panel">
      <header className="shell-panel-head">
        <h2>{sceneName(scene)}</h2>
        <span>{clip.template ? `From the template ${nameOf(clip.template)}` : 'Own code'}</span>
      </header>
      <Suspense fallback={<Waiting />}>
        <Controls
          key={clip.id}
          controls={clip.controls}
          params={clip.params}
          onChange={studio.changing.move}
          onCommit={(param, value) => void studio.changing.settle(param, value)}
          onUpload={readPicture}
        />
      </Suspense>
    </div>
  );
};

const NoScene = () => {
  const opened = useSession((session) => session.opened);
  if (opened === 'loading') return <Waiting />;
  return (
    <EmptyState icon={<Clapperboard />} title="No scene yet">
      What a scene shows can be set here once there is one.
    </EmptyState>
  );
};

const LINES = ['38%', '62%', '30%', '54%', '44%', '58%'];

/** Holds the place of what is on its way; where it does not come, offers to ask again. */
export const Waiting = () => {
  const hasFailed = useSession(
    ({selected, clip, reached}) => !reached && selected !== null && !clip,
  );
  if (hasFailed) {
    return (
      <EmptyState
        title="The scene could not be loaded"
        action={
          <Button onClick={studio.opening.follow}>
            <RotateCcw />
            Try again
          </Button>
        }
      />
    );
  }
  return (
    <div className="shell-panel-waiting" aria-hidden>
      {LINES.map((width) => (
        <div key={width}>
          <Skeleton width={width} height="0.75rem" />
          <Skeleton height="1.875rem" />
        </div>
      ))}
    </div>
  );
};
