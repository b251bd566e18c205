import {execFile} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {Complaint, placeOf} from '../command-line';
import {readScene} from './source';
import type {SceneSource} from './source';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** A line of the index that the engine writes beside the scenes it emits. */
export type IndexEntry = {
  file: string;
  template: string;
  case: string;
  format: string;
  /** What must be seen at one of the moments at which the scene is looked at. */
  texts: string[];
  /** What passes by, and so need not be seen at any of them. */
  passing?: string[];
  /** False where nothing is meant to move, as with `animation: none` on a plain ground. */
  moves?: boolean;
};

export type EmittedScene = SceneSource & {entry: IndexEntry};

const TARGET = process.env['CARGO_TARGET_DIR'] ?? join(REPOSITORY, 'target');
const BUILDS = ['release', 'debug'].map((profile) => join(TARGET, profile, 'firstframe'));

/** The engine's binary: the one that was named, or the one that cargo built last. */
export const findBinary = (named: string | undefined): string => {
  const found =
    named ??
    BUILDS.filter((file) => existsSync(file))
      .sort(byAge)
      .at(-1);
  if (found === undefined || !existsSync(found)) {
    throw new Complaint(
      `The engine ${named ? `'${named}' ` : ''}is not there: build it with cargo build --release, or name it with --binary PATH.`,
    );
  }
  return found;
};

const byAge = (one: string, other: string): number =>
  statSync(one).mtimeMs - statSync(other).mtimeMs;

/** Which of the engine's scenes are wanted: `which` as `firstframe templates emit` takes it, `only` as ids. */
export type Wanted = {
  which: 'sampled' | 'all' | 'samples';
  only?: string | undefined;
};

/** Asks the engine for the scenes of its templates. */
const emitScenes = async (binary: string, folder: string, {which, only}: Wanted): Promise<void> => {
  const choice = ['--which', which, ...(only === undefined ? [] : ['--only', only])];
  try {
    await promisify(execFile)(binary, ['templates', 'emit', folder, ...choice], {
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const stderr = (error as {stderr?: string}).stderr?.trim();
    throw new Complaint(`'${binary} templates emit' failed: ${stderr || String(error)}`);
  }
};

const formatOf = (width: number, height: number): string =>
  width > height ? 'landscape' : width < height ? 'portrait' : 'square';

/** An entry for a scene that no index speaks of: everything but its texts can be checked. */
const ownEntry = ({meta}: SceneSource, file: string): IndexEntry => ({
  file,
  template: meta.id,
  case: file,
  format: formatOf(meta.width, meta.height),
  texts: [],
});

const readIndex = async (folder: string): Promise<IndexEntry[] | null> => {
  const file = join(folder, 'index.json');
  if (!existsSync(file)) {
    return null;
  }
  const {scenes} = JSON.parse(await readFile(file, 'utf8')) as {scenes?: IndexEntry[]};
  if (scenes === undefined) {
    throw new Complaint(`${file} has no list of scenes; let 'firstframe templates emit' write it.`);
  }
  return scenes;
};

/** Reads the scenes of a folder, with what its index says of them, if it has one. */
export const readEmission = async (folder: string): Promise<EmittedScene[]> => {
  if (!existsSync(folder)) {
    throw new Complaint(`${folder} is not there; name a folder of scenes.`);
  }
  const index = await readIndex(folder);
  const names =
    index?.map(({file}) => file) ?? (await readdir(folder)).filter((name) => name.endsWith('.tsx'));
  if (names.length === 0) {
    throw new Complaint(`${folder} has no scenes.`);
  }
  return Promise.all(
    names.map(async (name, place) => {
      const source = await readScene(join(folder, name));
      return {...source, entry: index?.[place] ?? ownEntry(source, name)};
    }),
  );
};

/** The scenes of a folder that the user names, or else the engine's, which it emits into `folder`. */
export const gatherScenes = async (
  options: {scenes?: string | undefined; binary?: string | undefined} & Wanted,
  folder: string,
): Promise<EmittedScene[]> => {
  if (options.scenes !== undefined) {
    return readEmission(placeOf(options.scenes));
  }
  await emitScenes(findBinary(options.binary && placeOf(options.binary)), folder, options);
  return readEmission(folder);
};
