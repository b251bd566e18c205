import type {Client} from '../api';
import type {Session} from './state';

/** Where the page's address is read and written. */
export type Address = {read: () => string; write: (hash: string, replace?: boolean) => void};

/** Keeps small things from visit to visit. */
export type Shelf = {
  get: (name: string) => string | null;
  set: (name: string, value: string) => void;
};

/** What everything that acts on the session works with. */
export type Room = {
  client: Client;
  address: Address;
  shelf: Shelf;
  get: () => Session;
  set: (change: Partial<Session> | ((now: Session) => Partial<Session>)) => void;
};

/** Lets only the newest of several answers through. */
export class Newest {
  #number = 0;

  /** Begins anew; the answer says whether it is still the newest. */
  begin(): () => boolean {
    const own = ++this.#number;
    return () => own === this.#number;
  }
}
