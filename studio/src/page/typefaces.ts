import {staticFile} from 'remotion';
import type {Typeface} from '../render/typefaces';

const register = async (typeface: Typeface): Promise<void> => {
  const face = new FontFace(typeface.family, `url(${staticFile(typeface.file)})`, {
    weight: typeface.weight,
    style: typeface.style,
    unicodeRange: typeface.range,
    display: 'block',
  });
  document.fonts.add(face);
  await face.load();
};

/**
 * Loads every face that the studio ships. All of them, and before the first shot, because a scene measures its
 * text while it renders and a face that comes late would leave it with the sizes of another.
 */
export const loadTypefaces = async (): Promise<void> => {
  const response = await fetch(staticFile('typefaces.json'));
  const typefaces = (await response.json()) as Typeface[];
  await Promise.all(typefaces.map(register));
};
