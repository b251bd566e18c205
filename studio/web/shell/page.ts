import {useMemo, useState} from 'react';
import type {RefObject} from 'react';
import {flushSync} from 'react-dom';
import {studio} from '../session';
import type {StageHandle} from '../stage';

/** What lies over the rooms. */
export type Over = 'commands' | 'keys' | 'gallery' | null;

/** What the page itself can do. */
export type PageDeeds = {
  toggle: () => void;
  playAll: () => void;
  fullscreen: () => void;
  formats: () => void;
  gallery: () => void;
  commands: () => void;
  sheet: () => void;
  close: () => void;
};

export type PageState = {over: Over; formats: 'one' | 'all'; deeds: PageDeeds};

/** What the page shows beside the session, and what it can do. */
export const usePage = (stage: RefObject<StageHandle | null>): PageState => {
  const [over, setOver] = useState<Over>(null);
  const [formats, setFormats] = useState<'one' | 'all'>('one');
  const deeds = useMemo(
    () => ({
      toggle: () => stage.current?.toggle(),
      playAll: () => {
        flushSync(studio.choosing.showFilm);
        stage.current?.seek(0);
        stage.current?.play();
      },
      fullscreen: () => stage.current?.fullscreen(),
      formats: () => setFormats((now) => (now === 'one' ? 'all' : 'one')),
      gallery: () => setOver('gallery'),
      commands: () => setOver('commands'),
      sheet: () => setOver('keys'),
      close: () => setOver(null),
    }),
    [stage],
  );
  return {over, formats, deeds};
};
