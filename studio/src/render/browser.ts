import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {openBrowser} from '@remotion/renderer';
import {Complaint} from '../command-line';

export type Browser = Awaited<ReturnType<typeof openBrowser>>;

const NAMES = ['chromium-headless-shell', 'chromium'];

/** The browser to render with: the one that FIRSTFRAME_CHROMIUM names, or else the first that is on the PATH. */
export const findBrowser = (environment: NodeJS.ProcessEnv = process.env): string => {
  const named = environment['FIRSTFRAME_CHROMIUM'];
  if (named) {
    if (!existsSync(named)) {
      throw new Complaint(`FIRSTFRAME_CHROMIUM is '${named}', and there is no such file.`);
    }
    return named;
  }
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    existsSync,
  );
  if (found === undefined) {
    throw new Complaint(
      'Chromium is missing: install it with: apt-get install chromium-headless-shell, or set FIRSTFRAME_CHROMIUM.',
    );
  }
  return found;
};

/** Opens the browser in the mode that fits its kind: a headless shell knows no other. */
export const startBrowser = (): Promise<Browser> => {
  const executable = findBrowser();
  return openBrowser('chrome', {
    browserExecutable: executable,
    chromeMode: executable.endsWith('headless-shell') ? 'headless-shell' : 'chrome-for-testing',
    logLevel: 'error',
  });
};
