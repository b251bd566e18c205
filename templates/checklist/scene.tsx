export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Checklist(props: Props) {
  return (
    <Stage {...props}>
<% if variant == 1 %>
<% if has.title %>
      <Head {...props} />
<% endif %>
      <Tasks {...props} />
<% else %>
      <Sheet {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 1 %>
<% if has.title %>
/** The title, and how much of the list is done. */
const Head = ({title, items, heading, palette, motion, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const ticked = useTicks(items);
  const many = items.length > 6;
  const box = {width, height: height * (many ? 0.16 : 0.2), size: size * u};
  const gap = (many ? 10 : 40) * u;
  const done = items.reduce((sum, _, i) => sum + ticked(i), 0) / items.length;
  const bar = {height: 10 * u, borderRadius: 10 * u, background: palette.accent};
  return (
    <div style={{width, marginBottom: gap}}>
      <Text text={title} font={heading} box={box} motion={motion} delay={0} />
      <div style={{marginTop: gap, background: palette.surface, borderRadius: 10 * u}}>
        <div style={{...bar, width: `${100 * done}%`}} />
      </div>
    </div>
  );
};

<% endif %>
/** Items whose boxes fill with a tick that draws itself. */
const Tasks = ({items, body, palette, motion, spacing, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const ticked = useTicks(items);
<% if has.title %>
  const room = height * (items.length > 6 ? 0.8 : 0.68);
<% else %>
  const room = height;
<% endif %>
  const columns = items.length > 6 && width > 1.2 * height ? 2 : 1;
  const row = Math.min(180 * spacing * u, room / Math.ceil(items.length / columns));
  const square = Math.min(84 * u, row * 0.7);
  const column = width / columns - (columns - 1) * 24 * u;
  const box = {width: column - square - 44 * u, height: row, size: size * 0.6 * u};
  const font = {...body, ...WRAP, lineHeight: LEADING};
  const fontSize = Math.min(...items.map((item) => fit(item, font, box)));
  const gridTemplateColumns = `repeat(${columns}, 1fr)`;
  const line = {display: 'flex', alignItems: 'center', gap: 44 * u, height: row};
  return (
    <div style={{width, display: 'grid', gridTemplateColumns, columnGap: 48 * u}}>
      {items.map((item, i) => {
        const p = arrive(t - 0.2 - i * Math.min(motion.stagger, 1 / items.length), motion);
        const drawn = ticked(i);
        const pop = 1 + 0.18 * Math.sin(Math.PI * drawn);
        const edge = {stroke: drawn ? palette.accent : palette.muted, strokeWidth: 1.4};
        const tick = {...evolvePath(drawn, TICK), stroke: palette.onAccent, strokeWidth: 2.6};
        return (
          <div key={i} style={{...line, ...enter(p)}}>
            <svg viewBox="0 0 24 24" width={square} style={{flexShrink: 0, scale: pop}}>
              <rect {...BOX} {...edge} fill={palette.accent} fillOpacity={drawn} />
              <path d={TICK} {...tick} fill="none" strokeLinecap="round" />
            </svg>
            <div style={{...font, fontSize}}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};

const BOX = {x: 1, y: 1, width: 22, height: 22, rx: 7};
const TICK = 'M 6.5 12.5 L 10.5 16.5 L 17.5 8';

<% else %>
/** A sheet of paper on which a pen ticks. */
const Sheet = ({items, body, palette, motion, size, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const ticked = useTicks(items);
  const [edge, ratio] = items.length > 6 ? [12 * u, 1.9] : [72 * u, 1.3];
  const page = {width: Math.min(width, height * ratio), padding: `${edge}px ${64 * u}px`};
  const inner = page.width - 128 * u;
<% if has.title %>
  const title = {width: inner, height: height * 0.158, size: size * u};
  const room = height * 0.842 - 2.4 * edge;
<% else %>
  const room = height - 2 * edge;
<% endif %>
  const row = Math.min(132 * props.spacing * u, room / items.length);
  const box = {width: inner - 110 * u, height: row - 2 * u, size: size * 0.56 * u};
  const font = {...body, ...WRAP, lineHeight: LEADING};
  const fontSize = Math.min(...items.map((item) => fit(item, font, box)));
  const ink = {stroke: palette.accent, strokeWidth: 7 * u, fill: 'none'};
  const hook = [0.16, 0.5, 0.09, 0.12, 0.14, -0.3, 0.4, -0.42].map((part) => part * 110 * u);
  const tick = `M ${hook[0]} ${row / 2} l ${hook[2]} ${hook[3]} q ${hook.slice(4).join(' ')}`;
  const rule = `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 14%, transparent)`;
  const line = {height: row, borderTop: rule, display: 'flex', alignItems: 'center'};
  const sheet = {...page, background: palette.surface, borderRadius: 20 * u};
  const boxShadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.3)`;
  const lie = 0.5 * Math.sin(useClock(motion.speed) * 0.7) - 1.4;
  return (
    <div style={{rotate: `${lie}deg`, marginInline: 'auto'}}>
      <div style={{...sheet, boxShadow, ...enter(arrive(t, motion))}}>
<% if has.title %>
        <div style={{marginBottom: edge * 0.4}}>
          <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0.3} />
        </div>
<% endif %>
        {items.map((item, i) => {
          const p = arrive(t - 0.4 - i * Math.min(motion.stagger, 1 / items.length), motion);
          return (
            <div key={i} style={line}>
              <svg width={110 * u} height={row} style={{flexShrink: 0, overflow: 'visible'}}>
                <path d={tick} {...ink} strokeLinecap="round" {...evolvePath(ticked(i), tick)} />
              </svg>
              <div style={{...font, fontSize, ...enter(p)}}>{item}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
};

<% endif %>
/** How far each tick is drawn: one after the other until shortly before the end. */
const useTicks = ({length}: string[]) => {
  const t = useSeconds();
  return (i: number) => {
    const at = 1 + (i * (LENGTH - 2.2)) / length;
    return ramp(t, at, at + 0.4, Easing.out(Easing.cubic));
  };
};

<% include "_parts/shared.tsx" %>
