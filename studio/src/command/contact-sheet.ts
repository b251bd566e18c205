import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {Complaint, placeOf, run} from '../command-line';
import {Camera} from '../render/camera';
import {groupByFrame} from '../render/stills';
import {contactFile, firstExamples, layContacts, shapeOf} from '../scene/contact';
import {gatherScenes} from '../scene/emission';
import type {EmittedScene} from '../scene/emission';
import {frameAt, readMoments} from '../scene/moments';
import {compileScene} from '../scene/source';

const FORMATS = ['landscape', 'portrait', 'square', 'all'];

type Contacts = {labels: string[]; pictures: Buffer[]};

/** Photographs the scenes of one size, each once. One that throws keeps its place, and its label says so. */
const photograph = async (
  camera: Camera,
  group: EmittedScene[],
  moment: number,
): Promise<Contacts> => {
  const {meta} = group[0] as EmittedScene;
  const film = {
    scenes: await Promise.all(group.map(compileScene)),
    shots: group.map((scene, place) => ({
      scene: place,
      frame: frameAt(moment, scene.meta.durationInFrames),
    })),
    probe: false,
  };
  const {pictures, reports} = await camera.shoot(film, {frame: meta, scale: shapeOf(meta).scale});
  const failed = new Set(reports.filter(({kind}) => kind !== 'begun').map(({shot}) => shot));
  const labels = group.map(
    ({entry}, shot) => entry.template + (failed.has(shot) ? ' — FAILS' : ''),
  );
  return {labels, pictures};
};

const drawSheet = (scenes: EmittedScene[], moment: number): Promise<Buffer> =>
  Camera.use(async (camera) => {
    const pictures = new Map<string, Buffer>();
    const groups = [];
    for (const [place, group] of groupByFrame(scenes).entries()) {
      const contacts = await photograph(camera, group, moment);
      contacts.pictures.forEach((picture, shot) => pictures.set(contactFile(place, shot), picture));
      groups.push({size: (group[0] as EmittedScene).meta, labels: contacts.labels});
    }
    return camera.develop(layContacts(groups), pictures);
  });

const readFormat = (format: string): string => {
  if (!FORMATS.includes(format)) {
    throw new Complaint(`'${format}' is no format; give one of ${FORMATS.join(', ')}.`);
  }
  return format;
};

const contactSheet = async (): Promise<number> => {
  const {values} = parseArgs({
    options: {
      binary: {type: 'string'},
      scenes: {type: 'string'},
      output: {type: 'string', short: 'o', default: join(tmpdir(), 'contact-sheet.png')},
      format: {type: 'string', default: 'landscape'},
      frame: {type: 'string', default: '0.6'},
    },
  });
  const format = readFormat(values.format);
  const [moment = 0] = readMoments(values.frame);
  const emitted = await mkdtemp(join(tmpdir(), 'firstframe-scenes-'));
  try {
    const scenes = firstExamples(
      await gatherScenes({...values, which: 'samples'}, emitted),
      format,
    );
    if (scenes.length === 0) {
      throw new Complaint(`There is no ${format} scene among those that were given.`);
    }
    const output = placeOf(values.output);
    await writeFile(output, await drawSheet(scenes, moment));
    console.log(output);
    return 0;
  } finally {
    await rm(emitted, {recursive: true, force: true});
  }
};

await run(contactSheet);
