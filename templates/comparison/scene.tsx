export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 5;

export default function Comparison(props: Props) {
  const {u, width, height} = useSafeArea();
  const beside = width > 0.9 * height;
<% if has.title %>
  const title = {width, height: height * 0.2, size: props.size * u};
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
  const box = beside
    ? {width: (width - gap) / 2, height: Math.min(room, 720 * u), size}
    : {width, height: (room - gap) / 2, size};
  const sides = {display: 'flex', flexDirection: beside ? 'row' : 'column', gap} as const;
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Half {...props} />
<% endif %>
<% if has.title %>
      <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
<% endif %>
      <div dir="ltr" style={{...sides, position: 'relative', marginTop: 40 * props.spacing * u}}>
<% if has.left_items %>
        <Side {...props} box={box} name={props.left} items={props.leftItems} from={-1} />
<% else %>
        <Side {...props} box={box} name={props.left} items={[]} from={-1} />
<% endif %>
<% if has.right_items %>
        <Side {...props} box={box} name={props.right} items={props.rightItems} from={1} />
<% else %>
        <Side {...props} box={box} name={props.right} items={[]} from={1} />
<% endif %>
<% if variant == 1 %>
        <Badge {...props} />
<% endif %>
      </div>
    </Stage>
  );
}

type SideProps = Props & {box: Box; name: string; items: string[]; from: number};

const Side = ({box, name, items, from, palette, heading, body, motion}: SideProps) => {
  const {u, width} = useSafeArea();
  const t = useSeconds();
<% if variant == 2 %>
  const pad = 24 * u;
<% else %>
  const pad = Math.min(64 * u, box.height * 0.1);
<% endif %>
  const inner = box.width - 2 * pad;
  const title = {...box, width: inner, height: box.height * (items.length ? 0.22 : 0.6)};
  const slot = Math.min((box.height * 0.74 - 2 * pad) / Math.max(1, items.length), 130 * u);
  const point = {width: inner - 60 * u, height: slot, size: Math.min(48 * u, slot * 0.62)};
  const fontSize = Math.max(28 * u, Math.min(...items.map((item) => fit(item, body, point))));
  const color = from > 0 ? palette.accent : palette.muted;
  const row = {...body, ...WRAP, fontSize, lineHeight: LEADING, minHeight: slot, gap: 28 * u};
  const place = items.length ? ({textAlign: 'start', marginBottom: pad * 0.5} as const) : CENTER;
  const head = {color, ...place};
  const dot = {flexShrink: 0, width: 20 * u, height: 20 * u, borderRadius: 10 * u};
  const away = (1 - arrive(t, motion)) * from * 0.3 * width;
<% if variant == 2 %>
  const card = {width: box.width, height: box.height, padding: pad};
<% else %>
  const backgroundColor = `color-mix(in oklab, ${color} ${from > 0 ? 14 : 5}%, ${palette.surface})`;
  const border = `${2 * u}px solid color-mix(in oklab, ${color} 35%, transparent)`;
  const ground = {borderRadius: 36 * u, border, backgroundColor};
  const card = {width: box.width, height: box.height, padding: pad, ...ground};
<% endif %>
  return (
    <div style={{...CARD, ...card, translate: away, opacity: ramp(t, 0, 0.3)}}>
      <Text text={name} font={heading} box={title} motion={motion} delay={0.2} style={head} />
      {items.map((item, i) => {
        const come = enter(arrive(t - 0.5 - i * motion.stagger - (from > 0 ? 0.1 : 0), motion));
        return (
          <div key={i} style={{...row, ...ROW, ...come}}>
            <div style={{...dot, backgroundColor: color}} />
            <div dir="auto">{item}</div>
          </div>
        );
      })}
    </div>
  );
};

const CARD = {display: 'flex', flexDirection: 'column', justifyContent: 'center'} as const;
const CENTER = {alignSelf: 'center', textAlign: 'center'} as const;
const ROW = {display: 'flex', alignItems: 'center', textAlign: 'start'} as const;

<% if variant == 2 %>
/** The accent's half of the frame, which opens like a door. */
const Half = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const sway = 0.4 * Math.sin(useClock(motion.speed));
  const edge = 100 - 50 * arrive(useSeconds(), motion) + sway;
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

const BADGE = {
  position: 'absolute',
  inset: 0,
  margin: 'auto',
  display: 'grid',
  placeItems: 'center',
} as const;
<% endif %>

<% include "_parts/shared.tsx" %>
