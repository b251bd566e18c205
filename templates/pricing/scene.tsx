export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 1 %>
export default function Pricing(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.15, size: props.size * u};
<% elif has.items %>
  const {width} = useSafeArea();
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
      <Plans {...props} />
<% if has.items %>
      <Features {...props} room={width} />
<% endif %>
    </Stage>
  );
}

/** One card for each plan, and all prices in one size. */
const Plans = (props: Props) => {
  const {u, width, height} = useSafeArea();
  const count = props.series.length;
  const isWide = width > height * 0.9;
  const gap = 36 * u * props.spacing;
  const room = isWide ? Math.min(640 * u, (width + gap) / count - gap) : width;
  const figure = {width: isWide ? room - 108 * u : room * 0.44, height: 160 * u, size: 144 * u};
  const sizes = props.series.map(({value}) => fit(split(value)[0], props.heading, figure));
  const row = {display: 'flex', flexDirection: isWide ? 'row' : 'column', gap} as const;
  return (
    <div style={{...row, margin: `${height * 0.055 * props.spacing}px 0`}}>
      {props.series.map((plan, i) => (
        <Plan key={i} {...props} {...plan} i={i} room={room} fontSize={Math.min(...sizes)} />
      ))}
    </div>
  );
};

type PlanProps = Props & Props['series'][number] & {i: number; room: number; fontSize: number};

/** Its price counts up; the one in the middle lifts itself out of the row. */
const Plan = ({label, value, i, room, fontSize, heading, body, palette, ...props}: PlanProps) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const age = t - 0.3 - i * props.motion.stagger;
  const isWide = width > height * 0.9;
  const isBest = i === Math.floor(props.series.length / 2);
  const lift = isBest ? ramp(t, 1.2, 1.9, Easing.inOut(Easing.cubic)) : 0;
  const [price, per] = split(value);
  const counted = countUp(price, ramp(age, 0.1, 1.3, Easing.out(Easing.cubic)));
  const name = {width: isWide ? room - 108 * u : room * 0.38, height: 140 * u, size: 46 * u};
  const small = {fontSize: 38 * u, letterSpacing: 0, display: 'inline-block'};
  const line = `color-mix(in oklab, ${palette.text} 14%, transparent)`;
  const edge = `${(2 + 3 * lift) * u}px solid ${isBest ? palette.accent : line}`;
  const card = {backgroundColor: palette.surface, border: edge, borderRadius: 32 * u, width: room};
  const boxShadow = `0 ${20 * lift * u}px ${50 * lift * u}px ${palette.glow}`;
  const translate = isWide ? `0 ${-24 * lift * u}px` : `${-16 * lift * u}px`;
  const padding = `${isWide ? height * 0.05 : 32 * u}px ${52 * u}px`;
  const raised = {boxShadow, translate, padding, gap: 20 * u, height: '100%'};
  const flow = isWide ? ({flexDirection: 'column'} as const) : {alignItems: 'center'};
  const row = {display: 'flex', ...flow, justifyContent: 'space-between'};
  const style = {...body, ...WRAP, fontSize: fit(label, body, name), lineHeight: LEADING};
  return (
    <div style={enter(arrive(age, props.motion))}>
      <div style={{...card, ...row, ...raised, textAlign: 'start'}}>
        <div style={{...style, color: isBest ? palette.accent : palette.muted}}>{label}</div>
        <div style={{...heading, fontSize, lineHeight: 1.15, fontVariantNumeric: 'tabular-nums'}}>
          {counted}
          {per && <span style={{...body, ...small, color: palette.muted}}>{per}</span>}
        </div>
      </div>
    </div>
  );
};
<% else %>
export default function Pricing(props: Props) {
  const {width, height} = useSafeArea();
<% if has.title %>
  const isWide = width > height * 0.9;
  const part = isWide ? width * 0.38 : width;
  const gap = `${height * 0.04}px ${width * 0.07}px`;
  const grid = {display: 'grid', gridTemplateColumns: isWide ? '38% 55%' : '1fr', gap};
  return (
    <Stage {...props}>
<% if has.align %>
      <div style={{...grid, width: '100%', alignItems: 'center'}}>
<% else %>
      <div style={{...grid, width: '100%', alignItems: 'center', textAlign: 'start'}}>
<% endif %>
<% if has.title %>
        <Headline {...props} room={part} />
<% endif %>
        <Plans {...props} room={isWide ? width * 0.55 : width} />
      </div>
<% if has.items %>
      <Features {...props} room={width} />
<% endif %>
    </Stage>
  );
<% else %>
  return (
    <Stage {...props}>
      <Plans {...props} room={Math.min(width, height * 1.4)} />
<% if has.items %>
      <Features {...props} room={width} />
<% endif %>
    </Stage>
  );
<% endif %>
}
<% if has.title %>

const Headline = ({title, heading, motion, room, ...props}: Props & {room: number}) => {
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 0.9;
  const box = {width: room, height: height * (isWide ? 0.44 : 0.22), size: props.size * u};
  return <Text text={title} font={heading} box={box} motion={motion} delay={0} />;
};
<% endif %>

/** A price list; one row of it fills with colour. */
const Plans = ({series, heading, body, palette, motion, room}: Props & {room: number}) => {
  const {u, height} = useSafeArea();
  const t = useSeconds();
  const figure = {width: room * 0.44, height: height * 0.13, size: 136 * u};
  const fontSize = Math.min(...series.map(({value}) => fit(split(value)[0], heading, figure)));
  const name = {width: room * 0.4, height: height * 0.15, size: 54 * u};
  const small = {fontSize: 38 * u, letterSpacing: 0, display: 'inline-block'};
  const borderBottom = `${2 * u}px solid color-mix(in oklab, ${palette.text} 20%, transparent)`;
  const spread = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  const row = {...spread, padding: `${20 * u}px ${36 * u}px`, borderBottom};
  return (
    <div style={{width: room, marginBottom: height * 0.05, textAlign: 'start'}}>
      {series.map(({label, value}, i) => {
        const age = t - 0.3 - 1.5 * i * motion.stagger;
        const isBest = i === Math.floor(series.length / 2);
        const filled = isBest ? ramp(t, 1.1, 1.8, Easing.inOut(Easing.cubic)) : 0;
        const fill = `linear-gradient(${palette.accent} 0 0) 0 / ${100 * filled}% no-repeat`;
        const ink = {color: filled > 0.5 ? palette.onAccent : palette.text};
        const quiet = filled > 0.5 ? 'inherit' : palette.muted;
        const [price, per] = split(value);
        const counted = countUp(price, ramp(age, 0.1, 1.3, Easing.out(Easing.cubic)));
        const style = {...body, ...WRAP, fontSize: fit(label, body, name), lineHeight: LEADING};
        return (
          <div key={i} style={{...row, ...ink, background: fill, ...enter(arrive(age, motion))}}>
            <div style={{...style, maxWidth: name.width}}>{label}</div>
            <div
              style={{...heading, fontSize, lineHeight: 1.15, fontVariantNumeric: 'tabular-nums'}}
            >
              {counted}
              {per && <span style={{...body, ...small, color: quiet}}>{per}</span>}
            </div>
          </div>
        );
      })}
    </div>
  );
};
<% endif %>

/** A price and what it is for: '$9' and '/month'. */
const split = (value: string | number) =>
  /^(\D*[\d.,]+\s?\p{Sc}?)(.*)$/u.exec(`${value}`)?.slice(1) ?? [`${value}`, ''];

const countUp = (price: string, p: number) =>
  price.replace(/\d+/, (digits) => `${Math.round(Number(digits) * p)}`);

<% if has.items %>
/** What every plan has, ticked off. */
const Features = ({items, body, palette, motion, spacing, room}: Props & {room: number}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const columns = Math.min(items.length, room > 1200 * u ? 4 : 2);
  const box = {width: room / columns - 100 * u, height: 130 * u, size: 38 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const gap = `${18 * u * spacing}px ${40 * u}px`;
  const tick = {fill: 'none', stroke: palette.accent, strokeWidth: 3, pathLength: 1};
  return (
    <div style={{display: 'grid', gridTemplateColumns: `repeat(${columns}, auto)`, gap}}>
      {items.map((item, i) => {
        const age = t - 1 - i * motion.stagger;
        const drawn = {strokeDasharray: 1, strokeDashoffset: 1 - ramp(age, 0.2, 0.6)};
        return (
          <div key={i} style={{display: 'flex', gap: 20 * u, ...enter(arrive(age, motion))}}>
            <svg viewBox="0 0 24 24" width={40 * u} style={{flexShrink: 0}}>
              <path d="M4 12.5 L10 18.5 L20 6.5" {...tick} {...drawn} />
            </svg>
            <div style={{...body, ...WRAP, fontSize, lineHeight: LEADING, textAlign: 'start'}}>
              {item}
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
