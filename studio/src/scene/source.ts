import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {runInNewContext} from 'node:vm';
import {transform} from 'esbuild';
import {Complaint} from '../command-line';
import type {FilmScene} from '../film';

export type Meta = {
  id: string;
  durationInFrames: number;
  fps: number;
  width: number;
  height: number;
};

/** A scene as its file has it. */
export type SceneSource = {
  file: string;
  code: string;
  meta: Meta;
};

const META = /^export const meta\b[^=]*=\s*(\{[^}]*\})/m;

const isMeta = (value: unknown): value is Meta => {
  const meta = value as Partial<Meta> | null;
  return (
    typeof meta?.id === 'string' &&
    [meta.durationInFrames, meta.fps, meta.width, meta.height].every(
      (number) => typeof number === 'number' && number > 0,
    )
  );
};

/** Reads the `meta` of a scene, which is a literal, without running the scene. */
export const readMeta = (file: string, code: string): Meta => {
  const literal = META.exec(code)?.[1];
  const meta: unknown = literal === undefined ? null : runInNewContext(`(${literal})`);
  if (!isMeta(meta)) {
    throw new Complaint(
      `${file} exports no meta with id, durationInFrames, fps, width and height as literals.`,
    );
  }
  return meta;
};

export const readScene = async (file: string): Promise<SceneSource> => {
  const code = await readFile(file, 'utf8').catch(() => {
    throw new Complaint(`${file} cannot be read; give the path of a scene's TSX file.`);
  });
  return {file, code, meta: readMeta(file, code)};
};

/** Compiles a scene for the page. What is not TSX at all is refused with the first error's place. */
export const compileScene = async ({file, code, meta}: SceneSource): Promise<FilmScene> => {
  try {
    const compiled = await transform(code, {
      loader: 'tsx',
      format: 'cjs',
      jsx: 'automatic',
      target: 'es2022',
      sourcefile: file,
      logLevel: 'silent',
    });
    return {name: basename(file), code: compiled.code, durationInFrames: meta.durationInFrames};
  } catch (error) {
    const first = (error as {errors?: {text: string; location: {line: number} | null}[]})
      .errors?.[0];
    throw new Complaint(`${file}:${first?.location?.line ?? 1} does not parse: ${first?.text}`);
  }
};
