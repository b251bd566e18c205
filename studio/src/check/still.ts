import type {Sight} from '../film';
import type {EmittedScene} from '../scene/emission';
import type {Picture} from './picture';

/** A scene at one moment: its picture and what the page saw in its document. */
export type Still = {
  moment: number;
  picture: Picture;
  sight: Sight;
};

/** A scene with its stills, in the order of time. */
export type Take = {
  scene: EmittedScene;
  stills: Still[];
};

/** The moment at which everything should be there: the one that is nearest to half of the time. */
export const heldStill = (stills: Still[]): Still | undefined =>
  [...stills].sort((a, b) => Math.abs(a.moment - 0.5) - Math.abs(b.moment - 0.5))[0];

/** '10, 50 and 75 %' */
export const nameMoments = (moments: number[]): string => {
  const names = moments.map((moment) => String(Math.round(moment * 100)));
  const last = names.pop() ?? '';
  return `${names.length > 0 ? `${names.join(', ')} and ` : ''}${last} %`;
};
