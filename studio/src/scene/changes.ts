import {statSync, watch} from 'node:fs';
import {basename, dirname} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

/** Editors write a file in several steps; all that come within this time are one change. */
const QUIET_IN_MS = 80;

/**
 * Yields once at first and then after every change of a file, or of anything in a folder, until `signal` ends it. Changes
 * that come while the last one is still worked on are one. A file's folder is watched, since many editors put a new file
 * in the place of the old one.
 */
export const changesOf = async function* (
  path: string,
  signal: AbortSignal,
): AsyncGenerator<void, void> {
  const isFolder = statSync(path).isDirectory();
  let tell = (): void => undefined;
  const next = () => new Promise<void>((resolve) => (tell = resolve));
  const watcher = watch(isFolder ? path : dirname(path), {recursive: isFolder}, (_, file) => {
    if (isFolder || file === null || file === basename(path)) {
      tell();
    }
  });
  signal.addEventListener('abort', () => tell(), {once: true});
  try {
    while (!signal.aborted) {
      const changed = next();
      yield;
      await changed;
      await sleep(QUIET_IN_MS);
    }
  } finally {
    watcher.close();
  }
};
