import {fileURLToPath} from 'node:url';
import {check, resolveConfig} from 'prettier';
import type {EmittedScene} from '../scene/emission';
import type {Finding} from './finding';

const HERE = fileURLToPath(new URL('../../package.json', import.meta.url));

const isFormatted = async (code: string, options: object): Promise<boolean> => {
  try {
    return await check(code, {...options, parser: 'typescript'});
  } catch {
    // What does not parse is another finding's matter.
    return true;
  }
};

/** Finds scenes that are not laid out as the project lays out its own code. */
export const judgeFormatting = async (scenes: EmittedScene[]): Promise<Finding[]> => {
  const options = (await resolveConfig(HERE)) ?? {};
  const findings: Finding[] = [];
  for (const {entry, code} of scenes) {
    if (!(await isFormatted(code, options))) {
      findings.push({
        file: entry.file,
        kind: 'format',
        message: 'is not as prettier formats it; compare with: npx prettier FILE.tsx',
      });
    }
  }
  return findings;
};
