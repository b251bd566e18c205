export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function SalePromo(props: Props) {
<% if variant == 1 %>
  const {u, width, height} = useSafeArea();
  const {heading, motion} = props;
  const part = props.discount.length > 40 ? 0.3 : 0.5;
  const offer = {width, height: height * part, size: props.size * u};
  const pulse = 1 + 0.012 * Math.sin(useClock(motion.speed) * 2.4);
  return (
    <Stage {...props}>
      <Tape {...props} edge="top" />
<% if has.title %>
      <Title {...props} room={width} />
<% endif %>
      <div style={{scale: pulse, color: props.palette.accent}}>
        <Text text={props.discount} font={heading} box={offer} motion={motion} delay={0.2} />
      </div>
<% if has.code or has.until %>
      <Terms {...props} room={width} />
<% endif %>
      <Tape {...props} edge="bottom" />
    </Stage>
  );
<% elif has.title or has.code or has.until %>
  const {width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const gap = height * 0.06;
  const part = props.discount.length > 40 ? 0.34 : 0.5;
  const flow = {display: 'flex', flexDirection: isWide ? 'row' : 'column', gap} as const;
  const room = isWide ? width * 0.44 : width;
  const side = isWide ? width * 0.46 : Math.min(width, height * part);
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: 'center'}}>
        <Tag {...props} side={side} wide={props.discount.length > 80 ? room : side} />
        <div style={{width: room}}>
<% if has.title %>
          <Title {...props} room={room} />
<% endif %>
<% if has.code or has.until %>
          <Terms {...props} room={room} />
<% endif %>
        </div>
      </div>
    </Stage>
  );
<% else %>
  const {width, height} = useSafeArea();
  const side = Math.min(width, height * 0.9);
  return (
    <Stage {...props}>
      <Tag {...props} side={side} wide={side} />
    </Stage>
  );
<% endif %>
}

<% if variant == 1 %>
/** A tape along an edge of the frame, on which the offer runs past. */
const Tape = ({discount, heading, palette, motion, edge}: Props & {edge: 'top' | 'bottom'}) => {
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const font = {...heading, fontSize: 34 * u, whiteSpace: 'nowrap'} as const;
  const t = useSeconds();
  const run = (useClock(motion.speed) * 70 * u) % (width / 2);
  const away = (1 - ramp(t, 0.1, 0.8, Easing.out(Easing.cubic))) * (edge === 'top' ? -100 : 100);
  const band = {position: 'absolute', [edge]: 0, left: -width, width: 3 * width} as const;
  const ink = {backgroundColor: palette.accent, color: palette.onAccent};
  const row = {display: 'flex', alignItems: 'center', height: 76 * u, translate: `0 ${away}%`};
  const slot = {width: width / 8, flexShrink: 0, overflow: 'hidden', textAlign: 'center'} as const;
  const translate = edge === 'top' ? -run : run;
  return (
    <div aria-hidden dir="ltr" style={{...band, ...font, ...ink, ...row}}>
      {Array.from({length: 24}, (_, i) => (
        <div key={i} style={{...slot, translate}}>
          {i % 2 ? '✦' : discount.slice(0, 14)}
        </div>
      ))}
    </div>
  );
};
<% else %>
type TagProps = Props & {side: number; wide: number};

/** A price tag on a string: it swings in, and never quite comes to rest. */
const Tag = ({discount, heading, palette, motion, side, wide, ...props}: TagProps) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const swing = 24 * Math.exp(-1.3 * t) * Math.cos(4.2 * t);
  const angle = swing + 1.6 * Math.sin(useClock(motion.speed) * 1.3);
  const fall = (1 - ramp(t, 0, 0.7, Easing.out(Easing.cubic))) * -1200 * u;
  const box = {width: wide - side * 0.2, height: side * 0.56, size: props.size * u};
  const hang = {rotate: `${angle}deg`, translate: `0 ${fall}px`, transformOrigin: '50% -60%'};
  const paper = {backgroundColor: palette.accent, color: palette.onAccent};
  const corner = `${side * 0.24}px ${side * 0.24}px ${40 * u}px ${40 * u}px`;
  const place = {display: 'grid', placeItems: 'center', textAlign: 'center'} as const;
  const middle = {position: 'absolute', left: '50%', translate: '-50%'} as const;
  const string = {bottom: '91%', width: 5 * u, height: 1600 * u, backgroundColor: palette.muted};
  const hole = {top: '6%', width: 56 * u, height: 56 * u, backgroundColor: palette.background};
  const tag = {width: wide, height: side, borderRadius: corner, paddingTop: side * 0.12};
  return (
    <div style={{...paper, ...tag, ...place, ...hang, position: 'relative', flexShrink: 0}}>
      <div style={{...middle, ...hole, borderRadius: '50%'}} />
      <div style={{...middle, ...string}} />
      <Text text={discount} font={heading} box={box} motion={motion} delay={0.3} />
    </div>
  );
};
<% endif %>

<% if has.title %>
const Title = ({title, body, motion, room}: Props & {room: number}) => {
  const {u, height} = useSafeArea();
<% if variant == 1 %>
  const box = {width: room, height: height * 0.2, size: 76 * u};
<% else %>
  const box = {width: room, height: height * 0.2, size: 100 * u};
<% endif %>
  const font = {...body, fontWeight: 600};
  return <Text text={title} font={font} box={box} motion={motion} delay={0.5} />;
};

<% endif %>
<% if has.code or has.until %>
const Terms = ({body, palette, motion, spacing, room, ...props}: Props & {room: number}) => {
<% if variant == 1 %>
  const {u, height} = useSafeArea();
  const tall = height * 0.17;
<% else %>
  const {u, width, height} = useSafeArea();
  const tall = height * (room < width ? 0.22 : 0.17);
<% endif %>
<% if has.code %>
  const coupon = {width: room - 120 * u, height: tall, size: 64 * u};
  const cut = `${4 * u}px dashed ${palette.accent}`;
  const card = {border: cut, borderRadius: 20 * u, backgroundColor: palette.surface};
  const place = {display: 'inline-block', padding: `${20 * u}px ${48 * u}px`};
  const p = arrive(useSeconds() - 0.9, motion);
<% endif %>
<% if has.until %>
  const line = {width: room, height: tall, size: 46 * u};
  const soft = {color: palette.muted, marginTop: 28 * u * spacing};
<% endif %>
  return (
    <div style={{marginTop: 40 * u * spacing}}>
<% if has.code %>
      <div style={{...card, ...place, ...enter(p)}}>
        <Text text={props.code} font={body} box={coupon} motion={motion} delay={1} />
      </div>
<% endif %>
<% if has.until %>
      <Text text={props.until} font={body} box={line} motion={motion} delay={1.2} style={soft} />
<% endif %>
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
