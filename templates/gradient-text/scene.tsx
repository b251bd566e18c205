export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function GradientText(props: Props) {
<% if has.subtitle %>
  const {body, palette, motion} = props;
  const {u, width} = useSafeArea();
  const below = {width: width * 0.84, height: 150 * u, size: 60 * u};
  const quiet = {color: palette.muted, marginTop: 44 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
      <Filled {...props} />
<% if has.subtitle %>
      <div style={quiet}>
        <Text text={props.subtitle} font={body} box={below} motion={motion} delay={0.6} />
      </div>
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** The filled text, and outlines of it that spread from it like an echo. */
const Filled = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const {u, width, height} = useSafeArea();
  const fontSize = fit(text, heading, {width, height: height * 0.42, size: props.size * u});
  const colors = `${palette.accent}, ${palette.accent2}, ${palette.accent}`;
  const lines = {...heading, ...WRAP, lineHeight: LEADING, fontSize, maxWidth: width};
  const ink: CSSProperties = {
    ...lines,
    padding: '0.2em 0',
    margin: '-0.2em 0',
    backgroundImage: `linear-gradient(100deg in oklab, ${colors})`,
    backgroundSize: '300% 100%',
    backgroundPosition: `${-50 * clock}% 0`,
    backgroundClip: 'text',
    color: 'transparent',
  };
<% if has.subtitle %>
  const echoes = [-3, -2, -1];
<% else %>
  const echoes = [-3, -2, -1, 1, 2, 3];
<% endif %>
  return (
    <div style={{position: 'relative', ...enter(arrive(t, motion))}}>
      {echoes.map((place) => {
        const spread = arrive(t - 0.3 - motion.stagger * Math.abs(place), motion);
        const away = 0.94 * place * spread + 0.02 * place * Math.sin(clock * 1.2);
        const echo: CSSProperties = {
          ...lines,
          position: 'absolute',
          inset: 0,
          color: 'transparent',
          WebkitTextStroke: `${2.5 * u}px ${palette.accent2}`,
          opacity: 0.7 * spread * (1 - 0.28 * Math.abs(place)),
          translate: `0 ${100 * away}%`,
        };
        return (
          <div key={place} aria-hidden style={echo}>
            {text}
          </div>
        );
      })}
      <div style={ink}>{text}</div>
    </div>
  );
};
<% else %>
/** Words that come in one after the other, and colour that flows through them all. */
const Filled = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const {u, width, height} = useSafeArea();
  const fontSize = fit(text, heading, {width, height: height * 0.72, size: props.size * u});
  const words = /[\u0590-\u08ff]/.test(text) ? [text] : text.split(/(\s+)/);
  const step = Math.min(motion.stagger / 2, 0.8 / words.length);
  const colors = `${palette.accent}, ${palette.accent2}, ${palette.text}, ${palette.accent}`;
  return (
    <div style={{...heading, ...WRAP, lineHeight: LEADING, fontSize, maxWidth: width}}>
      {words.map((word, i) => {
        const ink: CSSProperties = {
          display: word.trim() && 'inline-block',
          padding: '0.2em 0.04em',
          margin: '-0.2em -0.04em',
          backgroundImage: `linear-gradient(100deg in oklab, ${colors})`,
          backgroundSize: '400% 100%',
          backgroundPosition: `${-16 * clock - 14 * i}% 0`,
          backgroundClip: 'text',
          color: 'transparent',
        };
        return (
          <span key={i} style={{...ink, ...enter(arrive(t - i * step, motion))}}>
            {word}
          </span>
        );
      })}
    </div>
  );
};
<% endif %>

<% include "_parts/shared.tsx" %>
