export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function LogoReveal(props: Props) {
<% if variant == 1 and not has.tagline %>
  return (
    <Stage {...props}>
<% if has.name %>
      <Lockup {...props} />
<% else %>
      <Emblem {...props} side={520} />
<% endif %>
    </Stage>
  );
<% else %>
<% if variant == 1 or not has.name %>
<% if has.tagline %>
  const {body, palette, motion} = props;
  const {u, width} = useSafeArea();
<% endif %>
<% elif has.tagline %>
  const {heading, body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
<% else %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% endif %>
<% if variant != 1 and has.name %>
  const name = {width, height: height * 0.5, size: props.size * u};
<% endif %>
<% if has.tagline %>
  const line = {width, height: 220 * u, size: 56 * u};
  const quiet = {color: palette.muted, marginTop: 64 * u * props.spacing};
<% endif %>
<% if variant == 2 %>
  const lit = 130 * ramp(useSeconds(), 0, 1.9, Easing.inOut(Easing.quad));
  const veil = `linear-gradient(100deg, black ${lit - 25}%, transparent ${lit}%)`;
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 1 %>
<% if has.name %>
      <Lockup {...props} />
<% else %>
      <Emblem {...props} side={520} />
<% endif %>
<% elif variant == 2 %>
      <div style={{position: 'relative'}}>
        <Flare {...props} />
        <div style={{position: 'relative', maskImage: veil}}>
<% if has.image and has.name %>
          <Emblem {...props} side={260} />
<% elif not has.name %>
          <Emblem {...props} side={520} />
<% endif %>
<% if has.name %>
          <Text text={props.name} font={heading} box={name} motion={motion} delay={0.1} />
<% endif %>
        </div>
      </div>
<% else %>
<% if has.name %>
      <Emblem {...props} side={240} />
      <Text
        text={props.name}
        font={heading}
        box={name}
        motion={motion}
        delay={0.8}
        style={{marginTop: 40 * u * props.spacing}}
      />
<% else %>
      <Emblem {...props} side={520} />
<% endif %>
<% endif %>
<% if has.tagline %>
      <Text text={props.tagline} font={body} box={line} motion={motion} delay={1.5} style={quiet} />
<% endif %>
<% if variant == 3 %>
      <Bands {...props} />
<% endif %>
    </Stage>
  );
<% endif %>
}

<% if variant == 1 and has.name %>
/** The mark stands alone, then makes room for the name. */
const Lockup = (props: Props) => {
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const isWide = width > height;
  const gap = 48 * u * props.spacing;
  const room = isWide ? width - 260 * u - gap : width;
  const box = {width: room, height: height * 0.45, size: props.size * u};
  const fontSize = fit(props.name, heading, box);
  const name = measureText({text: props.name, ...heading, fontSize});
  const away = 0.5 - 0.5 * ramp(useSeconds(), 0.8, 1.7, Easing.inOut(Easing.cubic));
  const x = isWide ? away * (Math.min(name.width, room) + gap) : 0;
  const y = isWide ? 0 : away * (fontSize + gap);
  const row = {display: 'flex', flexDirection: isWide ? 'row' : 'column', gap} as const;
  return (
    <div dir="ltr" style={{...row, alignItems: 'center'}}>
      <div style={{translate: `${x}px ${y}px`}}>
        <Emblem {...props} side={260} />
      </div>
      <div style={{clipPath: `inset(${y - gap / 2}px -50% -20% ${x - gap / 2}px)`}}>
        <Text text={props.name} font={heading} box={box} motion={motion} delay={0.9} />
      </div>
    </div>
  );
};

<% elif variant == 2 %>
/** The light that runs ahead of what it shows, and lingers. */
const Flare = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const p = ramp(useSeconds(), 0, 1.9, Easing.inOut(Easing.quad));
  const x = 95 * p - 50 + 2 * Math.sin(useClock(motion.speed));
  const glow = `radial-gradient(closest-side, ${palette.accent}, transparent)`;
  const light = {left: '-50%', right: '-50%', background: glow, translate: `${x}% -50%`};
  const beam = {...light, position: 'absolute', top: '50%'} as const;
  return [560, 12].map((size) => {
    const opacity = (size > 99 ? 0.5 : 1) - 0.25 * p;
    return <div key={size} style={{...beam, height: size * u, opacity}} />;
  });
};

<% elif variant == 3 %>
/** Bands of colour that sweep the frame, and come to rest at its foot. */
const Bands = ({palette}: Props) => {
  const t = useSeconds();
  return [palette.text, palette.accent2, palette.accent].map((backgroundColor, i) => {
    const here = ramp(t, 0.1 * i, 0.6 + 0.1 * i, Easing.inOut(Easing.cubic));
    const low = ramp(t, 0.7 + 0.1 * i, 1.5 + 0.1 * i, Easing.bezier(0.8, 0, 0.1, 1));
    const top = `${98.4 * low - 1.4 * (2 - i) * low}%`;
    const band = {backgroundColor, top, height: `${100 - 98.6 * low}%`};
    return <AbsoluteFill key={i} style={{...band, translate: `${100 * here - 100}%`}} />;
  });
};

<% endif %>
<% if has.image %>
const Emblem = (props: Props & {side: number}) => {
  const {u} = useSafeArea();
  const [missing, setMissing] = useState(false);
  const p = arrive(useSeconds() - 0.1, props.motion);
  if (missing) return <Mark {...props} />;
  return (
    <Img
      src={props.image}
      maxRetries={0}
      onError={() => setMissing(true)}
      style={{height: props.side * u, maxWidth: 900 * u, objectFit: 'contain', ...enter(p)}}
    />
  );
};

const Mark = ({palette, motion, side}: Props & {side: number}) => {
<% else %>
/** Four tiles that take their places one after the other, and each of which turns now and then. */
const Emblem = ({palette, motion, side}: Props & {side: number}) => {
<% endif %>
  const {u} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const colors = [palette.accent, palette.text, palette.accent2, palette.accent];
  const box = {width: side * u, height: side * u, gap: side * u * 0.03};
  return (
    <div style={{...box, display: 'inline-grid', grid: '1fr 1fr / 1fr 1fr'}}>
      {['0 100%', '50%', '100% 0 0', '100% 0'].map((borderRadius, i) => {
        const p = arrive(t - 1.2 * i * motion.stagger, motion);
        const beat = Math.max(0, 0.22 * clock - 0.35 - 0.2 * i);
        const turns = p + Math.floor(beat) + ramp(beat % 1, 0, 0.12, Easing.inOut(Easing.cubic));
        const tile = {backgroundColor: colors[i], borderRadius, scale: p};
        return <div key={i} style={{...tile, rotate: `${90 * turns}deg`}} />;
      })}
    </div>
  );
};

<% include "_parts/shared.tsx" %>
