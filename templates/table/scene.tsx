export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Table(props: Props) {
  return (
    <Stage {...props}>
<% if has.title or variant == 2 %>
      <Sheet {...props}>
        <Rows {...props} />
      </Sheet>
<% else %>
      <Rows {...props} />
<% endif %>
    </Stage>
  );
}

const Rows = ({columns, palette, body, motion, ...props}: Props) => {
<% if has.title or variant == 2 %>
  const {u, width, height} = useSheet();
<% else %>
  const {u, width, height} = useSafeArea();
<% endif %>
  const t = useSeconds();
  // The cells of a row may be typed in one line: 'Ana | Design | Porto'.
  const rows = props.rows.map((row) => [row].flat().join(' | ').split(' | '));
<% if has.title %>
  const slot = Math.min((height * 0.74) / (rows.length + 1), 130 * u);
<% else %>
  const slot = Math.min(height / (rows.length + 1), 140 * u);
<% endif %>
  const size = Math.min(54 * u, slot * 0.5);
  const cells = columns.map((column, i) => [column, ...rows.map((row) => row[i] ?? '')]);
  const wide = (text: string) => measureText({text, fontSize: size, ...body}).width;
  const widths = cells.map((texts) => Math.max(...texts.map(wide)) + size);
  const scale = Math.min(1, width / widths.reduce((a, b) => a + b, 0));
  const font = {...body, ...WRAP, fontSize: Math.max(28 * u, size * scale), lineHeight: LEADING};
  const grid = {...GRID, gridTemplateColumns: widths.map((share) => `${share}fr`).join(' ')};
  const step = Math.min(motion.stagger, 1.2 / rows.length);
<% if variant == 2 %>
  const band = `color-mix(in oklab, ${palette.accent} 12%, ${palette.surface})`;
<% else %>
  const faint = `color-mix(in oklab, ${palette.text} 16%, transparent)`;
<% endif %>
  return (
<% if has.title or variant == 2 %>
    <div dir="ltr" style={{margin: 'auto 0'}}>
<% else %>
    <div dir="ltr" style={{width}}>
<% endif %>
      {[columns, ...rows].map((row, i) => {
        const head = i === 0;
        const arrived = arrive(t - 0.2 - i * step, motion);
        const text = {...font, color: head ? palette.accent : palette.text};
<% if variant == 2 %>
        const ground = {borderRadius: 16 * u, backgroundColor: i % 2 ? band : undefined};
        return (
          <div key={i} style={{...grid, ...ground, minHeight: slot, ...enter(arrived)}}>
            {columns.map((_, column) => (
              <div key={column} dir="auto" style={text}>
                {row[column]}
              </div>
            ))}
          </div>
        );
<% else %>
        const rule = {height: (head ? 5 : 2) * u, backgroundColor: head ? palette.accent : faint};
        const drawn = ramp(t, i * step, 0.8 + i * step, Easing.out(Easing.cubic));
        return (
          <div key={i}>
            <div style={{...grid, minHeight: slot, ...enter(arrived)}}>
              {columns.map((_, column) => (
                <div key={column} dir="auto" style={text}>
                  {row[column]}
                </div>
              ))}
            </div>
            <div style={{...rule, scale: `${drawn} 1`, transformOrigin: 'left'}} />
          </div>
        );
<% endif %>
      })}
    </div>
  );
};

<% if variant == 2 %>
const GRID = {display: 'grid', alignItems: 'center', textAlign: 'left', padding: '0 2%'} as const;
<% else %>
const GRID = {display: 'grid', alignItems: 'center', textAlign: 'left'} as const;
<% endif %>

<% include "_parts/sheet.tsx" %>

<% include "_parts/shared.tsx" %>
