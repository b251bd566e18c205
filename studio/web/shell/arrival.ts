import {useEffect} from 'react';
import {useSession} from '../session';

/** Names the page after what is open, and begins where people say what they want. */
export const useArrival = () => {
  const opened = useSession((session) => session.opened);
  const name = useSession((session) => session.project?.name);
  useEffect(() => {
    document.title = name ? `${name} – Firstframe` : 'Firstframe';
  }, [name]);
  useEffect(() => {
    const isFree = document.activeElement === document.body;
    // Where there are no keys, a focus would bring up a keyboard that hides the page.
    if (isFree && matchMedia('(pointer: fine)').matches) {
      document.getElementById('composer')?.focus();
    }
  }, [opened]);
};
