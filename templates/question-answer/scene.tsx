export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
<% if variant == 1 %>
const MARK = 'M 8.6 9 a 3.4 3.4 0 1 1 5.2 2.9 c -1.3 0.8 -1.8 1.4 -1.8 2.6';
const TICK = 'M 7 12.5 L 10.6 16 L 17.2 8.4';
<% endif %>

<% if variant == 1 %>
export default function QuestionAnswer(props: Props) {
  const {question, heading, body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const room = height * (width > height ? 0.3 : 0.41);
  const above = {width, height: height - room - 250 * u, size: props.size * u};
  const answer = {width: width - 56 * u, height: room, size: props.size * 0.42 * u};
  const answered = ramp(useSeconds(), 1.3, 2, Easing.inOut(Easing.cubic));
  const color = `color-mix(in oklab, ${palette.muted} ${answered * 100}%, ${palette.text})`;
  const calm = {color, margin: `${48 * u}px 0 ${64 * u}px`};
  const bar = {flexShrink: 0, width: 10 * u, background: palette.accent, scale: `1 ${answered}`};
  return (
    <Stage {...props}>
      <div style={{translate: `0 ${(1 - answered) * 90 * u}px`}}>
        <Badge {...props} answered={answered} />
        <Text text={question} font={heading} box={above} motion={motion} delay={0.1} style={calm} />
      </div>
      <div style={{display: 'flex', gap: 46 * u}}>
        <div style={{...bar, transformOrigin: 'top'}} />
        <Text text={props.answer} font={body} box={answer} motion={motion} delay={1.6} />
      </div>
    </Stage>
  );
}

/** A question mark that is undrawn, and a tick that is drawn in its place. */
const Badge = ({palette, motion, answered}: Props & {answered: number}) => {
  const {u} = useSafeArea();
  const breath = 1 + 0.03 * Math.sin(useClock(motion.speed) * 2);
  const asked = ramp(useSeconds(), 0, motion.entrance, Easing.out(Easing.back(1.6)));
  const pen = {fill: 'none', stroke: palette.onAccent, strokeWidth: 2.4};
  return (
    <svg viewBox="0 0 24 24" width={132 * u} style={{display: 'inline', scale: asked * breath}}>
      <circle cx="12" cy="12" r="12" fill={palette.accent} />
      <path d={MARK} {...pen} {...evolvePath(1 - answered, MARK)} />
      <circle cx="12" cy="17.6" r={1.5 * (1 - answered)} fill={palette.onAccent} />
      <path d={TICK} {...pen} {...evolvePath(answered, TICK)} />
    </svg>
  );
};

<% else %>
export default function QuestionAnswer(props: Props) {
  return (
    <Stage {...props}>
      <Card {...props} />
    </Stage>
  );
}

/** A quiz card: it is picked up, turns over, and carries on its back what was asked. */
const Card = ({question, answer, heading, body, palette, motion, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const turn = ramp(t, 1.6, 2.4, Easing.inOut(Easing.cubic)) * 180;
  const lift = Math.sin((Math.PI * turn) / 180);
  const sway = 2 * Math.sin(useClock(motion.speed) * 0.9);
  const [wide, tall] = [Math.min(width, height * 1.7), Math.min(height, width * 1.2)];
  const inner = {width: wide - 200 * u, height: tall - 180 * u, size: size * u};
  const asked = {...inner, height: tall * 0.2, size: Math.max(36, size * 0.36) * u};
  const told = {...inner, height: tall * 0.56, size: size * 0.66 * u};
  const front = {background: palette.surface, color: palette.text};
  const back = {background: palette.accent, color: palette.onAccent};
  const card = {
    width: wide,
    height: tall,
    padding: 100 * u,
    borderRadius: 48 * u,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    boxShadow: `0 ${(24 + 40 * lift) * u}px ${100 * u}px rgba(0, 0, 0, 0.35)`,
    scale: 1 + 0.04 * lift,
  } as const;
  const flip = (angle: number) => ({transform: `perspective(${2600 * u}px) rotateY(${angle}deg)`});
  return (
    <div style={{marginInline: 'auto', ...enter(arrive(t, motion))}}>
      {turn < 90 ? (
        <div style={{...card, ...front, ...flip(turn + sway)}}>
          <Text text={question} font={heading} box={inner} motion={motion} delay={0.2} />
        </div>
      ) : (
        <div style={{...card, ...back, ...flip(turn - 180 + sway)}}>
          <div style={{marginBottom: 36 * u}}>
            <Text text={question} font={body} box={asked} motion={motion} delay={1.4} />
          </div>
          <Text text={answer} font={heading} box={told} motion={motion} delay={1.9} />
        </div>
      )}
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
