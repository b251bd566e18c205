import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {listFindings} from '../check/finding';
import type {Finding} from '../check/finding';
import {inspect} from '../check/inspection';
import {placeOf, run} from '../command-line';
import {showProgress} from '../progress';
import {Camera} from '../render/camera';
import {drawStrips} from '../render/stills';
import {gatherScenes} from '../scene/emission';
import type {EmittedScene} from '../scene/emission';
import {readMoments} from '../scene/moments';
import type {Moments} from '../scene/moments';

/** So many of the scenes with findings are drawn: who has more of them begins with these. */
const MOST_DRAWN = 24;
const SCENES_PER_PICTURE = 4;
/** A scene with one of these has no stills to look at. */
const WITHOUT_STILLS = ['syntax', 'throws', 'stuck', 'image'];

/** A log has a line for so many stills. */
const STEP = 250;

/** Puts the stills of the scenes with findings beside the list, since a look tells more than the list. */
const drawFindings = async (
  scenes: EmittedScene[],
  findings: Finding[],
  moments: Moments,
  folder: string,
): Promise<void> => {
  const drawn = scenes
    .filter(({entry: {file}}) => {
      const kinds = findings.filter((finding) => finding.file === file).map(({kind}) => kind);
      return kinds.length > 0 && !kinds.some((kind) => WITHOUT_STILLS.includes(kind));
    })
    .slice(0, MOST_DRAWN);
  if (drawn.length === 0) {
    return;
  }
  await Camera.use(async (camera) => {
    for (let from = 0; from < drawn.length; from += SCENES_PER_PICTURE) {
      const part = drawn.slice(from, from + SCENES_PER_PICTURE);
      const picture = await drawStrips(camera, part, moments);
      await writeFile(join(folder, `findings-${from / SCENES_PER_PICTURE + 1}.png`), picture);
    }
  });
};

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Clears away what the check left behind the last time; returns the folder for the engine's scenes. */
const prepare = async (out: string): Promise<string> => {
  const emitted = join(out, 'scenes');
  await mkdir(emitted, {recursive: true});
  const old = (await readdir(out)).filter((name) => /^(scenes|findings-\d+\.png)$/.test(name));
  await Promise.all(old.map((name) => rm(join(out, name), {recursive: true})));
  await mkdir(emitted);
  return emitted;
};

const conclude = (findings: Finding[], scenes: EmittedScene[], out: string): string => {
  const files = new Set(findings.map(({file}) => file)).size;
  const total = `${count(findings.length, 'finding')} in ${files} of ${count(scenes.length, 'scene')}`;
  return `${listFindings(findings)}\n${total}; see ${out}`;
};

const check = async (): Promise<number> => {
  const {values} = parseArgs({
    options: {
      binary: {type: 'string'},
      scenes: {type: 'string'},
      all: {type: 'boolean', default: false},
      'as-written': {type: 'boolean', default: false},
      only: {type: 'string'},
      out: {type: 'string', default: join(tmpdir(), 'firstframe-check')},
      frames: {type: 'string', default: '0.1,0.5,0.85'},
    },
  });
  const moments = readMoments(values.frames);
  const out = placeOf(values.out);
  const which = values.all ? 'all' : 'sampled';
  const scenes = await gatherScenes({...values, which}, await prepare(out));
  const found = await inspect(scenes, moments, showProgress(STEP));
  // Code that a person or a model wrote keeps its layout.
  const findings = found.filter(({kind}) => !values['as-written'] || kind !== 'format');
  await writeFile(join(out, 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`);
  if (findings.length === 0) {
    console.log(`${count(scenes.length, 'scene')}, nothing found.`);
    return 0;
  }
  await drawFindings(scenes, findings, moments, out);
  console.log(conclude(findings, scenes, out));
  return 1;
};

await run(check);
