import type {Finding} from './finding';
import {difference, variety} from './picture';
import {heldStill, nameMoments} from './still';
import type {Take} from './still';

/** Below this share of its pixels a picture is even, or two pictures are the same. */
const NOTICEABLE = 0.0003;

const judgeBlank = ({scene, stills}: Take): Finding[] => {
  const held = heldStill(stills);
  if (held === undefined || variety(held.picture) >= NOTICEABLE) {
    return [];
  }
  const message = `shows one even colour at ${nameMoments([held.moment])}: let there be something to see`;
  return [{file: scene.entry.file, kind: 'blank', message}];
};

const judgeMotion = ({scene, stills}: Take): Finding[] => {
  const [first, ...others] = stills;
  const moves = others.some(
    ({picture}) => first !== undefined && difference(first.picture, picture) >= NOTICEABLE,
  );
  if (moves || others.length === 0 || scene.entry.moves === false) {
    return [];
  }
  const moments = nameMoments(stills.map(({moment}) => moment));
  const message = `looks the same at ${moments}: let something move, if only the ground`;
  return [{file: scene.entry.file, kind: 'still', message}];
};

const judgeImages = ({scene, stills}: Take): Finding[] => {
  const broken = stills.flatMap(({sight}) => sight.images.filter(({loaded}) => !loaded));
  return [...new Set(broken.map(({source}) => source))].map((source) => ({
    file: scene.entry.file,
    kind: 'image',
    message: `the picture '${source}' does not load: give one that does`,
  }));
};

/** Finds what is wrong with the pictures as such. A blank scene is not also one without motion. */
export const judgeAppearance = (take: Take): Finding[] => {
  const blank = judgeBlank(take);
  return [...blank, ...(blank.length > 0 ? [] : judgeMotion(take)), ...judgeImages(take)];
};
