/** Lays a soft veil of the ground's colour behind words that stand on something lively. */
const Quiet = ({palette, children}: Pick<Props, 'palette'> & {children: ReactNode}) => {
  const {u} = useSafeArea();
  const veil = blend(palette.background, 70 * ramp(useSeconds(), 0.1, 1));
  const soft = {background: veil, boxShadow: `0 0 ${90 * u}px ${90 * u}px ${veil}`};
  return <div style={{position: 'relative', borderRadius: 60 * u, ...soft}}>{children}</div>;
};
