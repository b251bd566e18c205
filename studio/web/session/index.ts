import {useStore} from 'zustand';
import {createStudio} from './studio';
import type {Session} from './state';

/** The studio of this page. */
export const studio = createStudio({
  address: {
    read: () => location.hash,
    write: (hash) => {
      if (location.hash !== hash) history.pushState(null, '', hash);
    },
  },
  shelf: {
    get: (name) => localStorage.getItem(name),
    set: (name, value) => localStorage.setItem(name, value),
  },
});

/** A part of the session, as it changes. */
export const useSession = <Part>(part: (session: Session) => Part): Part =>
  useStore(studio.store, part);

export {saidAbout} from './explaining';
export {sentence} from './notices';
export {onStage} from './on-stage';
export {optionsOf} from './question';
export {needsModel} from './turn-detail';
export {turnsOf, woven} from './turn';
export type {Turn, TurnDetail, TurnScene} from './turn';
export type {Draft, Notice, Picture, Session, Side, Theme, Work} from './state';
