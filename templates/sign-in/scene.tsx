export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
<% if has.provider %>
const PRESS = 1.9;
<% else %>
const PRESS = 3;
<% endif %>
const TICK = 'M6 12.5 10.5 17 18 8';

<% if variant == 2 %>
export default function SignIn(props: Props) {
<% if has.title %>
  const {title, heading, palette, motion} = props;
<% else %>
  const {palette, motion} = props;
<% endif %>
  const {width, height} = useVideoConfig();
  const {u, padding} = useSafeArea();
  const t = useSeconds();
  const wide = width > height;
  const half = {height: wide ? height : height / 2, boxSizing: 'border-box', flex: 1} as const;
<% if position == "top" or position == "top-left" or position == "top-right" %>
  const column = {display: 'flex', flexDirection: 'column', justifyContent: 'start'} as const;
<% elif position == "bottom" or position == "bottom-left" or position == "bottom-right" %>
  const column = {display: 'flex', flexDirection: 'column', justifyContent: 'end'} as const;
<% else %>
  const column = {display: 'flex', flexDirection: 'column', justifyContent: 'center'} as const;
<% endif %>
  const pane = {...column, ...half, padding, textAlign: 'start'} as const;
  const room = wide ? width / 2 - 220 * u : width - 144 * u;
<% if has.title %>
  const tall = Math.min(420 * u, half.height - 400 * u);
  const box = {width: room, height: tall, size: props.size * u};
  const ink = {color: palette.onAccent};
<% endif %>
  const away = 101 - 101 * arrive(t, motion);
<% if position == "left" or position == "top-left" or position == "bottom-left" %>
  const side = {backgroundColor: palette.accent, translate: wide ? `${away}%` : `0 ${away}%`};
<% else %>
  const side = {backgroundColor: palette.accent, translate: wide ? `${-away}%` : `0 ${-away}%`};
<% endif %>
  return (
    <Stage {...props}>
<% if position == "left" or position == "top-left" or position == "bottom-left" %>
      <AbsoluteFill style={{flexDirection: wide ? 'row-reverse' : 'column-reverse'}}>
<% else %>
      <AbsoluteFill style={{flexDirection: wide ? 'row' : 'column'}}>
<% endif %>
        <div style={{...pane, ...side, gap: 40 * u}}>
          <Lock {...props} size={(wide ? 180 : 130) * u} color={palette.onAccent} />
<% if has.title %>
          <Text text={title} font={heading} box={box} motion={motion} delay={0.3} style={ink} />
<% endif %>
        </div>
        <div style={{...pane, alignItems: 'center'}}>
          <Form {...props} width={Math.min(room, 720 * u)} />
        </div>
      </AbsoluteFill>
    </Stage>
  );
}

<% else %>
export default function SignIn(props: Props) {
<% if has.title %>
  const {title, heading, palette, motion} = props;
<% else %>
  const {palette, motion} = props;
<% endif %>
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const across = Math.min(width, 940 * u);
<% if has.title %>
  const box = {width: across - 152 * u, height: 200 * u, size: props.size * u};
  const middle = {textAlign: 'center'} as const;
<% endif %>
  const line = `${2 * u}px solid ${blend(palette.text, 12)}`;
  const boxShadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.25)`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 56 * u, boxShadow};
  const column = {display: 'flex', flexDirection: 'column', alignItems: 'center'} as const;
  const inner = {width: across, padding: 76 * u, boxSizing: 'border-box', gap: 44 * u} as const;
  return (
    <Stage {...props}>
      <div style={{...face, ...column, ...inner, ...enter(arrive(t, motion))}}>
        <Lock {...props} size={130 * u} color={palette.accent} />
<% if has.title %>
        <Text text={title} font={heading} box={box} motion={motion} delay={0.2} style={middle} />
<% endif %>
        <Form {...props} width={across - 152 * u} />
      </div>
    </Stage>
  );
}

<% endif %>
/** A padlock, which springs open once the button is pressed. */
const Lock = ({size, color, motion}: Props & {color: string}) => {
  const open = ramp(useSeconds(), PRESS + 0.5, PRESS + 0.9, Easing.out(Easing.back(2)));
  const shown = enter(arrive(useSeconds() - 0.15, motion));
  const line = {fill: 'none', stroke: color, strokeWidth: 2.2, strokeLinecap: 'round'} as const;
  return (
    <svg viewBox="2 1 20 22" width={size} style={{...shown, flexShrink: 0}}>
      <rect x="4.5" y="10.5" width="15" height="11" rx="3" fill={color} />
      <path d={`M8 ${11 - 1.5 * open}V7a4 4 0 0 1 8 0V${11 - 5 * open}`} {...line} />
    </svg>
  );
};

/** What is to be done, and the button, which becomes a tick. */
const Form = ({width, ...props}: Props & {width: number}) => {
  const {heading, palette, motion, spacing} = props;
  const {u} = useSafeArea();
  const t = useSeconds();
  const done = ramp(t, PRESS + 0.25, PRESS + 0.7, Easing.inOut(Easing.cubic));
  const drawn = evolvePath(ramp(t, PRESS + 0.6, PRESS + 1), TICK);
<% if has.provider %>
  const label = `Sign in with ${props.provider}`;
<% else %>
  const label = 'Sign in';
<% endif %>
  const fontSize = fit(label, heading, {width: width - 190 * u, height: 110 * u, size: 46 * u});
  const column = {display: 'flex', flexDirection: 'column', gap: 30 * u * spacing, width} as const;
  const shape = {width: width - (width - 124 * u) * done, height: 124 * u, borderRadius: 62 * u};
  const face = {...shape, backgroundColor: palette.accent, scale: 1 - 0.05 * pressed(t - PRESS)};
  const ink = {color: palette.onAccent, opacity: 1 - 2 * done};
  const type = {...heading, ...ink, fontSize, lineHeight: 1.1};
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 28 * u};
  const line = {fill: 'none', stroke: palette.onAccent, strokeWidth: 2} as const;
  return (
    <div dir="ltr" style={column}>
<% if not has.provider %>
      <Field {...props} text="ada@example.com" from={0.9} until={1.7} />
      <Field {...props} text="••••••••••" from={1.8} until={2.4} />
<% endif %>
      <div style={{...enter(arrive(t - 0.5, motion)), position: 'relative'}}>
        <div style={{...face, ...row, margin: '0 auto', position: 'relative'}}>
<% if has.provider %>
          <div style={{...row, ...type, flexShrink: 0}}>
            <svg viewBox="0 0 24 24" width={56 * u} fill={palette.onAccent}>
              <path d="M12 1a5 5 0 1 1 0 10 5 5 0 0 1 0-10M2 23c0-13 20-13 20 0" />
            </svg>
            <span style={{maxWidth: width - 190 * u}}>{label}</span>
          </div>
<% else %>
          <span style={{...type, whiteSpace: 'nowrap'}}>{label}</span>
<% endif %>
          <svg viewBox="0 0 24 24" width={84 * u} style={{position: 'absolute'}}>
            <path d={TICK} {...line} {...drawn} opacity={done} strokeLinecap="round" />
          </svg>
        </div>
        <Cursor {...props} at={PRESS} style={{left: '64%', top: '62%'}} />
      </div>
    </div>
  );
};

<% if not has.provider %>
type FieldProps = Props & {text: string; from: number; until: number};

const Field = ({text, from, until, body, palette, motion}: FieldProps) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const focused = ramp(t, from - 0.2, from - 0.1) - ramp(t, until + 0.1, until + 0.2);
  const edge = focused ? palette.accent : blend(palette.text, 22);
  const box = {padding: `0 ${40 * u}px`, borderRadius: 36 * u, border: `${3 * u}px solid ${edge}`};
  const type = {...body, fontSize: 42 * u, lineHeight: `${112 * u}px`, textAlign: 'start'} as const;
  return (
    <div style={{...type, ...box, ...enter(arrive(t - 0.4, motion))}}>
      <Typed text={text} typed={ramp(t, from, until)} color={focused ? edge : 'transparent'} />
    </div>
  );
};

<% endif %>
<% include "_parts/cursor.tsx" %>

<% if not has.provider %>
<% include "_parts/typing.tsx" %>

<% endif %>
<% if variant == 1 or not has.provider %>
<% include "_parts/blend.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
