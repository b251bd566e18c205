export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function PieChart(props: Props) {
<% if has.title %>
  const {u, width, height} = useSafeArea();
<% else %>
  const {width, height} = useSafeArea();
<% endif %>
  const beside = width > 1.2 * height;
<% if variant == 2 %>
  const column = beside ? width * 0.5 : width;
<% else %>
  const column = beside ? width * 0.46 : width;
<% endif %>
<% if has.title %>
  const {heading, motion} = props;
  const title = {width: column, height: height * 0.24, size: props.size * u};
<% endif %>
<% if variant == 2 %>
  const lower = {width, height, display: 'flex', alignItems: beside ? 'center' : 'end'};
  return (
    <Stage {...props}>
      <Pie {...props} />
      <div style={lower}>
        <div style={{width: column}}>
<% if has.title %>
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
          <Shares {...props} width={column} height={height * (beside ? 0.7 : 0.34)} />
        </div>
      </div>
    </Stage>
  );
<% else %>
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  return (
    <Stage {...props}>
      <div style={{...row, width, gap: 0.04 * width, flexDirection: beside ? 'row' : 'column'}}>
        <Pie {...props} />
        <div style={{width: column}}>
<% if has.title %>
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
          <Shares {...props} width={column} height={height * (beside ? 0.72 : 0.3)} />
        </div>
      </div>
    </Stage>
  );
<% endif %>
}

/** From the accent towards the ground, as far as there are slices. */
const useSlices = ({series, palette}: Props) => {
  const values = series.map((slice) => Math.abs(amount(slice.value)));
  const sum = values.reduce((a, b) => a + b, 0) || 1;
  return values.map((value, i) => {
    const start = values.slice(0, i).reduce((a, b) => a + b, 0) / sum;
    const part = 100 - (72 * i) / values.length;
    const color = `color-mix(in oklab, ${palette.accent} ${part}%, ${palette.background})`;
    return {start, share: value / sum, color};
  });
};

const Pie = (props: Props) => {
<% if variant == 2 %>
  const {width, height} = useVideoConfig();
  const wide = width > 1.2 * height;
  const size = wide ? Math.min(1.25 * height, 0.82 * width) : 1.05 * width;
<% if position == "right" or position == "top-right" or position == "bottom-right" %>
  const left = wide ? -0.44 * size : 0.3 * width;
<% else %>
  const left = wide ? width - 0.56 * size : 0.3 * width;
<% endif %>
  const top = wide ? (height - size) / 2 : -0.24 * size;
  const place = {position: 'absolute', left, top, width: size} as const;
  const turn = 12 * Math.sin(0.4 * useClock(props.motion.speed)) + 80;
<% else %>
  const {width, height} = useSafeArea();
  const size = width > 1.2 * height ? Math.min(height * 0.9, width * 0.46) : height * 0.46;
  const place = {flexShrink: 0, width: size, overflow: 'visible'};
  const turn = 3 * Math.sin(useClock(props.motion.speed)) - 90;
<% endif %>
  const open = arrive(useSeconds() - 0.1, {...props.motion, entrance: 2 * props.motion.entrance});
  const slices = useSlices(props);
  const best = Math.max(...slices.map(({share}) => share));
  return (
    <svg viewBox="-50 -50 100 100" style={{...place, rotate: `${turn}deg`}}>
      {slices.map(({start, share, color}, i) => {
        const dashes = `${Math.max(0, share * open - 0.005)} 2`;
        const dash = {pathLength: 1, strokeDasharray: dashes, strokeDashoffset: -start * open};
<% if style == "donut" %>
        const ring = {r: 39, strokeWidth: share === best ? 20 : 15};
<% else %>
        const ring = {r: 23, strokeWidth: share === best ? 52 : 46};
<% endif %>
        return <circle key={i} {...ring} {...dash} fill="none" stroke={color} />;
      })}
    </svg>
  );
};

type SharesProps = Props & {width: number; height: number};

const Shares = ({width, height, ...props}: SharesProps) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const {series, palette, body, motion, spacing} = props;
  const slices = useSlices(props);
  const step = Math.min(motion.stagger, 1 / series.length);
  const columns = series.length > 6 && width > 800 * u ? 2 : 1;
  const slot = Math.min(height / Math.ceil(series.length / columns), 116 * u);
  const size = Math.min(props.size * 0.46 * u, slot * 0.7);
  const box = {width: (width / columns) * 0.62, height: slot, size};
  const least = 28 * u;
  const fontSize = Math.max(least, Math.min(...series.map(({label}) => fit(label, body, box))));
  const tracks = `auto / repeat(${columns}, minmax(0, 1fr))`;
  const grid = {display: 'grid', grid: tracks, columnGap: 40 * u};
  const row = {display: 'flex', alignItems: 'center', gap: 24 * u, height: slot} as const;
  const dot = {width: 0.4 * slot, height: 0.4 * slot, borderRadius: 0.12 * slot, flexShrink: 0};
  const figure = {fontWeight: 600, color: palette.text};
  const text = {...body, fontSize, lineHeight: LEADING, color: palette.muted};
  const lines = fontSize > least ? WRAP : CUT;
  return (
    <div dir="ltr" style={{...grid, marginTop: 32 * spacing * u, width}}>
      {slices.map(({share, color}, i) => {
        const arrived = arrive(t - 0.3 - i * step, motion);
        const {label, value} = series[i];
        const said = typeof value === 'number' ? `${Math.round(100 * share)}%` : value;
        return (
          <div key={i} style={{...row, ...enter(arrived)}}>
            <div style={{...dot, backgroundColor: color}} />
            <div dir="auto" style={{...text, ...lines, flex: 1, textAlign: 'start'}}>
              {label}
            </div>
            <div style={{...text, ...figure}}>{counted(said, arrived)}</div>
          </div>
        );
      })}
    </div>
  );
};

const CUT = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 1,
  overflow: 'hidden',
} as const;

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
