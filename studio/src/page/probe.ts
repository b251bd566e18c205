import type {Box, SeenImage, SeenText, Sight} from '../film';
import {isClippedAt} from './clipping';
import {coverAt, makeEverythingTangible} from './cover';
import type {Cover} from './cover';
import {tailOf, tighten} from './letters';
import {blurOf, inkOf, opacityOf, scaleOf} from './paint';
import type {Rgba} from './paint';
import {textBlocks} from './text-blocks';

/** Text with less opacity than this is not there for a viewer. */
const VISIBLE = 0.3;
/** How far above its lowest point a text is looked at for whether its tails are there, in font sizes. */
const TAIL = 0.03;
/** Places along each box at which it is asked whether the text can be seen. */
const PLACES = [0.08, 0.29, 0.5, 0.71, 0.92];

/** The text of one node, as it is drawn. */
type Piece = {
  element: Element;
  text: string;
  boxes: Box[];
  tail: Box | null;
  opacity: number;
  size: number;
  ink: Rgba | null;
};

const boxesOf = (node: Text, root: Element): Box[] => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const origin = root.getBoundingClientRect();
  return [...range.getClientRects()]
    .filter(({width, height}) => width > 1 && height > 1)
    .map(({x, y, width, height}) => ({x: x - origin.x, y: y - origin.y, width, height}));
};

const examine = (node: Text, root: Element): Piece | null => {
  const element = node.parentElement;
  if (element === null || getComputedStyle(element).visibility !== 'visible') {
    return null;
  }
  const size = parseFloat(getComputedStyle(element).fontSize) * scaleOf(element, root);
  const ink = inkOf(element, root);
  const boxes = boxesOf(node, root);
  const dissolved = blurOf(element, root) > size * 0.3;
  return {
    element,
    text: node.data.replace(/\s+/g, ' '),
    boxes: tighten(boxes, element, node.data),
    tail: tailOf(boxes, element, node.data),
    opacity: dissolved ? 0 : opacityOf(element, root) * (ink?.[3] ?? 1),
    size,
    ink,
  };
};

const placesAlong = (box: Box): number[] => PLACES.map((place) => box.x + box.width * place);

const isInside = (x: number, y: number, root: HTMLElement): boolean =>
  x >= 0 && y >= 0 && x < root.offsetWidth && y < root.offsetHeight;

const coversOf = (pieces: Piece[], root: HTMLElement): Cover[] =>
  pieces.flatMap(({element, boxes}) =>
    boxes.flatMap((box) => {
      const y = box.y + box.height / 2;
      return placesAlong(box)
        .filter((x) => isInside(x, y, root))
        .map((x) => coverAt(x, y, element, root));
    }),
  );

const share = (covers: Cover[], state: Cover['state']): number =>
  covers.length === 0 ? 0 : covers.filter((cover) => cover.state === state).length / covers.length;

/** How much of the lower ends of its letters a text loses; one piece that loses them is enough. */
const shareOfTailsCut = (pieces: Piece[], root: HTMLElement): number =>
  Math.max(
    0,
    ...pieces.map(({element, tail, size}) => {
      const xs = tail === null ? [] : placesAlong(tail);
      const y = (tail?.y ?? 0) - size * TAIL;
      return xs.filter((x) => isClippedAt(x, y, element, root)).length / PLACES.length;
    }),
  );

/** Joins the pieces of a block, with a space where there is one to see between them. */
const joinText = (pieces: Piece[]): string => {
  let text = '';
  let last: Box | undefined;
  for (const piece of pieces) {
    const first = piece.boxes[0];
    const apart =
      last !== undefined &&
      first !== undefined &&
      (first.x - (last.x + last.width) > piece.size * 0.15 || first.y > last.y + last.height / 2);
    text += (apart ? ' ' : '') + piece.text;
    last = piece.boxes.at(-1) ?? last;
  }
  return text.replace(/\s+/g, ' ').trim();
};

const hidingOf = (pieces: Piece[], root: HTMLElement) => {
  const covers = coversOf(pieces, root);
  const cover = covers.find(({state}) => state === 'covered');
  return {
    covered: share(covers, 'covered'),
    coveredBy: cover?.state === 'covered' ? cover.by : null,
    cut: share(covers, 'cut'),
    tailsCut: shareOfTailsCut(pieces, root),
  };
};

const describeBlock = (block: Text[], root: HTMLElement): SeenText | null => {
  const drawn = block
    .map((node) => examine(node, root))
    .filter((piece): piece is Piece => piece !== null && piece.boxes.length > 0);
  const visible = drawn.filter((piece) => piece.opacity >= VISIBLE);
  const pieces = visible.length > 0 ? visible : drawn;
  const [first] = pieces;
  if (first === undefined) {
    return null;
  }
  const clearest = pieces.reduce((best, piece) => (piece.opacity > best.opacity ? piece : best));
  return {
    text: joinText(pieces),
    boxes: pieces.flatMap((piece) => piece.boxes),
    opacity: clearest.opacity,
    size: Math.min(...pieces.map((piece) => piece.size)),
    color: clearest.ink ? [clearest.ink[0], clearest.ink[1], clearest.ink[2]] : null,
    ...hidingOf(pieces, root),
    decoration: first.element.closest('[aria-hidden="true"]') !== null,
  };
};

const imagesOf = (root: HTMLElement): SeenImage[] =>
  [...root.querySelectorAll('img')].map((image) => ({
    source: image.src.slice(0, 120),
    loaded: image.complete && image.naturalWidth > 0,
  }));

/** Looks at everything that the frame shows now. */
export const lookAround = (root: HTMLElement): Sight => {
  makeEverythingTangible();
  return {
    texts: textBlocks(root)
      .map((block) => describeBlock(block, root))
      .filter((text) => text !== null),
    images: imagesOf(root),
  };
};
