import {createStore} from 'zustand/vanilla';
import {Client} from '../api';
import type {ClientOptions} from '../api';
import {changingIn} from './changing';
import {choosingIn, keptChoices} from './choosing';
import {clipsIn} from './clips';
import {committingIn} from './committing';
import {draftingIn} from './drafting';
import {editingIn} from './editing';
import {explainingIn} from './explaining';
import {noticesIn} from './notices';
import {openingIn} from './opening';
import {projectsIn} from './projects';
import type {Address, Room, Shelf} from './room';
import {beginning} from './state';
import type {Session} from './state';

export type Surroundings = Pick<ClientOptions, 'fetch' | 'tokens'> & {
  address: Address;
  shelf: Shelf;
};

export type Studio = ReturnType<typeof createStudio>;

/** The session, and everything that can be done in it. */
export const createStudio = ({fetch, tokens, address, shelf}: Surroundings) => {
  const store = createStore<Session>(() => beginning(keptChoices(shelf)));
  const {getState: get, setState: set} = store;

  const askToken = (wasWrong: boolean) =>
    new Promise<string | null>((resolve) => {
      const answer = (token: string | null) => {
        set({tokenAsked: null});
        resolve(token);
      };
      set({tokenAsked: {wasWrong, answer}});
    });

  const client = new Client({fetch, tokens, askToken});
  const room: Room = {client, address, shelf, get, set};
  const notices = noticesIn(room);
  const opening = openingIn(room, notices);
  const projects = projectsIn(room, notices, opening);
  const drafting = draftingIn(room, notices);
  const committing = committingIn(room, {notices, opening, projects, drafting});
  const changing = changingIn(room, notices, opening);
  const editing = editingIn(room, notices, opening);
  const explaining = explainingIn(room);
  const choosing = choosingIn(room, {notices, opening});

  const clips = clipsIn(room);

  const start = () => {
    opening.follow();
    void projects.list();
  };

  return {
    store,
    client,
    clips,
    notices,
    opening,
    projects,
    drafting,
    committing,
    changing,
    editing,
    explaining,
    choosing,
    start,
  };
};
