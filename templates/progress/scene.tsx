export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 4;

export default function Progress(props: Props) {
<% if has.label %>
  const {heading, motion, spacing} = props;
  const {u, width, height} = useSafeArea();
<% if style == "ring" %>
  const box = {width, height: height * 0.2, size: props.size * u};
  const below = {marginTop: 56 * spacing * u};
<% else %>
  const box = {width, height: height * 0.3, size: props.size * u};
  const above = {width, textAlign: 'start', marginBottom: 24 * spacing * u} as const;
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
<% if has.label and style == "bar" %>
      <Text text={props.label} font={heading} box={box} motion={motion} delay={0} style={above} />
<% endif %>
      <Meter {...props} />
<% if has.label and style == "ring" %>
      <Text text={props.label} font={heading} box={box} motion={motion} delay={0} style={below} />
<% endif %>
    </Stage>
  );
}

const Meter = ({value, palette, heading, motion}: Props) => {
<% if style == "ring" %>
  const {width, height} = useSafeArea();
<% else %>
  const {u, width} = useSafeArea();
<% endif %>
  const t = useSeconds();
  const filled = arrive(t - 0.3, {...motion, entrance: 2.4 * motion.entrance});
  const part = (Math.max(0, Math.min(100, value)) / 100) * filled;
  const digits = Number.isInteger(value) ? 0 : 1;
  const figure = `${(value * Math.min(1, filled)).toFixed(digits)}%`;
  const faint = `color-mix(in oklab, ${palette.text} 12%, transparent)`;
  const glow = 0.5 + 0.5 * Math.sin(2 * useClock(motion.speed));
  const bright = `color-mix(in oklab, ${palette.accent} ${100 - 25 * glow}%, ${palette.text})`;
  const number = {...heading, fontVariantNumeric: 'tabular-nums', lineHeight: 1.2};
<% if style == "ring" %>
<% if has.label %>
  const size = Math.min(width, height * 0.72);
<% else %>
  const size = Math.min(width, height) * 0.9;
<% endif %>
<% if variant == 2 %>
  const ring = {r: 44, fill: 'none', strokeWidth: 10, pathLength: 60, strokeDasharray: '0.62 0.38'};
  const lit = Array.from({length: 60}, (_, i) => (i < Math.round(60 * part) ? '0.62 0.38' : '0 1'));
<% else %>
  const ring = {r: 44, fill: 'none', strokeWidth: 9, pathLength: 1};
<% endif %>
  const fontSize = Math.min(size * 0.26, (size * 1.4) / figure.length);
  return (
    <div style={{...RING, width: size, height: size, ...enter(arrive(t, motion))}}>
      <svg viewBox="-50 -50 100 100" style={{position: 'absolute', rotate: '-90deg'}}>
        <circle {...ring} stroke={faint} />
<% if variant == 2 %>
        <circle {...ring} strokeDasharray={lit.join(' ')} stroke={bright} />
<% else %>
        <circle {...ring} strokeDasharray={`${part} 2`} strokeLinecap="round" stroke={bright} />
<% endif %>
      </svg>
      <div style={{...number, fontSize}}>{figure}</div>
    </div>
  );
<% else %>
  const fontSize = Math.min(300 * u, width * 0.26);
<% if variant == 2 %>
  const cells = width > 1200 * u ? 40 : 24;
  const rail = {display: 'flex', gap: 10 * u, height: 150 * u, width};
<% else %>
  const rail = {height: 64 * u, borderRadius: 32 * u, backgroundColor: faint, overflow: 'hidden'};
  const background = `linear-gradient(90deg, ${palette.accent}, ${bright})`;
  const fill = {width: `${100 * part}%`, height: '100%', borderRadius: 32 * u, background};
<% endif %>
  const ride = {width: 'max-content', marginLeft: `${100 * part}%`, translate: `${-100 * part}%`};
  return (
    <div dir="ltr" style={{width, ...enter(arrive(t - 0.1, motion))}}>
      <div style={{...number, ...ride, fontSize}}>{figure}</div>
<% if variant == 2 %>
      <div style={rail}>
        {Array.from({length: cells}, (_, i) => {
          const on = ramp(part * cells, i, i + 1);
          const cell = {flex: 1, borderRadius: 8 * u, scale: `1 ${0.7 + 0.3 * on}`};
          return <div key={i} style={{...cell, backgroundColor: on > 0.5 ? bright : faint}} />;
        })}
      </div>
<% else %>
      <div style={rail}>
        <div style={fill} />
      </div>
<% endif %>
    </div>
  );
<% endif %>
};

<% if style == "ring" %>
const RING = {position: 'relative', display: 'grid', placeItems: 'center'} as const;

<% endif %>
<% include "_parts/shared.tsx" %>
