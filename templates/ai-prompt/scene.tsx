export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function AiPrompt(props: Props) {
  return (
    <Stage {...props}>
      <Assistant {...props} />
    </Stage>
  );
}

<% if variant == 2 %>
const Assistant = (props: Props) => {
  const {text, heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const wide = width > height;
  const sent = 0.8 + Math.min(1.8, (text.length * 0.06) / motion.speed);
  const column = {width: wide ? width - 460 * u : width, size: props.size * u};
<% if has.answer %>
  const prompt = Math.max(28 * u, fit(text, heading, {...column, height: height * 0.3}));
  const below = {...column, height: height * (wide ? 0.55 : 0.4)};
  const answer = Math.max(28 * u, fit(props.answer, props.body, below));
  const quiet = {color: t > sent ? palette.muted : palette.text};
<% else %>
  const prompt = fit(text, heading, {...column, height: height * (wide ? 0.9 : 0.6)});
<% endif %>
  const row = {display: 'flex', alignItems: 'center', gap: wide ? 100 * u : 64 * u, width};
  const type = {...WRAP, lineHeight: 1.18, maxWidth: column.width, textAlign: 'start'} as const;
  return (
    <div dir="ltr" style={{...row, flexDirection: wide ? 'row' : 'column'}}>
      <div style={enter(arrive(t, motion))}>
        <Orb {...props} size={wide ? 320 * u : 220 * u} age={t - sent} />
      </div>
      <div style={{...type, flexGrow: 1}}>
<% if has.answer %>
        <div style={{...heading, ...quiet, fontSize: prompt, marginBottom: 48 * u * props.spacing}}>
          <Typed text={text} typed={ramp(t, 0.7, sent)} color={t > sent ? '' : palette.accent} />
        </div>
        <div style={{...props.body, fontSize: answer, opacity: ramp(t, sent + 0.4, sent + 0.5)}}>
          <Typed text={props.answer} typed={ramp(t, sent + 0.5, 4.6)} color={palette.accent} />
        </div>
<% else %>
        <div style={{...heading, fontSize: prompt}}>
          <Typed text={text} typed={ramp(t, 0.7, sent)} color={palette.accent} />
        </div>
<% endif %>
      </div>
    </div>
  );
};

/** Breathes slowly, and faster for a while after it was asked. */
const Orb = ({palette, motion, size, age}: Props & {age: number}) => {
  const {u} = useSafeArea();
  const turn = useClock(motion.speed * 60) + 240 * ramp(age, 0, 1.4, Easing.inOut(Easing.cubic));
  const breath = Math.sin(useClock(motion.speed * 2));
  const leap = Math.sin(Math.PI * ramp(age, 0, 0.5));
  const colors = `${palette.accent}, ${palette.accent2}, ${palette.background}, ${palette.accent}`;
  const disc = {position: 'absolute', inset: 0, borderRadius: '50%'} as const;
  const background = `conic-gradient(from ${turn}deg in oklab, ${colors})`;
  const shade = `${blend(palette.text, 28)}, transparent 40%, ${blend(palette.background, 60)} 80%`;
  const box = {width: size, height: size, scale: 1 + 0.04 * breath - 0.1 * leap};
  return (
    <div style={{...box, position: 'relative'}}>
      <div style={{...disc, background, filter: `blur(${70 * u}px)`, opacity: 0.45}} />
      <div style={{...disc, overflow: 'hidden'}}>
        <div style={{...disc, background, inset: '-20%', filter: `blur(${26 * u}px)`}} />
      </div>
      <div style={{...disc, background: `radial-gradient(circle at 34% 28%, ${shade})`}} />
    </div>
  );
};
<% else %>
const Assistant = (props: Props) => {
<% if has.answer %>
  const {text, body, palette, motion, spacing} = props;
<% else %>
  const {text, body, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const sent = 0.8 + Math.min(1.8, (text.length * 0.06) / motion.speed);
  const across = Math.min(width, 1480 * u);
<% if has.answer %>
  const words = `${text}\n${props.answer}`;
  const room = {width: across - 200 * u, height: height - 440 * u, size: props.size * u};
  const opened = ramp(t, sent + 0.1, sent + 0.6, Easing.out(Easing.cubic));
  const bubble = {padding: `${22 * u}px ${40 * u}px`, borderRadius: 44 * u, maxWidth: '84%'};
  const mine = {...bubble, width: 'fit-content', marginLeft: 'auto'};
  const reply = {display: 'flex', gap: 36 * u, padding: `${56 * u * spacing}px 0`};
  const think = ramp(t, sent + 0.2, sent + 1.4, Easing.inOut(Easing.cubic));
  const spark = {flexShrink: 0, rotate: `${180 * think}deg`};
<% else %>
  const words = text;
  const room = {width: across - 130 * u, height: height - 320 * u, size: props.size * u};
<% endif %>
  const fontSize = Math.max(28 * u, fit(words, body, room));
  const type = {...body, fontSize, lineHeight: 1.28, overflowWrap: 'anywhere'} as const;
  const line = `${2 * u}px solid ${blend(palette.text, 14)}`;
  const boxShadow = `0 ${20 * u}px ${80 * u}px rgba(0, 0, 0, 0.25)`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 56 * u, boxShadow};
  const foot = {display: 'flex', justifyContent: 'space-between', marginTop: 40 * u};
  const press = Math.sin(Math.PI * ramp(t, sent, sent + 0.35));
  const go = {borderRadius: '50%', backgroundColor: palette.accent, scale: 1 - 0.16 * press};
  return (
    <div dir="ltr" style={{width: across, textAlign: 'start'}}>
<% if has.answer %>
      <div style={{display: 'grid', gridTemplateRows: `${opened}fr`, opacity: opened}}>
        <div style={{...type, minHeight: 0}}>
          <div style={enter(arrive(t - sent - 0.1, motion))}>
            <div dir="auto" style={{...mine, backgroundColor: blend(palette.text, 11)}}>
              {text}
            </div>
          </div>
          <div style={reply}>
            <svg viewBox="0 0 24 24" width={72 * u} height="1.28em" style={spark}>
              <path d="M12 1Q13 11 23 12 13 13 12 23 11 13 1 12 11 11 12 1" fill={palette.accent} />
            </svg>
            <Typed text={props.answer} typed={ramp(t, sent + 0.8, 4.7)} color={palette.accent} />
          </div>
        </div>
      </div>
<% endif %>
      <div style={{...face, ...enter(arrive(t, motion)), padding: `${40 * u}px ${44 * u}px`}}>
<% if has.answer %>
        <div style={{...type, display: 'grid', gridTemplateRows: `${1 - opened}fr`}}>
          <div style={{minHeight: '1.3em'}}>
            <Typed text={opened ? '' : text} typed={ramp(t, 0.7, sent)} color={palette.accent} />
          </div>
        </div>
<% else %>
        <div style={type}>
          <Typed text={text} typed={ramp(t, 0.7, sent)} color={palette.accent} />
        </div>
<% endif %>
        <div style={foot}>
          <svg viewBox="0 0 24 24" width={84 * u}>
            <path d="M12 6V18M6 12H18" {...STROKE} stroke={palette.muted} />
          </svg>
          <svg viewBox="0 0 24 24" width={84 * u} style={go}>
            <path d="M12 17V7M8 11 12 7 16 11" {...STROKE} stroke={palette.onAccent} />
          </svg>
        </div>
      </div>
    </div>
  );
};

const STROKE = {fill: 'none', strokeWidth: 2, strokeLinecap: 'round'} as const;
<% endif %>

<% include "_parts/typing.tsx" %>

<% include "_parts/blend.tsx" %>

<% include "_parts/shared.tsx" %>
