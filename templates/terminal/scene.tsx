export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function Terminal(props: Props) {
  return (
    <Stage {...props}>
      <Screen {...props} />
    </Stage>
  );
}

const Screen = (props: Props) => {
  const {items, body, size, spacing, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if variant == 2 %>
<% if has.title %>
  const room = {width, height: height - 130 * u, size: size * u};
<% else %>
  const room = {width, height, size: size * u};
<% endif %>
<% else %>
  const across = Math.min(width, 1500 * u);
  const most = size * u * (height > width ? 1.2 : 1);
  const room = {width: across - 150 * u, height: height - 200 * u, size: most};
<% endif %>
  const leading = 1.35 + 0.25 * spacing;
  const marked = items.some(isCommand);
  const lines = [...items.map((item) => (marked ? item : `$ ${item}`)), '$ '];
<% if variant == 2 %>
  const solid = lines.join('\n').replace(/[ -~]/g, '0');
<% else %>
  const solid = lines.join('\n').replace(height > width ? /[!-~]/g : /[ -~]/g, '0');
<% endif %>
  const fitted = fit(solid, body, {...room, height: (room.height / leading) * 1.2});
  const fontSize = Math.max(28 * u, fitted);
  const needs = lines.map((line) => (isCommand(line) ? 0.5 + line.length * KEY : motion.stagger));
  const until = (end: number) => needs.slice(0, end).reduce((sum, need) => sum + need, 0);
  const pace = Math.max(motion.speed, until(items.length) / (LENGTH * 0.66));
  const ages = lines.map((_, i) => (t - 0.6) * pace - until(i));
  const seen = ages.filter((age) => age >= 0).length;
  const page = {display: 'flex', flexDirection: 'column', justifyContent: 'flex-end'} as const;
  const type = {...body, letterSpacing: 0, fontSize, lineHeight: leading, overflow: 'hidden'};
<% if variant == 2 %>
  const scan = `${blend(props.palette.text, 4)} ${3 * u}px, transparent 0 ${9 * u}px`;
  return (
    <div dir="ltr" style={{...page, width, height, textAlign: 'left'}}>
      <AbsoluteFill style={{backgroundImage: `repeating-linear-gradient(${scan})`}} />
<% if has.title %>
      <Status {...props} />
<% endif %>
      <div style={{...page, ...type, flex: '1 1 0'}}>
        <div style={{marginBottom: 'auto'}}>
          {lines.slice(0, seen).map((line, i) => (
            <Row key={i} {...props} line={line} age={ages[i]} last={i === seen - 1} />
          ))}
        </div>
      </div>
    </div>
  );
<% else %>
  const letters = height > width ? Math.floor(room.width / fontSize / 0.62) : Infinity;
  const high = lines.map((line) => Math.max(1, Math.ceil(line.length / letters)));
  const needed = high.reduce((sum, rows) => sum + rows, 0.5);
  const rows = Math.min(room.height, Math.max(height * 0.4, needed * fontSize * leading));
  return (
    <Window
      palette={props.palette}
      style={{width: across, textAlign: 'left', ...enter(arrive(t, motion))}}
<% if has.title %>
      bar={<Title {...props} />}
<% endif %>
    >
      <div style={{...page, ...type, height: rows, margin: `${40 * u}px ${54 * u}px`}}>
        <div style={{marginBottom: 'auto'}}>
          {lines.slice(0, seen).map((line, i) => (
            <Row key={i} {...props} line={line} age={ages[i]} last={i === seen - 1} />
          ))}
        </div>
      </div>
    </Window>
  );
<% endif %>
};

<% if has.title %>
<% if variant == 2 %>
/** The bar at the upper edge, in the colours of the screen turned round. */
const Status = ({title, body, palette, motion}: Props) => {
  const {u} = useSafeArea();
  const type = {...body, fontSize: 36 * u, letterSpacing: 0, padding: `${12 * u}px ${28 * u}px`};
  const colors = {color: palette.onAccent, backgroundColor: palette.accent};
  const shown = enter(arrive(useSeconds(), motion));
  return <div style={{...type, ...colors, ...shown, marginBottom: 48 * u}}>{title}</div>;
};
<% else %>
const Title = ({title, body, palette}: Props) => {
  const {u} = useSafeArea();
  const type = {...body, fontSize: 32 * u, lineHeight: 1.2, marginLeft: 22 * u};
  return <div style={{...type, color: palette.muted}}>{title}</div>;
};
<% endif %>

<% endif %>
/** The seconds between two keys. */
const KEY = 0.045;

const isCommand = (line: string) => line.startsWith('$ ');

type RowProps = Props & {line: string; age: number; last: boolean};

/** A command as far as it is typed, or what it answered. */
const Row = ({line, age, last, palette, motion}: RowProps) => {
  const lit = useClock(1.8) % 1 < 0.55 || age < line.length * KEY;
<% if variant == 2 %>
  const glow = {color: palette.accent, textShadow: `0 0 0.6em ${blend(palette.accent, 50)}`};
  const shape = {...glow, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'} as const;
<% else %>
  const shape = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'} as const;
<% endif %>
  if (!isCommand(line)) {
    const shown = {...enter(arrive(age, motion)), transformOrigin: 'left'};
<% if variant == 2 %>
    return <div style={{...shape, ...shown}}>{line}</div>;
<% else %>
    return <div style={{...shape, ...shown, color: palette.muted}}>{line}</div>;
<% endif %>
  }
  const place = {display: 'inline-block', verticalAlign: '-0.2em', marginRight: '-0.55em'};
  const caret = {...place, width: '0.55em', height: '1.1em'};
  return (
    <div style={{...shape, marginTop: '0.2em'}}>
<% if variant == 2 %>
      <span style={{color: palette.text}}>❯ </span>
<% else %>
      <span style={{color: palette.accent}}>$ </span>
<% endif %>
      {line.slice(2, 2 + age / KEY)}
      {last && lit && <span style={{...caret, backgroundColor: palette.accent}} />}
    </div>
  );
};

<% if variant == 2 %>
<% include "_parts/blend.tsx" %>
<% else %>
<% include "_parts/window.tsx" %>
<% endif %>

<% include "_parts/shared.tsx" %>
