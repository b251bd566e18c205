import {ApiProblem} from '../api';
import type {Room} from './room';
import type {Notice} from './state';

export type Notices = ReturnType<typeof noticesIn>;

/** The most that stand at once. */
const MOST = 3;

const PATIENCE = 1500;

/** Tells people what happened, and finds out when a service that was gone is back. */
export const noticesIn = ({get, set, client}: Room) => {
  const dismiss = (key: string) =>
    set(({notices}) => ({notices: notices.filter((notice) => notice.key !== key)}));

  const tell = (notice: Omit<Notice, 'key'>) => {
    const key = crypto.randomUUID();
    set(({notices}) => ({notices: [...notices, {...notice, key}].slice(-MOST)}));
  };

  const lookAgain = async (onBack: () => void) => {
    while (!get().reached) {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await client
        .bytes('/healthz')
        .then(() => set({reached: true}))
        .catch(() => undefined);
    }
    onBack();
  };

  /** Tells why something failed; of what was called off, nothing. */
  const fail = (error: unknown, again?: () => void) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === 'offline') {
      const {reached} = get();
      set({reached: false});
      if (reached) void lookAgain(again ?? (() => undefined));
      return;
    }
    const mayHelp = error.retry || error.code === 'token';
    const action = again && mayHelp ? {label: 'Try again', run: again} : undefined;
    const detail = error.request ? `Request ${error.request.slice(-8)}` : undefined;
    tell({tone: 'wrong', text: sentence(error.detail), detail, action});
  };

  return {tell, fail, dismiss};
};

/** As a sentence of its own: capital first. Code in backticks stays as it is. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
