<# Heart: an outline that fills at its time, with a small leap, a ring and sparks around it. #>
type HeartProps = Pick<Props, 'palette'> & {size: number; age: number};

/** A heart that is pressed when its age is 0. */
const Heart = ({palette, size, age}: HeartProps) => {
  const liked = ramp(age, 0, 0.5, Easing.out(Easing.back(3)));
  const burst = ramp(age, 0.05, 0.7, Easing.out(Easing.cubic));
  const line = {fill: 'none', strokeWidth: 1.8, strokeLinejoin: 'round'} as const;
  const d = 'M12 20.5C4.5 15 2.5 11.5 3.3 8.2 4.4 4 9.6 3.4 12 7.2 14.4 3.4 19.6 4 20.7 8.2 21.5 11.5 19.5 15 12 20.5Z';
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} style={{flexShrink: 0, overflow: 'visible'}}>
      <path d={d} {...line} stroke={palette.muted} opacity={1 - liked} />
      <g style={{transformOrigin: '12px 12px', scale: liked}}>
        <path d={d} fill={palette.accent} />
      </g>
      <g stroke={palette.accent} strokeWidth={1.4 * (1 - burst)} strokeLinecap="round">
        {[0, 45, 90, 135, 180, 225, 270, 315].map((angle) => (
          <path key={angle} d={`M12 ${-3 * burst} V${1 - 7 * burst}`} transform={`rotate(${angle} 12 12)`} />
        ))}
      </g>
    </svg>
  );
};
