export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function BarChart(props: Props) {
  const {u, width, height} = useSafeArea();
<% if variant == 2 %>
  const inner = width - 120 * u;
<% if has.title %>
  const title = {width: inner, height: height * 0.18, size: props.size * u};
<% endif %>
<% if has.unit %>
  const unit = {width: inner, height: 150 * u, size: 40 * u};
<% endif %>
<% else %>
<% if has.title %>
  const title = {width, height: height * 0.2, size: props.size * u};
<% endif %>
<% if has.unit %>
  const unit = {width, height: 150 * u, size: 40 * u};
<% endif %>
<% endif %>
<% if position == "top" or position == "bottom" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
  const block = {...COLUMN, width, height: height * 0.8, gap: 44 * props.spacing * u};
<% else %>
  const block = {...COLUMN, width, height, gap: 44 * props.spacing * u};
<% endif %>
<% if variant == 2 %>
  const border = `${1.5 * u}px solid color-mix(in oklab, ${props.palette.text} 10%, transparent)`;
  const panel = {padding: 60 * u, borderRadius: 36 * u, border, background: props.palette.surface};
<% elif variant == 3 %>
  const beside = width > 1.3 * height;
  const column = beside ? width * 0.4 : width;
<% if orientation == "horizontal" %>
  const tall = beside ? 0.3 : props.series.length > 7 ? 0.13 : 0.2;
<% if has.unit %>
  const isFull = tall < 0.2 && height < 1.2 * width && props.unit.length > 8;
<% endif %>
<% else %>
  const tall = props.series.length > 7 && !beside && height < 1.2 * width ? 0.13 : 0.3;
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div style={{...block, ...panel}}>
<% else %>
      <div style={block}>
<% endif %>
<% if has.title %>
        <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
<% endif %>
<% if has.unit %>
        {props.unit.length > 8 && (
          <Text text={props.unit} font={props.body} box={unit} motion={props.motion} delay={0.1} />
        )}
<% endif %>
<% if variant == 3 %>
        <div style={{...COLUMN, flex: 1, flexDirection: beside ? 'row' : 'column'}}>
<% if orientation == "horizontal" and has.unit %>
          {!isFull && <Story {...props} width={column} height={height * tall} />}
<% else %>
          <Story {...props} width={column} height={height * tall} />
<% endif %>
          <Bars {...props} width={beside ? width - column : width} />
        </div>
<% elif variant == 2 %>
        <Bars {...props} width={inner} />
<% else %>
        <Bars {...props} width={width} />
<% endif %>
      </div>
    </Stage>
  );
}

type BarsProps = Props & {width: number};

<% if variant == 3 %>
type StoryProps = BarsProps & {height: number};

/** The largest value, told as a figure with its label. */
const Story = ({series, palette, heading, body, motion, width, height, ...props}: StoryProps) => {
  const {u} = useSafeArea();
  const best = series.reduce((a, b) => (amount(b.value) > amount(a.value) ? b : a));
<% if has.unit %>
  const figure = say(best.value, props.unit);
<% else %>
  const figure = say(best.value);
<% endif %>
  const box = {width: width - 80 * u, height, size: props.size * 3 * u};
  const label = {...box, height: Math.min(140 * u, height * 0.55), size: 64 * u};
  const arrived = arrive(useSeconds() - 0.3, motion);
  const number = {...heading, fontSize: fit(figure, heading, box), lineHeight: LEADING};
  return (
    <div style={{width, alignSelf: 'center'}}>
      <div dir="auto" style={{...number, color: palette.accent, ...enter(arrived)}}>
        {counted(figure, arrived)}
      </div>
      <Text text={best.label} font={body} box={label} motion={motion} delay={0.4} />
    </div>
  );
};

<% endif %>
<% if has.unit %>
const Bars = ({series, palette, body, motion, spacing, width, unit}: BarsProps) => {
<% else %>
const Bars = ({series, palette, body, motion, spacing, width}: BarsProps) => {
<% endif %>
<% if variant == 3 and orientation == "horizontal" %>
  const {u, height, ...whole} = useSafeArea();
<% else %>
  const {u, height} = useSafeArea();
<% endif %>
  const t = useSeconds();
  const values = series.map((bar) => amount(bar.value));
<% if has.unit %>
  const figures = series.map((bar) => say(bar.value, unit));
<% else %>
  const figures = series.map((bar) => say(bar.value));
<% endif %>
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const share = (value: number) => `${(100 * value) / (most - least || 1)}%`;
  const best = values.indexOf(Math.max(...values));
  const step = Math.min(motion.stagger, 1 / series.length);
<% if orientation == "vertical" %>
  const slot = {width: width / series.length - 16 * u, height: 100 * u, size: 48 * u};
  const texts = [...series.map((bar) => bar.label), ...figures];
  const size = Math.min(...texts.map((text) => fit(text, body, slot)));
  const turned = size < 28 * u ? {...TURNED, lineHeight: 1.1} : {maxWidth: slot.width};
  const font = {...body, fontSize: Math.max(28 * u, size), lineHeight: LEADING, ...turned};
  const maxHeight = slot.width < 75 * u ? 275 * u : height * 0.2;
  const below = {color: palette.muted, marginTop: 16 * u, maxHeight};
  const label = {...font, ...WRAP, ...below};
  const room = size < 28 * u ? 150 * u : size * 2;
  const thick = Math.min((slot.width * 0.76) / spacing, 280 * u);
  const margin = `${room}px 0 ${least && room}px`;
<% else %>
<% if variant == 3 %>
  const tall = height * (width < whole.width ? 0.6 : 0.48);
<% elif variant == 2 and has.unit %>
  const tall = height * (unit.length > 8 ? 0.46 : 0.5);
<% elif variant == 2 %>
  const tall = height * 0.5;
<% elif has.title and has.unit %>
  const tall = height * (unit.length > 8 ? 0.52 : 0.62);
<% elif has.title %>
  const tall = height * 0.62;
<% else %>
  const tall = height * 0.72;
<% endif %>
  const slot = Math.min(tall / series.length, 190 * u);
  const part = slot < 76 * u ? 0.6 : 0.36;
  const named = {width: width * part, height: slot, size: Math.min(48 * u, slot * 0.7)};
  const fontSize = Math.max(28 * u, Math.min(...series.map(({label}) => fit(label, body, named))));
  const font = {...body, fontSize, lineHeight: LEADING};
  const label = {...font, ...WRAP, maxWidth: named.width, marginRight: 32 * u};
  const reach = (text: string) => measureText({text, ...body, fontSize}).width + 40 * u;
  const room = Math.max(...figures.map(reach));
  const thick = Math.min((slot * 0.66) / spacing, 120 * u);
  const margin = `0 ${room}px 0 ${least && room}px`;
<% endif %>
<% if variant == 2 %>
  const borderRadius = thick / 3;
  const faint = `color-mix(in oklab, ${palette.text} 7%, transparent)`;
  const quiet = `color-mix(in oklab, ${palette.accent} 45%, ${palette.surface})`;
<% else %>
<% if orientation == "vertical" %>
  const borderRadius = least ? 10 * u : `${14 * u}px ${14 * u}px 0 0`;
<% else %>
  const borderRadius = least ? 10 * u : `0 ${14 * u}px ${14 * u}px 0`;
<% endif %>
  const quiet = `color-mix(in oklab, ${palette.accent} 40%, ${palette.background})`;
<% endif %>
<% if orientation == "vertical" %>
  const bar = {position: 'absolute', width: thick, borderRadius} as const;
<% else %>
  const bar = {position: 'absolute', height: thick, borderRadius} as const;
<% endif %>
  const figure = {...font, ...FIGURE, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums'};
  const bright = `color-mix(in oklab, ${palette.accent} 78%, ${palette.text})`;
  const gleam = `${palette.accent}, ${bright} ${50 + 50 * Math.sin(useClock(motion.speed))}%`;
  return (
<% if orientation == "vertical" %>
    <div dir="ltr" style={{...GRID, gridAutoColumns: width / series.length}}>
<% else %>
    <div dir="ltr" style={{...GRID, gridAutoRows: slot, alignContent: 'center'}}>
<% endif %>
      {series.map(({label: name}, i) => {
        const grown = arrive(t - 0.3 - i * step, motion);
<% if orientation == "vertical" %>
        const edge = values[i] < 0 ? 'top' : 'bottom';
        const height = share(Math.abs(values[i]) * grown);
        const background = i === best ? `linear-gradient(to top, ${gleam})` : quiet;
<% else %>
        const edge = values[i] < 0 ? 'right' : 'left';
        const width = share(Math.abs(values[i]) * grown);
        const background = i === best ? `linear-gradient(to right, ${gleam})` : quiet;
<% endif %>
        const from = share(values[i] < 0 ? most : -least);
        const color = i === best ? palette.text : palette.muted;
        return (
          <Fragment key={i}>
<% if orientation == "horizontal" %>
            <div dir="auto" style={{...label, ...enter(arrive(t - 0.1 - i * step, motion))}}>
              {name}
            </div>
<% endif %>
<% if orientation == "vertical" %>
<% if variant == 2 %>
            <div
              style={{position: 'relative', width: thick, margin, borderRadius, background: faint}}
            >
<% else %>
            <div style={{position: 'relative', width: thick, margin}}>
<% endif %>
<% else %>
<% if variant == 2 %>
            <div
              style={{position: 'relative', height: thick, margin, borderRadius, background: faint}}
            >
<% else %>
            <div style={{position: 'relative', height: thick, margin}}>
<% endif %>
<% endif %>
<% if orientation == "vertical" %>
              <div style={{...bar, [edge]: from, height, background}}>
<% else %>
              <div style={{...bar, [edge]: from, width, background}}>
<% endif %>
                <div style={{...figure, [edge]: '100%', color, opacity: ramp(grown, 0, 0.2)}}>
                  {counted(figures[i], grown)}
                </div>
              </div>
            </div>
<% if orientation == "vertical" %>
            <div dir="auto" style={{...label, ...enter(arrive(t - 0.1 - i * step, motion))}}>
              {name}
            </div>
<% endif %>
          </Fragment>
        );
      })}
    </div>
  );
};

const COLUMN = {display: 'flex', flexDirection: 'column'} as const;
<% if orientation == "vertical" %>
const GRID = {flex: 1, display: 'grid', grid: '1fr auto / auto-flow 1fr', justifyItems: 'center'};
const FIGURE = {position: 'absolute', left: '50%', translate: '-50%', padding: '0.2em 0'} as const;
const TURNED = {writingMode: 'vertical-rl', rotate: '180deg', textAlign: 'end'} as const;
<% else %>
const GRID = {flex: 1, display: 'grid', grid: 'auto-flow / auto 1fr', placeItems: 'center stretch'};
const FIGURE = {position: 'absolute', top: '50%', translate: '0 -50%', padding: '0 0.5em'} as const;
<% endif %>

<% include "_parts/figure.tsx" %>

<% include "_parts/shared.tsx" %>
