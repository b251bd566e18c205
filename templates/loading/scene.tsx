export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
const DONE = 3;

export default function Loading(props: Props) {
<% if has.text or has.done %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const box = {width, height: height * 0.34, size: props.size * u};
<% elif variant == 2 %>
  const {u, width} = useSafeArea();
<% else %>
  const {u} = useSafeArea();
<% endif %>
<% if has.text and has.done %>
  const t = useSeconds();
  const [text, delay] = t < DONE ? [props.text, 0.2] : [props.done, DONE];
  const leave = {opacity: t < DONE ? ramp(t, DONE, DONE - 0.25) : 1};
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div style={{width, display: 'grid', gap: 56 * u * props.spacing, textAlign: 'start'}}>
        <Percentage {...props} />
        <Bar {...props} />
<% else %>
      <div style={{display: 'grid', justifyItems: 'center', gap: 76 * u * props.spacing}}>
        <Ring {...props} />
<% endif %>
<% if has.text and has.done %>
        <Text text={text} font={heading} box={box} motion={motion} delay={delay} style={leave} />
<% elif has.text %>
        <Text text={props.text} font={heading} box={box} motion={motion} delay={0.2} />
<% elif has.done %>
        <Text text={props.done} font={heading} box={box} motion={motion} delay={DONE} />
<% endif %>
      </div>
    </Stage>
  );
}

<% if variant == 2 %>
/** How much is loaded: quick at first, hesitant in between, and then all at once. */
const useLoaded = () => {
  const t = useSeconds();
  const begin = 0.42 * ramp(t, 0.4, 1.3, Easing.out(Easing.cubic));
  const middle = 0.3 * ramp(t, 1.2, 2.5, Easing.inOut(Easing.quad));
  return begin + middle + 0.28 * ramp(t, 2.5, DONE, Easing.in(Easing.cubic));
};

const Percentage = ({heading, palette, motion}: Props) => {
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const fontSize = fit('100%', heading, {width: width - 310 * u, height: 900 * u, size: 380 * u});
  const ready = ramp(t, DONE, DONE + 0.5, Easing.out(Easing.back(2)));
  const type = {...heading, fontSize, lineHeight: 0.9, fontVariantNumeric: 'tabular-nums'};
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  const shown = enter(arrive(t - 0.1, motion));
  return (
    <div dir="ltr" style={{...row, ...shown}}>
      <div style={type}>{Math.round(100 * useLoaded())}%</div>
      <svg viewBox="0 0 24 24" width={240 * u} style={{scale: ready, flexShrink: 0}}>
        <circle cx="12" cy="12" r="12" fill={palette.accent} />
        <Tick color={palette.onAccent} />
      </svg>
    </div>
  );
};

const Bar = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const gleam = ((useClock(motion.speed * 0.5) % 1) * 2 - 0.5) * 100;
  const pill = {height: 36 * u, borderRadius: 18 * u, overflow: 'hidden'};
  const shine = `linear-gradient(90deg, transparent, ${blend('white', 40)}, transparent)`;
  const grown = {width: `${100 * useLoaded()}%`, backgroundColor: palette.accent};
  const shown = enter(arrive(useSeconds() - 0.2, motion));
  const light = {height: '100%', width: '40%', background: shine, marginLeft: `${gleam}%`};
  return (
    <div dir="ltr" style={{...pill, ...shown, backgroundColor: blend(palette.text, 12)}}>
      <div style={{...pill, ...grown}}>
        <div style={light} />
      </div>
    </div>
  );
};
<% else %>
/** Turns with an arc that stretches and shrinks, then closes. */
const Ring = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const closed = ramp(t, DONE - 0.6, DONE, Easing.inOut(Easing.cubic));
  const filled = ramp(t, DONE, DONE + 0.45, Easing.out(Easing.back(1.6)));
  const arc = (0.3 + 0.2 * Math.sin(clock * 4)) * (1 - closed) + closed;
  const wave = ramp(t, DONE, DONE + 0.9, Easing.out(Easing.cubic));
  const thin = wave && 0.8 - 0.8 * wave;
  const line = {fill: 'none', cx: 12, cy: 12, strokeLinecap: 'round'} as const;
  const shown = enter(arrive(t, motion));
  const turn = {rotate: `${clock * 300}deg`, transformOrigin: '12px 12px'};
  const drawn = {pathLength: 1, strokeDasharray: `${arc} 2`};
  return (
    <svg viewBox="0 0 24 24" width={360 * u} style={{...shown, overflow: 'visible'}}>
      <circle {...line} r="11" stroke={palette.text} strokeWidth="1.3" opacity="0.12" />
      <circle {...line} r={11 + 5 * wave} stroke={palette.accent} strokeWidth={thin} />
      <g style={turn}>
        <circle {...line} {...drawn} r="11" stroke={palette.accent} strokeWidth="1.3" />
      </g>
      <circle cx="12" cy="12" r={11.6 * filled} fill={palette.accent} />
      <Tick color={palette.onAccent} />
    </svg>
  );
};
<% endif %>

const Tick = ({color}: {color: string}) => {
  const d = 'M6.5 12.5 10.5 16.5 17.5 8.5';
  const drawn = ramp(useSeconds(), DONE + 0.15, DONE + 0.55, Easing.out(Easing.cubic));
  const line = {fill: 'none', stroke: color, strokeWidth: 1.8, strokeLinejoin: 'round'} as const;
  return drawn > 0 && <path d={d} {...line} {...evolvePath(drawn, d)} strokeLinecap="round" />;
};

<% if variant == 2 %>
<% include "_parts/blend.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
