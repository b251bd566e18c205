export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function LogoWall(props: Props) {
<% if has.title %>
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.2, size: props.size * u};
  const soft = {color: palette.muted, marginBottom: 72 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} style={soft} />
<% endif %>
      <Wall {...props} />
    </Stage>
  );
}

<% if variant == 1 %>
/** A light wanders from name to name. */
const Wall = ({items, heading, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const walk = (useClock(motion.speed) * 1.1) % (items.length + 1);
  const most = width > height ? 4 : items.length > 3 ? 2 : 1;
  const columns = Math.ceil(items.length / Math.ceil(items.length / most));
  const rows = Math.ceil(items.length / columns);
  const gap = 20 * u * spacing;
  const cell = (width + gap) / columns - gap;
<% if has.title %>
  const room = Math.min(230 * u, (height * 0.68 + gap) / rows - gap);
<% else %>
  const room = Math.min(230 * u, (height + gap) / rows - gap);
<% endif %>
  const box = {width: cell - 180 * u, height: room - 16 * u, size: 60 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, heading, box)));
  const words = {...heading, ...WRAP, fontSize, lineHeight: LEADING, textAlign: 'start'} as const;
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 24 * u};
  return (
    <div style={{display: 'grid', gridTemplateColumns: `repeat(${columns}, ${cell}px)`, gap}}>
      {items.map((item, i) => {
        const p = arrive(t - 0.3 - i * motion.stagger, motion);
        const lit = 100 * Math.max(0, 1 - Math.abs(walk - i - 1));
        const color = `color-mix(in oklab, ${palette.accent} ${lit}%, ${palette.text})`;
        const place = {height: room, backgroundColor: palette.surface, borderRadius: 20 * u};
        return (
          <div key={i} style={{...row, ...place, color, ...enter(p)}}>
            <Sign i={i} size={56 * u} />
            <div style={words}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};
<% else %>
/** Bands of names that run against each other, and never come to their end. */
const Wall = ({items, heading, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const {width: frame} = useVideoConfig();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const count = items.length > 3 ? Math.min(width > height ? 3 : 4, items.length) : 1;
  const box = {width: width * 0.8, height: height * 0.14, size: 108 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, heading, box)));
  const mask = 'linear-gradient(90deg, transparent, black 8%, black 92%, transparent)';
  const pad = `${18 * u * spacing}px 0`;
  const band = {width: frame, overflow: 'hidden', maskImage: mask, padding: pad};
  const line = {display: 'flex', whiteSpace: 'nowrap', fontSize, lineHeight: 1.25} as const;
  const row = {display: 'flex', alignItems: 'center', gap: 28 * u, flexShrink: 0};
  return Array.from({length: count}, (_, k) => {
    const names = items.filter((_, i) => i % count === k);
    const measured = names.map((text) => measureText({text, ...heading, fontSize}).width);
    const long = measured.map((one) => one + 210 * u);
    const whole = long.reduce((sum, one) => sum + one, 0);
    const run = ((clock * 90 * u) % whole) / whole;
    const x = -whole * (k % 2 ? 1 - run : run);
    const copies = Math.ceil(frame / whole) + 1;
    const p = arrive(t - 0.2 - 2 * k * motion.stagger, motion);
    return (
      <div key={k} dir="ltr" style={{...band, ...enter(p)}}>
        <div style={{...heading, ...line, translate: `${x}px`}}>
          {Array.from({length: copies * names.length}, (_, i) => (
            <div
              key={i}
              aria-hidden={i >= names.length}
              style={{...row, width: long[i % names.length]}}
            >
              <div style={{color: palette.accent, display: 'flex'}}>
                <Sign i={k * 2 + (i % names.length)} size={72 * u} />
              </div>
              {names[i % names.length]}
            </div>
          ))}
        </div>
      </div>
    );
  });
};
<% endif %>

/** A sign of two tiles, another one for each name. */
const Sign = ({i, size}: {i: number; size: number}) => {
  const shapes = ['0 100%', '50%', '100% 0 0', '100% 0', '0 0 100%', '100% 100% 0 0', '20%'];
  const tile = {width: size / 2, height: size, backgroundColor: 'currentColor'};
  return (
    <div style={{display: 'flex', flexShrink: 0, rotate: `${90 * (i % 4)}deg`}}>
      <div style={{...tile, borderRadius: shapes[i % 7]}} />
      <div style={{...tile, borderRadius: shapes[(i * 3 + 1) % 7]}} />
    </div>
  );
};

<% include "_parts/shared.tsx" %>
