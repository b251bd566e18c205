export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function FeatureGrid(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.2, size: props.size * u};
  const room = {marginBottom: 56 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} style={room} />
<% endif %>
      <Features {...props} />
    </Stage>
  );
}

/** 'Sync: every device' is a feature's name and a line about it. */
const split = (item: string) =>
  /^(.{1,40}?)(?::| [–—-]) +(.+)$/s.exec(item)?.slice(1) ?? [item, ''];

const Features = ({items, heading, body, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const walk = (useClock(motion.speed) * 0.9) % (items.length + 1);
  const isWide = width > height;
  const half = Math.ceil(items.length / 2);
  const columns = isWide ? (items.length > 3 ? half : items.length) : items.length > 3 ? 2 : 1;
  const gap = 28 * u * spacing;
  const cell = (width + gap) / columns - gap;
<% if has.title %>
  const room = (height * 0.72 + gap) / Math.ceil(items.length / columns) - gap;
<% else %>
  const room = (height + gap) / Math.ceil(items.length / columns) - gap;
<% endif %>
<% if variant == 1 %>
  const isRow = cell > 600 * u;
  const icon = isRow ? 96 * u : room > 300 * u ? 56 * u : 0;
  const inner = isRow ? cell - 190 * u : cell - 64 * u;
  const space = isRow ? room - 80 * u : room - (icon && icon + 24 * u) - 66 * u;
<% else %>
  const inner = cell - 40 * u;
  const space = room - 110 * u;
<% endif %>
  const features = items.map(split);
  const part = features.some(([, text]) => text) ? 0.4 : 1;
  const tall = {width: inner, height: space * part};
  const box = {width: inner, height: space * 0.6};
<% if variant == 1 %>
  const name = Math.min(...features.map(([text]) => fit(text, heading, {...tall, size: 56 * u})));
<% else %>
  const name = Math.min(...features.map(([text]) => fit(text, heading, {...tall, size: 68 * u})));
<% endif %>
  const line = Math.min(...features.map(([, text]) => fit(text, body, {...box, size: 40 * u})));
  const grid = {display: 'grid', gridTemplateColumns: `repeat(${columns}, ${cell}px)`};
<% if variant == 1 %>
  const flow = {display: 'flex', flexDirection: isRow ? 'row' : 'column'} as const;
<% endif %>
  const words = {...WRAP, lineHeight: LEADING, textWrap: 'pretty'} as const;
  return (
    <div style={{...grid, gap, textAlign: 'start'}}>
      {features.map(([title, text], i) => {
        const age = t - 0.3 - i * motion.stagger;
        const lit = 100 * Math.max(0, 1 - Math.abs(walk - i - 1));
<% if variant == 1 %>
        const edge = `color-mix(in oklab, ${palette.accent} ${lit}%, transparent)`;
        const card = {backgroundColor: palette.surface, border: `${3 * u}px solid ${edge}`};
        const place = {...flow, padding: 28 * u, borderRadius: 28 * u, gap: 24 * u};
        return (
          <div key={i} style={{...card, ...place, ...enter(arrive(age, motion))}}>
            <div style={{color: palette.accent, display: icon ? 'flex' : 'none'}}>
              <Icon text={title + text} size={icon} p={ramp(age, 0.2, 1.3)} />
            </div>
            <div>
              <div style={{...heading, ...words, fontSize: name}}>{title}</div>
              <div style={{...body, ...words, fontSize: line, color: palette.muted}}>{text}</div>
            </div>
          </div>
        );
<% else %>
        const number = `${i + 1}`.padStart(2, '0');
        const ink = `color-mix(in oklab, ${palette.accent} ${lit}%, ${palette.text})`;
        const rule = {height: 4 * u, backgroundColor: ink, marginBottom: 28 * u};
        return (
          <div key={i} style={{paddingRight: 40 * u, marginBottom: 20 * u}}>
            <div style={{...rule, scale: `${arrive(age, motion)} 1`, transformOrigin: '0 0'}} />
            <div style={enter(arrive(age - 0.2, motion))}>
              <div style={{...body, fontSize: 36 * u, color: palette.accent}}>{number}</div>
              <div style={{...heading, ...words, fontSize: name}}>{title}</div>
              <div style={{...body, ...words, fontSize: line, color: palette.muted}}>{text}</div>
            </div>
          </div>
        );
<% endif %>
      })}
    </div>
  );
};

<% if variant == 1 %>
<% include "_parts/icon.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
