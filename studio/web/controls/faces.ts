import slab from '@fontsource/alfa-slab-one/files/alfa-slab-one-latin-400-normal.woff2';
import bebas from '@fontsource/bebas-neue/files/bebas-neue-latin-400-normal.woff2';
import poppins from '@fontsource/poppins/files/poppins-latin-600-normal.woff2';
import caveat from '@fontsource-variable/caveat/files/caveat-latin-wght-normal.woff2';
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2';
import plex from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import tight from '@fontsource-variable/inter-tight/files/inter-tight-latin-wght-normal.woff2';
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2';
import lora from '@fontsource-variable/lora/files/lora-latin-wght-normal.woff2';
import montserrat from '@fontsource-variable/montserrat/files/montserrat-latin-wght-normal.woff2';
import nunito from '@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2';
import oswald from '@fontsource-variable/oswald/files/oswald-latin-wght-normal.woff2';
import playfair from '@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2';
import roboto from '@fontsource-variable/roboto/files/roboto-latin-wght-normal.woff2';
import sora from '@fontsource-variable/sora/files/sora-latin-wght-normal.woff2';
import grotesk from '@fontsource-variable/space-grotesk/files/space-grotesk-latin-wght-normal.woff2';

/** The typefaces that scenes may have wherever they are shown, by kind, with where their Latin letters are. */
export const FACES: readonly {family: string; kind: string; address: string}[] = [
  {family: 'Inter', kind: 'Sans', address: inter},
  {family: 'Inter Tight', kind: 'Sans', address: tight},
  {family: 'IBM Plex Sans', kind: 'Sans', address: plex},
  {family: 'Montserrat', kind: 'Sans', address: montserrat},
  {family: 'Nunito', kind: 'Sans', address: nunito},
  {family: 'Poppins', kind: 'Sans', address: poppins},
  {family: 'Roboto', kind: 'Sans', address: roboto},
  {family: 'Sora', kind: 'Sans', address: sora},
  {family: 'Space Grotesk', kind: 'Sans', address: grotesk},
  {family: 'Fraunces', kind: 'Serif', address: fraunces},
  {family: 'Lora', kind: 'Serif', address: lora},
  {family: 'Playfair Display', kind: 'Serif', address: playfair},
  {family: 'Alfa Slab One', kind: 'Loud', address: slab},
  {family: 'Bebas Neue', kind: 'Loud', address: bebas},
  {family: 'Oswald', kind: 'Loud', address: oswald},
  {family: 'Caveat', kind: 'Hand', address: caveat},
  {family: 'JetBrains Mono', kind: 'Mono', address: mono},
];

const asked = new Set<string>();

/** Sees to it that the page can be set in a family; one that does not come with the product stays what it is. */
export const loadFace = (family: string): void => {
  const face = FACES.find((known) => known.family === family);
  if (!face || asked.has(family)) return;
  asked.add(family);
  const loaded = new FontFace(family, `url(${face.address})`, {weight: '100 900'});
  document.fonts.add(loaded);
  loaded.load().catch(() => asked.delete(family));
};
