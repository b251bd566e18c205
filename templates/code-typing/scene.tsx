export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function CodeTyping(props: Props) {
  return (
    <Stage {...props}>
      <Editor {...props} />
    </Stage>
  );
}

const Editor = (props: Props) => {
  const {code, body, size, spacing, motion} = props;
  const {u, width, height} = useSafeArea();
<% if variant == 2 %>
<% if has.filename or has.language %>
  const room = {width: width - 120 * u, height: height - 110 * u, size: size * u};
  const column = {display: 'flex', flexDirection: 'column', maxHeight: height} as const;
<% else %>
  const room = {width: width - 120 * u, height, size: size * u};
<% endif %>
<% else %>
  const across = Math.min(width, 1560 * u);
  const room = {width: across - 220 * u, height: height - 190 * u, size: size * u};
<% endif %>
  const leading = code.length > 400 ? 1.3 : 1.3 + 0.3 * spacing;
  const solid = code.replace(/[ -~]/g, '0');
  const fitted = fit(solid, body, {...room, height: (room.height / leading) * 1.25});
  const fontSize = Math.max(28 * u, fitted);
  const lines = code.split('\n');
  const starts = lines.map((_, i) => lines.slice(0, i).join(' ').length + Math.min(i, 1));
  const until = Math.min(LENGTH * 0.72, 0.8 + (code.length * 0.05) / motion.speed);
  const typed = Math.floor(ramp(useSeconds(), 0.8, until) * code.length);
  const current = starts.filter((start) => start <= typed).length - 1;
<% if variant == 2 %>
  const seen = Math.max(current + 1, Math.floor(room.height / (fontSize * leading)));
<% else %>
  const rows = Math.min(room.height, Math.max(height * 0.4, lines.length * fontSize * leading));
<% endif %>
  const page = {display: 'flex', flexDirection: 'column', justifyContent: 'flex-end'} as const;
  const type = {...body, letterSpacing: 0, fontSize, lineHeight: leading, overflow: 'hidden'};
  return (
<% if variant == 2 %>
<% if has.filename or has.language %>
    <div dir="ltr" style={{...column, width, textAlign: 'left'}}>
      <Tab {...props} />
<% else %>
    <div dir="ltr" style={{width, textAlign: 'left'}}>
<% endif %>
      <div style={{...page, ...type, maxHeight: room.height}}>
        {lines.slice(0, seen).map((line, i) => (
          <Line key={i} {...props} number={i + 1} line={line} typed={typed - starts[i]} />
        ))}
      </div>
    </div>
<% else %>
    <Window
      palette={props.palette}
      style={{width: across, textAlign: 'left', ...enter(arrive(useSeconds(), motion))}}
<% if has.filename or has.language %>
      bar={<Tab {...props} />}
<% endif %>
    >
      <div style={{...page, ...type, height: rows, margin: `${40 * u}px 0`}}>
        <div style={{marginBottom: 'auto'}}>
          {lines.slice(0, current + 1).map((line, i) => (
            <Line key={i} {...props} number={i + 1} line={line} typed={typed - starts[i]} />
          ))}
        </div>
      </div>
    </Window>
<% endif %>
  );
};

<% if has.filename or has.language %>
<% if variant == 2 %>
const Tab = (props: Props) => {
  const {body, palette, motion} = props;
  const {u} = useSafeArea();
  const row = {...body, display: 'flex', flexShrink: 0, gap: 36 * u, marginBottom: 40 * u};
<% if has.filename and has.language %>
  const isLong = (props.filename + props.language).length > 40;
  const type = {fontSize: (isLong ? 28 : 34) * u, lineHeight: 1.15};
<% else %>
  const type = {fontSize: 34 * u, lineHeight: 1.15};
<% endif %>
  return (
    <div style={{...row, ...type, color: palette.muted, ...enter(arrive(useSeconds(), motion))}}>
<% else %>
const Tab = (props: Props) => {
  const {body, palette} = props;
  const {u} = useSafeArea();
  const row = {...body, fontSize: 32 * u, display: 'flex', flexGrow: 1, marginLeft: 22 * u};
  return (
    <div style={{...row, color: palette.muted, justifyContent: 'space-between'}}>
<% endif %>
<% if has.filename %>
      <span style={{color: palette.text, wordBreak: 'break-all'}}>{props.filename}</span>
<% endif %>
<% if has.language %>
      <span>{props.language}</span>
<% endif %>
    </div>
  );
};

<% endif %>
type LineProps = Pick<Props, 'palette'> & {number: number; line: string; typed: number};

<% if variant == 2 %>
/** A line as far as it is typed; bars stand for the rest. */
<% else %>
/** A line as far as it is typed. */
<% endif %>
const Line = ({palette, number, line, typed}: LineProps) => {
  const {u} = useSafeArea();
  const on = typed >= 0 && typed <= line.length;
  const lit = useClock(1.8) % 1 < 0.55 || typed < line.length;
  const gutter = {minWidth: 60 * u, margin: `0 ${36 * u}px 0 ${20 * u}px`};
  const place = {display: 'inline-block', verticalAlign: '-0.22em', marginRight: '-0.1em'};
  const caret = {...place, width: '0.1em', height: '1.2em'};
<% if variant == 2 %>
  const bar = (piece: string) => ({
    color: 'transparent',
    borderRadius: '0.2em',
    backgroundColor: blend(colorOf(piece, palette), piece.trim() ? 22 : 0),
  });
<% endif %>
  const pieces = line.split(TOKENS);
  const behind = pieces.map((_, i) => Math.max(0, typed - pieces.slice(0, i).join('').length));
  return (
    <div style={{display: 'flex', flexShrink: 0, background: on ? blend(palette.text, 6) : ''}}>
      <div style={{...gutter, textAlign: 'right', color: on ? palette.text : palette.muted}}>
        {number}
      </div>
      <span style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minHeight: '1lh'}}>
        {pieces.map((piece, i) => (
          <span key={i} style={{color: colorOf(piece, palette)}}>
            {piece.slice(0, behind[i])}
          </span>
        ))}
        {on && lit && <span style={{...caret, backgroundColor: palette.accent}} />}
<% if variant == 2 %>
        {pieces.map((piece, i) => (
          <span key={i} aria-hidden style={bar(piece)}>
            {piece.slice(behind[i])}
          </span>
        ))}
<% endif %>
      </span>
    </div>
  );
};

<% include "_parts/syntax.tsx" %>

<% include "_parts/window.tsx" %>

<% include "_parts/shared.tsx" %>
