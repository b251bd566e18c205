<% if not has.title and not has.exit %>
<% set exit = "none" %>
<% endif %>
<% if backdrop != "gradient" %>
<% set backdrop = "plain" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Confetti(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const room = {width: width * 0.86, height: height * 0.6, size: props.size * u};
<% endif %>
<% if has.title %>
  const veil = useVeil(props.palette);
<% endif %>
  return (
    <Stage {...props}>
      <Paper {...props} />
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.3} style={veil} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Paper and curled streamers that fall for ever; the near ones are larger and faster. */
const Paper = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
  const glow = blend(palette.accent, 22);
  const background = `radial-gradient(circle at 50% 0% in oklab, ${glow}, transparent 80%)`;
  const third = `oklch(from ${palette.accent} l c calc(h + 70))`;
  const colors = [palette.accent, palette.accent2, third, palette.accent, palette.text];
<% if has.title or has.animation %>
  const come = ramp(useSeconds(), 0, motion.entrance);
<% endif %>
  return (
<% if has.title or has.animation %>
    <AbsoluteFill style={{background, opacity: come}}>
<% else %>
    <AbsoluteFill style={{background}}>
<% endif %>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {Array.from({length: 90}, (_, i) => {
          const [at, phase, spin] = [0.819, 0.671, 0.55].map((n) => (i * n) % 1);
          const near = 0.5 + (i / 90) * 1.1;
          const fall = (loop + phase) % 1;
          const sway = Math.sin(2 * Math.PI * (loop + spin)) * 60 * u * near;
          const x = at * width + sway;
          const y = (fall - 0.5) * (1.2 + near * 0.5) * height + height / 2;
          const turn = 360 * (loop * (i % 2 ? 1 : -1) + spin) + sway / u;
          const flip = Math.cos(2 * Math.PI * (2 * loop + phase));
          const place = `translate(${x} ${y}) rotate(${turn}) scale(${u * near})`;
          const color = colors[i % colors.length];
          const curl = `M 0 -60 C ${40 * flip} -40 ${-40 * flip} -20 0 0 S ${-40 * flip} 40 0 60`;
          const line = {fill: 'none', stroke: color, strokeWidth: i % 6 ? 26 * Math.abs(flip) : 8};
          const look = {...line, transform: place, opacity: 0.55 + near * 0.25};
          return <path key={i} d={i % 6 ? 'M 0 -19 V 19' : curl} {...look} />;
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% else %>
/** Two salvos a round. The air soon stops what flies, and then it sinks, turning over. */
const Paper = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const t = (useLoop(5, motion.speed) % 1) * 5;
  const glow = blend(palette.accent, 22);
  const background = `radial-gradient(circle at 50% 110% in oklab, ${glow}, transparent 80%)`;
  const third = `oklch(from ${palette.accent} l c calc(h + 70))`;
  const colors = [palette.accent, palette.accent2, third, palette.text];
  return (
    <AbsoluteFill style={{background}}>
      {Array.from({length: 180}, (_, i) => {
        const [force, angle, spin, size] = [0.755, 0.57, 0.618, 0.414].map((n) => (i * n) % 1);
        const age = Math.max(0, t - 0.05 - (i % 3 ? 0 : 0.7) - 0.25 * spin);
        const flown = 1 - Math.exp(-2.2 * age);
        const side = i % 2 ? 1 : -1;
        const x = 0.5 - side * (0.54 - flown * (0.1 + 0.85 * angle * force));
        const rise = flown * (0.55 + 0.75 * force) * (1.1 - 0.4 * angle);
        const y = 1.04 - rise + (0.16 + 0.12 * size) * (age - flown / 2.2);
        const sway = Math.sin(age * 3 + spin * 9) * 0.02 * flown;
        const turn = side * age * 160 * spin + spin * 360;
        const place = {position: 'absolute', left: (x + sway) * width, top: y * height} as const;
        const form = {width: (14 + 24 * size) * u, height: (i % 4 ? 22 + 24 * size : 18) * u};
        const look = {borderRadius: i % 4 ? 3 * u : '50%', background: colors[(i >> 1) % 4]};
        const flip = {rotate: `${turn}deg`, scale: `${Math.cos(age * 7 * (0.5 + spin) + i)} 1`};
        const opacity = age > 0 ? 1 - ramp(t, 4.4, 4.95) : 0;
        return <div key={i} style={{...place, ...form, ...look, ...flip, opacity}} />;
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
