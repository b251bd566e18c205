<# Heart: an outline that fills at its time, with a small leap, a ring and sparks around it. #>
type HeartProps = Pick<Props, 'palette'> & {size: number; age: number};

/** A heart that is pressed when its age is 0. */
const Heart = ({palette, size, age}: HeartProps) => {
  const liked = ramp(age, 0, 0.5, Easing.out(Easing.back(3)));
  const burst = ramp(age, 0.05, 0.7, Easing.out(Easing.cubic));
  const beat = 1 + 0.05 * Math.sin(useClock(4));
  const spark = age > 0 ? 1.6 - 1.6 * burst : 0;
  const line = {fill: 'none', strokeWidth: 1.8, strokeLinejoin: 'round'} as const;
  const d = 'M12 21C4 15 2 12 3 8 4 4 10 3 12 7 14 3 20 4 21 8 22 12 20 15 12 21Z';
  return (
    <svg viewBox="0 0 24 24" width={size} style={{flexShrink: 0, overflow: 'visible'}}>
      <path d={d} {...line} stroke={palette.muted} opacity={1 - liked} />
      <g style={{transformOrigin: '12px 12px', scale: liked * beat}}>
        <path d={d} fill={palette.accent} />
      </g>
      <g stroke={palette.accent2} strokeWidth={spark} strokeLinecap="round">
        {[0, 60, 120, 180, 240, 300].map((turn) => (
          <path key={turn} d={`M12 ${-4 * burst}v-3`} transform={`rotate(${turn} 12 12)`} />
        ))}
      </g>
    </svg>
  );
};
