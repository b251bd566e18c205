import type {Playable} from '../api';
import {takeStill} from './stills';

/** Wide enough for a thumbnail on a screen of high density. */
const WIDTH = 480;

const KEPT = 200;

/** Addresses of pictures by what they show, the one used last at the end. */
const pictures = new Map<string, Promise<string | null>>();

const take = async (playable: Playable, frame: number): Promise<string | null> => {
  const picture = await takeStill(playable, frame, WIDTH);
  return picture === null ? null : URL.createObjectURL(picture);
};

const forgetOldest = (): void => {
  for (const [key, picture] of pictures) {
    if (pictures.size <= KEPT) {
      return;
    }
    pictures.delete(key);
    void picture.then((address) => address !== null && URL.revokeObjectURL(address));
  }
};

/** The address of a picture of a frame; it is taken once, however often it is shown. */
export const pictureOf = (playable: Playable, frame: number): Promise<string | null> => {
  const key = JSON.stringify([playable.modules, playable.props, playable.meta, frame]);
  const picture = pictures.get(key) ?? take(playable, frame);
  pictures.delete(key);
  pictures.set(key, picture);
  forgetOldest();
  return picture;
};
