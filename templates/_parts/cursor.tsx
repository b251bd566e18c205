<# Cursor: a pointer that comes in a bow to its place, presses there at its time, and steps aside.
   pressed: how deep what it presses is in, from 0 to 1, at an age of the press. #>
const pressed = (age: number) =>
  ramp(age, -0.1, 0) - ramp(age, 0.06, 0.4, Easing.out(Easing.back(2.5)));

/** A pointer that comes in a bow to its place, presses there, and steps aside. */
const Cursor = ({palette, at, style}: Props & {at: number; style: CSSProperties}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const x = 1 - ramp(t, at - 1.1, at - 0.15, Easing.inOut(Easing.cubic));
  const y = 1 - ramp(t, at - 1.1, at - 0.15, Easing.inOut(Easing.quad));
  const aside = ramp(t, at + 0.5, at + 1.5, Easing.inOut(Easing.cubic));
  const translate = `${(430 * x + 130 * aside) * u}px ${(330 * y + 90 * aside) * u}px`;
  const tip = {translate, scale: 1 - 0.14 * pressed(t - at), opacity: ramp(t, at - 1.2, at - 1)};
  const filter = `drop-shadow(0 ${6 * u}px ${10 * u}px rgba(0, 0, 0, 0.35))`;
  const line = {stroke: palette.background, strokeWidth: 1.6, strokeLinejoin: 'round'} as const;
  const place = {position: 'absolute', transformOrigin: '0 0', ...tip, filter} as const;
  return (
    <svg viewBox="0 0 24 24" width={110 * u} style={{...place, ...style}}>
      <path d="M1 1 6.5 20 10.5 12.5 19 11Z" fill={palette.text} {...line} />
    </svg>
  );
};
