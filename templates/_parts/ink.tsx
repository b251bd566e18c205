<# Words on a ground of the accent's colour. #>
/** Near-black or near-white, whichever can be read on a colour. */
const inkOn = (color: string) => `oklch(from ${color} clamp(0.14, (0.6 - l) * 1000, 0.99) 0.01 h)`;
