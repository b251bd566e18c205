<% if not has.title and not has.exit %>
<% set exit = "none" %>
<% endif %>
<% if backdrop != "gradient" %>
<% set backdrop = "plain" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function Particles(props: Props) {
<% if has.title %>
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const room = {width: width * 0.86, height: height * 0.6, size: props.size * u};
<% endif %>
<% if has.title %>
  const veil = useVeil(palette);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Net {...props} />
<% else %>
      <Lights {...props} />
<% endif %>
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.4} style={veil} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Points on their rounds, and a line between any two that come near. */
const Net = ({count, palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const turn = useLoop(8, motion.speed) * 2 * Math.PI;
  const reach = Math.min(420 * u, 1.7 * Math.sqrt((width * height) / count));
  const points = Array.from({length: count}, (_, i) => {
    const [x, y, phase, far] = [0.755, 0.57, 0.618, 0.414].map((n) => (i * n) % 1);
    const angle = (i % 2 ? 1 : -1) * turn + phase * 6.3;
    const orbit = (30 + 60 * far) * u;
    return {
      x: (1.1 * x - 0.05) * width + orbit * Math.cos(angle),
      y: (1.1 * y - 0.05) * height + orbit * Math.sin(angle),
      r: (2 + 5 * far) * u,
    };
  });
  const lines = points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b) => {
      const near = 1 - Math.hypot(a.x - b.x, a.y - b.y) / reach;
      return near > 0 ? [{d: `M ${a.x} ${a.y} L ${b.x} ${b.y}`, near}] : [];
    }),
  );
  const glow = blend(palette.accent, 24);
  const background = `radial-gradient(circle at 70% 30% in oklab, ${glow}, transparent 75%)`;
  return (
<% if has.title or has.animation %>
    <AbsoluteFill style={{background, ...enter(arrive(t, motion))}}>
<% else %>
    <AbsoluteFill style={{background}}>
<% endif %>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {lines.map(({d, near}) => (
          <path key={d} d={d} stroke={palette.accent} strokeWidth={2.5 * u} opacity={near * 0.8} />
        ))}
        {points.map(({x, y, r}, i) => (
          <circle key={i} cx={x} cy={y} r={r} fill={i % 5 ? palette.accent : palette.accent2} />
        ))}
      </svg>
    </AbsoluteFill>
  );
};
<% else %>
/** Lights on small rounds of their own; those in the middle distance are in focus. */
const Lights = ({count, palette, motion}: Props) => {
  const {u} = useSafeArea();
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const turn = useLoop(8, motion.speed) * 2 * Math.PI;
  const glow = blend(palette.accent, 26);
  const background = `radial-gradient(circle at 70% 0% in oklab, ${glow}, transparent 80%)`;
  return (
    <AbsoluteFill style={{background}}>
      {Array.from({length: count}, (_, i) => {
        const [x, y, phase, far] = [0.755, 0.57, 0.618, 0.414].map((n) => (i * n) % 1);
        const angle = (i % 2 ? 1 : -1) * turn + phase * 6.3;
        const near = ((i + far) / count) ** 2.2;
        const size = (8 + 190 * near) * u;
        const orbit = (24 + 70 * near) * u;
        const color = i % 3 ? palette.accent : palette.accent2;
        const focus = 80 * (1 - Math.min(1, near * 2));
        const left = `calc(${x * 104 - 2}% + ${orbit * Math.cos(angle) - size / 2}px)`;
        const top = `calc(${y * 104 - 2}% + ${orbit * Math.sin(angle) - size / 2}px)`;
        const place = {position: 'absolute', left, top, width: size, height: size} as const;
        const background = `radial-gradient(closest-side, ${color} ${focus}%, transparent)`;
        const opacity = (0.95 - 0.6 * near) * (0.75 + 0.25 * Math.sin(angle + i));
<% if has.title or has.animation %>
        const scale = arrive(t - phase * 0.8, motion);
        return <div key={i} style={{...place, background, opacity, scale}} />;
<% else %>
        return <div key={i} style={{...place, background, opacity}} />;
<% endif %>
      })}
    </AbsoluteFill>
  );
};
<% endif %>

<% if has.title %>
<% include "_parts/veil.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
