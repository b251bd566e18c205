import {continueRender} from 'remotion';

declare global {
  interface Window {
    remotion_delayRenderHandles: number[];
  }
}

/** How long a scene may hold the render; after that it is let go and reported. */
const PATIENCE_IN_MS = 8000;

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Waits until the root has the composition's size: the first frame of a tab can come before its layout. */
export const whenSized = async (
  root: HTMLElement,
  width: number,
  height: number,
): Promise<void> => {
  while (root.offsetWidth !== width || root.offsetHeight !== height) {
    await nextFrame();
  }
};

const letGo = (handle: number): string => {
  const label = window.remotion_delayRenderTimeouts[handle]?.label;
  continueRender(handle);
  return label ?? 'a delayRender() without a label';
};

/**
 * Waits until nobody but `own` holds the render, for two frames in a row, since what has been loaded is shown
 * by the next rendering. Returns what was still held when the patience ran out, and lets it go.
 */
export const whenSettled = async (own: number, isCancelled: () => boolean): Promise<string[]> => {
  const end = performance.now() + PATIENCE_IN_MS;
  let quiet = 0;
  while (quiet < 2) {
    await nextFrame();
    const others = window.remotion_delayRenderHandles.filter((handle) => handle !== own);
    quiet = others.length === 0 ? quiet + 1 : 0;
    if (isCancelled() || performance.now() > end) {
      const labels = others.map(letGo);
      return isCancelled() ? [] : labels;
    }
  }
  return [];
};

/**
 * Takes `cancelRender()` of a scene as a report instead of the end of the whole render. Remotion's renderer
 * reads this property of the window to learn of it, so it never finds it set.
 */
export const catchCancellation = (onCancel: (message: string) => void): void => {
  Object.defineProperty(window, 'remotion_cancelledError', {
    configurable: true,
    get: () => undefined,
    set: (error: unknown) => {
      if (typeof error === 'string') {
        onCancel((error.split('\n')[0] ?? error).replace(/^Error: /, ''));
      }
    },
  });
};
