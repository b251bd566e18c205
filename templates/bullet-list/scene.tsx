type Props = {
<% if has.title %>
  title: string;
<% endif %>
  items: string[];
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 5;

export default function BulletList(props: Props) {
  const {items, palette, type, motion} = props;
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const body = {...bodyStyle(type), fontWeight: 500};
<% if has.title %>
  const heading = headingStyle(type);
  const ready = useFonts([props.title, ...items].join(' '), heading, body);
<% else %>
  const ready = useFonts(items.join(' '), body);
<% endif %>
  if (!ready) return null;

<% if has.title and variant == 1 %>
  const beside = width > 1.4 * height;
  const column = beside ? width * 0.56 : width;
<% elif variant == 2 %>
  const columns = width > 1.4 * height && items.length > 3 ? 2 : 1;
  const column = (width - (columns - 1) * 32 * u) / columns;
<% else %>
  const column = width;
<% endif %>
<% if has.title %>
<% if has.font_size %>
  const size = type.fontSize * u;
<% else %>
  const size = 124 * type.scale * u;
<% endif %>
<% if variant == 1 %>
  const title = fitLines(
    props.title,
    beside
      ? {width: width * 0.37, height: height * 0.8, size, leading: 1.08}
      : {width, height: height * 0.22, size, leading: 1.08},
    heading,
  );
  const above = beside ? 0 : title.lines.length * title.fontSize * 1.08 + 64 * u;
<% else %>
  const title = fitLines(props.title, {width, height: height * 0.22, size, leading: 1.08}, heading);
  const above = title.lines.length * title.fontSize * 1.08 + 64 * u;
<% endif %>
<% endif %>
<% if variant == 2 %>
  const rows = Math.ceil(items.length / columns);
<% else %>
  const rows = items.length;
<% endif %>
<% if has.title %>
  const row = Math.min(210 * type.spacing * u, (height - above) / rows);
<% else %>
  const row = Math.min(210 * type.spacing * u, height / rows);
<% endif %>
<% if has.font_size and not has.title %>
  const most = type.fontSize * u;
<% else %>
  const most = Math.max(60, 116 - 14 * items.length) * type.scale * u;
<% endif %>
<% if variant == 2 %>
  const gap = Math.min(32 * u, row * 0.16);
  const room = {width: column - 170 * u, height: row * 0.68, size: most};
<% elif variant == 3 %>
  const room = {width: column - 110 * u, height: row * 0.9, size: most};
<% else %>
  const room = {width: column - 90 * u, height: row * 0.86, size: most};
<% endif %>
  const points = items.map((item) => fitLines(item, {...room, leading: 1.2}, body));
  const fontSize = Math.min(...points.map((point) => point.fontSize));
  const step = Math.min(motion.stagger, 2.4 / items.length);
  const turn = (i: number) => arrive(t - 0.3 - i * step, motion);

  return (
    <Stage {...props}>
<% if has.title and variant == 1 %>
      <div
        style={{
          width,
          display: 'flex',
          flexDirection: beside ? 'row' : 'column',
          justifyContent: 'space-between',
          gap: 64 * u,
        }}
      >
<% else %>
      <div style={{width}}>
<% endif %>
<% if has.title %>
        <div
          style={{
            ...heading,
            fontSize: title.fontSize,
            lineHeight: 1.08,
            whiteSpace: 'nowrap',
<% if variant != 1 %>
            marginBottom: 64 * u,
<% endif %>
          }}
        >
          {title.lines.map((line, i) => (
            <RevealedLine key={i} p={arrive(t - 0.1 - i * motion.stagger, motion)}>
              {line}
            </RevealedLine>
          ))}
        </div>
<% endif %>
<% if variant == 2 %>
        <div style={{display: 'grid', gap, gridTemplateColumns: `repeat(${columns}, 1fr)`}}>
          {points.map((point, i) => (
            <div
              key={i}
              style={{
                ...body,
                fontSize,
                lineHeight: 1.2,
                display: 'flex',
                alignItems: 'center',
                gap: 36 * u,
                minHeight: row - gap,
                paddingInline: 44 * u,
                borderRadius: 28 * u,
                border: `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 12%, transparent)`,
                backgroundColor: palette.surface,
                ...enter(turn(i)),
              }}
            >
              <div
                style={{
                  flexShrink: 0,
                  width: 18 * u,
                  height: 18 * u,
                  borderRadius: 9 * u,
                  backgroundColor: palette.accent,
                  scale: turn(i + 1.5),
                }}
              />
              <div>
                {point.lines.map((line, j) => (
                  <div key={j}>{line}</div>
                ))}
              </div>
            </div>
          ))}
        </div>
<% else %>
<% if align == "center" and not (has.title and variant == 1) %>
        <div style={{position: 'relative', width: 'fit-content', marginInline: 'auto'}}>
<% elif align == "right" and not (has.title and variant == 1) %>
        <div style={{position: 'relative', width: 'fit-content', marginInlineStart: 'auto'}}>
<% else %>
        <div style={{position: 'relative', width: column}}>
<% endif %>
<% if variant == 3 %>
          <div
            style={{
              position: 'absolute',
              insetInlineStart: 15 * u,
              top: row / 2,
              width: 4 * u,
              height: (rows - 1) * row * ramp(t, 0.3, 0.3 + step * (rows - 1) + 0.3),
              backgroundColor: `color-mix(in oklab, ${palette.accent} 40%, transparent)`,
            }}
          />
<% endif %>
          {points.map((point, i) => (
            <div
              key={i}
              style={{
                ...body,
                fontSize,
                lineHeight: 1.2,
                position: 'relative',
                display: 'flex',
                alignItems: 'center',
<% if variant == 3 %>
                gap: 56 * u,
<% else %>
                gap: 40 * u,
<% endif %>
                height: row,
              }}
            >
<% if variant == 3 %>
              <div
                style={{
                  flexShrink: 0,
                  width: 34 * u,
                  height: 34 * u,
                  borderRadius: 17 * u,
                  border: `${7 * u}px solid ${palette.accent}`,
                  backgroundColor: palette.background,
                  scale: turn(i),
                }}
              />
<% else %>
              <div
                style={{
                  position: 'absolute',
                  top: 0,
                  insetInlineStart: 0,
                  width: `${100 * turn(i)}%`,
                  height: 2 * u,
                  backgroundColor: `color-mix(in oklab, ${palette.text} 16%, transparent)`,
                }}
              />
              <div
                style={{
                  flexShrink: 0,
                  width: 44 * u * turn(i + 1),
                  height: 8 * u,
                  backgroundColor: palette.accent,
                }}
              />
<% endif %>
              <div style={enter(turn(i + 1))}>
                {point.lines.map((line, j) => (
                  <div key={j}>{line}</div>
                ))}
              </div>
            </div>
          ))}
        </div>
<% endif %>
      </div>
    </Stage>
  );
}

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
