type Props = {
<% if has.title %>
  title: string;
<% endif %>
  series: {label: string; value: number}[];
<% if has.unit %>
  unit: string;
<% endif %>
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 5;

export default function BarChart(props: Props) {
  const {series, palette, type, motion} = props;
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const figures = {fontWeight: 500, fontVariantNumeric: 'lining-nums tabular-nums'};
  const body = {...bodyStyle(type), ...figures};
<% if has.title or variant == 3 %>
  const heading = headingStyle(type);
<% endif %>
<% if has.title %>
  const ready = useFonts([props.title, ...series.map((bar) => bar.label)].join(' '), heading, body);
<% elif variant == 3 %>
  const ready = useFonts(series.map((bar) => bar.label).join(' '), heading, body);
<% else %>
  const ready = useFonts(series.map((bar) => bar.label).join(' '), body);
<% endif %>
  if (!ready) return null;

<% if has.title %>
<% if has.font_size %>
  const size = type.fontSize * u;
<% else %>
  const size = 104 * type.scale * u;
<% endif %>
  const title = fitLines(props.title, heading, {width, height: height * 0.2, size, leading: 1.1});
<% endif %>
<% if has.unit %>
  const worded = props.unit.length > 12;
  const say = (value: number) => readable(value, worded ? '' : props.unit);
  const room = {width, height: 100 * u, size: 44 * type.scale * u, leading: 1.2};
  const unit = fitLines(worded ? props.unit : '', body, room);
<% else %>
  const say = readable;
<% endif %>
<% if has.title and has.unit %>
  const above = title.lines.length * title.fontSize * 1.1 + (worded ? 160 : 48) * u;
<% elif has.title %>
  const above = title.lines.length * title.fontSize * 1.1 + 48 * u;
<% elif has.unit %>
  const above = worded ? 130 * u : 0;
<% endif %>
  const values = series.map((bar) => bar.value);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const range = most - least || 1;
  const hero = values.indexOf(Math.max(...values));
  const step = Math.min(motion.stagger, 1.2 / series.length);
  const grown = (i: number) => arrive(t - 0.3 - i * step, motion);
  const decimals = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0));
  const counted = (i: number) => say(+(values[i] * Math.min(1, grown(i))).toFixed(decimals));
  const faint = (opacity: number) => ({backgroundColor: palette.text, opacity});
  const quiet = `color-mix(in oklab, ${palette.accent} 42%, ${palette.background})`;
<% if variant == 3 %>
  const beside = width > 1.4 * height;
  const plotWidth = beside ? width * 0.6 : width;
<% if has.title or has.unit %>
  const plotHeight = (height - above) * (beside ? 1 : 0.69);
<% else %>
  const plotHeight = height * (beside ? 1 : 0.69);
<% endif %>
  const column = beside ? width * 0.34 : width;
  const large = (beside ? 250 : 140) * type.scale * u;
  const figureBox = {width: column, height: large * 1.1, size: large, leading: 1.1};
  const story = fitLines(say(values[hero]).replaceAll(' ', '\u00a0'), heading, figureBox);
  const nameBox = {width: column, height: 130 * u, size: 50 * type.scale * u, leading: 1.2};
  const name = fitLines(series[hero].label, body, nameBox);
<% else %>
  const plotWidth = width;
<% if has.title or has.unit %>
  const plotHeight = height - above;
<% else %>
  const plotHeight = height;
<% endif %>
<% endif %>
<% if orientation == "vertical" %>
  const slot = plotWidth / series.length;
  const thick = Math.min((slot * 0.66) / type.spacing, 200 * u);
  const inset = (slot - thick) / 2;
  const fit = (text: string) => fitText({text, withinWidth: slot * 0.82, ...body}).fontSize;
  const fitting = Math.min(60 * u, ...values.map((value) => fit(say(value))));
  const upright = fitting < 28 * u;
  const figure = upright ? Math.min(36 * u, slot * 0.7) : fitting;
  const rise = upright ? (slot * figure) / fitting + 24 * u : figure * 1.5;
  const labelBox = {width: slot * 0.92, height: 140 * u, size: 46 * u, leading: 1.2};
  const labels = series.map((bar) => fitLines(bar.label, body, labelBox));
  const fitted = Math.min(...labels.map((label) => label.fontSize));
  const tilted = fitted < 30 * u;
  const labelSize = tilted ? 34 * u : fitted;
  const rows = Math.max(...labels.map((label) => label.lines.length));
  const foot = tilted ? 200 * u : 28 * u + rows * labelSize * 1.2;
  const labelTop = plotHeight - foot + 20 * u;
  const labelPlace: CSSProperties = tilted
    ? {...at(slot / 2 - 200 * u, labelTop, 200 * u), ...TILTED}
    : {...at(0, labelTop, slot), textAlign: 'center'};
  const length = plotHeight - foot - rise * (least < 0 ? 2 : 1);
  const zero = rise + (length * most) / range;
<% else %>
  const slot = Math.min(plotHeight / series.length, 190 * u);
  const tall = slot * series.length;
  const thick = Math.min((slot * 0.62) / type.spacing, 110 * u);
  const inset = (slot - thick) / 2;
<% if variant == 3 %>
  const labelBox = {width: plotWidth * 0.47, height: slot * 0.9, size: 50 * u, leading: 1.15};
<% else %>
  const labelBox = {width: plotWidth * 0.32, height: slot * 0.9, size: 50 * u, leading: 1.15};
<% endif %>
  const labels = series.map((bar) => fitLines(bar.label, body, labelBox));
  const fontSize = Math.min(...labels.map((label) => label.fontSize));
  const figure = Math.max(28 * u, Math.min(60 * u, slot * 0.5));
  const widest = (texts: string[], size: number) =>
    Math.max(...texts.map((text) => measureText({text, fontSize: size, ...body}).width));
  const names = labels.flatMap(({lines}) => lines);
  const head = widest(names, fontSize);
  const end = widest(values.map(say), figure) + 36 * u;
  const length = plotWidth - head - 36 * u - end * (least < 0 ? 2 : 1);
  const from = head + 36 * u + (least < 0 ? end : 0);
  const zero = from - (length * least) / range;
<% endif %>
<% if variant == 2 %>
  const borderRadius = thick / 4;
<% elif orientation == "vertical" %>
  const borderRadius = least < 0 ? 6 * u : `${12 * u}px ${12 * u}px 0 0`;
<% else %>
  const borderRadius = least < 0 ? 6 * u : `0 ${12 * u}px ${12 * u}px 0`;
<% endif %>
<% if orientation == "vertical" %>
  const said = {...body, fontSize: figure, display: 'grid', placeContent: 'center'};
<% else %>
  const side = {display: 'grid', alignItems: 'center'};
  const said = {...body, ...side, fontSize: figure, paddingInline: 18 * u};
<% endif %>
  const ink = (i: number) => (i === hero ? palette.text : palette.muted);

  const plot = (
<% if orientation == "vertical" %>
    <div dir="ltr" style={{position: 'relative', width: plotWidth, height: plotHeight}}>
<% if variant == 1 and backdrop != "grid" %>
      {[0.25, 0.5, 0.75, 1].map((part) => {
        const y = zero - ((length * most) / range) * part;
        const drawn = ramp(t, 0.1, 0.8, Easing.out(Easing.cubic));
        return <div key={part} style={{...at(0, y, plotWidth * drawn, 2 * u), ...faint(0.1)}} />;
      })}
<% endif %>
      {series.map((bar, i) => {
        const size = ((length * Math.abs(bar.value)) / range) * grown(i);
        const top = bar.value < 0 ? zero : zero - size;
        const over = bar.value < 0 ? zero + size : top - rise;
        return (
          <div key={i} style={{...at(i * slot, 0, slot), color: ink(i)}}>
<% if variant == 2 %>
            <div style={{...at(inset, rise, thick, length), ...faint(0.07), borderRadius}} />
<% endif %>
            <div
              style={{
                ...at(inset, top, thick, size),
                borderRadius,
                backgroundColor: i === hero ? palette.accent : quiet,
              }}
            />
            <div style={{...at(0, over, slot, rise), ...said, opacity: ramp(grown(i), 0, 0.2)}}>
              <div style={{rotate: upright ? '-90deg' : '0deg'}}>{counted(i)}</div>
            </div>
            <div
              dir="auto"
              style={{
                ...labels[i].style,
                ...labelPlace,
                fontSize: labelSize,
                opacity: ramp(t, 0.2 + i * step, 0.6 + i * step),
              }}
            >
              {tilted ? bar.label : labels[i].lines.map((line, j) => <div key={j}>{line}</div>)}
            </div>
          </div>
        );
      })}
      <div style={{...at(0, zero, plotWidth * ramp(t, 0, 0.7), 3 * u), ...faint(0.4)}} />
    </div>
<% else %>
    <div dir="ltr" style={{position: 'relative', width: plotWidth, height: tall}}>
<% if variant == 1 and backdrop != "grid" %>
      {[0.25, 0.5, 0.75, 1].map((part) => {
        const x = zero + ((length * most) / range) * part;
        const drawn = ramp(t, 0.1, 0.8, Easing.out(Easing.cubic));
        return <div key={part} style={{...at(x, 0, 2 * u, tall * drawn), ...faint(0.1)}} />;
      })}
<% endif %>
      {series.map((bar, i) => {
        const size = ((length * Math.abs(bar.value)) / range) * grown(i);
        const left = bar.value < 0 ? zero - size : zero;
        const over = bar.value < 0 ? left - end : zero + size;
        const justifyContent = bar.value < 0 ? 'end' : 'start';
        return (
          <div key={i} style={{...at(0, i * slot, plotWidth, slot), color: ink(i)}}>
            <div dir="auto" style={{...at(0, 0, head, slot), ...side, justifyItems: 'end'}}>
              <Lines
                text={labels[i]}
                turn={() => arrive(t - 0.1 - i * step, motion)}
                style={{fontSize, textAlign: 'right'}}
              />
            </div>
<% if variant == 2 %>
            <div style={{...at(from, inset, length, thick), ...faint(0.07), borderRadius}} />
<% endif %>
            <div
              style={{
                ...at(left, inset, size, thick),
                borderRadius,
                backgroundColor: i === hero ? palette.accent : quiet,
              }}
            />
            <div style={{...at(over, 0, end, slot), ...said, justifyContent}}>
              <div style={{opacity: ramp(grown(i), 0, 0.2)}}>{counted(i)}</div>
            </div>
          </div>
        );
      })}
      <div style={{...at(zero, 0, 3 * u, tall * ramp(t, 0, 0.7)), ...faint(0.4)}} />
    </div>
<% endif %>
  );

<% if variant != 3 and not has.title and not has.unit %>
  return <Stage {...props}>{plot}</Stage>;
<% else %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Lines
        text={title}
        turn={(i) => arrive(t - i * motion.stagger, motion)}
        style={{width, marginBottom: 48 * u}}
      />
<% endif %>
<% if has.unit %>
      {worded ? (
        <Lines
          text={unit}
          turn={() => arrive(t - 0.2, motion)}
          style={{width, marginBottom: 24 * u, color: palette.muted}}
        />
      ) : null}
<% endif %>
<% if variant == 3 %>
      <div
        style={{
          width,
          display: 'flex',
          flexDirection: beside ? 'row' : 'column',
          alignItems: beside ? 'center' : 'stretch',
          justifyContent: 'space-between',
          gap: 40 * u,
        }}
      >
        <div style={enter(arrive(t - 0.2, motion))}>
          <div style={{...story.style, color: palette.accent}}>{counted(hero)}</div>
          <Lines
            text={name}
            turn={() => arrive(t - 0.3, motion)}
            style={{width: column, color: palette.muted}}
          />
        </div>
        {plot}
      </div>
<% else %>
      {plot}
<% endif %>
    </Stage>
  );
<% endif %>
}

<% if orientation == "vertical" %>
const TILTED: CSSProperties = {
  rotate: '-60deg',
  transformOrigin: 'right',
  textAlign: 'right',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
};

<% endif %>
<% include "_parts/number.tsx" %>

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
