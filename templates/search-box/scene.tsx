export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function SearchBox(props: Props) {
  return (
    <Stage {...props}>
      <Search {...props} />
    </Stage>
  );
}

<% if variant == 2 %>
const Search = (props: Props) => {
<% if has.items %>
  const {text, items, heading, body, palette, motion, spacing} = props;
<% else %>
  const {text, heading, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.items %>
  const box = {width: width - 240 * u, height: height * 0.42, size: props.size * u};
<% else %>
  const box = {width: width - 240 * u, height: height * 0.8, size: props.size * u};
<% endif %>
  const fontSize = fit(text, heading, box);
  const until = typedUntil(props);
  const typed = ramp(t, 0.7, until);
<% if has.items %>
  const below = {width: width - 100 * u, height: (height * 0.36) / items.length, size: 58 * u};
  const small = Math.min(...items.map((item) => fit(item, body, below)));
  const come = (i: number) => enter(arrive(t - until - 0.1 - i * motion.stagger, motion));
  const rows = {display: 'flex', alignItems: 'center', gap: 40 * u, marginTop: 36 * u * spacing};
  const found = {...rows, ...body, ...WRAP, fontSize: small, lineHeight: 1.2};
<% endif %>
  const drawn = ramp(t, 0.1, 1, Easing.inOut(Easing.cubic));
  const line = {width, height: 8 * u, backgroundColor: palette.accent, marginTop: 36 * u};
  const row = {display: 'flex', alignItems: 'center', gap: 60 * u, ...heading, fontSize};
  return (
    <div dir="ltr" style={{width, textAlign: 'start'}}>
      <div style={row}>
        <div style={enter(arrive(t - 0.2, motion))}>
          <Lens color={palette.accent} size={130 * u} />
        </div>
        <div style={{...WRAP, textWrap: 'wrap', lineHeight: 1.08}}>
          <Typed text={text} typed={typed} color={palette.accent} />
        </div>
      </div>
      <div style={{...line, scale: `${drawn} 1`, transformOrigin: 'left'}} />
<% if has.items %>
      {items.map((item, i) => (
        <div key={i} style={{...found, ...come(i)}}>
          <Lens color={palette.muted} size={48 * u} />
          <div dir="auto">{item}</div>
        </div>
      ))}
<% endif %>
    </div>
  );
};

<% else %>
const Search = (props: Props) => {
<% if has.items %>
  const {text, items, body, palette, motion, spacing} = props;
  const {u, width, height} = useSafeArea();
<% else %>
  const {text, body, palette, motion} = props;
  const {u, width} = useSafeArea();
<% endif %>
  const t = useSeconds();
  const across = Math.min(width, 1560 * u);
  const box = {width: across - 320 * u, height: 230 * u, size: props.size * u};
  const fontSize = fit(text, body, box);
  const until = typedUntil(props);
  const typed = ramp(t, 0.7, until);
<% if has.items %>
  const below = {width: across - 220 * u, height: (height - 330 * u) / items.length, size: 60 * u};
  const small = Math.min(...items.map((item) => fit(item, body, below)));
  const come = (i: number) => enter(arrive(t - until - 0.1 - i * motion.stagger, motion));
  const rows = {display: 'flex', alignItems: 'center', gap: 40 * u, paddingTop: 30 * u * spacing};
  const found = {...rows, ...body, ...WRAP, fontSize: small, lineHeight: 1.2};
  const opened = ramp(t, until, until + 0.5, Easing.out(Easing.cubic));
  const list = {padding: `0 ${54 * u}px ${44 * opened * u}px`, textAlign: 'start'} as const;
<% endif %>
  const press = Math.sin(Math.PI * ramp(t, until, until + 0.35));
  const line = `${2 * u}px solid ${blend(palette.text, 14)}`;
  const shadow = `0 ${20 * u}px ${80 * u}px rgba(0, 0, 0, 0.2)`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 76 * u};
  const row = {display: 'flex', alignItems: 'center', gap: 36 * u, minHeight: 152 * u};
  const type = {...body, fontSize, lineHeight: 1.2, flexGrow: 1, padding: `${24 * u}px 0`};
  const go = {borderRadius: '50%', backgroundColor: palette.accent, scale: 1 - 0.14 * press};
  const glow = {boxShadow: `${shadow}, 0 0 0 ${8 * u * press}px ${blend(palette.accent, 40)}`};
  return (
    <div dir="ltr" style={{...face, ...glow, ...enter(arrive(t, motion)), width: across}}>
      <div style={{...row, padding: `0 ${24 * u}px 0 ${48 * u}px`, textAlign: 'start'}}>
        <Lens color={palette.muted} size={64 * u} />
        <div style={{...type, overflowWrap: 'anywhere', minWidth: 0}}>
          <Typed text={text} typed={typed} color={palette.accent} />
        </div>
        <svg viewBox="0 0 24 24" width={104 * u} style={{...go, flexShrink: 0}}>
          <path d="M8 12H16M13 8.5L16.5 12 13 15.5" {...STROKE} stroke={palette.onAccent} />
        </svg>
      </div>
<% if has.items %>
      <div style={{display: 'grid', gridTemplateRows: `${opened}fr`}}>
        <div style={{...list, minHeight: 0, overflow: 'hidden'}}>
          {items.map((item, i) => (
            <div key={i} style={{...found, ...come(i)}}>
              <Lens color={palette.muted} size={48 * u} />
              <div dir="auto">{item}</div>
            </div>
          ))}
        </div>
      </div>
<% endif %>
    </div>
  );
};

<% endif %>
const typedUntil = ({text, motion}: Props) =>
  0.7 + Math.min(2, (text.length * 0.07) / motion.speed);

const STROKE = {fill: 'none', strokeWidth: 2, strokeLinecap: 'round'} as const;

const Lens = ({color, size}: {color: string; size: number}) => (
  <svg viewBox="0 0 24 24" width={size} style={{flexShrink: 0}}>
    <path d="M15 15 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0" {...STROKE} stroke={color} />
  </svg>
);

<% include "_parts/typing.tsx" %>

<% if variant == 1 %>
<% include "_parts/blend.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
