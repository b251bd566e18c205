import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

/** One face of a family: a file that holds a range of characters in a weight, or a range of weights. */
export type Typeface = {
  family: string;
  file: string;
  weight: string;
  style: string;
  range: string;
};

/** A face and where the file of its package is. */
export type ShippedTypeface = Typeface & {source: string};

type Metadata = {
  id: string;
  family: string;
  weights: number[];
  styles: string[];
  variable: {wght?: {min: string; max: string}} | false;
};

type Cut = {weight: string; style: string; suffix: string};

/** The families that themes and requests name. Variable ones first: they have every weight in one file. */
const PACKAGES = [
  '@fontsource-variable/inter',
  '@fontsource-variable/inter-tight',
  '@fontsource-variable/space-grotesk',
  '@fontsource-variable/nunito',
  '@fontsource-variable/ibm-plex-sans',
  '@fontsource-variable/lora',
  '@fontsource-variable/fraunces',
  '@fontsource-variable/sora',
  '@fontsource-variable/jetbrains-mono',
  '@fontsource-variable/caveat',
  '@fontsource-variable/playfair-display',
  '@fontsource-variable/roboto',
  '@fontsource-variable/montserrat',
  '@fontsource-variable/oswald',
  '@fontsource/alfa-slab-one',
  '@fontsource/poppins',
  '@fontsource/bebas-neue',
];

const locate = createRequire(import.meta.url);

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8'));

/** The cuts of a family: upright in all weights; italic too, which fixed weights have only as 400 here. */
const cutsOf = ({variable, weights, styles}: Metadata): Cut[] => {
  const italics = styles.includes('italic');
  if (variable && variable.wght) {
    const weight = `${variable.wght.min} ${variable.wght.max}`;
    const upright = {weight, style: 'normal', suffix: 'wght-normal'};
    return italics ? [upright, {weight, style: 'italic', suffix: 'wght-italic'}] : [upright];
  }
  const upright = weights.map((weight) => ({
    weight: String(weight),
    style: 'normal',
    suffix: `${weight}-normal`,
  }));
  return italics ? [...upright, {weight: '400', style: 'italic', suffix: '400-italic'}] : upright;
};

const readPackage = async (name: string): Promise<ShippedTypeface[]> => {
  const root = dirname(locate.resolve(`${name}/package.json`));
  const metadata = await readJson<Metadata>(join(root, 'metadata.json'));
  const ranges = await readJson<Record<string, string>>(join(root, 'unicode.json'));
  return Object.entries(ranges).flatMap(([subset, range]) =>
    cutsOf(metadata).map(({weight, style, suffix}) => {
      const file = `${metadata.id}-${subset}-${suffix}.woff2`;
      const source = join(root, 'files', file);
      return {family: metadata.family, file: `typefaces/${file}`, weight, style, range, source};
    }),
  );
};

/** Every face that scenes may use. */
export const listTypefaces = async (): Promise<ShippedTypeface[]> =>
  (await Promise.all(PACKAGES.map(readPackage))).flat();

/** Puts the font files and their list, `typefaces.json`, into the folder that the page is served from. */
export const installTypefaces = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'typefaces'), {recursive: true});
  const shipped = await listTypefaces();
  await Promise.all(shipped.map(({source, file}) => copyFile(source, join(folder, file))));
  const faces = shipped.map(({source: _, ...face}): Typeface => face);
  await writeFile(join(folder, 'typefaces.json'), JSON.stringify(faces));
};
