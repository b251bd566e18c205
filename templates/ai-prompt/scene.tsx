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
  const sent = 0.8 + Math.min(1.6, text.length * 0.06);
  const column = {width: wide ? width - 460 * u : width, size: props.size * u};
<% if has.answer %>
  const prompt = fit(text, heading, {...column, height: height * 0.3});
  const answer = fit(props.answer, props.body, {...column, height: height * (wide ? 0.55 : 0.4)});
  const quiet = {color: t > sent ? palette.muted : palette.text};
<% else %>
  const prompt = fit(text, heading, {...column, height: height * (wide ? 0.9 : 0.6)});
<% endif %>
  const row = {display: 'flex', alignItems: 'center', gap: 100 * u, width, textAlign: 'start'} as const;
  const type = {...WRAP, textWrap: 'wrap', lineHeight: 1.18, maxWidth: column.width} as const;
  return (
    <div dir="ltr" style={{...row, flexDirection: wide ? 'row' : 'column'}}>
      <div style={enter(arrive(t, motion))}>
        <Orb {...props} age={t - sent} />
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
const Orb = ({palette, motion, age}: Props & {age: number}) => {
  const {u} = useSafeArea();
  const turn = useClock(motion.speed * 60) + 240 * ramp(age, 0, 1.4, Easing.inOut(Easing.cubic));
  const leap = Math.sin(Math.PI * ramp(age, 0, 0.5));
  const colors = `${palette.accent}, ${palette.accent2}, ${tint(palette.accent, 30)}`;
  const disc = {position: 'absolute', inset: 0, borderRadius: '50%'} as const;
  const conic = `conic-gradient(from ${turn}deg in oklab, ${colors}, ${palette.accent})`;
  const shine = `radial-gradient(circle at 34% 28%, ${tint(palette.background, 0)} 30%, ${tint(palette.background, 55)})`;
  return null;
};
<% else %>
const Assistant = (props: Props) => {
  const {text, body, palette, motion, spacing} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const sent = 0.8 + Math.min(1.6, text.length * 0.06);
  const across = Math.min(width, 1400 * u);
<% if has.answer %>
  const all = `${text}\n${props.answer}`;
  const fontSize = fit(all, body, {width: across - 200 * u, height: height - 470 * u, size: props.size * u});
<% else %>
  const fontSize = fit(text, body, {width: across - 130 * u, height: height - 300 * u, size: props.size * u});
<% endif %>
  return null;
};
<% endif %>

<% include "_parts/typing.tsx" %>

<% include "_parts/tint.tsx" %>

<% include "_parts/shared.tsx" %>
