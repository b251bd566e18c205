export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
<% if variant == 1 %>
const CALENDAR = 'M 4 5.5 H 20 V 20 H 4 Z M 4 10 H 20 M 8.5 3 V 7.5 M 15.5 3 V 7.5';
const CLOCK = 'M 12 3 A 9 9 0 1 1 11.9 3 M 12 7 V 12 L 15.5 14';
const PIN = 'M 12 21 Q 5 13.5 5 9.8 A 7 7 0 0 1 19 9.8 Q 19 13.5 12 21 M 12 7 V 12';
<% endif %>

<% if variant == 1 %>
export default function EventInvite(props: Props) {
  const {u, width, height} = useSafeArea();
  const room = height - (width > 1.4 * height ? 408 : 540) * u;
  const title = {width, height: Math.min(height * 0.54, room), size: props.size * u};
  return (
    <Stage {...props}>
      <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
<% if has.date or has.time or has.place %>
      <Facts {...props} />
<% endif %>
    </Stage>
  );
}

<% if has.date or has.time or has.place %>
/** When and where, under a rule that draws itself; each with an icon that is drawn. */
const Facts = ({body, palette, motion, spacing, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const facts = [<% if has.date %>props.date<% endif %><% if has.date and has.time %>, <% endif %><% if has.time %>props.time<% endif %><% if has.place and has.date or has.place and has.time %>, <% endif %><% if has.place %>props.place<% endif %>];
  const icons = [<% if has.date %>CALENDAR<% endif %><% if has.date and has.time %>, <% endif %><% if has.time %>CLOCK<% endif %><% if has.place and has.date or has.place and has.time %>, <% endif %><% if has.place %>PIN<% endif %>];
  const columns = width > 1.4 * height ? facts.length : 1;
  const gap = 56 * u;
  const row = (columns > 1 ? 284 : 153) * u;
  const box = {width: (width + gap) / columns - gap - 120 * u, height: row, size: 58 * u};
  const font = {...body, ...WRAP, lineHeight: LEADING};
  const fontSize = Math.min(...facts.map((fact) => fit(fact, font, box)));
  const pen = {fill: 'none', stroke: palette.accent, strokeWidth: 1.6};
  const rule = {height: 3 * u, margin: `${48 * spacing * u}px 0 ${24 * u}px`};
  const line = {display: 'flex', alignItems: 'center', gap: 40 * u, minHeight: row};
  const drawn = {background: palette.accent, scale: `${arrive(t - 0.5, motion)} 1`};
  return (
    <div style={{width}}>
      <div style={{...rule, ...drawn, transformOrigin: 'left'}} />
      <div style={{display: 'grid', columnGap: gap, grid: `auto / repeat(${columns}, 1fr)`}}>
        {facts.map((fact, i) => {
          const p = arrive(t - 0.7 - i * motion.stagger, motion);
          const bob = `0 ${Math.sin(2 * t - i) * 5 * u}px`;
          return (
            <div key={i} style={line}>
              <svg viewBox="0 0 24 24" width={80 * u} style={{flexShrink: 0, translate: bob}}>
                <path d={icons[i]} {...pen} {...evolvePath(Math.min(1, p), icons[i])} />
              </svg>
              <div style={{...font, fontSize, ...enter(p)}}>{fact}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
};

<% endif %>
<% else %>
export default function EventInvite(props: Props) {
  return (
    <Stage {...props}>
      <Ticket {...props} />
    </Stage>
  );
}

/** A ticket that is handed over; then its stub is torn along the perforation. */
const Ticket = ({heading, body, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const across = width > height;
  const long = across ? width : Math.min(height, 1180 * u);
  const short = across ? Math.min(height, 680 * u) : width;
  const [main, stub] = [long * 0.74, long * 0.26];
  const [wide, tall] = across ? [main, short] : [short, main];
<% if has.time or has.place %>
  const line = {width: wide - 128 * u, height: (across ? 116 : 154) * u, size: 60 * u};
  const room = tall - 2 * line.height - 180 * u;
  const title = {width: wide - 128 * u, height: room, size: props.size * u};
<% else %>
  const title = {width: wide - 128 * u, height: tall - 180 * u, size: props.size * u};
<% endif %>
<% if has.date %>
  const date = across
    ? {width: stub - 110 * u, height: short * 0.6, size: 72 * u}
    : {width: short * 0.7, height: stub - 48 * u, size: 72 * u};
<% endif %>
  const torn = ramp(t, 2.2, 3, Easing.out(Easing.back(1.4)));
  const sway = -2 + Math.sin(useClock(motion.speed) * 0.8);
  const pass = {display: 'flex', flexDirection: across ? 'row' : 'column'} as const;
  const piece = {display: 'flex', gap: 24 * u, borderRadius: 28 * u, padding: 64 * u};
  const part = {
    justifyContent: 'space-between',
    padding: across ? 54 * u : `${24 * u}px ${64 * u}px`,
    flexDirection: across ? 'column' : 'row',
    width: across ? stub : short,
    height: across ? short : stub,
    translate: across ? `${22 * torn * u}px` : `0 ${22 * torn * u}px`,
    rotate: `${(across ? 4 : -2) * torn}deg`,
    transformOrigin: across ? 'left bottom' : 'left top',
    background: palette.accent,
    color: palette.onAccent,
  } as const;
  const bars = {flex: 1, alignSelf: 'center', maxHeight: 170 * u, fill: palette.onAccent};
  const edge = `${10 * u}px dotted ${palette.background}`;
  return (
    <div style={{marginInline: 'auto', rotate: `${sway}deg`}}>
      <div style={{...pass, ...enter(arrive(t, motion))}}>
        <div
          style={{
            ...piece,
            flexDirection: 'column',
            justifyContent: 'center',
            width: wide,
            height: tall,
            background: palette.surface,
            [across ? 'borderRight' : 'borderBottom']: edge,
          }}
        >
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
<% if has.time %>
          <div style={{color: palette.accent}}>
            <Text text={props.time} font={body} box={line} motion={motion} delay={0.6} />
          </div>
<% endif %>
<% if has.place %>
          <div style={{color: palette.muted}}>
            <Text text={props.place} font={body} box={line} motion={motion} delay={0.8} />
          </div>
<% endif %>
        </div>
        <div style={{...piece, ...part}}>
<% if has.date %>
          <Text text={props.date} font={heading} box={date} motion={motion} delay={0.6} />
<% endif %>
          <svg viewBox="0 0 100 40" preserveAspectRatio="none" style={bars}>
            {Array.from({length: 26}, (_, i) => {
              const thick = 0.8 + 2 * random(`bar-${i}`);
              return <rect key={i} x={i * 3.9} width={thick} height="40" />;
            })}
          </svg>
        </div>
      </div>
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
