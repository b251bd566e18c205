import {execFile} from 'node:child_process';
import {cp, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {EmittedScene} from '../scene/emission';
import type {Finding} from './finding';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ERROR = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

const compile = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const options = {cwd: folder, maxBuffer: 2 ** 26};
    execFile(tsc, ['--project', folder, '--pretty', 'false'], options, (error, stdout, stderr) =>
      resolve(stdout + stderr + (error && stdout === '' ? error.message : '')),
    );
  });

const parseErrors = (output: string): Finding[] =>
  output.split('\n').flatMap((line) => {
    const [, file, row, column, code, message] = ERROR.exec(line) ?? [];
    return file === undefined
      ? []
      : [
          {
            file: basename(file),
            kind: 'types' as const,
            message: `line ${row}, column ${column}: ${message} (${code})`,
          },
        ];
  });

/** A folder that holds nothing but the scenes and finds the studio's packages. */
const layOut = async (folder: string, scenes: EmittedScene[]): Promise<void> => {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const config = {extends: join(ROOT, 'tsconfig.scenes.json'), include: ['*.tsx']};
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await Promise.all(scenes.map(({file, entry}) => cp(file, join(folder, basename(entry.file)))));
};

/** Type-checks all scenes together with the strict settings of tsconfig.scenes.json. */
export const judgeTypes = async (scenes: EmittedScene[]): Promise<Finding[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'firstframe-types-'));
  try {
    await layOut(folder, scenes);
    const output = await compile(folder);
    const findings = parseErrors(output);
    if (findings.length === 0 && output.trim() !== '') {
      throw new Error(`tsc could not check the scenes: ${output.trim()}`);
    }
    return findings;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
