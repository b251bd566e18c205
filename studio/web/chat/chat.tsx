import {MessagesSquare} from 'lucide-react';
import {useEffect, useMemo, useRef} from 'react';
import {EmptyState, Skeleton} from '../look';
import {turnsOf, useSession, woven} from '../session';
import './chat.css';
import {TurnView} from './turn-view';

/** What was said about the project, and what came of it. */
export const Chat = () => {
  const history = useSession((session) => session.history);
  const details = useSession((session) => session.details);
  const unwritten = useSession((session) => session.unwritten);
  const isLoading = useSession((session) => session.opened === 'loading');
  const turns = useMemo(
    () => woven(turnsOf(history, details), unwritten),
    [history, details, unwritten],
  );
  const list = useFollowing(turns.at(-1)?.id, turns.at(-1)?.state);
  return (
    <section className="chat" aria-label="Conversation">
      <div className="chat-scroll" ref={list} tabIndex={0}>
        {isLoading && <Loading />}
        {!isLoading && turns.length === 0 && (
          <EmptyState icon={<MessagesSquare />} title="Nothing said yet">
            What you say and what comes of it is kept here. Everything can be undone.
          </EmptyState>
        )}
        <ol className="chat-turns" aria-live="polite" aria-relevant="additions">
          {turns.map((turn, at) => (
            <TurnView key={turn.id} turn={turn} isLast={at === turns.length - 1} />
          ))}
        </ol>
      </div>
    </section>
  );
};

const Loading = () => (
  <div className="chat-loading" aria-label="Loading">
    {['82%', '64%', '73%'].map((width) => (
      <div key={width} className="chat-turn">
        <Skeleton width={width} height="2.25rem" />
        <Skeleton width="55%" height="0.875rem" />
      </div>
    ))}
  </div>
);

/** Keeps the end in sight as it grows. */
const useFollowing = (...what: unknown[]) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    element?.scrollTo({top: element.scrollHeight});
    // What it follows is what it is given.
  }, what);
  return list;
};
