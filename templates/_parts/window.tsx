<# Window: a window of a desktop with its three buttons; what stands in its bar comes from the scene. #>
type WindowProps = Pick<Props, 'palette'> & {bar?: ReactNode; children: ReactNode};

const Window = ({palette, bar, children, style}: WindowProps & {style: CSSProperties}) => {
  const {u} = useSafeArea();
  const line = `${2 * u}px solid ${blend(palette.text, 12)}`;
  const shadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`;
  const dot = {width: 22 * u, height: 22 * u, borderRadius: '50%'};
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 32 * u};
  const top = {gap: 14 * u, minHeight: 92 * u, padding: `${12 * u}px ${34 * u}px`};
  const row = {display: 'flex', alignItems: 'center', boxSizing: 'border-box'} as const;
  const clip = {position: 'relative', overflow: 'hidden', textAlign: 'left'} as const;
  return (
    <div dir="ltr" style={{...face, boxShadow: shadow, ...clip, ...style}}>
      <div style={{...top, ...row, position: 'relative', borderBottom: line}}>
        {[palette.accent, palette.accent2, blend(palette.text, 30)].map((color, i) => (
          <div key={i} style={{...dot, flexShrink: 0, backgroundColor: color}} />
        ))}
        {bar}
      </div>
      {children}
    </div>
  );
};

<% include "_parts/blend.tsx" %>
