/** So many per cent of a colour, on another one or on nothing. */
const blend = (color: string, part: number, ground = 'transparent') =>
  `color-mix(in oklab, ${color} ${part}%, ${ground})`;
