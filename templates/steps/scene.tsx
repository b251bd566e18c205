export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Steps(props: Props) {
  return (
    <Stage {...props}>
<% if has.title %>
      <Title {...props} />
<% endif %>
      <Track {...props} />
    </Stage>
  );
}

<% if has.title %>
const Title = ({title, items, heading, motion, size, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const many = items.length > 6;
  const box = {width, height: height * (many ? 0.16 : 0.2), size: size * u};
  return (
    <div style={{marginBottom: (many ? 12 : 64) * spacing * u}}>
      <Text text={title} font={heading} box={box} motion={motion} delay={0} />
    </div>
  );
};

<% endif %>
<% if variant == 1 %>
/** Steps on a track that fills from one to the next: across the frame, or down one that is high. */
const Track = ({items, heading, body, palette, motion, spacing, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const room = height * (items.length > 6 ? 0.82 : 0.7);
<% endif %>
  const across = width > 1.4 * height;
  const columns = across ? Math.ceil(items.length / Math.ceil(items.length / 5)) : 1;
  const disc = (items.length > 5 ? 72 : 112) * u;
  const gap = 40 * spacing * u;
  const column = (width + gap) / columns - gap;
<% if has.title %>
  const row = Math.min((across ? 480 : 220) * u, room / Math.ceil(items.length / columns));
<% else %>
  const row = Math.min((across ? 480 : 220) * u, height / Math.ceil(items.length / columns));
<% endif %>
  const box = across
    ? {width: column, height: row - disc - 48 * u, size: size * 0.5 * u}
    : {width: width - disc - 48 * u, height: row, size: size * 0.54 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const done = ramp(t, 0.5, LENGTH * 0.7, Easing.inOut(Easing.quad)) * (items.length - 0.9);
  const round = {width: disc, height: disc, borderRadius: disc, fontSize: disc * 0.46};
  const cell = across
    ? {display: 'grid', gap: 36 * u, alignContent: 'start', paddingBottom: 40 * u}
    : {display: 'flex', gap: 48 * u, alignItems: 'center', height: row};
  return (
    <div style={{width, display: 'grid', columnGap: gap, grid: `auto / repeat(${columns}, 1fr)`}}>
      {items.map((item, i) => {
        const p = arrive(t - 0.2 - i * Math.min(motion.stagger, 1.2 / items.length), motion);
        const on = ramp(done, i - 0.1, i) * 100;
        const ground = `color-mix(in oklab, ${palette.accent} ${on}%, ${palette.surface})`;
        const color = on > 50 ? palette.onAccent : palette.text;
        const way = ramp(done, i, i + 1) * ((across ? column + gap : row) - disc - 24 * u);
        const track = across
          ? {insetInlineStart: disc + 12 * u, top: disc / 2, width: way, height: 6 * u}
          : {insetInlineStart: disc / 2, top: (row + disc) / 2 + 12 * u, width: 6 * u, height: way};
        return (
          <div key={i} style={{...cell, position: 'relative'}}>
            <div style={{...track, position: 'absolute', background: palette.accent}} />
            <div style={{...heading, ...round, ...DISC, background: ground, color, scale: p}}>
              {i + 1}
            </div>
            <div style={{...body, ...WRAP, fontSize, lineHeight: LEADING, ...enter(p)}}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};

const DISC = {flexShrink: 0, display: 'grid', placeItems: 'center'};

<% else %>
/** Slabs that build a staircase, and a ball that hops down it. */
const Track = ({items, heading, body, palette, motion, spacing, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const room = height * (items.length > 6 ? 0.82 : 0.68);
<% else %>
  const room = height - 64 * u;
<% endif %>
  const last = items.length - 1;
  const tread = Math.min(120 * u, (width * (last > 5 ? 0.09 : 0.42)) / Math.max(1, last));
  const slab = width - tread * last;
  const gap = (last > 5 ? 2 : 16 * spacing) * u;
  const row = Math.min(170 * u, room / items.length);
  const box = {width: slab - row - 40 * u, height: row - gap, size: size * 0.52 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const way = ramp(t, 1.2, LENGTH - 0.8) * last;
  const hop = Easing.inOut(Easing.cubic)(way % 1);
  const ball = Math.min(44 * u, row * 0.5);
  const place = {
    insetInlineStart: slab - tread * 0.5 - ball / 2 + tread * (Math.floor(way) + hop),
    top: row * (Math.floor(way) + hop ** 2) - ball - Math.sin(Math.PI * hop) * row * 0.5,
  };
  return (
    <div style={{position: 'relative', width}}>
      {items.map((item, i) => {
        const p = arrive(t - 0.2 - i * Math.min(motion.stagger, 1.2 / items.length), motion);
        return (
          <div key={i} style={{width: slab, height: row, marginInlineStart: tread * i}}>
            <div
              style={{
                height: row - gap,
                display: 'flex',
                alignItems: 'center',
                borderRadius: 16 * u,
                background: palette.surface,
                ...enter(p),
              }}
            >
              <div
                style={{
                  ...heading,
                  flex: `0 0 ${row}px`,
                  textAlign: 'center',
                  fontSize: row * 0.5,
                  color: palette.accent,
                }}
              >
                {i + 1}
              </div>
              <div style={{...body, ...WRAP, fontSize, lineHeight: LEADING}}>{item}</div>
            </div>
          </div>
        );
      })}
      <div
        style={{
          ...place,
          position: 'absolute',
          width: ball,
          height: ball,
          borderRadius: '50%',
          background: palette.accent2,
          scale: ramp(t, 0.8, 1.2, Easing.out(Easing.back(2))),
        }}
      />
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
