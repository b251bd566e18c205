import {useSession} from '../session';

/** Shows that something is on its way, and how far the code has come. */
export const Working = ({turn}: {turn: string}) => {
  const work = useSession((session) => (session.work?.turn === turn ? session.work : null));
  const lines = work?.code ? work.code.split('\n').length : 0;
  return (
    <p className="chat-working" role="status">
      <span className="chat-pulse" aria-hidden />
      {lines > 0 ? `Writing the scene, ${lines} ${lines === 1 ? 'line' : 'lines'}` : 'On it'}
    </p>
  );
};
