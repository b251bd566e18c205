<% if backdrop != "gradient" %>
<% set backdrop = "plain" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function GradientBackground(props: Props) {
  return (
    <Stage {...props}>
      <Gradient {...props} />
      <Grain opacity={0.07} />
    </Stage>
  );
}

const Gradient = ({palette, motion}: Props) => {
  const turn = useLoop(6, motion.speed) * 2 * Math.PI;
<% if variant != 2 %>
  const {width, height} = useVideoConfig();
<% endif %>
<% if has.background %>
  const base = palette.background;
  const near = `oklch(from ${base} calc(l * 0.8 + 0.1) calc(c + 0.02) calc(h - 14))`;
<% if backdrop == "gradient" %>
  const far = palette.backgroundTo;
<% else %>
  const far = `oklch(from ${base} calc(l * 0.7 + 0.2) calc(c + 0.03) calc(h + 26))`;
<% endif %>
  const glow = `oklch(from ${base} calc(l * 0.6 + 0.34) calc(c + 0.02) calc(h + 46))`;
<% else %>
  const far = blend(palette.accent, 82, palette.background);
  const near = blend(palette.accent2, 68, palette.background);
  const glow = `oklch(from ${palette.accent} calc(l * 0.85 + 0.08) calc(c * 0.85) calc(h + 35))`;
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
<% if animation != "none" and has.background_image %>
  const shown = enter(arrive(useSeconds(), motion));
  return <AbsoluteFill style={{background: layers.join(', '), ...shown, opacity: 0.6}} />;
<% elif animation != "none" %>
  const shown = enter(arrive(useSeconds(), motion));
  return <AbsoluteFill style={{background: layers.join(', '), ...shown}} />;
<% elif has.background_image %>
  return <AbsoluteFill style={{background: layers.join(', '), opacity: 0.6}} />;
<% else %>
  return <AbsoluteFill style={{background: layers.join(', ')}} />;
<% endif %>
};

const EASED = [100, 93, 75, 50, 25, 7, 0];

<% if variant == 2 %>
/** A straight beam, soft on both sides. */
const band = (angle: number, center: number, reach: number, color: string) => {
  const fade = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map(
    (i) => `${blend(color, EASED[Math.abs(i)])} ${center + (i * reach) / 6}%`,
  );
  return `linear-gradient(${angle}deg, ${fade.join(', ')})`;
};
<% else %>
/** A round light that fades without an edge. */
const light = (x: number, y: number, radius: number, color: string) => {
  const fade = EASED.map((part, i) => `${blend(color, part)} ${(i * 100) / 6}%`);
  return `radial-gradient(circle ${radius}px at ${x}% ${y}%, ${fade.join(', ')})`;
};
<% endif %>

<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
