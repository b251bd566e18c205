/**
 * Starts one of the studio's commands, which are TypeScript. It is plain JavaScript and imports nothing at
 * first, so that it can say what to do when nothing is installed yet.
 */
import {existsSync} from 'node:fs';

const command = process.argv.splice(2, 1)[0];

if (existsSync(new URL('node_modules/tsx/package.json', import.meta.url))) {
  const {register} = await import('tsx/esm/api');
  register();
  await import(new URL(`src/command/${command}.ts`, import.meta.url).href);
} else {
  console.error(
    "The studio's packages are missing: install them with: npm ci, in the folder studio.",
  );
  process.exitCode = 2;
}
