/**
 * What the tools hand to the page: the scenes, compiled, and the shots to take of them. The page reads it as
 * `film.json` from the folder that it is served from, so that one bundle serves every run.
 */
export type Film = {
  scenes: FilmScene[];
  shots: Shot[];
  /** Whether the page looks into the document of every shot and reports what it sees. */
  probe: boolean;
};

export type FilmScene = {
  name: string;
  /** The scene as a CommonJS module in plain JavaScript. */
  code: string;
  durationInFrames: number;
};

/** One picture: which scene (by its place in the film) at which of its frames. */
export type Shot = {
  scene: number;
  frame: number;
};

/** What the page says about one shot while it is taken. */
export type Report =
  | {shot: number; kind: 'begun'}
  | {shot: number; kind: 'threw'; message: string}
  | {shot: number; kind: 'stuck'; message: string}
  | {shot: number; kind: 'seen'; sight: Sight};

/** The texts and pictures of one shot as the document has them. */
export type Sight = {
  texts: SeenText[];
  images: SeenImage[];
};

export type Box = {
  x: number;
  y: number;
  width: number;
  height: number;
};

/** A block of text: all text nodes that share their nearest ancestor which is not inline. */
export type SeenText = {
  /** The part of the text that can be seen at all, white space folded. */
  text: string;
  /** The boxes of the letters of its lines or pieces, in the composition's pixels, before any clipping. */
  boxes: Box[];
  /** Opacity of the text and all that it is in, 0 to 1; that of its clearest piece. */
  opacity: number;
  /** The font size in the composition's pixels after transforms; the smallest of its pieces. */
  size: number;
  /** The colour of the clearest piece as sRGB bytes, or null where it is a gradient, an image or a stroke only. */
  color: [number, number, number] | null;
  /** How much of it is hidden by something opaque on top, 0 to 1. */
  covered: number;
  /** What covers it, in words. */
  coveredBy: string | null;
  /** How much of it is cut away by the box that it is in, 0 to 1. */
  cut: number;
  /** The same for the lowest part of its letters alone: the tails of g, p and y. */
  tailsCut: number;
  /** Whether it is marked as decoration with `aria-hidden`. */
  decoration: boolean;
};

export type SeenImage = {
  source: string;
  loaded: boolean;
};

/** A picture sheet: tiles with labels, set at given places. The page reads it as `sheet.json`. */
export type Sheet = {
  width: number;
  height: number;
  tiles: Tile[];
};

export type Tile = Box & {
  /** The file of the picture, beside `sheet.json`. */
  file: string;
  label: string;
};

/** Reports travel as console lines that begin with this. */
export const REPORT_PREFIX = 'firstframe-report ';
