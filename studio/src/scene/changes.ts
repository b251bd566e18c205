import {readdirSync, statSync, watch} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

/** Editors write a file in several steps; all that come within this time are one change. */
const QUIET_IN_MS = 80;

const IGNORED = ['node_modules', '.git', 'target'];

/** A folder and all that are in it. Node's own way to watch them loses files that editors replace. */
const foldersIn = (folder: string): string[] => {
  const inside = readdirSync(folder, {withFileTypes: true});
  const folders = inside.filter((entry) => entry.isDirectory() && !IGNORED.includes(entry.name));
  return [folder, ...folders.flatMap(({name}) => foldersIn(join(folder, name)))];
};

/** Watches a file, by way of its folder since many editors put a new file in its place, or all in a folder. */
const startWatching = (path: string, tell: () => void): (() => void) => {
  const isFolder = statSync(path).isDirectory();
  const watchers = (isFolder ? foldersIn(path) : [dirname(path)]).map((folder) =>
    watch(folder, (_, file) => {
      if (isFolder || file === null || file === basename(path)) {
        tell();
      }
    }),
  );
  return () => watchers.forEach((watcher) => watcher.close());
};

/**
 * Yields once at first and then after every change of a file, or of anything in a folder, until `signal` ends it. Changes
 * that come while the last one is still worked on are one.
 */
export const changesOf = async function* (
  path: string,
  signal: AbortSignal,
): AsyncGenerator<void, void> {
  while (!signal.aborted) {
    let tell = (): void => undefined;
    const changed = new Promise<void>((resolve) => (tell = resolve));
    const stop = startWatching(path, tell);
    signal.addEventListener('abort', tell, {once: true});
    try {
      yield;
      await changed;
      await sleep(QUIET_IN_MS);
    } finally {
      signal.removeEventListener('abort', tell);
      stop();
    }
  }
};
