export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 2 %>
export default function Notifications(props: Props) {
  const {u, width, height} = useSafeArea();
  const place = {display: 'flex', alignItems: 'center', gap: 110 * u, width} as const;
  return (
    <Stage {...props}>
      <div style={{...place, flexDirection: width > height ? 'row' : 'column'}}>
        <App {...props} />
        <Pile {...props} />
      </div>
    </Stage>
  );
}

/** The app's icon with the number of what is new. */
const App = (props: Props) => {
<% if has.app %>
  const {items, heading, body, palette, motion} = props;
<% else %>
  const {items, heading, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const side = (width > height ? 300 : 220) * u;
  const count = items.filter((_, i) => t > beginOf(i, props) + 0.1).length;
  const leap = Math.max(...items.map((_, i) => pulse(t - beginOf(i, props) - 0.1)));
  const spot = {position: 'absolute', top: -34 * u, right: -34 * u, minWidth: 104 * u} as const;
  const round = {height: 104 * u, borderRadius: 52 * u, backgroundColor: palette.accent};
  const type = {...heading, fontSize: 56 * u, lineHeight: 1.85, color: palette.onAccent};
  const badge = {...round, ...type, textAlign: 'center'} as const;
<% if has.app %>
  const wide = width > height;
  const box = {width: wide ? 440 * u : width, height: wide ? 400 * u : 240 * u, size: 46 * u};
  const name = {color: palette.muted, marginTop: 34 * u, textAlign: 'center'} as const;
<% endif %>
  const turn = {transformOrigin: '50% 10%', rotate: `${12 * Math.sin(leap * 9) * leap}deg`};
  return (
    <div style={{...enter(arrive(t, motion)), flexShrink: 0}}>
      <div style={{position: 'relative', width: side, margin: '0 auto'}}>
        <div style={turn}>
          <Bell palette={palette} size={side} />
        </div>
        {count > 0 && <div style={{...spot, ...badge, scale: 1 + 0.16 * leap}}>{count}</div>}
      </div>
<% if has.app %>
      <Text text={props.app} font={body} box={box} motion={motion} delay={0.2} style={name} />
<% endif %>
    </div>
  );
};

const pulse = (age: number) => (age < 0 ? 0 : Math.exp(-5 * age));

/** The newest in front; what came before goes up and back. */
const Pile = (props: Props) => {
  const {items, body, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const column = width > height ? width - 520 * u : width;
  const room = width > height ? 460 * u : Math.min(460 * u, height - 700 * u);
  const box = {width: column - 140 * u, height: room, size: props.size * u};
  const fontSize = Math.max(36 * u, Math.min(...items.map((item) => fit(item, body, box))));
  const come = items.map((_, i) => arrive(t - beginOf(i, props), motion));
  const shadow = `drop-shadow(0 ${12 * u}px ${24 * u}px rgba(0, 0, 0, 0.2))`;
  const place = {display: 'grid', width: column, minHeight: 340 * u, paddingTop: 110 * u};
  return (
    <div style={place}>
      {items.map((item, i) => {
        const depth = come.slice(i + 1).reduce((sum, p) => sum + p, 0);
        const back = {translate: `0 ${-56 * u * depth}px`, scale: 1 - 0.07 * depth};
        const style = {...back, opacity: come[i] && ramp(depth, 3, 2), transformOrigin: 'top'};
        return (
          <div key={i} style={{...style, gridArea: '1 / 1', display: 'grid', filter: shadow}}>
            <Card {...props} item={item} fontSize={fontSize} shown={come[i]} read={depth} />
          </div>
        );
      })}
    </div>
  );
};

<% else %>
export default function Notifications(props: Props) {
  return (
    <Stage {...props}>
      <List {...props} />
    </Stage>
  );
}

/** The newest stands above; when there is no room left, the oldest go away below. */
const List = (props: Props) => {
  const {items, body, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const column = Math.min(width, 1280 * u);
<% if has.app %>
  const rest = height - items.length * (126 + 24 * props.spacing) * u;
<% else %>
  const rest = height - items.length * (88 + 24 * props.spacing) * u;
<% endif %>
  const room = {width: column - 250 * u, height: rest, size: props.size * u};
  const fontSize = Math.max(36 * u, fit(items.join('\n'), body, room));
  const list = {display: 'flex', flexDirection: 'column-reverse', width: column} as const;
  const step = Math.min(motion.stagger, (LENGTH - 1.8) / items.length);
  const fade = `linear-gradient(black calc(100% - ${50 * u}px), transparent)`;
  const shadow = `drop-shadow(0 ${12 * u}px ${24 * u}px rgba(0, 0, 0, 0.2))`;
  const edge = {margin: -50 * u, padding: 50 * u, maskImage: fade, maxHeight: height};
  return (
    <div style={{...list, ...edge, justifyContent: 'flex-end', boxSizing: 'content-box'}}>
      {items.map((item, i) => {
        const age = t - 0.3 - i * step;
        const open = {display: 'grid', gridTemplateRows: `${ramp(age, 0, 0.4)}fr`, flexShrink: 0};
        const gap = i < items.length - 1 ? 24 * u * props.spacing : 0;
        return (
          <div key={i} style={{...open, visibility: age > 0 ? 'visible' : 'hidden'}}>
            <div style={{minHeight: 0, paddingTop: gap, filter: shadow}}>
              <Card {...props} item={item} fontSize={fontSize} shown={arrive(age, motion)} />
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
/** When a notification comes. */
const beginOf = (index: number, {items, motion}: Props) =>
  0.3 + index * Math.min(motion.stagger, (LENGTH - 1.8) / items.length);

<% if variant == 1 %>
type CardProps = Props & {item: string; fontSize: number; shown: number};
<% else %>
type CardProps = Props & {item: string; fontSize: number; shown: number; read: number};
<% endif %>

/** A notification; what stands before its colon is who or what it is from. */
<% if variant == 1 %>
const Card = ({item, fontSize, shown, ...props}: CardProps) => {
<% else %>
const Card = ({item, fontSize, shown, read, ...props}: CardProps) => {
<% endif %>
  const {body, heading, palette} = props;
  const {u} = useSafeArea();
  const [, from, text] = /^([^:]{1,40}): (.+)$/s.exec(item) ?? ['', '', item];
  const line = `${2 * u}px solid ${blend(palette.text, 12)}`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 44 * u};
  const row = {display: 'flex', alignItems: 'center', gap: 36 * u, padding: 38 * u};
<% if variant == 1 %>
  const type = {...body, ...WRAP, fontSize, lineHeight: 1.22};
<% else %>
  const type = {...body, ...WRAP, fontSize, lineHeight: 1.22, opacity: 1 - read};
<% endif %>
  return (
    <div style={{...face, ...row, ...enter(shown)}}>
<% if variant == 1 %>
      <Bell palette={palette} size={96 * u} />
<% endif %>
      <div dir="auto" style={{...type, textAlign: 'start', minWidth: 0}}>
<% if has.app and variant == 1 %>
        <div style={{fontSize: 30 * u, color: palette.muted}}>{props.app}</div>
<% endif %>
        {from && <span style={{fontWeight: heading.fontWeight}}>{from} </span>}
        {text}
      </div>
    </div>
  );
};

const Bell = ({palette, size}: Pick<Props, 'palette'> & {size: number}) => (
  <svg viewBox="0 0 24 24" width={size} style={{display: 'block', flexShrink: 0}}>
    <rect width="24" height="24" rx="5.6" fill={blend(palette.accent, 22)} />
    <path d="M6 16q2-1 2-5a4 4 0 0 1 8 0q0 4 2 5Zm4 1.5h4q-2 3-4 0" fill={palette.accent} />
  </svg>
);

<% include "_parts/blend.tsx" %>

<% include "_parts/shared.tsx" %>
