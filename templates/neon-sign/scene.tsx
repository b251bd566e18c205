export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function NeonSign(props: Props) {
<% if has.subtitle %>
  const {body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const below = {width: width - 260 * u, height: (width > height ? 120 : 190) * u, size: 54 * u};
<% if align == "left" %>
  const glow = {color: palette.accent2, textShadow: shine(palette.accent2)};
<% else %>
<% if align == "right" %>
  const place = {width: 'fit-content', marginLeft: 'auto'};
<% else %>
  const place = {width: 'fit-content', margin: 'auto'};
<% endif %>
  const glow = {...place, color: palette.accent2, textShadow: shine(palette.accent2)};
<% endif %>
<% elif variant == 1 %>
  const {palette, motion} = props;
  const {u} = useSafeArea();
<% else %>
  const {u} = useSafeArea();
<% endif %>
<% if variant == 2 %>
  const board = {padding: `${130 * u}px ${130 * u}px`, borderRadius: 60 * u};
  const shown = {...board, ...enter(arrive(useSeconds(), props.motion))};
  return (
    <Stage {...props}>
      <div style={{position: 'relative', backgroundColor: props.palette.surface, ...shown}}>
        <Bulbs {...props} />
<% elif variant == 3 %>
  const shown = {padding: `${40 * u}px 0`, ...enter(arrive(useSeconds(), props.motion))};
  return (
    <Stage {...props}>
      <div style={{position: 'relative', ...shown}}>
        <Ring {...props} />
<% else %>
  const t = useSeconds();
  const lit = isLit(t - 1.4, 'tube', motion);
  const tube = `color-mix(in oklab, ${palette.text} 70%, ${palette.accent2})`;
  const light = `${palette.accent2}, 0 0 ${50 * u}px ${palette.accent2}`;
  const boxShadow = lit ? `0 0 ${12 * u}px ${light}, inset 0 0 ${50 * u}px ${palette.accent2}` : '';
  const border = `${8 * u}px solid ${lit ? tube : palette.surface}`;
  const frame = {padding: `${70 * u}px ${112 * u}px`, borderRadius: 80 * u, border, boxShadow};
  return (
    <Stage {...props}>
      <Wall {...props} />
      <div style={{position: 'relative', ...frame, ...enter(arrive(t, motion))}}>
<% endif %>
        <Letters {...props} />
<% if has.subtitle %>
        <div style={glow}>
          <Text text={props.subtitle} font={body} box={below} motion={motion} delay={1.5} />
        </div>
<% endif %>
      </div>
    </Stage>
  );
}

/** Tubes that light up one after the other. */
const Letters = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds() - 0.4;
  const {u, width, height} = useSafeArea();
<% if variant == 3 %>
  const fontSize = fit(text, heading, {width, height: height * 0.4, size: props.size * u});
<% else %>
<% if has.subtitle %>
  const tall = height - (width > height ? 420 : 490) * u;
  const box = {width: width - 260 * u, height: tall, size: props.size * u};
<% else %>
  const box = {width: width - 260 * u, height: height - 420 * u, size: props.size * u};
<% endif %>
  const fontSize = fit(text, heading, box);
<% endif %>
  const letters = [...new Intl.Segmenter('en-US').segment(text)];
  const step = Math.min(motion.stagger, 1 / letters.length);
  const color = `color-mix(in oklab, ${palette.text} 82%, ${palette.accent})`;
  const dark = {color: `color-mix(in oklab, ${palette.text} 16%, ${palette.background})`};
  return (
    <div style={{...heading, ...WRAP, lineHeight: LEADING, fontSize}}>
      {letters.map(({segment, index}, i) => {
        const lit = isLit(t - i * step, `letter-${i}`, motion);
        return (
          <span key={index} style={lit ? {color, textShadow: shine(palette.accent)} : dark}>
            {segment}
          </span>
        );
      })}
    </div>
  );
};

<% if variant == 2 %>
/** Bulbs around the board, every other one lit in turn. */
const Bulbs = ({palette, motion}: Props) => {
  const {u, width} = useSafeArea();
  const turn = Math.floor(useClock(motion.speed) * 4) % 2;
  const count = 2 * Math.round(width / (50 * u));
  const bulbs = {
    x: 46 * u,
    y: 46 * u,
    rx: 30 * u,
    fill: 'none',
    strokeWidth: 22 * u,
    strokeLinecap: 'round',
    pathLength: count,
    style: {width: `calc(100% - ${92 * u}px)`, height: `calc(100% - ${92 * u}px)`},
  } as const;
  const glow = `drop-shadow(0 0 ${12 * u}px ${palette.accent2})`;
  const dim = `color-mix(in oklab, ${palette.accent2} 25%, ${palette.surface})`;
  return (
    <svg width="100%" height="100%" style={{position: 'absolute', inset: 0, filter: glow}}>
      <rect {...bulbs} stroke={dim} strokeDasharray="0 1" />
      <rect {...bulbs} stroke={palette.accent2} strokeDasharray="0 2" strokeDashoffset={turn} />
    </svg>
  );
};
<% elif variant == 3 %>
/** A ring of tube that the words break open. */
const Ring = ({palette, motion}: Props) => {
  const {u, width, height} = useSafeArea();
  const size = Math.min(width * 0.94, height * 0.98);
  const lit = isLit(useSeconds() - 1.1, 'ring', motion);
  const glow = `drop-shadow(0 0 ${8 * u}px ${palette.accent2}) `;
  return (
    <div
      style={{
        position: 'absolute',
        inset: `calc(50% - ${size / 2}px) calc(50% - ${size / 2}px)`,
        filter: glow + glow.replace(`${8 * u}`, `${40 * u}`),
      }}
    >
      <div
        style={{
          height: '100%',
          borderRadius: '50%',
          border: `${12 * u}px solid color-mix(in oklab, ${palette.text} 70%, ${palette.accent2})`,
          maskImage: 'linear-gradient(black 22%, transparent 0 78%, black 0)',
          opacity: lit ? 1 : 0.12,
        }}
      />
    </div>
  );
};
<% else %>
/** Bricks in the light of the sign. */
const Wall = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const light = ramp(useSeconds(), 0.5, 1.7) * (0.92 + 0.08 * Math.sin(useClock(motion.speed) * 3));
  const lit = (part: number) => `color-mix(in oklab, ${palette.accent} ${part * light}%`;
  const glow = `radial-gradient(closest-side, ${lit(26)}, transparent), transparent)`;
  const joints = `radial-gradient(closest-side, ${lit(60)}, ${palette.surface}), ${palette.surface})`;
  const mask = `${MORTAR} center / ${150 * u}px ${108 * u}px`;
  return (
    <AbsoluteFill style={{background: glow}}>
      <AbsoluteFill style={{background: joints, mask}} />
    </AbsoluteFill>
  );
};

const MORTAR = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 150 108'%3E%3Cpath d='M0 1.5H150M0 55.5H150M1.5 0V54M76.5 54V108' stroke='black' stroke-width='3'/%3E%3C/svg%3E")`;
<% endif %>
const shine = (color: string) => `0 0 0.05em ${color}, 0 0 0.2em ${color}, 0 0 0.6em ${color}`;

/** A tube stutters before it burns, and falters now and then. */
const isLit = (age: number, seed: string, {entrance}: Props['motion']) => {
  const chance = random(`${seed}-${Math.floor(age * 18)}`);
  return age < entrance ? chance < age / entrance : chance > 0.006;
};

<# The bricks are ground enough. #>
<% if variant == 1 and backdrop == "grid" %>
<% set backdrop = "plain" %>
<% endif %>
<% include "_parts/shared.tsx" %>
