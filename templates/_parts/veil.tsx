/** A soft veil of the ground's colour, for words that stand on something lively. */
const useVeil = ({background}: Props['palette']) => {
  const veil = blend(background, 70 * ramp(useSeconds(), 0.1, 1));
  return {position: 'relative', background: veil, boxShadow: `0 0 0.5em 0.5em ${veil}`} as const;
};
