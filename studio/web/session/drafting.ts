import {ApiProblem} from '../api';
import type {Preview} from '../api';
import type {Notices} from './notices';
import type {Room} from './room';
import {Newest} from './room';
import type {Picture} from './state';

export type Drafting = ReturnType<typeof draftingIn>;

/** How long typing rests before it is read, in milliseconds. */
export const REST = 8;

/** The most pictures that go with one message. */
export const MOST_PICTURES = 8;

/** What is being typed, and what would come of it. */
export const draftingIn = ({client, get, set}: Room, notices: Notices) => {
  const newest = new Newest();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  const read = async (prompt: string, isNewest: () => boolean) => {
    asked = new AbortController();
    const {project, pictures} = get();
    const ready = pictures.flatMap(({id}) => id ?? []);
    const ask = {
      prompt,
      ...(project && {project: project.id}),
      ...(ready.length > 0 && {pictures: ready}),
    };
    try {
      const {data} = await client.post<Preview>('/v1/preview', ask, {signal: asked.signal});
      if (isNewest()) set({draft: {prompt, preview: data, at: 0}, draftProblem: null});
    } catch (error) {
      if (!isNewest()) return;
      if (error instanceof ApiProblem && error.code !== 'offline')
        set({draft: null, draftProblem: error});
      else notices.fail(error, () => type(get().prompt));
    }
  };

  /** Forgets what would come of what was typed. */
  const forget = () => {
    clearTimeout(waiting);
    asked?.abort();
    newest.begin();
    set({draft: null, draftProblem: null});
  };

  /** Has nothing more read of what was typed, but keeps what would come of it until it has come. */
  const rest = (said: string) => {
    clearTimeout(waiting);
    asked?.abort();
    newest.begin();
    set(({draft}) => ({draft: draft?.prompt.trim() === said ? draft : null, draftProblem: null}));
  };

  /** Takes in what is typed, and finds out what would come of it. */
  const type = (prompt: string) => {
    set({prompt});
    clearTimeout(waiting);
    asked?.abort();
    const isNewest = newest.begin();
    if (!prompt.trim()) return forget();
    waiting = setTimeout(() => void read(prompt, isNewest), REST);
  };

  /** Shows another of the scenes that would come. */
  const look = (at: number) => set(({draft}) => ({draft: draft && {...draft, at}}));

  const change = (key: string, now: Partial<Picture>) =>
    set(({pictures}) => ({
      pictures: pictures.map((picture) => (picture.key === key ? {...picture, ...now} : picture)),
    }));

  const send = async (key: string, file: File) => {
    try {
      const path = `/v1/assets?name=${encodeURIComponent(file.name)}`;
      const {data} = await client.post<{asset: {id: string}}>(path, file);
      change(key, {id: data.asset.id, state: 'ready'});
      type(get().prompt);
    } catch (error) {
      change(key, {state: 'failed'});
      notices.fail(error);
    }
  };

  /** Sends pictures, as many as one message can have. */
  const attach = (files: File[]) => {
    const room = MOST_PICTURES - get().pictures.length;
    const shown = files.filter((file) => file.type.startsWith('image/'));
    if (shown.length > room) {
      notices.tell({tone: 'wrong', text: `A message can have ${MOST_PICTURES} pictures.`});
    }
    for (const file of shown.slice(0, room)) {
      const key = crypto.randomUUID();
      const address = URL.createObjectURL(file);
      const picture: Picture = {key, name: file.name, address, id: null, state: 'sending'};
      set(({pictures}) => ({pictures: [...pictures, picture]}));
      void send(key, file);
    }
  };

  const detach = (key: string) => {
    const gone = get().pictures.find((picture) => picture.key === key);
    if (gone) URL.revokeObjectURL(gone.address);
    set(({pictures}) => ({pictures: pictures.filter((picture) => picture.key !== key)}));
    type(get().prompt);
  };

  return {type, rest, forget, look, attach, detach};
};
