import {basename} from 'node:path';
import type {Sheet, Tile} from '../film';
import type {Meta} from './source';

const GAP = 12;
const LABEL = 34;
/** As wide as a picture can be before the tools that people and models look with scale it down. */
const WIDTH = 1568;

type Size = Pick<Meta, 'width' | 'height'>;

export type Row = {
  file: string;
  meta: Meta;
  /** The frames that are shown, in order. */
  frames: number[];
};

/** How many stills stand side by side: fewer where they are wide. */
const columnsOf = ({width, height}: Size, count: number): number => {
  const ratio = width / height;
  return Math.min(count, ratio > 1.2 ? 3 : ratio > 0.8 ? 4 : 5);
};

/** How much a scene is scaled for `count` stills of it. */
export const tileScale = (size: Size, count: number): number => {
  const columns = columnsOf(size, count);
  return Math.min(1, Math.floor((WIDTH - GAP * (columns + 1)) / columns) / size.width);
};

export const tileFile = (row: number, column: number): string => `tile-${row}-${column}.png`;

const layRow = ({file, meta, frames}: Row, index: number, top: number): Tile[] => {
  const columns = columnsOf(meta, frames.length);
  const scale = tileScale(meta, frames.length);
  const width = Math.round(meta.width * scale);
  const height = Math.round(meta.height * scale);
  return frames.map((frame, still) => ({
    x: GAP + (still % columns) * (width + GAP),
    y: top + Math.floor(still / columns) * (height + LABEL),
    width,
    height,
    file: tileFile(index, still),
    label: `${still === 0 ? `${basename(file)} · ` : ''}${(frame / meta.fps).toFixed(2)} s`,
  }));
};

/** Lays out the stills of each scene in reading order, one scene below the other. */
export const layStrips = (rows: Row[]): Sheet => {
  const tiles: Tile[] = [];
  let top = GAP;
  rows.forEach((row, index) => {
    const laid = layRow(row, index, top);
    tiles.push(...laid);
    top = Math.max(...laid.map((tile) => tile.y + tile.height)) + LABEL + GAP / 2;
  });
  const right = Math.max(...tiles.map((tile) => tile.x + tile.width));
  return {width: right + GAP, height: top, tiles};
};
