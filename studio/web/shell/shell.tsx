import {Suspense, useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {flushSync} from 'react-dom';
import {Chat} from '../chat';
import {Composer, Examples} from '../composer';
import {ProjectList} from '../projects';
import {studio, useSession} from '../session';
import type {StageHandle} from '../stage';
import {StripWaiting} from '../strip/tiles';
import {Commands} from './commands';
import {deedsOf} from './deeds';
import {Divider, useSideWidth} from './divider';
import {GalleryView} from './gallery-view';
import {Header} from './header';
import {useKeys} from './keys';
import {later, loadAhead} from './later';
import {useNarrow} from './narrow';
import {Away, Notices} from './notices';
import {Screen} from './screen';
import './shell.css';
import {ShortcutSheet} from './shortcut-sheet';
import {Side} from './side';
import {Sheets} from './sheets';
import {TokenDialog} from './token-dialog';

const Strip = later(() => import('../strip').then((module) => module.Strip));

type Over = 'commands' | 'keys' | 'gallery' | null;

/** The rooms of the studio, and what lies over them. */
export const Shell = () => {
  const opened = useSession((session) => session.opened);
  const isNarrow = useNarrow();
  useEffect(loadPanels, []);
  const [over, setOver] = useState<Over>(null);
  const [formats, setFormats] = useState<'one' | 'all'>('one');
  const stage = useRef<StageHandle>(null);
  const playing = usePlaying();
  const side = useSideWidth();
  const hasProject = opened === 'open' || opened === 'loading';
  const session = useSession((now) => now);
  const page = useMemo(
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
    }),
    [],
  );
  const deeds = useMemo(() => deedsOf(session, page), [session, page]);
  useKeys(deeds, over !== null);
  const close = () => setOver(null);
  return (
    <div
      className="shell"
      data-opened={hasProject ? 'project' : opened}
      style={{'--side': `${side.width}px`}}
    >
      <Header
        hasAllFormats={formats === 'all'}
        onFormats={page.formats}
        onGallery={page.gallery}
        onPicture={async () => (await stage.current?.still(playing.frame.current, 1920)) ?? null}
        onCommands={page.commands}
      />
      <Away />
      <main className="shell-main">
        <Screen stage={stage} formats={formats} onTime={playing.onTime} />
        {hasProject && (
          <Suspense fallback={<StripWaiting />}>
            <Strip playing={playing.scene} onPlayAll={page.playAll} />
          </Suspense>
        )}
        {hasProject && isNarrow && <Chat />}
        {hasProject && isNarrow && <Sheets />}
        {opened !== 'missing' && opened !== 'failed' && (
          <div className="shell-composer">
            <Composer first={!hasProject} />
          </div>
        )}
        {opened === 'none' && <Examples />}
        {opened === 'none' && <ProjectList />}
      </main>
      {hasProject && !isNarrow && <Chat />}
      {hasProject && !isNarrow && <Divider {...side} />}
      {hasProject && !isNarrow && <Side />}
      <Commands deeds={deeds} open={over === 'commands'} onClose={close} />
      <ShortcutSheet deeds={deeds} open={over === 'keys'} onClose={close} />
      <GalleryView open={over === 'gallery'} onClose={close} />
      <TokenDialog />
      <Notices />
    </div>
  );
};

/** The scene of the film that is playing. */
const usePlaying = () => {
  const [scene, setScene] = useState<string | null>(null);
  const showing = useSession((session) => session.showing);
  useEffect(() => setScene(null), [showing]);
  const frame = useRef(0);
  const onTime = useCallback((now: number) => {
    frame.current = now;
    const {showing, film} = studio.store.getState();
    if (showing !== 'film' || !film) return;
    const cue = film.cues.findLast(({from}) => from <= now);
    setScene(cue?.scene ?? null);
  }, []);
  return {scene, frame, onTime};
};

/** The panels are small against the time that a person takes to want them. */
const loadPanels = () =>
  loadAhead(
    () => import('../strip'),
    () => import('../controls'),
    () => import('../code'),
    () => import('../why'),
    () => import('../gallery'),
  );
