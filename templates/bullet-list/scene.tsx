export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function BulletList(props: Props) {
  return (
    <Stage {...props}>
      <List {...props} />
    </Stage>
  );
}

<% if variant == 1 %>
/** Points between rules that draw themselves; a gleam runs along the one whose turn it is. */
const List = ({items, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const many = items.length > 6;
  const [part, above] = width > 1.4 * height && !many ? [0.54, 0] : [1, many ? 0.19 : 0.27];
  const aside = {width: width * (part < 1 ? 0.4 : 1), height: height * (above * 0.88 || 1)};
  const title = {...aside, size: props.size * u};
<% else %>
  const [part, above] = [1, 0];
<% endif %>
  const columns = items.length > 6 && width > 1.2 * height ? 2 : 1;
  const rows = Math.ceil(items.length / columns);
  const row = Math.min(0.2 * height * props.spacing, (height * (1 - above)) / rows);
  const column = (width * part) / columns - 32 * u;
  const size = Math.max(36, props.size * 0.6) * u;
  const box = {width: column - 100 * u, height: row * 0.97, size};
  const font = {...props.body, ...WRAP, fontWeight: 500, lineHeight: LEADING};
  const fontSize = Math.min(...items.map((item) => fit(item, font, box)));
  const turn = ramp(t, 1.2, LENGTH - motion.exit) * items.length - 0.5;
  const rule = `color-mix(in oklab, ${palette.text} 22%, transparent)`;
  const grid = {gridTemplate: `repeat(${rows}, ${row}px) / repeat(${columns}, ${column}px)`};
  const flow = {display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between'} as const;
  return (
    <div style={{...flow, width, rowGap: height * above * 0.12}}>
<% if has.title %>
      <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0} />
<% endif %>
      <div style={{display: 'grid', ...grid, gridAutoFlow: 'column', gap: `0 ${64 * u}px`}}>
        {items.map((item, i) => {
          const p = arrive(t - 0.2 - i * Math.min(motion.stagger, 1.4 / items.length), motion);
          const reach = 28 + 40 * Math.max(0, 1 - Math.abs(turn - i));
          const at = (turn - i) * 100 + 50;
          const gleam = `${rule} ${at - 40}%, ${palette.accent} ${at}%, ${rule} ${at + 40}%`;
          const line = `linear-gradient(90deg, ${gleam}) bottom / ${100 * p}% ${3 * u}px no-repeat`;
          return (
            <div key={i} style={{display: 'flex', alignItems: 'center', background: line}}>
              <div style={{flex: `0 0 ${100 * u}px`}}>
                <div style={{width: reach * p * u, height: 8 * u, background: palette.accent}} />
              </div>
              <div style={{...font, fontSize, ...enter(p)}}>{item}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
};

<% elif variant == 2 %>
/** Cards that are dealt one by one; a light goes along their edges. */
const List = ({items, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const title = {width, height: height * (items.length > 6 ? 0.168 : 0.2), size: props.size * u};
  const room = height * (items.length > 6 ? 0.81 : 0.72);
<% else %>
  const room = height;
<% endif %>
  const even = items.length === 4 || items.length > 6 ? 2 : 3;
  const few = items.length < 5 && width > 0.9 * height ? 2 : 1;
  const columns = width > 1.4 * height ? even : few;
  const gap = (items.length > 6 ? 2 : 28) * props.spacing * u;
  const row = Math.min(320 * u, (room + gap) / Math.ceil(items.length / columns) - gap);
  const size = Math.max(36, props.size * 0.55) * u;
  const box = {width: (width + gap) / columns - gap - 96 * u, height: row, size};
  const font = {...props.body, ...WRAP, fontWeight: 500, lineHeight: LEADING};
  const fontSize = Math.min(...items.map((item) => fit(item, font, box)));
  const turn = ramp(t, 1, LENGTH - motion.exit) * items.length - 0.5;
  const edge = {alignItems: 'center', padding: `0 ${44 * u}px`, borderRadius: 28 * u};
  return (
    <div style={{width, display: 'grid', gap, gridTemplateColumns: `repeat(${columns}, 1fr)`}}>
<% if has.title %>
      <div style={{gridColumn: '1 / -1', marginBottom: height * 0.02}}>
        <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0} />
      </div>
<% endif %>
      {items.map((item, i) => {
        const p = arrive(t - 0.2 - i * Math.min(motion.stagger, 1.4 / items.length), motion);
        const near = 20 + 80 * Math.max(0, 1 - Math.abs(turn - i));
        const lit = `color-mix(in oklab, ${palette.accent} ${near}%, ${palette.surface})`;
        const card = {...edge, height: row, borderInlineStart: `${10 * u}px solid ${lit}`};
        return (
          <div key={i} style={{rotate: `${(1 - p) * (i % 2 ? 5 : -5)}deg`}}>
            <div style={{...card, display: 'flex', background: palette.surface, ...enter(p)}}>
              <div style={{...font, fontSize}}>{item}</div>
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% else %>
/** A thread that runs down, and the points that hang on it; a bead goes along it. */
const List = ({items, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const title = {width, height: height * (items.length > 6 ? 0.168 : 0.2), size: props.size * u};
  const row = Math.min(0.18 * height * props.spacing, (height * 0.81) / items.length);
<% else %>
  const row = Math.min(0.18 * height * props.spacing, height / items.length);
<% endif %>
  const size = Math.max(36, props.size * 0.64) * u;
  const box = {width: width - 96 * u, height: row * 0.97, size};
  const font = {...props.body, ...WRAP, fontWeight: 500, lineHeight: LEADING};
  const fontSize = Math.min(...items.map((item) => fit(item, font, box)));
  const step = Math.min(motion.stagger, 1.4 / items.length);
  const drawn = ramp(t, 0.2, 0.6 + items.length * step, Easing.out(Easing.cubic));
  const length = row * (items.length - 1);
  const bead = ramp(t, 1.2, LENGTH - motion.exit, Easing.inOut(Easing.cubic)) * (items.length - 1);
  const dot = {width: 36 * u, height: 36 * u, borderRadius: '50%', background: palette.accent};
  const thread = {insetInlineStart: 16 * u, top: row / 2, width: 4 * u, opacity: 0.4};
  return (
    <div style={{width}}>
<% if has.title %>
      <div style={{marginBottom: height * 0.02}}>
        <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0} />
      </div>
<% endif %>
      <div style={{position: 'relative'}}>
        <div style={{...dot, ...thread, position: 'absolute', height: drawn * length}} />
        {items.map((item, i) => {
          const p = arrive(t - 0.3 - i * step, motion);
          const scale = p * (0.6 + 0.4 * Math.max(0, 1 - Math.abs(bead - i)));
          return (
            <div key={i} style={{height: row, display: 'flex', alignItems: 'center', gap: 56 * u}}>
              <div style={{...dot, flexShrink: 0, scale}} />
              <div style={{...font, fontSize, ...enter(p)}}>{item}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
