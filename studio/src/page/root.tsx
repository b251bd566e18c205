import {Composition} from 'remotion';
import {PictureSheet} from './picture-sheet';
import {Reel} from './reel';

/** Sizes and durations here are placeholders: each run gives its own when it renders. */
export const Root = () => (
  <>
    <Composition
      id="reel"
      component={Reel}
      width={1920}
      height={1080}
      fps={30}
      durationInFrames={1}
    />
    <Composition
      id="sheet"
      component={PictureSheet}
      width={1920}
      height={1080}
      fps={30}
      durationInFrames={1}
    />
  </>
);
