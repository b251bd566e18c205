export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function EndScreen(props: Props) {
<% if has.title or has.handle %>
<% if has.title and has.handle %>
  const {heading, body, palette, motion} = props;
<% elif has.title %>
  const {heading, motion} = props;
<% else %>
  const {body, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
<% endif %>
<% if has.title %>
  const title = {width, height: height * 0.26, size: props.size * u};
  const top = {margin: `${40 * u * props.spacing}px 0 0`};
<% endif %>
<% if has.handle %>
  const name = {width, height: height * 0.1, size: 52 * u};
  const soft = {color: palette.muted, marginTop: 16 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Frames {...props} />
<% else %>
      <Portrait {...props} />
<% endif %>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} style={top} />
<% endif %>
<% if has.handle %>
      <Text text={props.handle} font={body} box={name} motion={motion} delay={0.6} style={soft} />
<% endif %>
<% if variant == 1 or has.items %>
      <Actions {...props} />
<% endif %>
    </Stage>
  );
}

/** A ring that closes around whoever speaks here. */
<% if has.handle or has.title %>
const Portrait = ({heading, palette, motion, ...props}: Props) => {
<% else %>
const Portrait = ({palette, motion}: Props) => {
<% endif %>
  const {u} = useSafeArea();
  const t = useSeconds();
  const closed = 360 * ramp(t, 0.1, 1.4, Easing.inOut(Easing.cubic));
  const turn = 20 * useClock(motion.speed);
  const sweep = `${palette.accent}, ${palette.accent2} ${closed}deg, transparent ${closed}deg`;
  const ring = {padding: 10 * u, background: `conic-gradient(from ${turn}deg, ${sweep})`};
  const edge = `${10 * u}px solid ${palette.background}`;
  const face = {backgroundColor: palette.surface, border: edge};
  const round = {borderRadius: '50%', display: 'grid', placeItems: 'center'};
  return (
    <div style={{...ring, ...round, flexShrink: 0, scale: arrive(t, motion)}}>
      <div style={{...face, ...round, width: 240 * u, height: 240 * u, color: palette.accent}}>
<% if has.handle %>
        <div aria-hidden style={{...heading, fontSize: 120 * u}}>
          {props.handle.replace(/^@/, '').charAt(0).toUpperCase()}
        </div>
<% elif has.title %>
        <div aria-hidden style={{...heading, fontSize: 120 * u}}>
          {Array.from(props.title)[0]}
        </div>
<% else %>
        <svg viewBox="0 0 24 24" width={130 * u}>
          <path d="M8 4L20 12L8 20Z" fill={palette.accent} />
        </svg>
<% endif %>
      </div>
    </div>
  );
};

<% if has.items %>
/** What to do next; a press runs through the buttons, first of all the first. */
const Actions = ({items, body, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const gap = 16 * u * spacing;
  const box = {width: width * 0.7, height: (height * 0.28) / items.length, size: 48 * u};
  const fontSize = Math.min(...items.map((item) => fit(item, body, box)));
  const font = {...body, ...WRAP, fontWeight: 600, fontSize, lineHeight: LEADING};
  const row = {display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap} as const;
  return (
    <div style={{...row, marginTop: 44 * u * spacing}}>
      {items.map((item, i) => {
        const age = t - 0.9 - i * motion.stagger;
        const press = Math.sin(Math.PI * ramp((clock - 2.2) % 2.4, 0.3 * i, 0.3 * i + 0.4));
        const fill = {backgroundColor: palette.accent, color: palette.onAccent};
        const line = {backgroundColor: palette.surface, color: palette.text};
        const pill = {padding: '0.5em 1.1em', borderRadius: 60 * u};
        return (
          <div key={i} style={enter(arrive(age, motion))}>
            <div style={{...font, ...pill, ...(i ? line : fill), scale: 1 - 0.07 * press}}>
              {item}
            </div>
          </div>
        );
      })}
    </div>
  );
};

<% elif variant == 1 %>
/** Like, share, subscribe: drawings that are pressed one after another. */
const Actions = ({palette, motion, spacing}: Props) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const drawings = [
    'M12 20C-3 10 6-1 12 7c6-8 15 3 0 13z',
    'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 22h4M12 5V3',
    'M4 12v8h16v-8M12 15V3M7 8l5-5 5 5',
  ];
  const round = {borderRadius: '50%', padding: 36 * u, backgroundColor: palette.surface};
  return (
    <div style={{display: 'flex', gap: 40 * u * spacing, marginTop: 64 * u * spacing}}>
      {drawings.map((d, i) => {
        const p = arrive(t - 0.8 - 1.5 * i * motion.stagger, motion);
        const press = Math.sin(Math.PI * ramp((clock - 2) % 2.4, 0.3 * i, 0.3 * i + 0.4));
        const stroke = i ? palette.text : palette.accent;
        return (
          <div key={i} style={{...round, scale: p - 0.1 * press}}>
            <svg viewBox="0 0 24 24" width={84 * u} height={84 * u}>
              <path d={d} fill="none" stroke={stroke} strokeWidth="1.8" />
            </svg>
          </div>
        );
      })}
    </div>
  );
};

<% endif %>
<% if variant == 2 %>
/** Room for two videos, and a ring for whoever makes them. */
const Frames = (props: Props) => {
  const {palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const isWide = width > height * 1.2;
  const edge = isWide ? (width - 420 * u) / 2 : (width - 40 * u) / 2;
  const drift = 8 * useClock(motion.speed);
  const round = {display: 'grid', placeItems: 'center'};
  const flow = {display: 'flex', flexWrap: isWide ? 'nowrap' : 'wrap', gap: 40 * u} as const;
  const seam = isWide ? {order: 1} : {order: 3, marginTop: -200 * u};
  return (
    <div style={{...flow, alignItems: 'center', justifyContent: 'center'}}>
      {[0, 1].map((i) => {
        const p = arrive(t - 0.3 - 2 * i * motion.stagger, motion);
        const angle = 120 + 90 * i + drift;
        const light = `linear-gradient(${angle}deg, ${palette.surface}, ${palette.glow})`;
        const size = {width: edge, height: isWide ? edge * 0.5625 : height * 0.22};
        const video = {background: light, border: `${3 * u}px solid ${palette.accent}`, ...round};
        return (
          <div key={i} style={{...enter(p), order: 2 * i}}>
            <div style={{...video, ...size, borderRadius: 28 * u}}>
              <svg viewBox="0 0 24 24" width={120 * u}>
                <path d="M7 4L20 12L7 20Z" fill={palette.accent} />
              </svg>
            </div>
          </div>
        );
      })}
      <div style={seam}>
        <Portrait {...props} />
      </div>
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
