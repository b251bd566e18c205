export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Dashboard(props: Props) {
  const {u, width, height} = useSafeArea();
<% if has.title %>
  const title = {width, height: height * 0.16, size: props.size * u};
<% endif %>
  const gap = 24 * props.spacing * u;
  const board = {flex: 1, display: 'flex', gap, minHeight: 0} as const;
<% if variant == 2 %>
  const flow = 'column';
<% else %>
  const flow = width > 1.3 * height ? 'row' : 'column';
<% endif %>
  return (
    <Stage {...props}>
      <div style={{width, height, display: 'flex', flexDirection: 'column', gap: 1.6 * gap}}>
<% if has.title %>
        <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
<% endif %>
        <div dir="ltr" style={{...board, flexDirection: flow}}>
          <Stats {...props} gap={gap} />
<% if has.series %>
          <Chart {...props} />
<% endif %>
        </div>
      </div>
    </Stage>
  );
}

const useCard = (palette: Props['palette']) => {
  const {u, width, height} = useSafeArea();
  const padding = (width > 1.3 * height ? 36 : 26) * u;
  const border = `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 10%, transparent)`;
  return {border, borderRadius: 28 * u, padding, backgroundColor: palette.surface};
};

const Stats = ({stats, palette, heading, body, motion, gap}: Props & {gap: number}) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const card = useCard(palette);
  const count = stats.length;
<% if has.series %>
<% if variant == 2 %>
  const columns = Math.min(width > 1.3 * height ? 6 : 3, count);
  const whole = width;
<% else %>
  const beside = width > 1.3 * height;
  const columns = beside ? Math.ceil(count / 4) : Math.min(count % 3 ? 2 : 3, count);
  const whole = beside ? width * 0.36 : width;
<% endif %>
  const room = height * 0.8;
<% else %>
  const columns = Math.ceil(count / (width > 1.3 * height ? Math.ceil(count / 4) : 4));
  const whole = width;
  const room = height * 0.8;
<% endif %>
  const rows = Math.ceil(count / columns);
<% if has.series %>
<% if variant == 2 %>
  const tall = (room * 0.42) / rows - 76 * u;
<% else %>
  const tall = (room * (beside ? 1 : 0.5)) / rows - 96 * u;
<% endif %>
<% else %>
  const tall = room / rows - 96 * u;
<% endif %>
  const inner = (whole - gap * (columns - 1)) / columns - 76 * u;
  const name = {width: inner, height: Math.max(45 * u, tall * 0.3), size: 40 * u};
  const figures = stats.map((stat) => say(stat.value));
  const small = Math.max(28 * u, Math.min(...stats.map((stat) => fit(stat.label, body, name))));
  const below = small > 28 * u ? tall * 0.74 : tall - 101 * u;
  const number = {width: inner, height: below, size: 150 * u};
  const large = Math.max(34 * u, Math.min(...figures.map((text) => fit(text, heading, number))));
  const lines = `auto-flow 1fr / repeat(${columns}, 1fr)`;
  const grid = {display: 'grid', grid: lines, gap, width: whole};
  const label = {...body, ...FEW_LINES, fontSize: small, lineHeight: 1.2, color: palette.muted};
  const figure = {...heading, ...WRAP, fontSize: large, lineHeight: 1.2};
  return (
<% if has.series %>
    <div style={grid}>
<% else %>
    <div style={{...grid, flex: 1}}>
<% endif %>
      {stats.map((stat, i) => {
        const come = arrive(t - 0.1 - i * motion.stagger, motion);
        return (
          <div key={i} style={{...card, ...STACK, ...enter(come)}}>
            <div dir="auto" style={label}>
              {stat.label}
            </div>
            <div dir="auto" style={figure}>
              {counted(figures[i], arrive(t - 0.3 - i * motion.stagger, motion))}
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% if has.series %>
const Chart = ({series, palette, body, motion}: Props) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const card = {...useCard(palette), ...enter(arrive(t - 0.2, motion)), flex: 1, minHeight: 0};
  const values = series.map((point) => Math.max(0, amount(point.value)));
<% if style == "donut" %>
  const sum = values.reduce((a, b) => a + b, 0) || 1;
  const open = arrive(t - 0.5, {...motion, entrance: 2 * motion.entrance});
  const turn = 3 * Math.sin(useClock(motion.speed)) - 90;
  const color = (i: number) => {
    const part = 100 - (70 * i) / values.length;
    return `color-mix(in oklab, ${palette.accent} ${part}%, ${palette.surface})`;
  };
  const many = series.length > 5;
  const line = many ? {fontSize: 28 * u, lineHeight: 1.15} : {fontSize: 36 * u, lineHeight: 1.4};
  const text = {...body, ...(many ? ONE_LINE : FEW_LINES), ...line, textAlign: 'start'} as const;
  const dot = {width: 28 * u, height: 28 * u, borderRadius: 8 * u, flexShrink: 0};
  return (
    <div style={{...card, ...ROW, gap: 40 * u}}>
      <svg viewBox="-50 -50 100 100" style={{flex: 1, height: '100%', rotate: `${turn}deg`}}>
        {values.map((value, i) => {
          const start = values.slice(0, i).reduce((a, b) => a + b, 0) / sum;
          const dashes = `${Math.max(0, (value / sum) * open - 0.006)} 2`;
          const dash = {pathLength: 1, strokeDasharray: dashes, strokeDashoffset: -start * open};
          return <circle key={i} r={38} {...dash} fill="none" stroke={color(i)} strokeWidth={17} />;
        })}
      </svg>
      <div style={{maxWidth: '50%'}}>
        {series.map(({label}, i) => (
          <div key={i} style={{...ROW, gap: 20 * u, ...enter(arrive(t - 0.6 - i * 0.08, motion))}}>
            <div style={{...dot, backgroundColor: color(i)}} />
            <div dir="auto" style={text}>
              {label}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
};

const ROW = {display: 'flex', alignItems: 'center'} as const;
const ONE_LINE = {whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis'} as const;
<% else %>
  const most = Math.max(...values) || 1;
<% if style == "bars" %>
  const step = Math.min(motion.stagger, 1 / values.length);
  const glint = 12 + 10 * Math.sin(2 * useClock(motion.speed));
  const best = `color-mix(in oklab, ${palette.text} ${glint}%, ${palette.accent})`;
  const quiet = `color-mix(in oklab, ${palette.accent} 45%, ${palette.surface})`;
<% else %>
  const x = (i: number) => (100 * (i + 0.5)) / values.length;
  const y = (i: number) => 96 - (90 * values[i]) / most;
  const d = `M ${values.map((_, i) => `${x(i)} ${y(i)}`).join(' L ')}`;
  const drawn = Math.min(1, arrive(t - 0.5, {...motion, entrance: 2 * motion.entrance}));
  const light = 22 + 8 * Math.sin(2 * useClock(motion.speed));
  const glow = `color-mix(in oklab, ${palette.accent} ${light}%, transparent)`;
  const line = {fill: 'none', stroke: palette.accent, strokeWidth: 8 * u};
<% endif %>
  const text = {...body, ...FEW_LINES, fontSize: 28 * u, lineHeight: 1.4, color: palette.muted};
  return (
    <div style={{...card, ...STACK, gap: 16 * u}}>
<% if style == "bars" %>
      <div style={{...ROW, alignItems: 'end', flex: 1}}>
        {values.map((value, i) => {
          const grown = arrive(t - 0.5 - i * step, motion);
          const bar = {height: `${(92 * value * grown) / most}%`, borderRadius: 12 * u};
          const backgroundColor = value === most ? best : quiet;
          return <div key={i} style={{...bar, flex: 1, margin: '0 2%', backgroundColor}} />;
        })}
      </div>
<% else %>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" style={{flex: 1, minHeight: 0}}>
        <g style={{clipPath: `inset(0 ${100 - 100 * drawn}% 0 0)`}}>
          <path d={`${d} V 100 H ${x(0)} Z`} fill={glow} />
          <path d={d} {...line} vectorEffect="non-scaling-stroke" />
        </g>
      </svg>
<% endif %>
      <div style={{...ROW, gap: 12 * u}}>
        {series.map(({label}, i) => (
          <div key={i} dir="auto" style={{...text, flex: '1 1 0', textAlign: 'center'}}>
            {label}
          </div>
        ))}
      </div>
    </div>
  );
};

const ROW = {display: 'flex', justifyContent: 'space-around'} as const;
<% endif %>
<% endif %>
const STACK = {display: 'flex', flexDirection: 'column', justifyContent: 'center'} as const;
const FEW_LINES = {
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
} as const;

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
