import {opacityOf, readColor} from './paint';

/** From this opacity on, what lies on top of a text hides it. */
const HIDING = 0.85;

const isGradientOpaque = (image: string): boolean => {
  const colors = image.match(/(rgba?|oklch|oklab|color|hsla?)\([^()]*\)/g) ?? [];
  return colors.length > 0 && colors.every((color) => readColor(color)[3] >= HIDING);
};

const isFilled = (element: Element): boolean => {
  const style = getComputedStyle(element);
  if (element instanceof SVGGeometryElement) {
    const alpha = readColor(style.fill)[3] * Number(style.fillOpacity);
    return style.fill.startsWith('url') || (style.fill !== 'none' && alpha >= HIDING);
  }
  if (element instanceof SVGElement || element instanceof HTMLCanvasElement) {
    return false;
  }
  if (element instanceof HTMLImageElement || element instanceof HTMLVideoElement) {
    return true;
  }
  if (style.backgroundClip.includes('text')) {
    return false;
  }
  const {backgroundImage, backgroundColor} = style;
  return (
    readColor(backgroundColor)[3] >= HIDING ||
    backgroundImage.includes('url(') ||
    isGradientOpaque(backgroundImage)
  );
};

/** Whether nothing of what lies behind an element can be seen through it. */
const isOpaque = (element: Element, root: Element): boolean => {
  const {mixBlendMode, maskImage, visibility} = getComputedStyle(element);
  return (
    mixBlendMode === 'normal' &&
    maskImage === 'none' &&
    visibility === 'visible' &&
    isFilled(element) &&
    opacityOf(element, root) >= HIDING
  );
};

const describe = (element: Element): string => {
  const words = (element.textContent ?? '').trim().slice(0, 30);
  const tag = `<${element.tagName.toLowerCase()}>`;
  return words === '' ? tag : `${tag} with '${words}'`;
};

export type Cover = {state: 'free'} | {state: 'cut'} | {state: 'covered'; by: string};

/** What happens to an element at a point of the frame where it should be seen. */
export const coverAt = (x: number, y: number, element: Element, root: Element): Cover => {
  const stack = document.elementsFromPoint(x, y);
  const place = stack.indexOf(element);
  if (place < 0) {
    return {state: 'cut'};
  }
  const above = stack.slice(0, place).filter((other) => !element.contains(other));
  const cover = above.find((other) => isOpaque(other, root));
  return cover ? {state: 'covered', by: describe(cover)} : {state: 'free'};
};

/** Elements that ignore the pointer would be passed over when asking what lies at a point. */
export const makeEverythingTangible = (): void => {
  if (document.getElementById('tangible') === null) {
    const style = document.createElement('style');
    style.id = 'tangible';
    style.textContent = '* {pointer-events: auto !important}';
    document.head.append(style);
  }
};
