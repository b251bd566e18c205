type Props = {
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 6;

export default function GradientBackground(props: Props) {
  const {palette, motion} = props;
  const frame = useCurrentFrame();
<% if variant == 2 %>
  const {durationInFrames} = useVideoConfig();
<% else %>
  const {width, height, durationInFrames} = useVideoConfig();
<% endif %>
  const rounds = Math.max(1, Math.round((motion.speed * durationInFrames) / 300));
  const turn = (frame / durationInFrames) * rounds * 2 * Math.PI;
<% if animation != "none" %>
  const t = useSeconds();
<% endif %>

<% if backdrop == "gradient" %>
  const {background: base, backgroundTo: far} = palette;
  const near = blend(far, 50, base);
  const glow = `oklch(from ${far} calc(l + 0.1) c calc(h + 24))`;
<% elif has.background %>
  const base = palette.background;
  const far = `oklch(from ${base} calc(l * 0.7 + 0.2) calc(c + 0.03) calc(h + 26))`;
  const near = `oklch(from ${base} calc(l * 0.8 + 0.1) calc(c + 0.02) calc(h - 14))`;
  const glow = `oklch(from ${base} calc(l * 0.6 + 0.34) calc(c + 0.02) calc(h + 46))`;
<% elif theme == "minimal" or theme == "mono" %>
  const base = palette.background;
  const far = blend(palette.accent, 28, base);
  const near = blend(palette.accent2, 24, base);
  const glow = blend(palette.accent, 12, base);
<% else %>
  const base = palette.background;
  const far = blend(palette.accent, 82, base);
  const near = blend(palette.accent2, 68, base);
  const glow = blend(`oklch(from ${palette.accent} l c calc(h + 35))`, 72, base);
<% endif %>
<% if variant == 2 %>
<% if direction == "left" or direction == "right" %>
  const tilt = 78;
<% else %>
  const tilt = 148;
<% endif %>
  const layers = [
    band(tilt + 5 * Math.sin(turn), 30 + 12 * Math.sin(turn), 30, glow),
    band(tilt - 34 + 6 * Math.cos(turn), 74 + 10 * Math.cos(turn), 38, far),
    band(tilt + 30 - 5 * Math.cos(turn), 16 + 12 * Math.cos(turn + 1), 44, near),
  ];
<% elif variant == 3 %>
  const breath = Math.sin(turn);
<% if direction == "left" %>
  const [x, y] = [-8, 50 + 8 * Math.cos(turn)];
<% elif direction == "right" %>
  const [x, y] = [108, 50 + 8 * Math.cos(turn)];
<% elif direction == "top" %>
  const [x, y] = [50 + 10 * Math.cos(turn), -8];
<% else %>
  const [x, y] = [50 + 10 * Math.cos(turn), 108];
<% endif %>
  const reach = Math.hypot(width, height) * (0.72 + 0.04 * breath);
  const layers = [
    light(x, y, reach * 0.3, `oklch(from ${glow} calc(l + 0.16) c h)`),
    light(x, y, reach * 0.5, glow),
    light(100 - x, y + 4 * breath, reach * 0.7, near),
    light(x, y, reach, far),
  ];
<% else %>
  const reach = Math.max(width, height);
  const layers = [
    light(28 + 14 * Math.sin(turn), 24 + 12 * Math.cos(turn), reach * 0.52, glow),
    light(78 - 12 * Math.cos(turn), 22 + 16 * Math.sin(turn + 1), reach * 0.5, far),
    light(20 + 10 * Math.cos(turn + 2), 84 - 10 * Math.sin(turn), reach * 0.55, near),
    light(74 + 12 * Math.sin(turn + 3), 82 + 8 * Math.cos(2 * turn), reach * 0.6, far),
  ];
<% endif %>

  return (
    <AbsoluteFill style={{backgroundColor: palette.background}}>
<% if has.background_image %>
      <Picture src={props.backgroundImage} palette={palette} />
<% endif %>
      <AbsoluteFill
        style={{
          background: layers.join(', '),
<% if has.background_image %>
          opacity: 0.6,
<% else %>
          backgroundColor: base,
<% endif %>
<% if animation != "none" %>
          ...enter(arrive(t, motion)),
<% endif %>
<% if exit != "none" %>
          ...useLeave(motion),
<% endif %>
        }}
      />
<% if effect == "grain" %>
      <Grain opacity={0.14} />
<% elif effect == "vignette" %>
      <Grain opacity={0.05} />
      <Effect />
<% elif effect != "none" %>
      <Grain opacity={0.05} />
      <Effect palette={palette} speed={motion.speed} />
<% else %>
      <Grain opacity={0.05} />
<% endif %>
<% if has.logo %>
      <Logo src={props.logo} />
<% endif %>
    </AbsoluteFill>
  );
}

const blend = (color: string, part: number, ground = 'transparent') =>
  `color-mix(in oklab, ${color} ${part}%, ${ground})`;

const EASED = [100, 74, 36, 9, 0];

/** A round light that fades without an edge. */
const light = (x: number, y: number, radius: number, color: string) => {
  const fade = EASED.map((part, i) => `${blend(color, part)} ${i * 25}%`);
  return `radial-gradient(circle ${radius}px at ${x}% ${y}%, ${fade.join(', ')})`;
};

/** A straight beam, soft on both sides. */
const band = (angle: number, center: number, reach: number, color: string) => {
  const fade = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(
    (i) => `${blend(color, EASED[Math.abs(i)])} ${center + (i * reach) / 4}%`,
  );
  return `linear-gradient(${angle}deg, ${fade.join(', ')})`;
};

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/entrance.tsx" %>

<% if exit != "none" %>
<% include "_parts/exit.tsx" %>

<% endif %>
<% if has.background_image %>
<% include "_parts/picture.tsx" %>

<% endif %>
<% if effect != "none" and effect != "grain" %>
<% include "_parts/effect.tsx" %>

<% endif %>
<% if has.logo %>
<% include "_parts/logo.tsx" %>

<% endif %>
<% include "_parts/grain.tsx" %>
