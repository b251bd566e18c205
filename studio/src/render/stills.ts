import {Complaint} from '../command-line';
import type {Report, Shot} from '../film';
import {frameAt} from '../scene/moments';
import type {Moments} from '../scene/moments';
import {compileScene} from '../scene/source';
import type {SceneSource} from '../scene/source';
import {layStrips, tileFile, tileScale} from '../scene/strip';
import type {Row} from '../scene/strip';
import type {Camera, Frame} from './camera';

/** Puts what one render can show together: that is of one size and rate. */
export const groupByFrame = <T extends {meta: Frame}>(items: T[]): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const {width, height, fps} = item.meta;
    const key = `${width}×${height} ${fps}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

/** A scene whose stills are wanted, and where they go in the picture. */
type Sitter = Row & {source: SceneSource; place: number};

const complain = (sitters: Sitter[], shots: Shot[], reports: Report[]): void => {
  for (const report of reports) {
    const shot = shots[report.shot];
    const file = sitters[shot?.scene ?? 0]?.file;
    if (report.kind === 'threw') {
      throw new Complaint(`${file} throws at frame ${shot?.frame}: ${report.message}`);
    }
    if (report.kind === 'stuck') {
      throw new Complaint(`${file} never finishes waiting for: ${report.message}`);
    }
  }
};

/** Takes the stills of scenes of one size and names them; refuses when one of the scenes throws. */
const portray = async (camera: Camera, sitters: Sitter[]): Promise<[string, Buffer][]> => {
  const [first] = sitters;
  if (first === undefined) {
    return [];
  }
  const shots = sitters.flatMap(({frames}, scene) => frames.map((frame) => ({scene, frame})));
  const scenes = await Promise.all(sitters.map(({source}) => compileScene(source)));
  const scale = tileScale(first.meta, first.frames.length);
  const footage = await camera.shoot({scenes, shots, probe: false}, {frame: first.meta, scale});
  complain(sitters, shots, footage.reports);
  const names = sitters.flatMap(({place, frames}) =>
    frames.map((_, column) => tileFile(place, column)),
  );
  return footage.pictures.map((picture, shot) => [names[shot] ?? '', picture]);
};

/** Draws the stills of some scenes, one scene below the other, as one PNG. */
export const drawStrips = async (
  camera: Camera,
  scenes: SceneSource[],
  moments: Moments,
): Promise<Buffer> => {
  const sitters = scenes.map((source, place) => ({
    source,
    place,
    file: source.file,
    meta: source.meta,
    frames: moments.map((moment) => frameAt(moment, source.meta.durationInFrames)),
  }));
  const pictures = new Map<string, Buffer>();
  for (const group of groupByFrame(sitters)) {
    (await portray(camera, group)).forEach(([file, picture]) => pictures.set(file, picture));
  }
  return camera.develop(layStrips(sitters), pictures);
};
