export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
<% if has.from %>
const FIGURES = {position: 'relative', lineHeight: 1, fontVariantNumeric: 'tabular-nums'} as const;
<% elif variant != 3 %>
const FIGURES = {position: 'relative', textWrap: 'balance', lineHeight: 1.15} as const;
<% endif %>

export default function Countdown(props: Props) {
<% if has.title %>
  const {body, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.86, height: height * 0.19, size: 76 * u};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <div style={{position: 'relative', zIndex: 1, marginBottom: 56 * u}}>
        <Text text={props.title} font={body} box={title} motion={motion} delay={0} />
      </div>
<% endif %>
      <Dial {...props} />
<% if has.from and has.to %>
      <Days {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 1 %>
/** A ring of ticks that drains around the figure. */
const Dial = (props: Props) => {
  const {heading, palette} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const {label, widest, p, part} = useCount(props);
  const size = Math.min(width, height * 0.72);
<% if has.from %>
  const box = {width: size * 0.7, height: size * 0.66, size: props.size * u};
<% else %>
  const box = {width: size * 0.7, height: size * 0.66, size: props.size * 0.35 * u};
<% endif %>
  const figure = {...heading, ...FIGURES, fontSize: fit(widest, heading, box), maxWidth: box.width};
  const center = {display: 'grid', placeItems: 'center', textAlign: 'center'} as const;
  const ring = {position: 'absolute', width: size, height: size, overflow: 'visible'} as const;
  return (
    <div style={{...center, position: 'relative', width: size, height: size}}>
      <svg viewBox="-50 -50 100 100" style={ring}>
        {Array.from({length: 60}, (_, i) => {
          const grown = ramp(t, i * 0.008, i * 0.008 + 0.4, Easing.out(Easing.cubic));
          const [color, reach] = i < part * 60 ? [palette.accent, 6] : [palette.muted, 3];
          const end = {y1: grown * reach - 50, y2: -50, transform: `rotate(${i * 6})`};
          return <line key={i} {...end} stroke={color} strokeWidth={0.8} opacity={grown} />;
        })}
<% if not has.to %>
        <Burst {...props} />
<% endif %>
      </svg>
      <div style={{...figure, ...enter(p)}}>{label}</div>
    </div>
  );
};

<% if not has.to %>
/** The ring that goes out from zero. */
const Burst = ({palette}: Props) => {
  const p = ramp(useSeconds(), LENGTH - 0.7, LENGTH, Easing.out(Easing.cubic));
  return <circle r={44 + 26 * p} fill="none" stroke={palette.accent} opacity={p && 1 - p} />;
};

<% endif %>
<% elif variant == 2 %>
/** A film leader: the hand goes round behind the figure and darkens its ground. */
const Dial = (props: Props) => {
  const {heading, palette} = props;
  const {u, width, height} = useSafeArea();
  const {label, widest, p, turn} = useCount(props);
  const size = Math.min(width, height * 0.72);
<% if has.from %>
  const box = {width: size * 0.66, height: size * 0.62, size: props.size * u};
<% else %>
  const box = {width: size * 0.66, height: size * 0.62, size: props.size * 0.35 * u};
<% endif %>
  const shade = `color-mix(in oklab, ${palette.accent} 26%, transparent)`;
  const swept = `conic-gradient(${shade} ${turn}turn, transparent ${turn}turn)`;
  const wobble = random(Math.floor(useClock(10))) * 3 * u;
  const figure = {...heading, ...FIGURES, fontSize: fit(widest, heading, box), maxWidth: box.width};
  const center = {display: 'grid', placeItems: 'center', textAlign: 'center'} as const;
  const far = {position: 'absolute', inset: -2000 * u, background: swept} as const;
  const cross = {stroke: palette.muted, strokeWidth: 0.3, fill: 'none'};
  return (
    <div style={{...center, position: 'relative', width: size, height: size, top: wobble}}>
      <div style={far} />
      <svg viewBox="-50 -50 100 100" style={{position: 'absolute', overflow: 'visible'}}>
        <path d="M -400 0 H 400 M 0 -400 V 400" {...cross} />
        <circle r={49} {...cross} strokeWidth={0.8} />
        <circle r={44} {...cross} strokeWidth={0.8} />
        <path d="M 0 0 V -400" stroke={palette.accent} transform={`rotate(${turn * 360})`} />
      </svg>
      <div style={{...figure, ...enter(p)}}>{label}</div>
    </div>
  );
};

<% elif has.from %>
/** A board of flaps, one for each digit, that fall when it changes. */
const Dial = (props: Props) => {
  const {u, width, height} = useSafeArea();
  const {label, widest, p, before} = useCount(props);
  const gap = 20 * u;
  const each = (width + gap) / widest.length - gap;
  const tall = Math.min(props.size * 1.25 * u, each * 1.5, height * 0.62);
  const old = before.padStart(widest.length, '0');
  return (
    <div dir="ltr" style={{display: 'flex', gap}}>
      {[...label.padStart(widest.length, '0')].map((digit, i) => (
        <Flap key={i} {...props} digit={digit} old={old[i]} p={p} tall={tall} />
      ))}
    </div>
  );
};

type FlapProps = Props & {digit: string; old: string; p: number; tall: number};

/** The new figure above and the old one below, until the leaf that carries both has fallen. */
const Flap = ({digit, old, p, tall, heading, palette}: FlapProps) => {
  const fallen = digit === old ? 180 : Math.min(1, Math.max(0, p)) * 180;
  const leaf =
    fallen < 90 ? ([old, 'top', -fallen] as const) : ([digit, 'bottom', 180 - fallen] as const);
  const falling = [[digit, 'top', 0], [old, 'bottom', 0], leaf] as const;
  const ground = `${palette.surface} 49.6%, ${palette.background} 0 50.4%, ${palette.surface} 0`;
  const card = {...heading, ...FIGURES, lineHeight: `${tall}px`, fontSize: tall * 0.8};
  return (
    <div style={{...card, width: tall * 0.68, height: tall, textAlign: 'center'}}>
      {(fallen < 180 ? falling : [[digit, 'whole', 0] as const]).map(([figure, half, turn], i) => (
        <div
          key={i}
          aria-hidden={fallen < 180}
          style={{
            position: 'absolute',
            inset: 0,
            clipPath: `inset(${HALVES[half]} round ${tall / 16}px)`,
            background: `linear-gradient(${ground})`,
            transform: `perspective(${tall * 3}px) rotateX(${turn}deg)`,
          }}
        >
          {figure}
        </div>
      ))}
    </div>
  );
};

const HALVES = {top: '0 0 50%', bottom: '50% 0 0', whole: '0'};

<% else %>
/** The date on a board with a hinge across. */
const Dial = (props: Props) => {
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const p = arrive(useSeconds() - 0.2, motion);
  const box = {width: width - 160 * u, height: height * 0.5, size: props.size * u};
  const board = {padding: `${48 * u}px ${80 * u}px`, background: palette.surface};
  const hinge = {position: 'absolute', insetInline: 0, top: '50%', height: 3 * u} as const;
  return (
    <div style={{...board, position: 'relative', borderRadius: 28 * u, ...enter(p)}}>
      <Text text={props.to} font={heading} box={box} motion={motion} delay={0.3} />
      <div style={{...hinge, background: palette.background}} />
    </div>
  );
};

<% endif %>
<% if has.from or variant != 3 %>
<% if has.from and has.to %>
/** The days that are left; the last ones before run by. */
<% if variant == 3 %>
const useCount = ({from}: Props) => {
<% else %>
const useCount = ({from, motion}: Props) => {
<% endif %>
  const t = useSeconds();
  const ahead = 9 * (1 - ramp(t, 0.2, 2.2, Easing.out(Easing.quad)));
<% if variant == 1 %>
  const part = ramp(t, 0.2, 2.2, Easing.out(Easing.quad));
  return {label: days(from + ahead), widest: days(from + 9), p: arrive(t - 0.1, motion), part};
<% elif variant == 2 %>
  const p = arrive(t - 0.1, motion);
  return {label: days(from + ahead), widest: days(from + 9), p, turn: (t * 0.8) % 1};
<% else %>
  const p = ahead ? 1 - (ahead % 1) : 1;
  return {label: days(from + ahead), widest: days(from + 9), p, before: days(from + ahead + 1)};
<% endif %>
};

const days = (count: number) => `${Math.ceil(count)}`;

/** What the figure counts. */
const Days = ({from, to, body, palette, motion}: Props) => {
  const {u, width, height} = useSafeArea();
  const box = {width: width * 0.86, height: height * 0.19, size: 64 * u};
  const left = `${days(from) === '1' ? 'day' : 'days'} to ${to}`;
  return (
    <div style={{position: 'relative', zIndex: 1, marginTop: 48 * u, color: palette.muted}}>
      <Text text={left} font={body} box={box} motion={motion} delay={0.4} />
    </div>
  );
};
<% elif has.from %>
/** The figure that is shown, how far it has arrived, and what the dial needs. */
const useCount = ({from, motion}: Props) => {
  const t = useSeconds();
  const start = Math.ceil(from);
  const beat = (LENGTH - 1) / start;
  const left = start * (1 - ramp(t, 0.3, LENGTH - 0.7));
  const shown = Math.ceil(left);
  const age = shown === start ? t : t - 0.3 - (start - shown) * beat;
  const p = beat > 0.3 || shown === start ? arrive(age, motion) : 1;
<% if variant == 1 %>
  return {label: `${shown}`, widest: `${start}`, p, part: left / start};
<% elif variant == 2 %>
  return {label: `${shown}`, widest: `${start}`, p, turn: beat > 0.3 ? shown - left : t % 1};
<% else %>
  return {label: `${shown}`, widest: `${start}`, p, before: `${Math.min(start, shown + 1)}`};
<% endif %>
};
<% else %>
/** The date stands while the dial goes on. */
const useCount = ({to, motion}: Props) => {
  const t = useSeconds();
<% if variant == 1 %>
  const part = ramp(t, 0.2, LENGTH - 0.6, Easing.inOut(Easing.quad));
  return {label: to, widest: to, p: arrive(t - 0.2, motion), part};
<% else %>
  return {label: to, widest: to, p: arrive(t - 0.2, motion), turn: (t * 0.6) % 1};
<% endif %>
};
<% endif %>

<% endif %>
<% include "_parts/shared.tsx" %>
