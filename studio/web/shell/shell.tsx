import {Suspense, useEffect, useRef} from 'react';
import {Chat} from '../chat';
import {Composer, Examples} from '../composer';
import {ProjectList} from '../projects';
import {useSession} from '../session';
import type {StageHandle} from '../stage';
import {StripWaiting} from '../strip/tiles';
import {Commands} from './commands';
import {Divider, useSideWidth} from './divider';
import {useArrival} from './arrival';
import {GalleryView} from './gallery-view';
import {Header} from './header';
import {useKeys} from './keys';
import {later, loadAhead} from './later';
import {useNarrow} from './narrow';
import {Away, Notices} from './notices';
import {usePage} from './page';
import type {PageState} from './page';
import {usePlaying} from './playing';
import {Screen} from './screen';
import './shell.css';
import {ShortcutSheet} from './shortcut-sheet';
import {Side} from './side';
import {Sheets} from './sheets';
import {TokenDialog} from './token-dialog';

const Strip = later(() => import('../strip').then((module) => module.Strip));

/** The rooms of the studio, and what lies over them. */
export const Shell = () => {
  const opened = useSession((session) => session.opened);
  const isNarrow = useNarrow();
  const stage = useRef<StageHandle>(null);
  const page = usePage(stage);
  const playing = usePlaying();
  const side = useSideWidth();
  const hasProject = opened === 'open' || opened === 'loading';
  useEffect(loadPanels, []);
  useArrival();
  useKeys(page);
  const takePicture = async () =>
    (await stage.current?.still(playing.frame.current, PICTURE)) ?? null;
  return (
    <div
      className="shell"
      data-opened={hasProject ? 'project' : opened}
      style={{'--side': `${side.width}px`}}
    >
      <Header page={page} onPicture={takePicture} />
      <Away />
      <main className="shell-main">
        <Screen stage={stage} formats={page.formats} onTime={playing.onTime} />
        {hasProject && <Scenes playing={playing.scene} page={page} isNarrow={isNarrow} />}
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
      <Overlays page={page} />
    </div>
  );
};

/** How wide pictures are that are taken along. */
const PICTURE = 1920;

type ScenesProps = {playing: string | null; page: PageState; isNarrow: boolean};

/** What belongs to an open project below its stage. */
const Scenes = ({playing, page, isNarrow}: ScenesProps) => (
  <>
    <Suspense fallback={<StripWaiting />}>
      <Strip playing={playing} onPlayAll={page.deeds.playAll} />
    </Suspense>
    {isNarrow && <Chat />}
    {isNarrow && <Sheets />}
  </>
);

const Overlays = ({page: {over, deeds}}: {page: PageState}) => (
  <>
    <Commands page={deeds} open={over === 'commands'} onClose={deeds.close} />
    <ShortcutSheet page={deeds} open={over === 'keys'} onClose={deeds.close} />
    <GalleryView open={over === 'gallery'} onClose={deeds.close} />
    <TokenDialog />
    <Notices />
  </>
);

/** The panels are small against the time that a person takes to want them. */
const loadPanels = () =>
  loadAhead(
    () => import('../strip'),
    () => import('../controls'),
    () => import('../code'),
    () => import('../why'),
    () => import('../gallery'),
  );
