import type {Sheet, Tile} from '../film';
import type {EmittedScene} from './emission';

const GAP = 16;
const LABEL = 34;
const COLUMNS = 6;
const TILE_WIDTH = 400;
/** Tall tiles are narrower, so that more of them stand in a row and none is taller than two wide ones. */
const TALL_COLUMNS = 10;

type Shape = {columns: number; width: number; height: number; scale: number};

/** How the tiles of scenes of one size are shaped. All rows are as wide as those of landscape scenes. */
export const shapeOf = (size: {width: number; height: number}): Shape => {
  const columns = size.width > size.height ? COLUMNS : TALL_COLUMNS;
  const room = COLUMNS * (TILE_WIDTH + GAP) - GAP;
  const width = Math.floor((room - GAP * (columns - 1)) / columns);
  const scale = width / size.width;
  return {columns, width, height: Math.round(size.height * scale), scale};
};

/** The first scene of each template in each of the formats. */
export const firstExamples = (scenes: EmittedScene[], format: string): EmittedScene[] => {
  const seen = new Set<string>();
  return scenes.filter(({entry}) => {
    const key = `${entry.template} ${entry.format}`;
    const isFirst = !seen.has(key) && (format === 'all' || entry.format === format);
    if (isFirst) {
      seen.add(key);
    }
    return isFirst;
  });
};

export const contactFile = (group: number, place: number): string =>
  `contact-${group}-${place}.png`;

/** Lays out groups of labelled pictures, each group of one size. */
export const layContacts = (
  groups: {size: {width: number; height: number}; labels: string[]}[],
): Sheet => {
  const tiles: Tile[] = [];
  let top = GAP;
  groups.forEach(({size, labels}, group) => {
    const {columns, width, height} = shapeOf(size);
    labels.forEach((label, place) => {
      const x = GAP + (place % columns) * (width + GAP);
      const y = top + Math.floor(place / columns) * (height + LABEL);
      tiles.push({x, y, width, height, file: contactFile(group, place), label});
    });
    top += Math.ceil(labels.length / columns) * (height + LABEL) + GAP;
  });
  const right = Math.max(...tiles.map((tile) => tile.x + tile.width));
  return {width: right + GAP, height: top, tiles};
};
