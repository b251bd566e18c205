import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {parseArgs} from 'node:util';
import {Complaint, placeOf, run} from '../command-line';
import {Camera} from '../render/camera';
import {drawStrips} from '../render/stills';
import {readMoments} from '../scene/moments';
import {readScene} from '../scene/source';

const USAGE = 'npm run --silent preview -- FILE.tsx … [-o OUT.png] [--frames 0.1,0.5,0.75]';
const MOMENTS = '0.1,0.25,0.5,0.75,0.95';

const preview = async (): Promise<number> => {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      output: {type: 'string', short: 'o'},
      frames: {type: 'string', default: MOMENTS},
    },
  });
  const [first] = positionals;
  if (first === undefined) {
    throw new Complaint(`Name the scenes to look at: ${USAGE}`);
  }
  const moments = readMoments(values.frames);
  const scenes = await Promise.all(positionals.map((file) => readScene(placeOf(file))));
  const picture = await Camera.use((camera) => drawStrips(camera, scenes, moments));
  const output = values.output
    ? placeOf(values.output)
    : join(tmpdir(), `${basename(first, '.tsx')}.png`);
  await writeFile(output, picture);
  console.log(output);
  return 0;
};

await run(preview);
