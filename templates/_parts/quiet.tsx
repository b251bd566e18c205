/** Lays a soft veil of the ground's colour behind words that stand on something lively. */
const Quiet = ({palette, children}: Pick<Props, 'palette'> & {children: ReactNode}) => {
  const {u} = useSafeArea();
  const inset = `${-30 * u}px ${-60 * u}px`;
  const veil = {position: 'absolute', inset, borderRadius: 100 * u} as const;
  const soft = {filter: `blur(${64 * u}px)`, opacity: 0.7 * ramp(useSeconds(), 0.1, 1)};
  return (
    <div style={{position: 'relative'}}>
      <div style={{...veil, ...soft, backgroundColor: palette.background}} />
      <div style={{position: 'relative'}}>{children}</div>
    </div>
  );
};
