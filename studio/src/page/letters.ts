import type {Box} from '../film';

const canvas = document.createElement('canvas').getContext('2d');

/** From the top of a line's box, as parts of its height, where its letters begin and end. */
type Extent = {top: number; bottom: number};

const WHOLE: Extent = {top: 0, bottom: 1};

const asDrawn = (text: string, transform: string): string => {
  if (transform === 'uppercase') {
    return text.toUpperCase();
  }
  return transform === 'lowercase' ? text.toLowerCase() : text;
};

const extentOf = (element: Element, text: string): Extent => {
  const style = getComputedStyle(element);
  if (canvas === null) {
    return WHOLE;
  }
  canvas.font = `${style.fontStyle} ${style.fontWeight} 100px ${style.fontFamily}`;
  const measured = canvas.measureText(asDrawn(text, style.textTransform));
  const {fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent} = measured;
  const height = ascent + descent;
  return {
    top: Math.max(0, (ascent - measured.actualBoundingBoxAscent) / height),
    bottom: Math.min(1, (ascent + measured.actualBoundingBoxDescent) / height),
  };
};

/**
 * Takes from the boxes of a text's lines, which have room for every letter of the font, the room that these
 * letters do not use.
 */
export const tighten = (boxes: Box[], element: Element, text: string): Box[] => {
  const {top, bottom} = extentOf(element, text);
  return boxes.map(({x, y, width, height}) => ({
    x,
    y: y + height * top,
    width,
    height: height * Math.max(0.05, bottom - top),
  }));
};

/**
 * The lowest part of the letters in the last line, as a box without height. Which words stand in the last of
 * several lines is not known, but for the last word.
 */
export const tailOf = (boxes: Box[], element: Element, text: string): Box | null => {
  const line = boxes.at(-1);
  if (line === undefined) {
    return null;
  }
  const words = boxes.length === 1 ? text : (text.trim().split(/\s+/).at(-1) ?? text);
  return {...line, y: line.y + line.height * extentOf(element, words).bottom, height: 0};
};
