import sharp from 'sharp';
import type {Box} from '../film';

export type Color = [red: number, green: number, blue: number];

/** The pixels of a still. Boxes are in the composition's pixels, of which a still may have fewer. */
export type Picture = {
  data: Uint8Array;
  width: number;
  height: number;
  scale: number;
};

export const readPicture = async (png: Buffer, scale: number): Promise<Picture> => {
  const {data, info} = await sharp(png).removeAlpha().raw().toBuffer({resolveWithObject: true});
  return {data, width: info.width, height: info.height, scale};
};

const CHANNELS = [0, 1, 2];

/** The share of the pixels that are not the same in two pictures. */
export const difference = (one: Picture, other: Picture): number => {
  let changed = 0;
  for (let at = 0; at < one.data.length; at += 3) {
    const differs = CHANNELS.some(
      (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > 3,
    );
    changed += differs ? 1 : 0;
  }
  return changed / (one.data.length / 3);
};

const middleOf = (data: Uint8Array, channel: number): number => {
  const counts = new Uint32Array(256);
  for (let at = channel; at < data.length; at += 3) {
    counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1;
  }
  let left = data.length / 6;
  return counts.findIndex((count) => (left -= count) <= 0);
};

/** The share of the pixels that can be told from the picture's middle colour: 0 in an even picture. */
export const variety = ({data}: Picture): number => {
  const middle = CHANNELS.map((channel) => middleOf(data, channel));
  let others = 0;
  for (let at = 0; at < data.length; at += 3) {
    const differs = middle.some((byte, channel) => Math.abs((data[at + channel] ?? 0) - byte) > 8);
    others += differs ? 1 : 0;
  }
  return others / (data.length / 3);
};

/** All colours inside of a box, as far as it is inside of the picture. */
export const colorsIn = ({data, width, height, scale}: Picture, box: Box): Color[] => {
  const left = Math.max(0, Math.floor(box.x * scale));
  const top = Math.max(0, Math.floor(box.y * scale));
  const right = Math.min(width, Math.ceil((box.x + box.width) * scale));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * scale));
  const colors: Color[] = [];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 3;
      colors.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
    }
  }
  return colors;
};
