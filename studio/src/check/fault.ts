import type {Box, SeenText} from '../film';
import type {Frame} from '../render/camera';
import {contrastRange, inkContrast} from './contrast';
import type {Kind} from './finding';
import {colorsIn} from './picture';
import type {Still} from './still';

/** Something that keeps one text at one moment from being read. */
export type Fault = {
  kind: Kind;
  message: string;
};

const VISIBLE = 0.3;
/** Shares of a text that may be out of the frame, hidden or cut before it counts. */
const OUTSIDE = 0.04;
const HIDDEN = 0.2;
/** Type sizes in units of the frame: the smallest allowed, and where text counts as large. */
const SMALLEST = 28;
const LARGE = 40;
/** What the eye needs between the darkest and the brightest of a text's box, whatever its colours. */
const LEAST_RANGE = 1.6;

const area = ({width, height}: Box): number => width * height;

/** The share of a text's boxes that is not inside of the frame. */
export const shareOutside = (boxes: Box[], {width, height}: Frame): number => {
  const whole = boxes.reduce((sum, box) => sum + area(box), 0);
  const inside = boxes.reduce((sum, box) => {
    const across = Math.min(width, box.x + box.width) - Math.max(0, box.x);
    const down = Math.min(height, box.y + box.height) - Math.max(0, box.y);
    return sum + Math.max(0, across) * Math.max(0, down);
  }, 0);
  return whole === 0 ? 0 : 1 - inside / whole;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const faultOfContrast = (text: SeenText, {picture}: Still, unit: number): Fault | null => {
  const colors = text.boxes.flatMap((box) => colorsIn(picture, box));
  if (colors.length === 0) {
    return null;
  }
  const range = contrastRange(colors);
  const contrast = text.color ? inkContrast(colors, text.color, text.opacity) : range;
  const least = text.size >= LARGE * unit ? 2.8 : 4;
  if (range >= LEAST_RANGE && contrast >= least) {
    return null;
  }
  const found = Math.min(range, contrast).toFixed(1);
  return {
    kind: 'unreadable',
    message: `has a contrast of ${found}:1 to what is behind it: give it a colour with at least 4.5:1`,
  };
};

const faultOfPlace = (text: SeenText, frame: Frame): Fault | null => {
  const outside = shareOutside(text.boxes, frame);
  if (outside > OUTSIDE) {
    const message = `is ${percent(outside)} outside of the frame: fit it by measure or move it`;
    return {kind: 'outside', message};
  }
  if (text.covered > HIDDEN) {
    const message = `is ${percent(text.covered)} covered by ${text.coveredBy}: put it on top`;
    return {kind: 'covered', message};
  }
  if (text.cut > HIDDEN) {
    const message = `is ${percent(text.cut)} cut off by the box around it: fit it by measure`;
    return {kind: 'cut', message};
  }
  if (text.tailsCut > HIDDEN) {
    const message = 'loses the lower ends of its letters: give its box more line height or padding';
    return {kind: 'cut', message};
  }
  return null;
};

const faultOfSize = (text: SeenText, unit: number): Fault | null => {
  if (text.size >= SMALLEST * unit * 0.97) {
    return null;
  }
  const least = Math.round(SMALLEST * unit);
  const message = `is ${text.size.toFixed(1)} px, and the smallest that can be read is ${least} px`;
  return {kind: 'small', message};
};

/** Everything that is wrong with a text at a moment. One that cannot be seen has no further faults. */
export const faultsOf = (text: SeenText, still: Still, frame: Frame): Fault[] => {
  const unit = Math.min(frame.width, frame.height) / 1080;
  if (text.opacity < VISIBLE) {
    const message = `is there, but only ${percent(text.opacity)} opaque: let it come in fully`;
    return [{kind: 'transparent', message}];
  }
  const place = faultOfPlace(text, frame);
  const sight = place ?? faultOfContrast(text, still, unit);
  return [sight, faultOfSize(text, unit)].filter((fault) => fault !== null);
};
