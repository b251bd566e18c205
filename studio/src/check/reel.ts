import {Complaint} from '../command-line';
import type {Film, FilmScene, Report, Sight} from '../film';
import type {Camera, Footage} from '../render/camera';
import {groupByFrame} from '../render/stills';
import type {EmittedScene} from '../scene/emission';
import {frameAt} from '../scene/moments';
import type {Moments} from '../scene/moments';
import {compileScene} from '../scene/source';
import {judgeAppearance} from './appearance';
import type {Finding} from './finding';
import {judgeTexts} from './legibility';
import {readPicture} from './picture';
import type {Still, Take} from './still';

/** Stills are taken at half size: large enough for the smallest text, and half as long to wait for. */
const SCALE = 0.5;
/** So many scenes are filmed before they are judged, which bounds the memory that their stills take. */
const REEL_LENGTH = 40;

type Prepared = {scene: EmittedScene; film: FilmScene};

/** Parts scenes into such as one render can show, and not too many at a time. */
export const partIntoReels = (scenes: EmittedScene[]): EmittedScene[][] =>
  groupByFrame(scenes).flatMap((group) => {
    const count = Math.ceil(group.length / REEL_LENGTH);
    return Array.from({length: count}, (_, reel) =>
      group.slice(reel * REEL_LENGTH, (reel + 1) * REEL_LENGTH),
    );
  });

/** Compiles the scenes of a reel; those that are no TSX are found out here. */
const prepare = async (
  scenes: EmittedScene[],
): Promise<{prepared: Prepared[]; findings: Finding[]}> => {
  const prepared: Prepared[] = [];
  const findings: Finding[] = [];
  for (const scene of scenes) {
    try {
      prepared.push({scene, film: await compileScene(scene)});
    } catch (error) {
      if (!(error instanceof Complaint)) {
        throw error;
      }
      findings.push({file: scene.entry.file, kind: 'syntax', message: error.message});
    }
  }
  return {prepared, findings};
};

const findingOf = (file: string, report: Report, frame: number): Finding[] => {
  if (report.kind === 'threw') {
    const kind = report.message.startsWith('Error loading image') ? 'image' : 'throws';
    return [{file, kind, message: `at frame ${frame}: ${report.message}`}];
  }
  if (report.kind === 'stuck') {
    const message = `still waits at frame ${frame} for '${report.message}': continue the render`;
    return [{file, kind: 'stuck', message}];
  }
  return [];
};

const nothing: Sight = {texts: [], images: []};

const stillOf = async (footage: Footage, shot: number, moment: number): Promise<Still[]> => {
  const png = footage.pictures[shot];
  const seen = footage.reports.find((report) => report.shot === shot && report.kind === 'seen');
  const sight = seen?.kind === 'seen' ? seen.sight : nothing;
  return png ? [{moment, picture: await readPicture(png, SCALE), sight}] : [];
};

/** What came of one scene: its first failure, or else what there is to say about its stills. */
const judge = (take: Take, failures: Finding[]): Finding[] => {
  const [failure] = failures;
  return failure ? [failure] : [...judgeAppearance(take), ...judgeTexts(take)];
};

const judgeFootage = async (
  prepared: Prepared[],
  film: Film,
  footage: Footage,
  moments: Moments,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [place, {scene}] of prepared.entries()) {
    const own = moments.map((moment, index) => ({moment, shot: place * moments.length + index}));
    const stills = await Promise.all(own.map(({shot, moment}) => stillOf(footage, shot, moment)));
    const failures = footage.reports
      .filter(({shot}) => film.shots[shot]?.scene === place)
      .flatMap((report) =>
        findingOf(scene.entry.file, report, film.shots[report.shot]?.frame ?? 0),
      );
    findings.push(...judge({scene, stills: stills.flat()}, failures));
  }
  return findings;
};

/** Films scenes; when one breaks the render off, goes on with those after it. */
const film = async (
  camera: Camera,
  prepared: Prepared[],
  moments: Moments,
  onShot: () => void,
): Promise<Finding[]> => {
  const [first] = prepared;
  if (first === undefined) {
    return [];
  }
  const shots = prepared.flatMap(({scene}, place) =>
    moments.map((moment) => ({
      scene: place,
      frame: frameAt(moment, scene.meta.durationInFrames),
    })),
  );
  const reel: Film = {scenes: prepared.map((item) => item.film), shots, probe: true};
  const footage = await camera.shoot(reel, {frame: first.scene.meta, scale: SCALE, onShot});
  const filmed =
    footage.brokenAt === null ? prepared.length : Math.floor(footage.brokenAt / moments.length) + 1;
  return [
    ...(await judgeFootage(prepared.slice(0, filmed), reel, footage, moments)),
    ...(await film(camera, prepared.slice(filmed), moments, onShot)),
  ];
};

/** Films the scenes of one reel and judges what is on it. */
export const judgeReel = async (
  camera: Camera,
  scenes: EmittedScene[],
  moments: Moments,
  onShot: () => void,
): Promise<Finding[]> => {
  const {prepared, findings} = await prepare(scenes);
  return [...findings, ...(await film(camera, prepared, moments, onShot))];
};
