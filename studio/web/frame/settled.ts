/** How long a scene may wait for fonts and pictures before it is shown as it is. */
const PATIENCE = 1500;

/** The next time that the browser paints; where it does not, because nobody sees the page, soon. */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Once what was drawn is on the screen. */
export const afterPaint = async (): Promise<void> => {
  await nextPaint();
  await new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
};

/** The element of a player that holds what its scene draws. */
export const PICTURE = '.__remotion-player';

const isReady = (element: Element): boolean =>
  element.querySelector(PICTURE) !== null &&
  window.remotion_delayRenderHandles.length === 0 &&
  document.fonts.status === 'loaded' &&
  [...element.querySelectorAll('img')].every((picture) => picture.complete);

/** Once an element waits for nothing more: no font, no picture, nothing that its scene asked to wait for. */
export const whenSettled = async (element: Element): Promise<void> => {
  const end = performance.now() + PATIENCE;
  do {
    await nextPaint();
  } while (!isReady(element) && performance.now() < end);
};
