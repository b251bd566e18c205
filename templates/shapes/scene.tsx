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

export default function Shapes(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const room = {width: width * 0.8, height: height * 0.6, size: props.size * u};
<% endif %>
<% if has.title %>
  const veil = useVeil(props.palette);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Pattern {...props} />
<% else %>
      <Bodies {...props} />
<% endif %>
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.4} style={veil} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** A tile for each place, whose size and turn follow a wave across the frame. */
const Pattern = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const turn = useLoop(6, motion.speed) * 2 * Math.PI;
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const cell = Math.min(width, height) / 9;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  return (
    <AbsoluteFill>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {Array.from({length: columns * rows}, (_, i) => {
          const [column, row] = [i % columns, Math.floor(i / columns)];
          const wave = Math.sin(column * 0.42 + row * 0.62 - turn);
          const x = (column + 0.5) * cell - (columns * cell - width) / 2;
          const y = (row + 0.5) * cell - (rows * cell - height) / 2;
          const size = cell * (0.18 + 0.15 * wave);
          const color = blend(palette.accent2, 50 - 50 * wave, palette.accent);
<% if has.title or has.animation %>
          const come = arrive(t - (column + row) * motion.stagger * 0.3, motion);
          const place = `translate(${x} ${y}) rotate(${90 * wave}) scale(${size * come})`;
<% else %>
          const place = `translate(${x} ${y}) rotate(${90 * wave}) scale(${size})`;
<% endif %>
          const opacity = 0.55 + 0.4 * wave;
<% if shape == "mixed" %>
          const d = FORMS[(column + row) % FORMS.length];
          return <path key={i} d={d} transform={place} fill={color} opacity={opacity} />;
<% else %>
          return <path key={i} d={FORM} transform={place} fill={color} opacity={opacity} />;
<% endif %>
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% else %>
/** Bodies that keep to the edges: their place, how large they are, and how near. */
const BODIES = [
  [0.1, 0.16, 250, 2],
  [0.9, 0.84, 300, 2],
  [0.86, 0.14, 130, 1],
  [0.15, 0.86, 150, 1],
  [0.34, 0.06, 62, 0],
  [0.66, 0.95, 74, 0],
  [0.03, 0.55, 84, 1],
  [0.97, 0.46, 70, 0],
  [0.5, 0.02, 44, 1],
  [0.42, 0.94, 40, 0],
];

const Bodies = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const turn = useLoop(8, motion.speed) * 2 * Math.PI;
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const glow = blend(palette.accent, 20);
  const background = `radial-gradient(circle at 30% 10% in oklab, ${glow}, transparent 75%)`;
  const colors = [palette.accent, palette.accent2];
  return (
    <AbsoluteFill style={{background}}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {BODIES.map(([left, top, size, near], i) => {
          const drift = (14 + 22 * near) * u;
          const x = left * width + drift * Math.sin(turn + i * 2);
          const y = top * height + drift * Math.cos(turn + i * 1.3);
          const angle = i * 50 + 14 * Math.sin(turn + i);
<% if has.title or has.animation %>
          const come = arrive(t - i * motion.stagger, motion);
          const place = `translate(${x} ${y}) rotate(${angle - 60 * (1 - come)}) scale(${size * u * come})`;
<% else %>
          const place = `translate(${x} ${y}) rotate(${angle}) scale(${size * u})`;
<% endif %>
          const color = blend(colors[i % 2], 100 - 22 * near, palette.background);
          const look = i % 3 === 2 ? {fill: 'none', stroke: color} : {fill: color};
<% if shape == "mixed" %>
          const d = FORMS[i % FORMS.length];
          return <path key={i} d={d} transform={place} strokeWidth={0.16} {...look} />;
<% else %>
          return <path key={i} d={FORM} transform={place} strokeWidth={0.16} {...look} />;
<% endif %>
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% endif %>

<% if shape == "mixed" %>
const FORMS = [
  'M 1 0 A 1 1 0 1 1 -1 0 A 1 1 0 1 1 1 0 Z',
  'M -0.7 -0.9 H 0.7 Q 0.9 -0.9 0.9 -0.7 V 0.7 Q 0.9 0.9 0.7 0.9 H -0.7 Q -0.9 0.9 -0.9 0.7 V -0.7 Q -0.9 -0.9 -0.7 -0.9 Z',
  'M -0.15 -0.95 Q 0 -1.15 0.15 -0.95 L 1 0.5 Q 1.1 0.75 0.85 0.75 H -0.85 Q -1.1 0.75 -1 0.5 Z',
];
<% elif shape == "square" %>
const FORM =
  'M -0.7 -0.9 H 0.7 Q 0.9 -0.9 0.9 -0.7 V 0.7 Q 0.9 0.9 0.7 0.9 H -0.7 Q -0.9 0.9 -0.9 0.7 V -0.7 Q -0.9 -0.9 -0.7 -0.9 Z';
<% elif shape == "triangle" %>
const FORM =
  'M -0.15 -0.95 Q 0 -1.15 0.15 -0.95 L 1 0.5 Q 1.1 0.75 0.85 0.75 H -0.85 Q -1.1 0.75 -1 0.5 Z';
<% else %>
const FORM = 'M 1 0 A 1 1 0 1 1 -1 0 A 1 1 0 1 1 1 0 Z';
<% endif %>

<% if has.title %>
<% include "_parts/veil.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
