import {CloudOff} from 'lucide-react';
import {Toast} from '../look';
import {studio, useSession} from '../session';

/** What is told in passing. */
export const Notices = () => {
  const notices = useSession((session) => session.notices);
  return notices.map(({key, ...notice}) => (
    <Toast key={key} {...notice} onClose={() => studio.notices.dismiss(key)} />
  ));
};

/** Says that the service is gone, as long as it is. */
export const Away = () => {
  const isReached = useSession((session) => session.reached);
  if (isReached) return null;
  return (
    <div className="shell-away" role="alert">
      <CloudOff />
      Firstframe does not answer. It is tried again; nothing is lost.
    </div>
  );
};
