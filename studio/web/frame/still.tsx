import {createRoot} from 'react-dom/client';
import {Thumbnail} from '@remotion/player';
import {Boundary} from './boundary';
import type {FaceFile, Order} from './message';
import {loadComponent} from './modules';
import {PICTURE, whenSettled} from './settled';

type Still = Extract<Order, {kind: 'still'}>;
type Face = Omit<FaceFile, 'file'>;

/** Gets the files of faces from the page, which may load them. */
export type FetchFaces = (number: number, faces: Face[]) => Promise<FaceFile[]>;

const unquoted = (family: string): string => family.replace(/^["']|["']$/g, '');

/** The loaded faces that a piece of markup may show text in. */
const facesIn = (markup: string): Face[] =>
  [...document.fonts]
    .filter(({status, family}) => status === 'loaded' && markup.includes(unquoted(family)))
    .map(({family, weight, style, unicodeRange}) => ({
      family: unquoted(family),
      weight,
      style,
      range: unicodeRange,
    }));

const ruleOf = ({family, weight, style, range, file}: FaceFile): string =>
  `@font-face {font-family: "${family}"; src: url("${file}"); font-weight: ${weight}; ` +
  `font-style: ${style}; unicode-range: ${range}}`;

/** A canvas is empty once it is copied, so that its picture has to stand in for it. */
const copyOf = (element: Element): Element => {
  const copy = element.cloneNode(true) as Element;
  const painted = [...element.querySelectorAll('canvas')];
  [...copy.querySelectorAll('canvas')].forEach((canvas, index) => {
    const picture = document.createElement('img');
    picture.src = painted[index]?.toDataURL() ?? '';
    picture.style.cssText = canvas.style.cssText;
    canvas.replaceWith(picture);
  });
  return copy;
};

/** What the player sets for all that it holds, which the picture has to have by itself. */
const PLAYER_RULES = '*, *::before, *::after {box-sizing: border-box}';

const vectorOf = (markup: string, rules: string, {width, height}: Still['playable']['meta']) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
  `<style>${PLAYER_RULES}${rules}</style><foreignObject width="${width}" height="${height}">${markup}</foreignObject></svg>`;

/** Paints markup. Only from a `data:` address does the browser give its pixels away. */
const paint = async (vector: string, width: number, height: number): Promise<Blob | null> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(vector)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9));
};

const photograph = async (
  host: Element,
  {number, playable: {meta}, width}: Still,
  fetchFaces: FetchFaces,
): Promise<Blob | null> => {
  const content = host.querySelector(PICTURE);
  if (content === null) {
    return null;
  }
  const markup = new XMLSerializer().serializeToString(copyOf(content));
  const faces = await fetchFaces(number, facesIn(markup));
  const rules = faces.map(ruleOf).join('\n');
  return paint(
    vectorOf(markup, rules, meta),
    width,
    Math.round((width * meta.height) / meta.width),
  );
};

/** Takes a picture of one frame of a film, out of sight. Of a scene that throws there is none. */
export const takeStill = async (order: Still, fetchFaces: FetchFaces): Promise<Blob | null> => {
  const {meta, props} = order.playable;
  const Scene = await loadComponent(order.playable);
  let failed = false;
  const Guarded = (given: Record<string, unknown>) => (
    <Boundary onError={() => (failed = true)}>
      <Scene {...given} />
    </Boundary>
  );
  const host = document.createElement('div');
  host.className = 'darkroom';
  document.body.append(host);
  const root = createRoot(host);
  try {
    root.render(
      <Thumbnail
        component={Guarded}
        inputProps={props}
        frameToDisplay={Math.min(order.frame, meta.durationInFrames - 1)}
        durationInFrames={meta.durationInFrames}
        fps={meta.fps}
        compositionWidth={meta.width}
        compositionHeight={meta.height}
        style={{width: meta.width, height: meta.height}}
      />,
    );
    await whenSettled(host);
    return failed ? null : await photograph(host, order, fetchFaces);
  } finally {
    root.unmount();
    host.remove();
  }
};
