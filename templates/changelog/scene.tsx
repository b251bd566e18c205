export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Changelog(props: Props) {
  return (
    <Stage {...props}>
      <Release {...props} />
    </Stage>
  );
}

<% if variant == 1 %>
/** The version counts up to itself; beside it are the changes, each with what kind it is. */
const Release = ({items, body, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title or has.version %>
  const beside = width > 1.4 * height;
  const [aside, part] = beside ? [width * 0.36, width * 0.57] : [width, width];
  const share = items.length > 4 ? 0.65 : 0.5;
  const room = beside ? height : height * share;
  const head = height * (beside ? 0.9 : 0.97 - share);
<% else %>
  const [part, room] = [width, height];
<% endif %>
  const row = Math.min(250 * props.spacing * u, room / items.length);
  const changes = items.map((item) => item.match(/^(\p{L}+):\s*(.+)$/u)?.slice(1) ?? ['', item]);
  const tagged = changes.some(([kind]) => kind) ? 60 * u : 0;
  const box = {width: part - 56 * u, height: row - tagged, size: 68 * u};
  const fontSize = Math.min(...changes.map(([, text]) => fit(text, body, box)));
  const line = {...body, ...WRAP, display: 'grid', alignContent: 'center', height: row};
  const rail = {width: 6 * u, background: palette.accent, scale: `1 ${ramp(t, 0.3, LENGTH)}`};
  return (
    <div style={{...FLOW, width, rowGap: height * 0.03}}>
<% if has.title or has.version %>
      <Head {...props} palette={palette} motion={motion} width={aside} room={head} />
<% endif %>
      <div style={{display: 'flex', gap: 50 * u, width: part}}>
        <div style={{...rail, flexShrink: 0, transformOrigin: 'top'}} />
        <div>
          {changes.map(([kind, text], i) => {
            const p = arrive(t - 0.3 - i * Math.min(motion.stagger, 1.2 / items.length), motion);
            return (
              <div key={i} style={line}>
                <div style={{fontSize: 36 * u, color: palette.accent, ...enter(p)}}>{kind}</div>
                <div style={{fontSize, lineHeight: LEADING, ...enter(p)}}>{text}</div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

const FLOW = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
} as const;

<% if has.title or has.version %>
type HeadProps = Omit<Props, 'items' | 'body' | 'spacing'> & {width: number; room: number};

const Head = ({heading, palette, motion, width, room, ...props}: HeadProps) => {
  const {u} = useSafeArea();
<% if has.title and has.version %>
  const title = {width, height: room * 0.5, size: 76 * u};
<% elif has.title %>
  const title = {width, height: room, size: props.size * 0.6 * u};
<% endif %>
<% if has.version %>
  const counted = ramp(useSeconds(), 0.1, 1.6, Easing.out(Easing.cubic));
  const version = props.version.replace(/\d+/g, (digits) => `${Math.round(+digits * counted)}`);
<% if has.title %>
  const box = {width, height: room * 0.5, size: props.size * u};
<% else %>
  const box = {width, height: room, size: props.size * u};
<% endif %>
  const fontSize = fit(props.version, heading, box);
  const figure = {...heading, ...WRAP, fontSize, fontVariantNumeric: 'tabular-nums'};
<% endif %>
  return (
    <div style={{width}}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
<% if has.version %>
      <div style={{...figure, lineHeight: LEADING, color: palette.accent}}>{version}</div>
<% endif %>
    </div>
  );
};

<% endif %>
<% else %>
/** A file's diff: lines that were added, and a light that goes down along them. */
const Release = ({items, body, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title or has.version %>
  const inner = width - 128 * u;
<% endif %>
  const edge = (items.length > 6 ? 4 : 40) * u;
<% if has.title and has.version %>
  const title = {width: inner, height: height * 0.158, size: props.size * u};
  const mark = {width: inner, height: height * 0.158, size: 60 * u};
<% elif has.title %>
  const title = {width: inner, height: height * 0.158, size: props.size * u};
<% elif has.version %>
  const mark = {width: inner, height: height * 0.14, size: props.size * u};
<% endif %>
<% if has.title or has.version %>
  const room = height * 0.684 - 4 * edge;
<% else %>
  const room = height - 2 * edge;
<% endif %>
  const row = Math.min(150 * props.spacing * u, room / items.length);
  const box = {width: width - 214 * u, height: row - edge * 0.6, size: 60 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const read = ramp(t, 1, LENGTH - motion.exit) * items.length - 0.5;
  const sheet = {width, overflow: 'hidden', borderRadius: 32 * u, background: palette.surface};
  const line = {...body, ...WRAP, display: 'flex', alignItems: 'center', height: row};
  return (
    <div style={{...sheet, padding: `${edge}px 0`, ...enter(arrive(t, motion))}}>
<% if has.title or has.version %>
      <div style={{...HEAD, padding: `0 ${64 * u}px ${edge}px`}}>
<% if has.title %>
        <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0.2} />
<% endif %>
<% if has.version %>
        <div style={{color: palette.accent}}>
          <Text text={props.version} font={props.heading} box={mark} motion={motion} delay={0.4} />
        </div>
<% endif %>
      </div>
<% endif %>
      {items.map((item, i) => {
        const p = arrive(t - 0.3 - i * Math.min(motion.stagger, 1.2 / items.length), motion);
        const light = 7 + 12 * Math.max(0, 1 - Math.abs(read - i));
        const tint = `color-mix(in oklab, ${palette.accent} ${light * p}%, ${palette.surface})`;
        return (
          <div key={i} style={{...line, background: tint}}>
            <svg viewBox="-12 -12 24 24" width={150 * u} height={36 * u} style={{flexShrink: 0}}>
              <path d="M -9 0 H 9 M 0 -9 V 9" stroke={palette.accent} strokeWidth={3 * p} />
            </svg>
            <div style={{fontSize, lineHeight: LEADING, ...enter(p)}}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};

<% if has.title or has.version %>
const HEAD = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
} as const;

<% endif %>
<% endif %>
<% include "_parts/shared.tsx" %>
