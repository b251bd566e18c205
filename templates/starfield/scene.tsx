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

export default function Starfield(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% if variant == 2 %>
  const room = {width: width * 0.86, height: height * 0.54, size: props.size * u};
<% else %>
  const room = {width: width * 0.86, height: height * 0.6, size: props.size * u};
<% endif %>
<% endif %>
<% if has.title and variant != 2 %>
  const veil = useVeil(props.palette);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Night {...props} />
<% if has.title %>
      <div style={{position: 'relative', marginBottom: height * 0.3}}>
        <Text text={props.title} font={heading} box={room} motion={motion} delay={0.5} />
      </div>
<% endif %>
<% else %>
      <Flight {...props} />
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.7} style={veil} />
<% endif %>
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** A sky that twinkles over the lit edge of a planet; now and then a star falls. */
const Night = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const rise = 1 - arrive(useSeconds(), {...motion, entrance: 2 * motion.entrance});
<% endif %>
  const reach = Math.max(width, height) * 1.6;
  const planet = {
    position: 'absolute',
    left: (width - reach) / 2,
<% if has.title or has.animation %>
    top: height * (0.74 + 0.2 * rise),
<% else %>
    top: height * 0.74,
<% endif %>
    width: reach,
    height: reach,
    borderRadius: '50%',
    background: `linear-gradient(${blend(palette.accent, 24, palette.background)}, ${palette.background} 18%)`,
    boxShadow: `0 ${-4 * u}px ${24 * u}px ${palette.accent}, 0 ${-30 * u}px ${190 * u}px ${blend(palette.accent, 60)}, inset 0 ${14 * u}px ${70 * u}px ${palette.accent2}`,
  } as const;
  const fall = (loop % 1) * 3 - 1.2;
  const star = {cx: (0.9 - 0.5 * fall) * width, cy: (0.04 + 0.24 * fall) * height};
  return (
    <AbsoluteFill style={{overflow: 'hidden'}}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {Array.from({length: 190}, (_, i) => {
          const [x, y, phase, size] = [0.755, 0.57, 0.618, 0.414].map((n) => (i * n) % 1);
          const light = 0.55 + 0.45 * Math.sin(2 * Math.PI * ((1 + (i % 3)) * loop + phase));
          const place = {cx: x * width, cy: y * 0.8 * height, r: (1 + 3.4 * size ** 4) * u};
          const fill = i % 9 ? palette.text : palette.accent2;
          return <circle key={i} {...place} fill={fill} opacity={light * (0.4 + 0.6 * size)} />;
        })}
        <line
          x1={star.cx}
          y1={star.cy}
          x2={star.cx + 0.09 * width}
          y2={star.cy - 0.043 * height}
          stroke={palette.text}
          strokeWidth={3 * u}
          strokeLinecap="round"
          opacity={0.8 * Math.max(0, Math.sin(Math.PI * Math.min(1, Math.max(0, fall))))}
        />
      </svg>
      <div style={planet} />
    </AbsoluteFill>
  );
};
<% else %>
/** Stars that come nearer for ever; at first so fast that they are lines. */
const Flight = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const haste = 1 - arrive(useSeconds(), {...motion, entrance: 1.6 * motion.entrance});
<% endif %>
  const reach = Math.hypot(width, height) / 2;
  const background = `radial-gradient(circle, ${blend(palette.accent, 24)}, transparent 65%)`;
  return (
    <AbsoluteFill style={{background}}>
      <svg viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}>
        {Array.from({length: 260}, (_, i) => {
          const [phase, angle, away] = [0.819, 0.671, 0.55].map((n) => (i * n) % 1);
<% if has.title or has.animation %>
          const far = 1 - ((loop + phase + 2 - haste) % 1);
          const past = far + 0.022 + 0.5 * haste;
<% else %>
          const far = 1 - ((loop + phase) % 1);
          const past = far + 0.022;
<% endif %>
          const [x, y] = [Math.cos(angle * 6.2832), Math.sin(angle * 6.2832)];
          const [from, to] = [past, far].map((z) => ((0.05 + 0.3 * away) * reach) / z);
          const ends = {x1: x * from, y1: y * from, x2: x * to, y2: y * to};
          const stroke = i % 7 ? palette.text : i % 2 ? palette.accent : palette.accent2;
          const look = {strokeWidth: (1.2 + 4.5 * (1 - far) ** 2) * u, opacity: 1.6 * (1 - far)};
          return <line key={i} {...ends} {...look} stroke={stroke} strokeLinecap="round" />;
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% endif %>

<% if has.title and variant == 1 %>
<% include "_parts/veil.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
