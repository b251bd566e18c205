import type {Color} from './picture';

/** Letters whose colour is this near to what is behind them cannot be told from it. */
const NEAR = 40;

const linear = (byte: number): number => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** The relative luminance of a colour, as the WCAG define it. */
export const luminance = ([red, green, blue]: Color): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const ratio = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const at = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const sortNumbers = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);

/** The contrast between the darkest and the brightest of some colours, without the outermost ones. */
export const contrastRange = (colors: Color[]): number => {
  const sorted = sortNumbers(colors.map(luminance));
  return ratio(at(sorted, 0.01), at(sorted, 0.99));
};

const distance = (one: Color, other: Color): number =>
  Math.max(...one.map((channel, place) => Math.abs(channel - (other[place] ?? 0))));

/** The colour behind letters: the middle one of those that are not the letters' own. */
const groundOf = (colors: Color[], ink: Color): Color | null => {
  const others = colors.filter((color) => distance(color, ink) > NEAR);
  if (others.length < colors.length * 0.1) {
    return null;
  }
  const median = (channel: number): number =>
    at(sortNumbers(others.map((color) => color[channel] ?? 0)), 0.5);
  return [median(0), median(1), median(2)];
};

/** The contrast between letters of a colour and opacity and what is around them; 1 where nothing is. */
export const inkContrast = (colors: Color[], ink: Color, opacity: number): number => {
  const ground = groundOf(colors, ink);
  if (ground === null) {
    return 1;
  }
  const mixed = ink.map(
    (channel, place) => channel * opacity + (ground[place] ?? 0) * (1 - opacity),
  ) as Color;
  return ratio(luminance(mixed), luminance(ground));
};
