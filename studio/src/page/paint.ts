/** How elements are painted: colours, opacity, blur and size, with all that they are inside of. */

export type Rgba = [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const context = canvas.getContext('2d', {willReadFrequently: true});
const known = new Map<string, Rgba>();

const paintOnePixel = (css: string): Rgba => {
  if (context === null) {
    return [0, 0, 0, 0];
  }
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};

/** Any CSS colour as sRGB bytes and alpha, by painting it: oklch() and the like stay as they are in styles. */
export const readColor = (css: string): Rgba => {
  const found = known.get(css) ?? paintOnePixel(css);
  known.set(css, found);
  return found;
};

/** An element and all that it is inside of, up to the root. */
export const lineage = (element: Element, root: Element): Element[] => {
  const elements: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
    elements.push(at);
  }
  return elements;
};

/** What is left of an element's opacity after everything that it is inside of. */
export const opacityOf = (element: Element, root: Element): number =>
  lineage(element, root).reduce((opacity, at) => {
    const style = getComputedStyle(at);
    const filtered = /opacity\(([\d.]+)\)/.exec(style.filter)?.[1] ?? 1;
    return opacity * Number(style.opacity) * Number(filtered);
  }, 1);

/** The blur in pixels that lies on an element. */
export const blurOf = (element: Element, root: Element): number =>
  lineage(element, root).reduce((blur, at) => {
    const own = /blur\(([\d.]+)px\)/.exec(getComputedStyle(at).filter)?.[1] ?? 0;
    return blur + Number(own);
  }, 0);

const areaScale = ({a, b, c, d}: DOMMatrix): number => Math.sqrt(Math.abs(a * d - b * c));

const ownScale = (element: Element): number => {
  const {transform, scale} = getComputedStyle(element);
  const [x = 1, y = x] = scale === 'none' ? [1] : scale.split(' ').map(Number);
  return areaScale(new DOMMatrix(transform)) * Math.sqrt(Math.abs(x * y));
};

/** How much larger an element is drawn than its styles say. */
export const scaleOf = (element: Element, root: Element): number => {
  if (element instanceof SVGGraphicsElement) {
    return areaScale(element.getScreenCTM() ?? new DOMMatrix());
  }
  return lineage(element, root).reduce((scale, at) => scale * ownScale(at), 1);
};

const hasClippedBackground = (element: Element, root: Element): boolean =>
  lineage(element, root).some((at) => getComputedStyle(at).backgroundClip.includes('text'));

/**
 * The colour that letters are filled with; null where it is not one colour: a gradient shows through them, or
 * only their outlines are drawn.
 */
export const inkOf = (element: Element, root: Element): Rgba | null => {
  const style = getComputedStyle(element);
  if (element instanceof SVGElement) {
    const filled = style.fill !== 'none' && !style.fill.startsWith('url');
    const [red, green, blue, alpha] = readColor(style.fill);
    return filled ? [red, green, blue, alpha * Number(style.fillOpacity)] : null;
  }
  const ink = readColor(style.getPropertyValue('-webkit-text-fill-color'));
  const outlined = parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) > 0;
  const seeThrough = ink[3] < 0.1 && (outlined || hasClippedBackground(element, root));
  return seeThrough ? null : ink;
};
