export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 1 %>
export default function PhoneMockup(props: Props) {
<% if has.image and has.items %>
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const long = isWide ? height + 60 * u : height * 0.76;
  const aside = width - long * 0.53 - 64 * u;
<% if has.title %>
  const room = isWide ? aside : width;
  const gridTemplateAreas = isWide ? "'head phone' 'list phone'" : "'head head' 'list phone'";
  const areas = {gridTemplateAreas, gridTemplateColumns: `${aside}px auto`, gap: `0 ${64 * u}px`};
<% else %>
  const areas = {gridTemplateAreas: "'list phone'", gap: 64 * u};
<% endif %>
  return (
    <Stage {...props}>
      <div style={{...areas, display: 'grid', alignItems: 'center', height: '100%'}}>
<% if has.title %>
        <div style={{gridArea: 'head'}}>
          <Headline {...props} room={room} />
        </div>
<% endif %>
        <div style={{gridArea: 'list'}}>
<% if has.title %>
          <List {...props} width={aside} height={isWide ? height * 0.5 : height * 0.74} />
<% else %>
          <List {...props} width={aside} height={height * 0.74} />
<% endif %>
        </div>
        <div style={{gridArea: 'phone'}}>
          <Phone {...props} long={long} />
        </div>
      </div>
    </Stage>
  );
<% elif has.title %>
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const flow = {display: 'flex', flexDirection: isWide ? 'row' : 'column'} as const;
  const room = isWide ? width - 760 * u : width;
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: 'center', gap: 64 * u, width: '100%', height: '100%'}}>
        <Headline {...props} room={room} />
        <Phone {...props} long={isWide ? height + 60 * u : height * 0.76} />
      </div>
    </Stage>
  );
<% else %>
  const {height} = useSafeArea();
  return (
    <Stage {...props}>
      <Phone {...props} long={height * 0.98} />
    </Stage>
  );
<% endif %>
}
<% else %>
export default function PhoneMockup(props: Props) {
  const {width, height} = useSafeArea();
  const halo = {backgroundColor: props.palette.accent, borderRadius: '50%', opacity: 0.16};
  const p = ramp(useSeconds(), 0, 1.2, Easing.bezier(0.2, 1, 0.3, 1));
  const side = Math.min(width, height * 0.74);
  const place = {position: 'absolute', width: side, height: side, scale: p} as const;
  const center = {display: 'flex', flexDirection: 'column', alignItems: 'center'} as const;
  return (
    <Stage {...props}>
      <div style={{...center, width: '100%', height: '100%', justifyContent: 'center'}}>
<% if has.title %>
        <Headline {...props} room={width} />
<% endif %>
        <div style={{...center, position: 'relative', justifyContent: 'center'}}>
          <div style={{...place, ...halo}} />
<% if has.title %>
          <Phone {...props} long={height * 0.74} />
<% else %>
          <Phone {...props} long={height * 0.96} />
<% endif %>
<% if has.items %>
          <Cards {...props} long={height * 0.7} />
<% endif %>
        </div>
      </div>
    </Stage>
  );
}
<% endif %>

<% if has.title %>
const Headline = ({title, heading, motion, room, ...props}: Props & {room: number}) => {
  const {u, width, height} = useSafeArea();
<% if variant == 1 %>
<% if has.image and has.items %>
  const part = width > height * 1.2 ? 0.42 : 0.2;
<% else %>
  const part = width > height * 1.2 ? 0.7 : 0.2;
<% endif %>
  const box = {width: room, height: height * part, size: props.size * u};
  const style = {width: room};
<% else %>
  const box = {width, height: height * 0.18, size: props.size * u};
  const style = {width: room, textAlign: 'center', marginBottom: 40 * u} as const;
<% endif %>
  return <Text text={title} font={heading} box={box} motion={motion} delay={0.1} style={style} />;
};

<% endif %>
/** A phone that swings in, and keeps turning a little. */
const Phone = ({long, ...props}: Props & {long: number}) => {
  const {palette, motion} = props;
  const t = useSeconds();
  const p = arrive(t - 0.2, motion);
<% if variant == 1 %>
  const sway = -16 + 5 * Math.sin(useClock(motion.speed) * 0.9) - 30 * (1 - p);
  const turned = {transform: `perspective(${3 * long}px) rotateY(${sway}deg) rotateX(4deg)`};
<% else %>
  const lift = long * 0.008 * Math.sin(useClock(motion.speed) * 1.4);
  const turned = {transform: `translateY(${lift + long * 0.1 * (1 - p)}px)`};
<% endif %>
  const wide = long * 0.53;
  const edge = long * 0.012;
  const frame = {width: wide, height: long, padding: edge, borderRadius: long * 0.07};
  const boxShadow = `0 ${edge * 3}px ${edge * 8}px ${palette.glow}`;
  const shell = {backgroundColor: palette.text, boxShadow};
  const screen = {height: '100%', borderRadius: long * 0.058, overflow: 'hidden'};
  const island = {width: '30%', height: long * 0.028, borderRadius: long, top: long * 0.022};
  return (
    <div style={{...enter(p), flexShrink: 0}}>
      <div style={{...frame, ...shell, ...turned, position: 'relative', margin: '0 auto'}}>
        <div style={{...screen, backgroundColor: palette.surface}}>
<% if has.image %>
          <Photo src={props.image} palette={palette} />
<% elif has.items and variant == 1 %>
          <div style={{padding: `${wide * 0.24}px ${wide * 0.08}px`}}>
            <List {...props} width={wide * 0.81} height={wide * 1.35} />
          </div>
<% else %>
          <App palette={palette} />
<% endif %>
        </div>
        <div
          style={{
            ...island,
            position: 'absolute',
            left: '35%',
            backgroundColor: palette.text,
          }}
        />
      </div>
    </div>
  );
};

<% if variant == 1 and has.items %>
/** The list whose entries are ticked off one after another. */
const List = ({items, body, palette, motion, ...room}: Props & {width: number; height: number}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const side = Math.min(56 * u, room.width * 0.13);
  const gap = side * 0.45;
  const tall = room.height / items.length - gap;
  const box = {width: room.width - side - gap, height: tall, size: 46 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const font = {...body, ...WRAP, fontSize, lineHeight: LEADING, color: palette.text};
  const row = {display: 'flex', alignItems: 'center', gap};
  const tick = {fill: 'none', stroke: palette.surface, strokeWidth: 3};
  const dash = {pathLength: 1, strokeDasharray: 1};
  return (
    <div style={{display: 'grid', gap}}>
      {items.map((item, i) => {
        const done = ramp(t, 1.5 + 0.6 * i, 1.8 + 0.6 * i);
        const color = `color-mix(in oklab, ${palette.accent} ${100 * done}%, ${palette.muted})`;
        const mark = {width: side, backgroundColor: color, borderRadius: '30%', flexShrink: 0};
        return (
          <div key={i} style={{...row, ...enter(arrive(t - 0.7 - i * motion.stagger, motion))}}>
            <svg viewBox="0 0 24 24" style={mark}>
              <path d="M6 12.5L10.5 17L18 8" {...tick} {...dash} strokeDashoffset={1 - done} />
            </svg>
            <div style={{...font, textAlign: 'start'}}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
<% if not has.image and (variant == 2 or not has.items) %>
/** An app without words: a picture, a chart and some rows. */
const App = ({palette}: Pick<Props, 'palette'>) => {
  const grown = ramp(useSeconds(), 0.6, 2, Easing.inOut(Easing.cubic));
  const quiet = `color-mix(in oklab, ${palette.text} 12%, transparent)`;
  return (
    <svg viewBox="0 0 100 190" width="100%">
      <circle cx="17" cy="32" r="8" fill={palette.accent} />
      <rect x="32" y="26" width="40" height="5" rx="2.5" fill={palette.text} />
      <rect x="32" y="35" width="26" height="4" rx="2" fill={quiet} />
      <rect x="8" y="50" width="84" height="56" rx="8" fill={palette.background} />
      {[18, 30, 24, 38, 33, 44].map((tall, i) => {
        const fill = i === 5 ? palette.accent : palette.accent2;
        const bar = {x: 15 + 12.4 * i, width: 8, rx: 2, fill};
        return <rect key={i} {...bar} y={100 - tall * grown} height={tall * grown} />;
      })}
      {[116, 138, 160].map((y) => (
        <g key={y} fill={quiet}>
          <rect x="8" y={y} width="14" height="14" rx="4" />
          <rect x="28" y={y + 2} width={y % 3 ? 52 : 40} height="4" rx="2" />
          <rect x="28" y={y + 9} width="30" height="3" rx="1.5" />
        </g>
      ))}
    </svg>
  );
};

<% endif %>
<% if variant == 2 and has.items %>
/** Cards that float out of the screen to either side. */
const Cards = ({items, body, palette, motion, long}: Props & {long: number}) => {
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const full = Math.min(width, 1180 * u);
  const room = full * 0.48;
  const rows = Math.ceil(items.length / 2);
  const box = {width: room - 72 * u, height: (long * 0.85) / rows - 48 * u, size: 42 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, {...body, fontWeight: 500}, box)));
  const font = {...body, ...WRAP, fontWeight: 500, fontSize, lineHeight: LEADING};
  const line = `color-mix(in oklab, ${palette.text} 14%, transparent)`;
  const paper = {backgroundColor: palette.background, border: `${2 * u}px solid ${line}`};
  const grid = {display: 'grid', gridTemplateColumns: '1fr 1fr', rowGap: 12 * u};
  const left = {justifySelf: 'start', marginBottom: (long * 0.2) / rows};
  const right = {justifySelf: 'end', marginTop: (long * 0.2) / rows};
  const card = {maxWidth: room, padding: `${20 * u}px ${36 * u}px`, borderRadius: 24 * u};
  return (
    <div style={{...grid, position: 'absolute', width: full}}>
      {items.map((item, i) => {
        const p = arrive(t - 0.9 - i * motion.stagger, motion);
        const float = 8 * u * Math.sin(clock * 1.2 + 2 * i);
        return (
          <div key={i} style={{...(i % 2 ? right : left), ...enter(p)}}>
            <div style={{...font, ...paper, ...card, translate: `0 ${float}px`}}>{item}</div>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
<% if has.image and not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
