import {CircleAlert, CircleHelp, Redo2, RotateCcw, Undo2} from 'lucide-react';
import {Quoted} from '../code/quoted';
import {Button} from '../look';
import {needsModel, sentence, studio, useSession} from '../session';
import type {Turn} from '../session';
import {AssetPicture} from './asset-picture';
import {ChangeLine} from './change-line';
import {costOf, timeOf} from './figures';
import {ModelWanted} from './model-wanted';
import {Question} from './question';
import {SceneCard} from './scene-card';
import {Working} from './working';

type TurnProps = {turn: Turn; isLast: boolean};

/** What was said at once, and what came of it. */
export const TurnView = ({turn, isLast}: TurnProps) => (
  <li className="chat-turn" data-undone={turn.undone || undefined}>
    {turn.pictures.length > 0 && (
      <ul className="chat-pictures" aria-label="Pictures">
        {turn.pictures.map((picture) => (
          <AssetPicture key={picture} id={picture} />
        ))}
      </ul>
    )}
    {turn.said && <p className="chat-said">{turn.said}</p>}
    <div className="chat-came">
      <Came turn={turn} isLast={isLast} />
      <Foot turn={turn} />
    </div>
  </li>
);

/** What cards of new scenes say. */
const SHOWN = /^(?:added scene |new scene .*: added at place )/;

const Came = ({turn, isLast}: TurnProps) => {
  const {detail} = turn;
  if (turn.state === 'working') return <Working turn={turn.id} />;
  if (turn.state === 'failed') return <Failed turn={turn} />;
  if (turn.state === 'stopped') return <Stopped turn={turn} />;
  const made = turn.scenes.filter((scene) => scene.made);
  const told = turn.told.filter((text) => made.length === 0 || !SHOWN.test(text));
  return (
    <>
      {detail?.answer && <p className="chat-answer">{detail.answer}</p>}
      {made.map((scene) => (
        <SceneCard key={scene.id} scene={scene} />
      ))}
      {told.map((text) => (
        <ChangeLine key={text} text={text} />
      ))}
      {detail?.notes.map((note) => (
        <p key={note} className="chat-note">
          <Quoted text={note} />
        </p>
      ))}
      {turn.question && <Question question={turn.question} isOpen={isLast} />}
      {turn.state === 'nothing' && !turn.question && <Nothing turn={turn} />}
    </>
  );
};

const Nothing = ({turn}: {turn: Turn}) =>
  needsModel(turn.detail) ? (
    <ModelWanted
      reason={turn.detail?.reason ?? null}
      suggestions={turn.detail?.suggestions ?? []}
    />
  ) : (
    <p className="chat-note">
      <CircleHelp />
      {turn.detail?.answer ? '' : 'Nothing changed.'}
    </p>
  );

const Stopped = ({turn}: {turn: Turn}) => (
  <div className="chat-foot">
    <span>Stopped</span>
    <Button size="small" weight="quiet" onClick={() => void studio.committing.retry(turn.id)}>
      <RotateCcw />
      Try again
    </Button>
  </div>
);

const Failed = ({turn}: {turn: Turn}) => (
  <div className="chat-failed" role="alert">
    <CircleAlert />
    <div>
      <p>
        <Quoted text={sentence(turn.problem?.detail ?? '')} />
      </p>
      <div className="chat-actions">
        <Button size="small" onClick={() => void studio.committing.retry(turn.id)}>
          <RotateCcw />
          Try again
        </Button>
        <Button size="small" weight="quiet" onClick={() => studio.committing.forget(turn.id)}>
          Dismiss
        </Button>
      </div>
    </div>
  </div>
);

const Foot = ({turn}: {turn: Turn}) => {
  const standing = useSession((session) => session.standing);
  const isLast = turn.revision !== null && turn.revision === standing.node;
  const isNext = turn.undone && standing.canRedo && isNextRedo(turn.revision);
  const project = useSession((session) => session.project);
  const changed = project?.scenes.find(({id}) => turn.detail?.before[id]);
  const {micros = 0, dollars = 0} = turn.detail ?? {};
  if (!isLast && !isNext && !changed && micros === 0 && !turn.undone) return null;
  return (
    <footer className="chat-foot">
      {turn.undone && <span>Undone</span>}
      {micros > 0 && <span title="The time that it took">{timeOf(micros)}</span>}
      {dollars > 0 && <span title="What models cost">{costOf(dollars)}</span>}
      {changed && (
        <Button
          size="small"
          weight="quiet"
          onClick={() => studio.choosing.compare(turn, changed.id)}
        >
          See the difference
        </Button>
      )}
      {isLast && (
        <Button size="small" weight="quiet" onClick={() => void studio.changing.undo()}>
          <Undo2 />
          Undo
        </Button>
      )}
      {isNext && (
        <Button size="small" weight="quiet" onClick={() => void studio.changing.redo()}>
          <Redo2 />
          Redo
        </Button>
      )}
    </footer>
  );
};

/** Whether redo would bring back this revision: it is the newest of those that stand on the present one. */
const isNextRedo = (revision: number | null): boolean => {
  const {history, standing} = studio.store.getState();
  return history.find(({parent}) => parent === standing.node)?.number === revision;
};
