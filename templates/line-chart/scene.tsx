export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function LineChart(props: Props) {
<% if has.unit %>
  const {u, width} = useSheet();
  const box = {width, height: 150 * u, size: 40 * u};
<% endif %>
  return (
    <Stage {...props}>
      <Sheet {...props}>
<% if has.unit %>
        {props.unit.length > 8 && (
          <Text text={props.unit} font={props.body} box={box} motion={props.motion} delay={0.1} />
        )}
<% endif %>
        <Plot {...props} />
      </Sheet>
    </Stage>
  );
}

<% if has.unit %>
const Plot = ({series, unit, palette, body, motion}: Props) => {
<% else %>
const Plot = ({series, palette, body, motion}: Props) => {
<% endif %>
  const {u, width, height} = useSheet();
  const values = series.map((point) => amount(point.value));
<% if has.unit %>
  const figures = series.map((point) => say(point.value, unit));
<% else %>
  const figures = series.map((point) => say(point.value));
<% endif %>
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const slot = width / series.length;
  const box = {width: slot - 16 * u, height: 90 * u, size: 44 * u};
  const size = Math.min(...series.map((point) => fit(point.label, body, box)));
  const long = slot < 90 * u ? 275 * u : height * 0.24;
  const turned = size < 28 * u ? {...TURNED, lineHeight: 1.1, maxHeight: long} : {width: slot};
<% if has.title and has.unit and variant == 2 %>
  const tall = height * ((size < 28 * u ? 0.46 : 0.64) - (unit.length > 8 ? 0.27 : 0));
<% elif has.title and has.unit %>
  const tall = height * ((size < 28 * u ? 0.46 : 0.64) - (unit.length > 8 ? 0.19 : 0));
<% elif has.title %>
  const tall = height * (size < 28 * u ? 0.46 : 0.64);
<% else %>
  const tall = height * (size < 28 * u ? 0.7 : 0.84);
<% endif %>
  const tag = Math.min(...figures.map((text) => fit(text, body, {...box, size: 40 * u})));
  const isSparse = tag < 28 * u || tall < 200 * u;
  const top = Math.max(0.16 * tall, 60 * u);
  const range = Math.min(0.8 * tall, isSparse ? tall : tall - 104 * u) - top;
  const level = (value: number) => top + (range * (most - value)) / (most - least || 1);
  const points = values.map((value, i) => ({x: (i + 0.5) * slot, y: level(value)}));
  const d = points.reduce((path, {x, y}, i) => {
<% if variant == 2 %>
    return `${path} ${i ? 'L' : 'M'} ${x} ${y}`;
<% else %>
    const {x: before, y: from} = points[i - 1] ?? {x, y};
    const middle = (before + x) / 2;
    return i ? `${path} C ${middle} ${from} ${middle} ${y} ${x} ${y}` : `M ${x} ${y}`;
<% endif %>
  }, '');
  const pace = {...motion, entrance: 2.2 * motion.entrance};
  const drawn = Math.min(1, arrive(useSeconds() - 0.3, pace));
  const head = getPointAtLength(d, drawn * getLength(d)) ?? points[0];
  const passed = (i: number) => ramp(head.x, points[i].x - slot / 3, points[i].x);
  const font = {...body, fontSize: Math.max(28 * u, size), lineHeight: LEADING};
  const beside = (i: number) => Math.min(values[i - 1] ?? most, values[i + 1] ?? most);
<% if variant == 2 %>
  const quiet = palette.surface;
<% else %>
  const glow = `color-mix(in oklab, ${palette.accent} 32%, transparent)`;
  const clipPath = `path('${d} V ${tall} H ${points[0].x} Z')`;
  const area = {width, height: tall, clipPath, background: `linear-gradient(${glow}, transparent)`};
<% endif %>
  const stroke = {stroke: palette.accent, strokeWidth: 9 * u};
  const pulse = 1 + 0.2 * Math.sin(3 * useClock(motion.speed));
  return (
    <div dir="ltr" style={{position: 'relative', marginTop: 'auto', textAlign: 'center'}}>
<% if variant == 1 %>
      <div style={{position: 'absolute', width: head.x, overflow: 'hidden'}}>
        <div style={area} />
      </div>
<% endif %>
      <svg width={width} height={tall} style={{display: 'block', overflow: 'visible'}}>
        <path d={d} {...evolvePath(drawn, d)} {...LINE} {...stroke} />
<% if variant == 2 %>
        <g fill={quiet} stroke={palette.accent} strokeWidth={7 * u}>
          {points.map(({x, y}, i) => (
            <circle key={i} cx={x} cy={y} r={16 * u * passed(i)} opacity={passed(i)} />
          ))}
        </g>
<% else %>
        {points.map(({x, y}, i) => (
          <circle key={i} cx={x} cy={y} r={10 * u * passed(i)} fill={palette.accent} />
        ))}
<% endif %>
        <circle cx={head.x} cy={head.y} r={34 * u * pulse} fill={palette.accent} opacity={0.25} />
        <circle cx={head.x} cy={head.y} r={16 * u} fill={palette.accent} />
      </svg>
      {points.map(({x, y}, i) => {
        const last = i === series.length - 1;
        if (isSparse && values[i] !== most && !last) return null;
        const top = y + (values[i] < beside(i) ? 30 : -92) * u;
        const place = {position: 'absolute', top, left: x, translate: '-50%'} as const;
        const color = last || values[i] === most ? palette.text : palette.muted;
        const look = {...body, fontSize: Math.max(30 * u, tag), color, lineHeight: LEADING};
        return (
          <div key={i} style={{...look, ...place, whiteSpace: 'nowrap', opacity: passed(i)}}>
            {figures[i]}
          </div>
        );
      })}
      <div style={{...LABELS, gridAutoColumns: slot, color: palette.muted}}>
        {series.map(({label}, i) => (
          <div key={i} dir="auto" style={{...font, ...WRAP, ...turned, opacity: passed(i)}}>
            {label}
          </div>
        ))}
      </div>
    </div>
  );
};

const LINE = {fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round'} as const;
const LABELS = {display: 'grid', gridAutoFlow: 'column', justifyItems: 'center'} as const;
const TURNED = {writingMode: 'vertical-rl', rotate: '180deg', textAlign: 'end'} as const;

<% include "_parts/sheet.tsx" %>

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
