/** One colour, or two that run into one another. */
export type Ground = [from: string] | [from: string, to: string];

/** A colour that has a name. */
export type NamedColour = {name: string; hex: string};

/** Names to choose from: what people ask for most, by hue. */
export const COLOURS: readonly NamedColour[] = [
  ['black', '#000000'],
  ['charcoal', '#36454f'],
  ['slate', '#708090'],
  ['silver', '#c0c0c0'],
  ['cream', '#fffdd0'],
  ['white', '#ffffff'],
  ['burgundy', '#800020'],
  ['crimson', '#dc143c'],
  ['red', '#ff0000'],
  ['tomato', '#ff6347'],
  ['coral', '#ff7f50'],
  ['salmon', '#fa8072'],
  ['rust', '#b7410e'],
  ['orange', '#ffa500'],
  ['amber', '#ffbf00'],
  ['gold', '#ffd700'],
  ['mustard', '#e1ad01'],
  ['yellow', '#ffff00'],
  ['olive', '#808000'],
  ['lime', '#00ff00'],
  ['sage', '#b2ac88'],
  ['green', '#008000'],
  ['forest green', '#228b22'],
  ['emerald', '#50c878'],
  ['mint', '#98ff98'],
  ['teal', '#008080'],
  ['turquoise', '#40e0d0'],
  ['sky blue', '#87ceeb'],
  ['cobalt', '#0047ab'],
  ['royal blue', '#4169e1'],
  ['navy', '#000080'],
  ['indigo', '#4b0082'],
  ['violet', '#ee82ee'],
  ['purple', '#800080'],
  ['magenta', '#ff00ff'],
  ['hot pink', '#ff69b4'],
  ['pink', '#ffc0cb'],
  ['lavender', '#e6e6fa'],
  ['brown', '#a52a2a'],
  ['chocolate', '#d2691e'],
].map(([name = '', hex = '']) => ({name, hex}));

/** The colours of themes, as far as controls show them. */
export type ThemeColours = {
  background: string;
  text: string;
  accent: string;
  accent2: string;
  font: string;
};

/** Every theme with its colours and its typeface, in the order of the catalogue. */
export const THEMES: Readonly<Record<string, ThemeColours>> = {
  dark: {
    background: '#0b0d12',
    text: '#f4f6fa',
    accent: '#5b8cff',
    accent2: '#36e2b4',
    font: 'Inter',
  },
  light: {
    background: '#f7f7f4',
    text: '#14161a',
    accent: '#2f5bea',
    accent2: '#c93a24',
    font: 'Inter',
  },
  neon: {
    background: '#07060f',
    text: '#f6f2ff',
    accent: '#ff3df2',
    accent2: '#27f5e0',
    font: 'Space Grotesk',
  },
  pastel: {
    background: '#fbf3ee',
    text: '#3b3247',
    accent: '#a64d79',
    accent2: '#3f7180',
    font: 'Nunito',
  },
  corporate: {
    background: '#ffffff',
    text: '#0f2540',
    accent: '#0b63ce',
    accent2: '#0a7f5a',
    font: 'IBM Plex Sans',
  },
  minimal: {
    background: '#fafafa',
    text: '#111111',
    accent: '#111111',
    accent2: '#c4402f',
    font: 'Inter Tight',
  },
  retro: {
    background: '#f3e3c3',
    text: '#3a2314',
    accent: '#a93a1c',
    accent2: '#1e6b66',
    font: 'Alfa Slab One',
  },
  warm: {
    background: '#2a1710',
    text: '#fff1e3',
    accent: '#ff9a4d',
    accent2: '#ffd166',
    font: 'Fraunces',
  },
  ocean: {
    background: '#06222f',
    text: '#eaf8fb',
    accent: '#38d0e8',
    accent2: '#7cf2c3',
    font: 'Sora',
  },
  forest: {
    background: '#0f1f17',
    text: '#eff6ec',
    accent: '#8bd450',
    accent2: '#f2c14e',
    font: 'Lora',
  },
  sunset: {
    background: '#2b1030',
    text: '#fff0e8',
    accent: '#ff7a59',
    accent2: '#ffc15e',
    font: 'Poppins',
  },
  mono: {
    background: '#0a0a0a',
    text: '#fafafa',
    accent: '#fafafa',
    accent2: '#b8b8b8',
    font: 'JetBrains Mono',
  },
};

/** What a theme gives for a parameter that is not set; null where it gives nothing. */
export const fromTheme = (param: string, theme: string): string | null => {
  const colours = THEMES[theme];
  if (!colours) return null;
  const by: Record<string, string> = {
    accent: colours.accent,
    background: colours.background,
    text_color: colours.text,
    font: colours.font,
  };
  return by[param] ?? null;
};

/** The colours of a background as it is written: `navy`, `navy to teal`, `#fff → #000`. */
export const readGround = (written: string): Ground => {
  const [from = '', to] = written.split(/\s+to\s+|\s*→\s*/, 2);
  return to === undefined ? [from.trim()] : [from.trim(), to.trim()];
};

/** A background as scenes take it. */
export const writeGround = (ground: Ground): string => ground.join(' to ');

/** What browsers draw for a colour as people write it; the text itself where it is none of the names above. */
export const cssOf = (written: string): string => {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/\bgrey\b/g, 'gray');
  const named = COLOURS.find(({name}) => name === plain);
  return named?.hex ?? (/^[a-z][a-z -]*$/.test(plain) ? plain.replace(/[ -]/g, '') : plain);
};

/** Six digits of a colour, if it is written in digits: `#0af` is `#00aaff`. */
export const hexOf = (written: string): string | null => {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(cssOf(written))?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
};

/** The colours that were used last, the last one first, each once. */
export const withRecent = (recent: readonly string[], colour: string, most = 8): string[] =>
  [colour, ...recent.filter((known) => cssOf(known) !== cssOf(colour))].slice(0, most);
