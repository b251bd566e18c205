export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Ranking(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.2, size: props.size * u};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
      <Board {...props} />
    </Stage>
  );
}

const Board = ({items, palette, heading, body, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const step = Math.min(motion.stagger, 1.2 / items.length);
<% if has.title %>
  const slot = Math.min((height * 0.72) / items.length, 170 * u);
<% else %>
  const slot = Math.min(height / items.length, 190 * u);
<% endif %>
<% if has.series %>
  const scores = items.map((item, i) => {
    const score = props.series.find(({label}) => label === item) ?? props.series[i];
    return score ? say(score.value) : '';
  });
<% endif %>
<% if variant == 2 %>
  const last = Math.max(1, items.length - 1);
  const tall = (i: number) => slot * (1.42 - (0.84 * i) / last);
  const sizes = items.map((item, i) => {
    return fit(item, heading, {width: width * 0.66, height: tall(i), size: tall(i) * 0.72});
  });
  const first = {color: palette.accent, translate: 6 * u * Math.sin(useClock(motion.speed))};
  return (
    <div dir="ltr" style={{width, marginTop: 24 * props.spacing * u}}>
      {items.map((item, i) => {
        const arrived = arrive(t - 0.3 - (items.length - 1 - i) * step, motion);
        const fontSize = Math.max(28 * u, Math.min(...sizes.slice(0, i + 1)));
        const name = {...heading, ...WRAP, fontSize, lineHeight: LEADING, flex: 1};
        const rank = {...body, fontSize: Math.max(28 * u, fontSize * 0.4), color: palette.muted};
        return (
          <div key={i} style={{...ROW, height: tall(i), gap: 32 * u, ...enter(arrived)}}>
            <div style={{...rank, minWidth: 70 * u}}>{i + 1}</div>
            <div dir="auto" style={i ? name : {...name, ...first}}>
              {item}
            </div>
<% if has.series %>
            <div style={{...rank, color: palette.text}}>{counted(scores[i], arrived)}</div>
<% endif %>
          </div>
        );
      })}
    </div>
  );
<% else %>
  const gap = Math.min(16 * props.spacing * u, slot * 0.14);
<% if has.series %>
  const box = {width: width * 0.6, height: slot - gap, size: Math.min(60 * u, slot * 0.5)};
<% else %>
  const box = {width: width * 0.78, height: slot - gap, size: Math.min(60 * u, slot * 0.5)};
<% endif %>
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const row = {height: slot - gap, borderRadius: Math.min(24 * u, slot * 0.2), gap: box.size / 2};
  const text = {...body, fontSize, lineHeight: LEADING};
  const rank = {...heading, fontSize: box.size, minWidth: 1.2 * box.size};
  const glow = 22 + 6 * Math.sin(2 * useClock(motion.speed));
  const first = `color-mix(in oklab, ${palette.accent} ${glow}%, ${palette.surface})`;
  return (
    <div dir="ltr" style={{width, display: 'grid', gap, marginTop: 40 * props.spacing * u}}>
      {items.map((item, i) => {
        const arrived = arrive(t - 0.3 - (items.length - 1 - i) * step, motion);
        const backgroundColor = i ? palette.surface : first;
        return (
          <div key={i} style={{...ROW, ...row, backgroundColor, ...enter(arrived)}}>
            <div style={{...rank, color: i ? palette.muted : palette.accent}}>{i + 1}</div>
            <div dir="auto" style={{...text, ...WRAP, flex: 1, textAlign: 'start'}}>
              {item}
            </div>
<% if has.series %>
            <div style={text}>{counted(scores[i], arrived)}</div>
<% endif %>
          </div>
        );
      })}
    </div>
  );
<% endif %>
};

<% if variant == 1 %>
const ROW = {display: 'flex', alignItems: 'center', paddingInline: '2%'};
<% else %>
const ROW = {display: 'flex', alignItems: 'center', textAlign: 'left'} as const;
<% endif %>

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
