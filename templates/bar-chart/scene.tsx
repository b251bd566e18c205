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
  const size = 92 * type.scale * u;
<% endif %>
  const title = fitLines(props.title, {width, height: height * 0.2, size, leading: 1.1}, heading);
<% if has.unit %>
  const above = title.lines.length * title.fontSize * 1.1 + (props.unit.length > 12 ? 150 : 56) * u;
<% else %>
  const above = title.lines.length * title.fontSize * 1.1 + 56 * u;
<% endif %>
<% endif %>
<% if has.unit %>
  const worded = props.unit.length > 12;
  const say = (value: number) => readable(value, worded ? '' : props.unit);
<% else %>
  const say = readable;
<% endif %>
  const values = series.map((bar) => bar.value);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const range = most - least || 1;
  const hero = values.indexOf(Math.max(...values));
  const step = Math.min(motion.stagger, 1.2 / series.length);
  const grown = (i: number) => arrive(t - 0.3 - i * step, motion);
  const whole = values.every(Number.isInteger);
  const counted = (i: number) => {
    const value = values[i] * Math.min(1, grown(i));
    return say(whole ? Math.round(value) : value);
  };
  const quiet = `color-mix(in oklab, ${palette.accent} 42%, ${palette.background})`;
<% if variant == 3 %>
  const beside = width > 1.4 * height;
  const plotWidth = beside ? width * 0.6 : width;
<% if has.title %>
  const plotHeight = (height - above) * (beside ? 1 : 0.62);
<% elif has.unit %>
  const plotHeight = (height - (worded ? 130 * u : 0)) * (beside ? 1 : 0.62);
<% else %>
  const plotHeight = height * (beside ? 1 : 0.62);
<% endif %>
  const column = beside ? width * 0.34 : width;
  const story = Math.min(
    (beside ? 250 : 150) * type.scale * u,
    fitText({text: say(values[hero]), withinWidth: column, ...heading}).fontSize,
  );
<% else %>
  const plotWidth = width;
<% if has.title %>
  const plotHeight = height - above;
<% elif has.unit %>
  const plotHeight = height - (worded ? 130 * u : 0);
<% else %>
  const plotHeight = height;
<% endif %>
<% endif %>
<% if orientation == "vertical" %>
  const slot = plotWidth / series.length;
  const thick = Math.min((slot * 0.64) / type.spacing, 190 * u);
  const fit = (text: string) => fitText({text, withinWidth: slot * 0.94, ...body}).fontSize;
  const figure = Math.max(28 * u, Math.min(54 * u, ...values.map((value) => fit(say(value)))));
  const room = {width: slot * 0.92, height: 130 * u, size: 40 * u, leading: 1.2};
  const labels = series.map((bar) => fitLines(bar.label, room, body));
  const fitted = Math.min(...labels.map((label) => label.fontSize));
  const tilted = fitted < 27 * u;
  const labelSize = tilted ? 30 * u : fitted;
  const rows = Math.max(...labels.map((label) => label.lines.length));
  const foot = tilted ? 230 * u : 36 * u + rows * labelSize * 1.2;
  const length = plotHeight - foot - figure * (least < 0 ? 3.2 : 1.6);
  const zero = figure * 1.6 + (length * most) / range;
<% else %>
  const slot = Math.min(plotHeight / series.length, 170 * u);
  const thick = Math.min((slot * 0.6) / type.spacing, 96 * u);
<% if variant == 3 %>
  const room = {width: plotWidth * 0.47, height: slot * 0.9, size: 42 * u, leading: 1.15};
<% else %>
  const room = {width: plotWidth * 0.32, height: slot * 0.9, size: 42 * u, leading: 1.15};
<% endif %>
  const labels = series.map((bar) => fitLines(bar.label, room, body));
  const labelSize = Math.min(...labels.map((label) => label.fontSize));
  const measure = (text: string, fontSize: number) => measureText({text, fontSize, ...body}).width;
  const figure = Math.max(28 * u, Math.min(54 * u, slot * 0.5));
  const end = Math.max(...values.map((value) => measure(say(value), figure))) + 28 * u;
  const head =
    Math.max(...labels.flatMap(({lines}) => lines.map((line) => measure(line, labelSize)))) +
    36 * u;
  const length = plotWidth - head - end * (least < 0 ? 2 : 1);
  const zero = head + (least < 0 ? end : 0) - (length * least) / range;
<% endif %>

  const plot = (
<% if orientation == "vertical" %>
    <div dir="ltr" style={{position: 'relative', width: plotWidth, height: plotHeight}}>
<% if variant == 1 and backdrop != "grid" %>
      {[0.25, 0.5, 0.75, 1].map((part) => (
        <div
          key={part}
          style={{
            position: 'absolute',
            top: zero - ((length * most) / range) * part,
            width: `${100 * ramp(t, 0.1, 0.8, Easing.out(Easing.cubic))}%`,
            height: 1.5 * u,
            backgroundColor: palette.text,
            opacity: 0.1,
          }}
        />
      ))}
<% endif %>
      {series.map((bar, i) => {
        const size = ((length * Math.abs(bar.value)) / range) * grown(i);
        const up = bar.value >= 0;
        return (
          <div key={i} style={{position: 'absolute', left: i * slot, width: slot}}>
<% if variant == 2 %>
            <div
              style={{
                position: 'absolute',
                left: (slot - thick) / 2,
                top: figure * 1.6,
                width: thick,
                height: length,
                borderRadius: thick / 4,
                backgroundColor: palette.text,
                opacity: 0.06 * ramp(t, 0.1, 0.6),
              }}
            />
<% endif %>
            <div
              style={{
                position: 'absolute',
                left: (slot - thick) / 2,
                top: up ? zero - size : zero,
                width: thick,
                height: size,
<% if variant == 2 %>
                borderRadius: thick / 4,
<% else %>
                borderRadius: up ? `${10 * u}px ${10 * u}px 0 0` : `0 0 ${10 * u}px ${10 * u}px`,
<% endif %>
                backgroundColor: i === hero ? palette.accent : quiet,
              }}
            />
            <div
              style={{
                ...body,
                position: 'absolute',
                width: slot,
                top: up ? zero - size - figure * 1.5 : zero + size + figure * 0.2,
                fontSize: figure,
                lineHeight: 1.3,
                whiteSpace: 'nowrap',
                textAlign: 'center',
                fontWeight: i === hero ? 700 : 500,
                color: i === hero ? palette.text : palette.muted,
                opacity: ramp(grown(i), 0, 0.2),
              }}
            >
              {counted(i)}
            </div>
            <div
              dir="auto"
              style={{
                ...body,
                position: 'absolute',
                top: plotHeight - foot + 22 * u,
                fontSize: labelSize,
                lineHeight: 1.2,
                whiteSpace: 'nowrap',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                color: i === hero ? palette.text : palette.muted,
                ...(tilted
                  ? {right: slot / 2, maxWidth: 300 * u, rotate: '-40deg', transformOrigin: 'right'}
                  : {width: slot, textAlign: 'center' as const}),
                opacity: ramp(t, 0.2 + i * step, 0.6 + i * step),
              }}
            >
              {tilted ? bar.label : labels[i].lines.map((line, j) => <div key={j}>{line}</div>)}
            </div>
          </div>
        );
      })}
      <div
        style={{
          position: 'absolute',
          top: zero,
          width: `${100 * ramp(t, 0, 0.7, Easing.out(Easing.cubic))}%`,
          height: 3 * u,
          backgroundColor: palette.text,
          opacity: 0.4,
        }}
      />
    </div>
<% else %>
    <div dir="ltr" style={{position: 'relative', width: plotWidth, height: slot * series.length}}>
<% if variant == 1 and backdrop != "grid" %>
      {[0.25, 0.5, 0.75, 1].map((part) => (
        <div
          key={part}
          style={{
            position: 'absolute',
            left: zero + ((length * most) / range) * part,
            width: 1.5 * u,
            height: `${100 * ramp(t, 0.1, 0.8, Easing.out(Easing.cubic))}%`,
            backgroundColor: palette.text,
            opacity: 0.1,
          }}
        />
      ))}
<% endif %>
      {series.map((bar, i) => {
        const size = ((length * Math.abs(bar.value)) / range) * grown(i);
        const right = bar.value >= 0;
        return (
          <div
            key={i}
            style={{
              position: 'absolute',
              top: i * slot,
              width: plotWidth,
              height: slot,
              display: 'flex',
              alignItems: 'center',
            }}
          >
            <div
              dir="auto"
              style={{
                ...body,
                width: head - 36 * u,
                fontSize: labelSize,
                lineHeight: 1.15,
                textAlign: 'right',
                color: i === hero ? palette.text : palette.muted,
                ...enter(arrive(t - 0.1 - i * step, motion)),
              }}
            >
              {labels[i].lines.map((line, j) => (
                <div key={j}>{line}</div>
              ))}
            </div>
<% if variant == 2 %>
            <div
              style={{
                position: 'absolute',
                left: zero + (length * least) / range,
                width: length,
                height: thick,
                borderRadius: thick / 3,
                backgroundColor: palette.text,
                opacity: 0.06 * ramp(t, 0.1, 0.6),
              }}
            />
<% endif %>
            <div
              style={{
                position: 'absolute',
                left: right ? zero : zero - size,
                width: size,
                height: thick,
<% if variant == 2 %>
                borderRadius: thick / 3,
<% else %>
                borderRadius: right ? `0 ${10 * u}px ${10 * u}px 0` : `${10 * u}px 0 0 ${10 * u}px`,
<% endif %>
                backgroundColor: i === hero ? palette.accent : quiet,
              }}
            />
            <div
              style={{
                ...body,
                position: 'absolute',
                ...(right
                  ? {left: zero + size + 20 * u}
                  : {right: plotWidth - zero + size + 20 * u}),
                fontSize: figure,
                lineHeight: 1.3,
                whiteSpace: 'nowrap',
                fontWeight: i === hero ? 700 : 500,
                color: i === hero ? palette.text : palette.muted,
                opacity: ramp(grown(i), 0, 0.2),
              }}
            >
              {counted(i)}
            </div>
          </div>
        );
      })}
      <div
        style={{
          position: 'absolute',
          left: zero,
          width: 3 * u,
          height: `${100 * ramp(t, 0, 0.7, Easing.out(Easing.cubic))}%`,
          backgroundColor: palette.text,
          opacity: 0.4,
        }}
      />
    </div>
<% endif %>
  );

<% if has.unit %>
  const unit = fitLines(props.unit, {width, height: 96 * u, size: 40 * u, leading: 1.2}, body);
<% endif %>
<% if not has.title and not has.unit and variant != 3 %>
  return <Stage {...props}>{plot}</Stage>;
<% else %>
  return (
    <Stage {...props}>
<% if has.title %>
      <div
        style={{
          ...heading,
          width,
          marginBottom: 56 * u,
          fontSize: title.fontSize,
          lineHeight: 1.1,
          whiteSpace: 'nowrap',
        }}
      >
        {title.lines.map((line, i) => (
          <RevealedLine key={i} p={arrive(t - i * motion.stagger, motion)}>
            {line}
          </RevealedLine>
        ))}
      </div>
<% endif %>
<% if has.unit %>
      {worded ? (
        <div
          style={{
            ...body,
            width,
            marginBottom: 24 * u,
            fontSize: unit.fontSize,
            lineHeight: 1.2,
            color: palette.muted,
            ...enter(arrive(t - 0.2, motion)),
          }}
        >
          {unit.lines.map((line, i) => (
            <div key={i}>{line}</div>
          ))}
        </div>
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
          <div style={{...heading, fontSize: story, lineHeight: 1.1, color: palette.accent}}>
            {counted(hero)}
          </div>
          <div style={{...body, width: column, fontSize: 48 * u, color: palette.muted}}>
            {series[hero].label}
          </div>
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

<% include "_parts/number.tsx" %>

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
