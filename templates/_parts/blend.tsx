/** So many per cent of a colour, on another one. */
const blend = (color: string, part: number, ground = 'transparent') =>
  `color-mix(in oklab, ${color} ${part}%, ${ground})`;
