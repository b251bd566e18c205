import {existsSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {parseArgs} from 'node:util';
import {Complaint, placeOf, run} from '../command-line';
import {Camera} from '../render/camera';
import {drawStrips} from '../render/stills';
import {changesOf} from '../scene/changes';
import {readMoments} from '../scene/moments';
import {readScene} from '../scene/source';
import type {SceneSource} from '../scene/source';
import {renderTemplate} from '../scene/template';

const USAGE =
  'npm run --silent watch -- FILE.tsx, or --template ID --assets DIR --binary PATH [-o OUT.png] [--frames 0.1,0.5,0.75]';
const MOMENTS = '0.1,0.25,0.5,0.75,0.95';

/** What is watched, and how its scene is made anew. */
type Subject = {
  name: string;
  path: string;
  read: (folder: string) => Promise<SceneSource>;
};

const subjectOf = (
  file: string | undefined,
  {template, assets, binary}: {template?: string; assets?: string; binary?: string},
): Subject => {
  if (template !== undefined && assets !== undefined && binary !== undefined) {
    const named = {id: template, assets: placeOf(assets), binary: placeOf(binary)};
    const read = (folder: string) => renderTemplate(named, folder);
    return {name: template, path: named.assets, read};
  }
  if (file === undefined || template !== undefined) {
    throw new Complaint(`Name what to watch: ${USAGE}`);
  }
  const path = placeOf(file);
  return {name: basename(file, '.tsx'), path, read: () => readScene(path)};
};

/** Draws a picture; what goes wrong with the scene is said, and the picture before stays. */
const refresh = async (draw: () => Promise<Buffer>, output: string): Promise<void> => {
  const begun = performance.now();
  const time = new Date().toLocaleTimeString('en-GB');
  try {
    await writeFile(output, await draw());
    console.log(`${time}  ${output}  ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.log(`${time}  ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Ends the watching in good order at Ctrl-C. The browser, which would end the process at once, has to let go of it. */
const endAtInterrupt = (end: AbortController): void => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, () => end.abort());
  }
};

const watchScene = async (): Promise<number> => {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      output: {type: 'string', short: 'o'},
      frames: {type: 'string', default: MOMENTS},
      template: {type: 'string'},
      assets: {type: 'string'},
      binary: {type: 'string'},
    },
  });
  const subject = subjectOf(positionals[0], values);
  if (!existsSync(subject.path)) {
    throw new Complaint(`${subject.path} is not there; name a scene's TSX file or a library.`);
  }
  const moments = readMoments(values.frames);
  const output = placeOf(values.output ?? join(tmpdir(), `${subject.name}.png`));
  const end = new AbortController();
  const folder = await mkdtemp(join(tmpdir(), 'firstframe-watch-'));
  try {
    await Camera.use(async (camera) => {
      for await (const _ of changesOf(subject.path, end.signal)) {
        endAtInterrupt(end);
        const draw = async () => drawStrips(camera, [await subject.read(folder)], moments);
        await refresh(draw, output);
      }
    });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  return 0;
};

await run(watchScene);
