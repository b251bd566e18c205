export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function StatsGrid(props: Props) {
  return (
    <Stage {...props}>
<% if has.title or variant == 2 %>
      <Sheet {...props}>
        <Figures {...props} />
      </Sheet>
<% else %>
      <Figures {...props} />
<% endif %>
    </Stage>
  );
}

const Figures = ({series, palette, heading, body, motion, ...props}: Props) => {
<% if has.title or variant == 2 %>
  const {u, width, height} = useSheet();
<% else %>
  const {u, width, height} = useSafeArea();
<% endif %>
  const t = useSeconds();
  const count = series.length;
  const across = count > 4 ? Math.ceil(count / 2) : count;
  const columns = width > 1.3 * height ? across : count > 3 ? 2 : 1;
  const rows = Math.ceil(count / columns);
<% if has.title %>
  const tall = Math.min((height * 0.74) / rows, 430 * u);
<% else %>
  const tall = Math.min(height / rows, 430 * u);
<% endif %>
  const box = {width: width / columns - 64 * u, height: tall * 0.56, size: props.size * 2.8 * u};
  const label = {...box, height: tall * 0.3, size: 48 * u};
  const figures = series.map((stat) => say(stat.value));
  const short = figures.filter((figure) => figure.length < 12);
  const shared = Math.min(...short.map((figure) => fit(figure, heading, box)));
  const fontSize = Math.min(...series.map((stat) => fit(stat.label, body, label)));
  const text = {...body, ...WRAP, fontSize, lineHeight: LEADING, color: palette.muted};
  const step = Math.min(motion.stagger, 1 / count);
  const grid = {display: 'grid', grid: `auto-flow ${tall}px / repeat(${columns}, 1fr)`};
<% if variant == 2 %>
  const hairline = `${2 * u}px solid color-mix(in oklab, ${palette.text} 12%, transparent)`;
<% else %>
  const breath = 1 + 0.04 * Math.sin(2 * useClock(motion.speed));
<% endif %>
  return (
<% if has.title or variant == 2 %>
    <div dir="ltr" style={{...grid, columnGap: 64 * u, margin: 'auto 0'}}>
<% else %>
    <div dir="ltr" style={{...grid, columnGap: 64 * u, width}}>
<% endif %>
      {series.map((stat, i) => {
        const arrived = arrive(t - 0.2 - i * step, motion);
        const large = Math.min(shared, fit(figures[i], heading, box));
        const number = {...heading, ...WRAP, fontSize: large, lineHeight: LEADING};
<% if variant == 2 %>
        const cell = {...CELL, borderTop: i < columns ? undefined : hairline};
        return (
          <div key={i} style={cell}>
            <div dir="auto" style={{...number, color: palette.accent, ...enter(arrived)}}>
              {counted(figures[i], arrived)}
            </div>
<% else %>
        const rule = {height: 6 * u, marginBottom: 20 * u, backgroundColor: palette.accent};
        const drawn = {scale: `${0.22 * breath * arrived} 1`, transformOrigin: 'left'};
        return (
          <div key={i}>
            <div style={{...rule, ...drawn}} />
            <div dir="auto" style={{...number, ...enter(arrived)}}>
              {counted(figures[i], arrived)}
            </div>
<% endif %>
            <div dir="auto" style={{...text, ...enter(arrive(t - 0.4 - i * step, motion))}}>
              {stat.label}
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% if variant == 2 %>
const CELL = {display: 'grid', alignContent: 'center', textAlign: 'center'} as const;

<% endif %>
<% include "_parts/sheet.tsx" %>

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
