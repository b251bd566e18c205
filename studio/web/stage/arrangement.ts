import type {Playable} from '../api';
import type {Surface} from '../frame/message';

/** A format that a film can be seen in. */
export type Format = {name: string; ratio: string; width: number; height: number};

/** A format and where its picture stands. */
export type Placed = Format & Surface;

type Size = Pick<Playable['meta'], 'width' | 'height'>;

type Room = {width: number; height: number};

const GAP = 16;

/** Room for the line around a picture. */
const MARGIN = 5;

/** Room for the name of a format above its picture. */
const LABEL = 26;

/** Below this width the formats stand in two rows. */
const NARROW = 640;

const NAMES: [string, string, number, number][] = [
  ['Landscape', '16:9', 16, 9],
  ['Square', '1:1', 1, 1],
  ['Portrait', '9:16', 9, 16],
];

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The film's own format. */
const ownFormat = ({width, height}: Size): Format => {
  const common = divisor(width, height);
  const ratio = `${width / common}:${height / common}`;
  const name = NAMES.find(([, known]) => known === ratio)?.[0] ?? 'Own format';
  return {name, ratio, width, height};
};

/** The film's own format and the others, all with as many lines on their short side. */
const allFormats = (meta: Size): Format[] => {
  const own = ownFormat(meta);
  const short = Math.min(meta.width, meta.height);
  const known = NAMES.map(([name, ratio, across, down]) => {
    const unit = short / Math.min(across, down);
    return {name, ratio, width: Math.round(across * unit), height: Math.round(down * unit)};
  });
  const others = known.filter(({ratio}) => ratio !== own.ratio);
  return known.length === others.length
    ? [own, ...others]
    : known.map((format) => (format.ratio === own.ratio ? own : format));
};

/** Puts formats side by side in a part of the room, all equally high, in its middle. */
const row = (formats: Format[], room: Room, top: number, label: number): Placed[] => {
  const ratios = formats.map(({width, height}) => width / height);
  const across = ratios.reduce((sum, ratio) => sum + ratio, 0);
  const free = room.width - GAP * (formats.length - 1);
  const height = Math.max(1, Math.floor(Math.min(free / across, room.height - label)));
  let left = (room.width - height * across - GAP * (formats.length - 1)) / 2;
  return formats.map((format, index) => {
    const width = Math.round(height * (ratios[index] ?? 1));
    const at = top + Math.max(0, (room.height - label - height) / 2) + label;
    const box = {left: Math.round(left), top: Math.round(at), width, height};
    left += width + GAP;
    return {...format, box};
  });
};

/** Where each picture of a film stands in the room that there is. */
export const arrange = (meta: Size, formats: 'one' | 'all', within: Room): Placed[] => {
  const room = {width: within.width - 2 * MARGIN, height: within.height - 2 * MARGIN};
  const placed = arrangeIn(meta, formats, room);
  return placed.map(({box, ...format}) => ({
    ...format,
    box: {...box, left: box.left + MARGIN, top: box.top + MARGIN},
  }));
};

const arrangeIn = (meta: Size, formats: 'one' | 'all', room: Room): Placed[] => {
  if (formats === 'one') {
    return row([ownFormat(meta)], room, 0, 0);
  }
  const all = allFormats(meta);
  const [first, ...rest] = all;
  if (room.width > NARROW || first === undefined) {
    return row(all, room, 0, LABEL);
  }
  const half = {width: room.width, height: room.height / 2};
  return [...row([first], half, 0, LABEL), ...row(rest, half, half.height, LABEL)];
};
