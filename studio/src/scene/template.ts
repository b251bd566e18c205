import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {Complaint} from '../command-line';
import {readScene} from './source';
import type {SceneSource} from './source';

/** A template of a library that the engine reads from a folder. */
export type Template = {
  id: string;
  assets: string;
  binary: string;
};

/** Asks the engine for a template's scene with its samples, by way of a file in `folder`. */
export const renderTemplate = async (
  {id, assets, binary}: Template,
  folder: string,
): Promise<SceneSource> => {
  const file = join(folder, `${id}.tsx`);
  try {
    await promisify(execFile)(binary, ['--assets', assets, 'templates', 'render', id, '-o', file]);
  } catch (error) {
    const stderr = (error as {stderr?: string}).stderr?.trim();
    throw new Complaint(stderr || `'${binary} templates render' failed: ${String(error)}`);
  }
  return readScene(file);
};
