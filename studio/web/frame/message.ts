import type {Playable} from '../api';

/** A rectangle of the frame, in CSS pixels. */
export type Box = {left: number; top: number; width: number; height: number};

/** A picture of the film in one format, and where in the frame it stands. */
export type Surface = {width: number; height: number; box: Box};

/** A face whose file a still needs with it, since a picture may load nothing. */
export type FaceFile = {family: string; weight: string; style: string; range: string; file: string};

/** What the page tells a frame. A `show` or `still` is answered under its number. */
export type Order =
  | {
      kind: 'show';
      number: number;
      playable: Playable;
      surfaces: Surface[];
      frame: number;
      playing: boolean;
    }
  | {kind: 'clear'}
  | {kind: 'arrange'; surfaces: Surface[]}
  | {kind: 'play'}
  | {kind: 'pause'}
  | {kind: 'seek'; frame: number}
  | {kind: 'loop'; on: boolean}
  | {kind: 'rate'; rate: number}
  | {kind: 'ping'; number: number}
  | {kind: 'still'; number: number; playable: Playable; frame: number; width: number}
  | {kind: 'faces'; number: number; faces: FaceFile[]};

/** What a frame tells the page. The page believes none of it: scenes run beside the code that says it. */
export type Report =
  | {kind: 'ready'}
  | {kind: 'pong'; number: number}
  | {kind: 'shown'; number: number}
  | {kind: 'failed'; number: number; message: string}
  | {kind: 'time'; frame: number; playing: boolean}
  | {kind: 'wanted'; number: number; faces: Omit<FaceFile, 'file'>[]}
  | {kind: 'still'; number: number; picture: Blob | null};
