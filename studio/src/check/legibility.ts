import type {SeenText} from '../film';
import {faultsOf} from './fault';
import type {Fault} from './fault';
import type {Finding} from './finding';
import {overlapsIn} from './overlap';
import {heldStill, nameMoments} from './still';
import type {Still, Take} from './still';
import {fold, placesOf} from './wording';

/** A text at each of the moments at which it is there. */
type Course = {still: Still; text: SeenText}[];

const quote = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 59)}…` : text}'`;

/** A wording's best showing: the faults that it has where it has the fewest; null where it never stands. */
const bestShowing = (wording: string, {scene, stills}: Take): Fault[] | null => {
  const showings = stills.flatMap((still) => {
    const {texts} = still.sight;
    const visible = texts.filter(({opacity}) => opacity >= 0.3);
    return [...placesOf(wording, visible), ...placesOf(wording, texts)].map((place) =>
      place.flatMap((text) => faultsOf(text, still, scene.meta)),
    );
  });
  return showings.sort((a, b) => a.length - b.length)[0] ?? null;
};

const distinct = (faults: Fault[]): Fault[] =>
  faults.filter(({kind}, place) => faults.findIndex((fault) => fault.kind === kind) === place);

const judgeWording = (wording: string, take: Take): Finding[] => {
  const {file} = take.scene.entry;
  const faults = bestShowing(wording, take);
  if (faults === null) {
    const moments = nameMoments(take.stills.map(({moment}) => moment));
    const message = `the text ${quote(wording)} is not to be seen at ${moments}: show it by then`;
    return [{file, kind: 'missing', message}];
  }
  return distinct(faults).map(({kind, message}) => ({
    file,
    kind,
    message: `the text ${quote(wording)} ${message}`,
  }));
};

const coursesOf = (stills: Still[]): Map<string, Course> => {
  const courses = new Map<string, Course>();
  for (const still of stills) {
    const times = new Map<string, number>();
    for (const text of still.sight.texts) {
      const wording = fold(text.text);
      const time = times.get(wording) ?? 0;
      times.set(wording, time + 1);
      const key = `${wording} ${time}`;
      courses.set(key, [...(courses.get(key) ?? []), {still, text}]);
    }
  }
  return courses;
};

/** Whether a text is on its way through the frame, as in a marquee, between the last moments that have it. */
const isTravelling = (course: Course, width: number): boolean => {
  const [before, last] = course.slice(-2).map(({text}) => text.boxes[0]);
  return (
    before !== undefined &&
    last !== undefined &&
    Math.hypot(last.x - before.x, last.y - before.y) > width * 0.02
  );
};

/**
 * Judges what the scene shows beside the texts that it must: the numbers on an axis, its own labels. Only what
 * is there while the scene is held, at rest and meant to be read can be wrong.
 */
const judgeCourse = (course: Course, take: Take, held: Still): Finding[] => {
  const {entry, meta} = take.scene;
  const now = course.find(({still}) => still === held)?.text;
  const wanted = [...entry.texts, ...(entry.passing ?? [])].map(fold);
  if (
    now === undefined ||
    now.decoration ||
    now.opacity < 0.5 ||
    isTravelling(course, meta.width) ||
    wanted.some((wording) => wording !== '' && wording.includes(fold(now.text)))
  ) {
    return [];
  }
  const everywhere = course.map(({still, text}) => faultsOf(text, still, meta));
  const lasting = faultsOf(now, held, meta).filter((fault) =>
    everywhere.every((faults) => faults.some(({kind}) => kind === fault.kind)),
  );
  return lasting.map(({kind, message}) => ({
    file: entry.file,
    kind,
    message: `the text ${quote(now.text)} ${message}`,
  }));
};

const judgeOverlaps = (courses: Course[], take: Take, held: Still): Finding[] => {
  const resting = courses.filter((course) => !isTravelling(course, take.scene.meta.width));
  const restingTexts = new Set(resting.flatMap((course) => course.map(({text}) => text)));
  const texts = held.sight.texts.filter((text) => restingTexts.has(text));
  return overlapsIn(texts).map(([one, other]) => ({
    file: take.scene.entry.file,
    kind: 'overlap',
    message: `the texts ${quote(one.text)} and ${quote(other.text)} lie on each other: set them apart`,
  }));
};

/** Finds what keeps the texts of a scene from being read. */
export const judgeTexts = (take: Take): Finding[] => {
  const held = heldStill(take.stills);
  if (held === undefined) {
    return [];
  }
  const courses = [...coursesOf(take.stills).values()];
  return [
    ...take.scene.entry.texts.flatMap((wording) => judgeWording(wording, take)),
    ...courses.flatMap((course) => judgeCourse(course, take, held)),
    ...judgeOverlaps(courses, take, held),
  ];
};
