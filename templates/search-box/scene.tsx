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
  const {text, heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.items %>
  const box = {width: width - 240 * u, height: height * 0.42, size: props.size * u};
<% else %>
  const box = {width: width - 240 * u, height: height * 0.8, size: props.size * u};
<% endif %>
  const fontSize = fit(text, heading, box);
  const typed = ramp(t, 0.7, typedUntil(text));
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
      <Results {...props} width={width} />
<% endif %>
    </div>
  );
};

<% else %>
const Search = (props: Props) => {
  const {text, body, palette, motion} = props;
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const across = Math.min(width, 1560 * u);
  const box = {width: across - 320 * u, height: 230 * u, size: props.size * u};
  const fontSize = fit(text, body, box);
  const until = typedUntil(text);
  const typed = ramp(t, 0.7, until);
<% if has.items %>
  const opened = ramp(t, until, until + 0.5, Easing.out(Easing.cubic));
<% endif %>
  const press = Math.sin(Math.PI * ramp(t, until, until + 0.35));
  const line = `${2 * u}px solid ${tint(palette.text, 14)}`;
  const shadow = `0 ${20 * u}px ${80 * u}px rgba(0, 0, 0, 0.2)`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 76 * u};
  const row = {display: 'flex', alignItems: 'center', gap: 36 * u, minHeight: 152 * u};
  const type = {...body, fontSize, lineHeight: 1.2, flexGrow: 1, padding: `${24 * u}px 0`};
  const go = {borderRadius: '50%', backgroundColor: palette.accent, scale: 1 - 0.14 * press};
  const glow = {boxShadow: `${shadow}, 0 0 0 ${8 * u * press}px ${tint(palette.accent, 40)}`};
  return (
    <div dir="ltr" style={{...face, ...glow, ...enter(arrive(t, motion)), width: across}}>
      <div style={{...row, padding: `0 ${24 * u}px 0 ${48 * u}px`, textAlign: 'start'}}>
        <Lens color={palette.muted} size={64 * u} />
        <div style={{...type, overflowWrap: 'anywhere', minWidth: 0}}>
          <Typed text={text} typed={typed} color={palette.accent} />
        </div>
        <svg viewBox="0 0 24 24" width={104 * u} style={{...go, flexShrink: 0}}>
          <path d="M8 12H16M13 8.5L16.5 12 13 15.5" {...STROKE} stroke={palette.background} />
        </svg>
      </div>
<% if has.items %>
      <div style={{display: 'grid', gridTemplateRows: `${opened}fr`}}>
        <div style={{minHeight: 0, overflow: 'hidden'}}>
          <Results {...props} width={across} />
        </div>
      </div>
<% endif %>
    </div>
  );
};

<% endif %>
<% if has.items %>
/** What is found, row by row, all of one size. */
const Results = ({width, ...props}: Props & {width: number}) => {
  const {items, text, body, palette, motion, spacing} = props;
  const {u, height} = useSafeArea();
  const t = useSeconds() - typedUntil(text) - 0.15;
<% if variant == 2 %>
  const box = {width: width - 190 * u, height: (height * 0.36) / items.length, size: 58 * u};
<% else %>
  const box = {width: width - 240 * u, height: (height - 300 * u) / items.length, size: 60 * u};
<% endif %>
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const row = {display: 'flex', alignItems: 'center', gap: 40 * u, textAlign: 'start'} as const;
  const type = {...body, ...WRAP, fontSize, lineHeight: 1.2, color: palette.text};
<% if variant == 2 %>
  const inner = {paddingTop: 40 * u * spacing};
<% else %>
  const line = `${2 * u}px solid ${tint(palette.text, 10)}`;
  const inner = {padding: `0 ${54 * u}px ${44 * u}px`, borderTop: line};
<% endif %>
  return (
    <div style={inner}>
      {items.map((item, i) => {
        const shown = enter(arrive(t - i * motion.stagger, motion));
        return (
          <div key={i} style={{...row, ...shown, marginTop: 30 * u * spacing}}>
            <Lens color={palette.muted} size={48 * u} />
            <div dir="auto" style={type}>
              {item}
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
const typedUntil = (text: string) => 0.7 + Math.min(1.8, text.length * 0.07);

const STROKE = {fill: 'none', strokeWidth: 2, strokeLinecap: 'round'} as const;

const Lens = ({color, size}: {color: string; size: number}) => (
  <svg viewBox="0 0 24 24" width={size} style={{flexShrink: 0}}>
    <path d="M15 15 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0" {...STROKE} stroke={color} />
  </svg>
);

<% include "_parts/typing.tsx" %>

<% if variant == 1 %>
<% include "_parts/tint.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
