import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, readdir, rename, rm} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {installTypefaces} from './typefaces';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'firstframe');
const WORKSHOP = 'building-';

const sourcesOfPage = async (): Promise<string[]> => {
  const page = join(ROOT, 'src', 'page');
  const files = (await readdir(page)).sort().map((file) => join(page, file));
  const others = ['src/film.ts', 'src/render/typefaces.ts', 'package-lock.json'];
  return [...files, ...others.map((file) => join(ROOT, file))];
};

const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of await sourcesOfPage()) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
};

const build = async (folder: string): Promise<void> => {
  const publicDir = join(folder, 'public-files');
  await installTypefaces(publicDir);
  // Loading the bundler takes a second, which runs that find the page in the cache can do without.
  const {bundle} = await import('@remotion/bundler');
  await bundle({
    entryPoint: join(ROOT, 'src', 'page', 'index.ts'),
    rootDir: ROOT,
    outDir: join(folder, 'bundle'),
    publicDir,
    rspack: true,
  });
};

const forgetOthers = async (folder: string): Promise<void> => {
  const others = (await readdir(CACHE, {withFileTypes: true})).filter(
    ({name}) => name !== basename(folder) && !name.startsWith(WORKSHOP),
  );
  await Promise.all(others.map(({name}) => rm(join(CACHE, name), {recursive: true, force: true})));
};

/** Another process may have put the same bundle there in the meantime, which is as good. */
const moveInto = async (built: string, folder: string): Promise<void> => {
  try {
    await rename(built, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  }
};

/**
 * The bundled page, built once for each state of its sources. It holds no scene: those come to it as data, so
 * nothing is bundled again when a scene changes.
 */
export const bundledPage = async (): Promise<string> => {
  const folder = join(CACHE, await fingerprint());
  if (!existsSync(folder)) {
    await mkdir(CACHE, {recursive: true});
    const workshop = await mkdtemp(join(CACHE, WORKSHOP));
    try {
      await build(workshop);
      await moveInto(join(workshop, 'bundle'), folder);
    } finally {
      await rm(workshop, {recursive: true, force: true});
    }
    await forgetOthers(folder);
  }
  return folder;
};
