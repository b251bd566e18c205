<% if not has.title and not has.exit %>
<% set exit = "none" %>
<% endif %>
<% if backdrop != "gradient" and variant == 1 %>
<% set backdrop = "plain" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function Waves(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% if variant == 2 %>
  const room = {width: width * 0.86, height: height * 0.6, size: props.size * u};
<% else %>
  const room = {width: width * 0.9, height: height * 0.56, size: props.size * u};
<% endif %>
<% endif %>
<% if has.title and variant == 2 %>
  const veil = useVeil(props.palette);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Ribbon {...props} />
<% if has.title %>
      <Text text={props.title} font={heading} box={room} motion={motion} delay={0.4} style={veil} />
<% endif %>
<% else %>
      <Sea {...props} />
<% if has.title %>
      <div style={{position: 'relative', marginBottom: height * 0.36}}>
        <Text text={props.title} font={heading} box={room} motion={motion} delay={0.4} />
      </div>
<% endif %>
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Lines between two waves that run against each other. */
const Ribbon = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const {u} = useSafeArea();
  const turn = useLoop(8, motion.speed) * 2 * Math.PI;
<% if has.title or has.animation %>
  const drawn = arrive(useSeconds(), {...motion, entrance: 2 * motion.entrance});
<% endif %>
  return (
    <AbsoluteFill>
      <svg viewBox={`0 0 ${width} ${height}`}>
        {Array.from({length: 36}, (_, i) => {
          const part = i / 35;
          const points = Array.from({length: 61}, (_, at) => {
            const x = at / 60;
            const one = Math.sin(5 * x + turn) * 0.24 + Math.sin(9 * x - turn) * 0.05;
            const other = Math.sin(4 * x + 2 - turn) * 0.3 + Math.sin(7 * x + turn) * 0.07;
            return `${x * width} ${(0.5 + one + (other - one) * part) * height}`;
          });
          const d = `M ${points.join(' L ')}`;
          return (
            <path
              key={i}
              d={d}
<% if has.title or has.animation %>
              {...evolvePath(ramp(drawn, 0.3 * part, 0.7 + 0.3 * part), d)}
<% endif %>
              fill="none"
              stroke={blend(palette.accent2, 100 * part, palette.accent)}
              strokeWidth={2.5 * u}
              opacity={0.35 + 0.65 * Math.abs(Math.cos(part * 6 + turn))}
            />
          );
        })}
      </svg>
    </AbsoluteFill>
  );
};
<% else %>
/** Layers of waves, each with a light of its own on the crest. */
const Sea = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
<% if direction == "right" %>
  const turn = -useLoop(6, motion.speed) * 2 * Math.PI;
<% else %>
  const turn = useLoop(6, motion.speed) * 2 * Math.PI;
<% endif %>
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
  const glow = blend(palette.accent, 30);
  const sky = `radial-gradient(circle at 76% 58% in oklab, ${glow}, transparent 70%)`;
  return (
    <AbsoluteFill style={{background: sky}}>
      {[16, 34, 54, 76, 100].map((part, i) => {
        const points = Array.from({length: 49}, (_, at) => {
          const x = (at / 48) * (width / height) * 1.4;
          const swell = Math.sin(x * (4 - 0.5 * i) + turn + i * 1.9) * (0.02 + 0.008 * i);
          const chop = Math.sin(x * 7.3 - turn * (i % 2 ? 1 : 2) + i) * 0.008;
          return `${(at / 48) * width} ${(0.6 + 0.075 * i + swell + chop) * height}`;
        });
        const color = blend(palette.accent, part, palette.background);
        const deep = blend(palette.accent, part * 0.45, palette.background);
        return (
          <AbsoluteFill
            key={i}
            style={{
              background: `linear-gradient(${color} ${58 + 8 * i}%, ${deep})`,
              clipPath: `path('M ${points.join(' L ')} V ${2 * height} H 0 Z')`,
<% if has.title or has.animation %>
              translate: `0 ${(1 - arrive(t - i * motion.stagger, motion)) * 45}%`,
<% endif %>
            }}
          />
        );
      })}
    </AbsoluteFill>
  );
};
<% endif %>

<% if has.title and variant == 2 %>
<% include "_parts/veil.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
