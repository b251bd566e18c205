export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Comparison(props: Props) {
  return (
    <Stage {...props}>
      <Sides {...props} />
    </Stage>
  );
}

const Sides = (props: Props) => {
  const {heading, body} = props;
  const {u, width, height} = useSafeArea();
  const beside = width > 0.9 * height;
<% if has.title %>
  const room = height * 0.72;
<% else %>
  const room = height;
<% endif %>
<% if variant == 2 %>
  const gap = beside ? 160 * u : 32 * u;
<% else %>
  const gap = 32 * u;
<% endif %>
  const size = props.size * u;
  const half = beside
    ? {width: (width - gap) / 2, height: Math.min(room, 720 * u), size}
    : {width, height: (room - gap) / 2, size};
<% if has.left_items %>
  const left = {name: props.left, items: props.leftItems, from: -1};
<% else %>
  const left = {name: props.left, items: [], from: -1};
<% endif %>
<% if has.right_items %>
  const right = {name: props.right, items: props.rightItems, from: 1};
<% else %>
  const right = {name: props.right, items: [], from: 1};
<% endif %>
<% if variant == 2 %>
  const narrow = {width: half.width - 108 * u, size: 28 * u};
<% else %>
  const narrow = {width: half.width - 188 * u, size: 28 * u};
<% endif %>
  const isTight = (text: string, font: Font, tall: number) =>
    fit(text, font, {...narrow, height: tall}) < narrow.size;
  const inTurn = [left, right].some(({name, items}) => {
    const slot = Math.max((half.height * 0.54) / items.length, 40 * u);
    const isLong = items.some((item) => isTight(item, body, slot));
    return isLong || isTight(name, heading, half.height * 0.22);
  });
<% if has.title %>
  const title = {width, height: height * (inTurn ? 0.16 : 0.2), size};
  const box = inTurn ? {width, height: height * 0.8, size} : half;
<% else %>
  const box = inTurn ? {width, height, size} : half;
<% endif %>
  const flow = {display: 'grid', gridAutoFlow: beside ? 'column' : 'row', gap} as const;
  return (
    <>
<% if variant == 2 %>
      <Half {...props} inTurn={inTurn} />
<% endif %>
<% if has.title %>
      <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
<% endif %>
      <div dir="ltr" style={{...flow, position: 'relative', marginTop: 40 * props.spacing * u}}>
        <Side {...props} {...left} box={box} inTurn={inTurn} />
        <Side {...props} {...right} box={box} inTurn={inTurn} />
<% if variant == 1 %>
        {!inTurn && <Badge {...props} />}
<% endif %>
      </div>
    </>
  );
};

type SideProps = Props & {box: Box; name: string; items: string[]; from: number; inTurn: boolean};

/** One side. Where both have too much to say at once, the right one comes as the left one goes. */
const Side = ({box, name, items, from, inTurn, palette, heading, body, motion}: SideProps) => {
  const {u, width} = useSafeArea();
  const since = inTurn && from > 0 ? 2.9 : 0.25 + 0.05 * from;
  const t = useSeconds() - since;
<% if variant == 2 %>
  const pad = 24 * u;
<% else %>
  const pad = Math.min(64 * u, box.height * (inTurn ? 0.04 : 0.1));
<% endif %>
  const inner = box.width - 2 * pad - 5 * u;
  const title = {...box, width: inner, height: box.height * (items.length ? 0.22 : 0.6)};
  const slot = Math.min((box.height * 0.74 - 2 * pad) / Math.max(1, items.length), 130 * u);
  const point = {width: inner - 60 * u, height: slot, size: Math.min(48 * u, slot * 0.62)};
  const fontSize = Math.max(28 * u, Math.min(...items.map((item) => fit(item, body, point))));
  const color = from > 0 ? palette.accent : palette.muted;
  const lineHeight = inTurn ? 1.2 : LEADING;
  const row = {...body, ...WRAP, ...ROW, fontSize, lineHeight, flexBasis: slot, gap: 28 * u};
  const place = items.length ? ({textAlign: 'start', marginBottom: pad * 0.5} as const) : CENTER;
  const head = {color, ...place};
  const dot = {flexShrink: 0, width: 20 * u, height: 20 * u, borderRadius: 10 * u};
  const step = Math.min(motion.stagger, 0.8 / items.length);
  const gone = inTurn && from < 0 ? ramp(t, 2.4, 2.7) : 0;
  const away = (1 - arrive(t + 0.2, motion) + gone) * from * 0.3 * width;
  const gridArea = inTurn ? '1 / 1' : 'auto';
  const shown = {gridArea, translate: away, opacity: ramp(t, -0.2, 0.1) - gone};
<% if variant == 2 %>
  const card = {width: box.width, height: box.height, padding: pad};
<% else %>
  const backgroundColor = `color-mix(in oklab, ${color} ${from > 0 ? 14 : 5}%, ${palette.surface})`;
  const border = `${2 * u}px solid color-mix(in oklab, ${color} 35%, transparent)`;
  const ground = {borderRadius: 36 * u, border, backgroundColor};
  const card = {...ground, width: box.width, height: box.height, padding: pad};
<% endif %>
  return (
    <div style={{...CARD, ...card, ...shown}}>
      <Text text={name} font={heading} box={title} motion={motion} delay={since} style={head} />
      {items.map((item, i) => (
        <div key={i} style={{...row, ...enter(arrive(t - 0.3 - i * step, motion))}}>
          <div style={{...dot, backgroundColor: color}} />
          <div dir="auto">{item}</div>
        </div>
      ))}
    </div>
  );
};

const CARD = {display: 'flex', flexDirection: 'column', justifyContent: 'center'} as const;
const CENTER = {placeSelf: 'center', textAlign: 'center'} as const;
const ROW = {display: 'flex', alignItems: 'center', textAlign: 'start'} as const;

<% if variant == 2 %>
/** The accent's half of the frame, which opens like a door. */
const Half = ({palette, motion, inTurn}: Props & {inTurn: boolean}) => {
  const {width, height} = useVideoConfig();
  const sway = 0.4 * Math.sin(useClock(motion.speed));
  const [part, since] = inTurn ? [101, 2.6] : [50, 0];
  const edge = 100 - part * arrive(useSeconds() - since, motion) + sway;
  const clipPath = width > 0.9 * height ? `inset(0 0 0 ${edge}%)` : `inset(${edge}% 0 0)`;
  const tint = `color-mix(in oklab, ${palette.accent} 16%, ${palette.background})`;
  const frame = {position: 'absolute', inset: 0, clipPath, backgroundColor: tint} as const;
  return <div style={frame} />;
};
<% else %>
const Badge = ({palette, heading, motion}: Props) => {
  const {u} = useSafeArea();
  const beat = 1 + 0.04 * Math.sin(3 * useClock(motion.speed));
  const size = {width: 112 * u, height: 112 * u, borderRadius: 56 * u, fontSize: 40 * u};
  const color = {color: palette.text, backgroundColor: palette.background};
  const scale = beat * arrive(useSeconds() - 0.5, motion);
  return <div style={{...heading, ...BADGE, ...size, ...color, scale}}>vs</div>;
};

const BADGE = {...CENTER, position: 'absolute', display: 'grid', placeItems: 'center'} as const;
<% endif %>

<% include "_parts/shared.tsx" %>
