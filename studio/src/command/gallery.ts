import {mkdir, rename, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {parseArgs} from 'node:util';
import {Complaint, placeOf, run} from '../command-line';
import {showProgress} from '../progress';
import {bundledPage} from '../render/bundle';
import {Camera} from '../render/camera';
import {filmLoop} from '../render/loop';
import type {Gauge} from '../render/loop';
import {readScene} from '../scene/source';

const USAGE = 'npm run --silent gallery -- FILE.tsx … -o DIR [--width 384] [--rate 12]';

/** A camera waits for its browser most of the time, so that a second one nearly halves it. */
const CAMERAS = 2;

/** Says what is wrong with a scene on a line of its own, wherever the bar stands. */
const report = (message: string): void => {
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${message}\n`);
};

/** Writes a file whole: beside its place first, so that one that is there need never be doubted. */
const put = async (file: string, content: Buffer): Promise<void> => {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
};

/** Films one scene into `NAME.still.webp` and, last, `NAME.webp`; says whether that went well. */
const film = async (
  camera: Camera,
  file: string,
  folder: string,
  gauge: Gauge,
): Promise<boolean> => {
  try {
    const {moving, still} = await filmLoop(camera, await readScene(file), gauge);
    const name = basename(file, '.tsx');
    await put(join(folder, `${name}.still.webp`), still);
    await put(join(folder, `${name}.webp`), moving);
    return true;
  } catch (error) {
    if (!(error instanceof Complaint)) {
      throw error;
    }
    report(error.message);
    return false;
  }
};

/** Films scenes with several cameras, each taking the next scene when it is free; returns how many failed. */
const filmAll = async (files: string[], folder: string, gauge: Gauge): Promise<number> => {
  await bundledPage();
  const progress = showProgress(1);
  const waiting = [...files];
  let [done, failed] = [0, 0];
  const work = async (camera: Camera): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const filmed = await film(camera, file, folder, gauge);
      failed += filmed ? 0 : 1;
      progress('filming', (done += 1), files.length);
    }
  };
  progress('filming', 0, files.length);
  const cameras = Array.from({length: Math.min(CAMERAS, files.length)}, () => Camera.use(work));
  await Promise.all(cameras);
  return failed;
};

const readNumber = (option: string, text: string): number => {
  const number = Number(text);
  if (!(number >= 1 && number <= 1920)) {
    throw new Complaint(`'${text}' is no ${option}; give a number from 1 to 1920.`);
  }
  return number;
};

const gallery = async (): Promise<number> => {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      output: {type: 'string', short: 'o'},
      width: {type: 'string', default: '384'},
      rate: {type: 'string', default: '12'},
    },
  });
  if (positionals.length === 0 || values.output === undefined) {
    throw new Complaint(`Name the scenes to film and a folder for the pictures: ${USAGE}`);
  }
  const folder = placeOf(values.output);
  const gauge = {
    width: readNumber('width', values.width),
    rate: readNumber('rate', values.rate),
  };
  await mkdir(folder, {recursive: true});
  const failed = await filmAll(positionals.map(placeOf), folder, gauge);
  return failed === 0 ? 0 : 1;
};

await run(gallery);
