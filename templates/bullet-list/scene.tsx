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
  const size = 132 * type.scale * u;
<% endif %>
<% if variant == 1 %>
  const room = {width: beside ? width * 0.38 : width, height: height * (beside ? 0.8 : 0.24)};
  const title = fitLines(props.title, heading, {...room, size, leading: 1.08});
  const above = beside ? 0 : title.lines.length * title.fontSize * 1.08 + 64 * u;
<% else %>
  const room = {width, height: height * 0.24, size, leading: 1.08};
  const title = fitLines(props.title, heading, room);
  const above = title.lines.length * title.fontSize * 1.08 + 64 * u;
<% endif %>
<% endif %>
<% if variant == 2 %>
  const rows = Math.ceil(items.length / columns);
<% else %>
  const rows = items.length;
<% endif %>
<% if has.title %>
  const row = Math.min(220 * type.spacing * u, (height - above) / rows);
<% else %>
  const row = Math.min(220 * type.spacing * u, height / rows);
<% endif %>
<% if has.font_size and not has.title %>
  const most = type.fontSize * u;
<% else %>
  const most = Math.max(64, 120 - 14 * items.length) * type.scale * u;
<% endif %>
<% if variant == 2 %>
  const gap = Math.min(32 * u, row * 0.16);
  const box = {width: column - 170 * u, height: row * 0.68, size: most, leading: 1.2};
<% elif variant == 3 %>
  const box = {width: column - 110 * u, height: row * 0.9, size: most, leading: 1.2};
<% else %>
  const box = {width: column - 100 * u, height: row * 0.86, size: most, leading: 1.2};
<% endif %>
  const points = items.map((item) => fitLines(item, body, box));
  const fontSize = Math.min(...points.map((point) => point.fontSize));
  const step = Math.min(motion.stagger, 2.4 / items.length);
  const turn = (i: number) => arrive(t - 0.2 - i * step, motion);
<% if variant == 1 %>
  const rule = `color-mix(in oklab, ${palette.text} 18%, transparent)`;
  const dash = {height: 10 * u, flexShrink: 0, backgroundColor: palette.accent};
<% endif %>

  const list = (
<% if variant == 2 %>
<% if has.title %>
    <div style={{display: 'grid', gap, gridTemplateColumns: `repeat(${columns}, 1fr)`}}>
<% else %>
    <div style={{width, display: 'grid', gap, gridTemplateColumns: `repeat(${columns}, 1fr)`}}>
<% endif %>
      {points.map((point, i) => (
        <div
          key={i}
          style={{
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
          <Dot size={22 * u} color={palette.accent} p={turn(i + 1)} />
          <Lines text={point} turn={() => turn(i + 1)} style={{fontSize}} />
        </div>
      ))}
    </div>
<% elif variant == 3 %>
<% if align == "center" %>
    <div style={{position: 'relative', width: 'fit-content', marginInline: 'auto'}}>
<% elif align == "right" %>
    <div style={{position: 'relative', width: 'fit-content', marginInlineStart: 'auto'}}>
<% else %>
    <div style={{position: 'relative', width}}>
<% endif %>
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
      {points.map((point, i) => (
        <div key={i} style={{display: 'flex', alignItems: 'center', gap: 56 * u, height: row}}>
          <Dot size={34 * u} color={palette.accent} p={turn(i)} />
          <Lines text={point} turn={() => turn(i + 1)} style={{fontSize}} />
        </div>
      ))}
    </div>
<% else %>
<% if align == "center" and not has.title %>
    <div style={{width: 'fit-content', marginInline: 'auto'}}>
<% elif align == "right" and not has.title %>
    <div style={{width: 'fit-content', marginInlineStart: 'auto'}}>
<% else %>
    <div style={{width: column}}>
<% endif %>
      {points.map((point, i) => (
        <div
          key={i}
          style={{
            height: row,
            display: 'flex',
            alignItems: 'center',
            gap: 44 * u,
            background: `linear-gradient(${rule}, ${rule}) no-repeat`,
            backgroundSize: `${100 * turn(i)}% ${2 * u}px`,
          }}
        >
          <div style={{...dash, width: 48 * u * turn(i + 1)}} />
          <Lines text={point} turn={() => turn(i + 1)} style={{fontSize}} />
        </div>
      ))}
    </div>
<% endif %>
  );

<% if not has.title %>
  return <Stage {...props}>{list}</Stage>;
<% else %>
  return (
    <Stage {...props}>
<% if variant == 1 %>
      <div style={{width, display: 'flex', flexDirection: beside ? 'row' : 'column', gap: 64 * u}}>
        <div style={{flex: 1}}>
          <Lines text={title} turn={turn} />
        </div>
<% else %>
      <div style={{width}}>
        <Lines text={title} turn={turn} style={{marginBottom: 64 * u}} />
<% endif %>
        {list}
      </div>
    </Stage>
  );
<% endif %>
}

<% if variant != 1 %>
const Dot = ({size, color, p}: {size: number; color: string; p: number}) => (
  <div
    style={{
      flexShrink: 0,
      width: size,
      height: size,
      borderRadius: size,
      backgroundColor: color,
      scale: p,
    }}
  />
);

<% endif %>
<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
