/** A colour of the palette, thinned to some per cent. */
const tint = (color: string, part: number) => `color-mix(in oklab, ${color} ${part}%, transparent)`;
