import type {Box, SeenText} from '../film';
import {fold} from './wording';

/** The share of the smaller box from which on two texts disturb each other. */
const DISTURBING = 0.08;

const sharedArea = (one: Box, other: Box): number => {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, across) * Math.max(0, down);
};

const disturb = (one: Box, other: Box): boolean => {
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  return sharedArea(one, other) > smaller * DISTURBING;
};

/** Copies of a text that lie on it are an effect: a glow, a shadow, the split colours of a glitch. */
const areCopies = (one: SeenText, other: SeenText): boolean => {
  const a = fold(one.text);
  const b = fold(other.text);
  return a.includes(b) || b.includes(a);
};

/** The pairs of texts whose letters lie on each other. */
export const overlapsIn = (texts: SeenText[]): [SeenText, SeenText][] => {
  const shown = texts.filter(
    ({opacity, decoration, covered, cut}) =>
      opacity >= 0.5 && !decoration && covered < 0.5 && cut < 0.5,
  );
  return shown.flatMap((one, place) =>
    shown
      .slice(place + 1)
      .filter(
        (other) =>
          !areCopies(one, other) && one.boxes.some((a) => other.boxes.some((b) => disturb(a, b))),
      )
      .map((other): [SeenText, SeenText] => [one, other]),
  );
};
