/** Lays a soft veil of the ground's colour behind words that stand on something lively. */
const Quiet = ({palette, children}: Pick<Props, 'palette'> & {children: ReactNode}) => {
  const blur = 60 * useSafeArea().u;
  const veil = {position: 'absolute', inset: -blur, filter: `blur(${blur}px)`} as const;
  return (
    <div style={{position: 'relative'}}>
      <div style={{...veil, backgroundColor: palette.background, opacity: 0.72}} />
      <div style={{position: 'relative'}}>{children}</div>
    </div>
  );
};
