import {lazy} from 'react';
import type {ComponentType, LazyExoticComponent} from 'react';

const PATIENCE = 1500;

/** A part of the page that is loaded when it is wanted, and asked for again as long as the service is gone. */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({default: await patiently(load)}));

const patiently = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
  }
};

/** Loads parts of the page before they are wanted, when nothing else is to be done. */
export const loadAhead = (...loads: (() => Promise<unknown>)[]) => {
  const ahead = () => loads.forEach((load) => void load().catch(() => undefined));
  if ('requestIdleCallback' in globalThis) requestIdleCallback(ahead, {timeout: 4000});
  else setTimeout(ahead, PATIENCE);
};
