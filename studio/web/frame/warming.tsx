import {createRoot} from 'react-dom/client';
import {Player} from '@remotion/player';
import {addressOfPackage} from './imports';
import {whenSettled} from './settled';

/** What nearly every scene imports, and the face of the theme that is taken where none is asked for. */
const PACKAGES = ['react', 'react/jsx-runtime', 'remotion', '@remotion/layout-utils'];
const FACE = '700 16px Inter';

const Nothing = () => null;

/** Plays a film with nothing in it: the browser has read the player once when the first scene comes. */
const rehearse = async (): Promise<void> => {
  const host = document.createElement('div');
  host.className = 'darkroom';
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <Player
      component={Nothing}
      durationInFrames={30}
      fps={30}
      compositionWidth={1920}
      compositionHeight={1080}
      initiallyMuted
      numberOfSharedAudioTags={0}
      acknowledgeRemotionLicense
    />,
  );
  await whenSettled(host);
  root.unmount();
  host.remove();
};

/** Gets ready what the first scene will need, while nobody waits for it. */
export const warmUp = async (): Promise<void> => {
  const packages = PACKAGES.map((name) => import(addressOfPackage(name)));
  await Promise.allSettled([...packages, document.fonts.load(FACE), rehearse()]);
};
