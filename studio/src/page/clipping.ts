import {lineage} from './paint';

type Edges = {top: number; right: number; bottom: number; left: number};

const contains = ({top, right, bottom, left}: Edges, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Reads the four offsets of `inset()`; computed styles have them in pixels or percent. */
const readInsets = (clipPath: string, width: number, height: number): Edges | null => {
  const inside = /^inset\(([^)]*?)(?: round .*)?\)/.exec(clipPath)?.[1];
  if (inside === undefined || inside.includes('calc')) {
    return null;
  }
  const words = inside.split(' ');
  const offset = (place: number, whole: number): number => {
    const word = words[place] ?? words[place - 2] ?? words[0] ?? '0';
    return parseFloat(word) * (word.endsWith('%') ? whole / 100 : 1);
  };
  return {
    top: offset(0, height),
    right: offset(1, width),
    bottom: offset(2, height),
    left: offset(3, width),
  };
};

const edgesOfInset = (element: HTMLElement, clipPath: string): Edges | null => {
  const box = element.getBoundingClientRect();
  const scale = element.offsetHeight === 0 ? 1 : box.height / element.offsetHeight;
  const insets = readInsets(clipPath, element.offsetWidth, element.offsetHeight);
  return insets === null
    ? null
    : {
        top: box.top + insets.top * scale,
        right: box.right - insets.right * scale,
        bottom: box.bottom - insets.bottom * scale,
        left: box.left + insets.left * scale,
      };
};

const clips = (element: Element, x: number, y: number): boolean => {
  const {overflowX, overflowY, backgroundClip, clipPath} = getComputedStyle(element);
  const isBounded =
    backgroundClip.includes('text') || overflowX !== 'visible' || overflowY !== 'visible';
  if (isBounded && ![...element.getClientRects()].some((box) => contains(box, x, y))) {
    return true;
  }
  const inset = element instanceof HTMLElement ? edgesOfInset(element, clipPath) : null;
  return inset !== null && !contains(inset, x, y);
};

/**
 * Whether something that an element is in ends before a point: a box that hides its overflow, a clip path, or a
 * background that shows through letters. Asking what lies at the point would not tell, for the letters of a
 * block that reach out of its own box are not found there even where they are to be seen.
 */
export const isClippedAt = (x: number, y: number, element: Element, root: Element): boolean =>
  lineage(element, root).some((at) => clips(at, x, y));
