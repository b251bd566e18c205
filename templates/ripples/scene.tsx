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

export default function Ripples(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const room = {width: width * 0.84, height: height * 0.6, size: props.size * u};
<% endif %>
<% if has.title and variant == 2 %>
  const veil = useVeil(props.palette);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Rain {...props} />
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.4} style={veil} />
<% endif %>
<% else %>
      <div style={{position: 'relative'}}>
        <Rings {...props} />
<% if has.title %>
        <Text text={props.title} font={heading} box={room} motion={motion} delay={0.3} />
<% endif %>
      </div>
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Drops that fall on water seen from its edge: what is low in the frame is near. */
const Rain = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const glow = blend(palette.accent, 36);
  const background = `linear-gradient(in oklab, transparent 10%, ${glow})`;
  return (
    <AbsoluteFill style={{background}}>
      <svg viewBox={`0 0 ${width} ${height}`} fill="none">
        {Array.from({length: 18}, (_, i) => {
          const near = (i + 0.5) / 18;
          const x = ((0.5 + i * 0.618) % 1) * width;
          const y = (0.06 + 0.92 * near) * height;
          const age = (2 * loop + random(`age-${i}`)) % 1;
<% if has.title or has.animation %>
          const come = arrive(t - near * 0.8, motion);
<% endif %>
          return [0, 0.16, 0.32].map((late) => {
            const p = Math.max(0, age - late) / (1 - late);
            const r = (1 - (1 - p) ** 2) * (120 + 360 * near) * u;
            return (
              <ellipse
                key={late}
                cx={x}
                cy={y}
                rx={r}
                ry={r * 0.32}
                stroke={i % 4 ? palette.accent : palette.accent2}
                strokeWidth={(2 + 5 * near) * (1 - p) * u + 1}
<% if has.title or has.animation %>
                opacity={come * Math.sin(Math.PI * p) * (0.35 + 0.5 * near)}
<% else %>
                opacity={Math.sin(Math.PI * p) * (0.35 + 0.5 * near)}
<% endif %>
              />
            );
          });
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% else %>
/** Discs that widen and fade; where they lie on one another the tone is deeper. */
const Rings = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const come = arrive(useSeconds(), {...motion, entrance: 1.6 * motion.entrance});
  const reach = Math.hypot(width, height) * 1.12 * come;
<% else %>
  const reach = Math.hypot(width, height) * 1.12;
<% endif %>
  const middle = {position: 'absolute', left: '50%', top: '50%', translate: '-50% -50%'} as const;
  return (
    <svg viewBox="-500 -500 1000 1000" style={{...middle, width: reach, height: reach}}>
      {Array.from({length: 7}, (_, i) => {
        const p = (2 * loop + i / 7) % 1;
        const look = {fill: palette.accent, fillOpacity: 0.14, stroke: palette.accent};
        return (
          <circle
            key={i}
            r={50 + 450 * p}
            {...look}
            strokeWidth={1.5}
            strokeOpacity={0.75}
            opacity={Math.min(1, 5 * p) * (1 - p)}
          />
        );
      })}
<% if not has.title %>
      <circle r={20 + 3 * Math.cos(28 * Math.PI * loop)} fill={palette.accent} />
<% endif %>
    </svg>
  );
};
<% endif %>

<% if has.title and variant == 2 %>
<% include "_parts/veil.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
