export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

<% if variant == 2 %>
export default function Testimonial(props: Props) {
<% if has.author or has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, padding} = useSafeArea();
  const {width, height} = useVideoConfig();
  const wide = width > height;
  const side = (wide ? 96 : 72) * u;
  const room = wide ? width * 0.58 - 2 * side : width - 2 * side;
  const bottom = height > width ? height * 0.2 : side;
  const tall = wide ? height - 440 * u : height * 0.68 - side - bottom - 360 * u;
  const quote = {width: room, height: tall, size: props.size * u};
<% if has.author or has.role %>
  const line = {width: room, height: 110 * u, size: 44 * u};
<% endif %>
<% if has.role %>
  const small = {...line, size: 36 * u};
<% endif %>
<% if has.author %>
  const strong = {...body, fontWeight: 600};
<% endif %>
  const opened = 100 - 100 * ramp(useSeconds(), 0, 1, Easing.bezier(0.7, 0, 0.2, 1));
  const panel: CSSProperties = {
    alignSelf: 'stretch',
    flex: wide ? '0 0 42%' : '0 0 32%',
    minHeight: 0,
    display: 'grid',
    placeItems: 'center',
    overflow: 'hidden',
    backgroundColor: palette.accent,
    clipPath: wide ? `inset(0 0 ${opened}%)` : `inset(0 ${opened}% 0 0)`,
  };
<% if has.image %>
  const nearer = 1.12 - 0.1 * ramp(useSeconds(), 0, LENGTH, Easing.out(Easing.quad));
<% else %>
  const mark = {fill: palette.onAccent, scale: arrive(useSeconds() - 0.5, motion)};
<% endif %>
  return (
    <Stage {...props}>
      <div style={{...SPREAD, flexDirection: wide ? 'row' : 'column'}}>
        <div style={panel}>
<% if has.image %>
          <div style={{width: '100%', height: '100%', minHeight: 0, scale: nearer}}>
            <Photo src={props.image} palette={palette} />
          </div>
<% else %>
          <svg viewBox="0 0 119 100" width={300 * u} style={mark}>
            <path d="M0 100V50A50 50 0 0 1 50 0V24A26 26 0 0 0 24 50H53V100Z" />
            <path d="M66 100V50A50 50 0 0 1 116 0V24A26 26 0 0 0 90 50H119V100Z" />
          </svg>
<% endif %>
        </div>
        <div style={{...COLUMN, padding: wide ? padding : `${side}px ${side}px ${bottom}px`}}>
<% if has.rating %>
          <div style={{marginBottom: 40 * u * props.spacing}}>
            <Stars {...props} />
          </div>
<% endif %>
          <Text text={props.quote} font={heading} box={quote} motion={motion} delay={0.5} />
<% if has.author or has.role %>
          <div style={{marginTop: 44 * u * props.spacing}}>
<% if has.author %>
            <Text text={props.author} font={strong} box={line} motion={motion} delay={1} />
<% endif %>
<% if has.role %>
            <Text text={props.role} font={body} box={small} motion={motion} delay={1.1} />
<% endif %>
          </div>
<% endif %>
        </div>
      </div>
    </Stage>
  );
}

<% include "_parts/halves.tsx" %>
<% else %>
export default function Testimonial(props: Props) {
<% if has.author or has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const room = width - 200 * u;
  const quote = {width: room, height: Math.min(height, 1300 * u) - 540 * u, size: props.size * u};
<% if has.author or has.role %>
  const line = {width: room - 180 * u, height: 110 * u, size: 44 * u};
<% endif %>
<% if has.role %>
  const small = {...line, size: 36 * u};
<% endif %>
<% if has.author %>
  const strong = {...body, fontWeight: 600};
<% endif %>
<% if has.image %>
  const shown = arrive(useSeconds() - 0.8, motion);
  const round = {flex: 'none', borderRadius: '50%', overflow: 'hidden'} as const;
  const face = {...round, width: 140 * u, height: 140 * u, scale: shown};
<% endif %>
  const card: CSSProperties = {
    width,
    padding: 100 * u,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'inherit',
    gap: 44 * u * props.spacing,
    backgroundColor: palette.surface,
    borderRadius: 36 * u,
    border: `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 10%, transparent)`,
    boxShadow: `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.18)`,
    ...enter(arrive(useSeconds(), motion)),
  };
  return (
    <Stage {...props}>
      <div style={card}>
<% if has.rating %>
        <Stars {...props} />
<% endif %>
        <Text text={props.quote} font={heading} box={quote} motion={motion} delay={0.4} />
<% if has.author or has.role or has.image %>
        <div style={{display: 'flex', alignItems: 'center', gap: 36 * u}}>
<% if has.image %>
          <div style={face}>
            <Photo src={props.image} palette={palette} />
          </div>
<% endif %>
<% if has.author or has.role %>
          <div>
<% if has.author %>
            <Text text={props.author} font={strong} box={line} motion={motion} delay={0.9} />
<% endif %>
<% if has.role %>
            <Text text={props.role} font={body} box={small} motion={motion} delay={1} />
<% endif %>
          </div>
<% endif %>
        </div>
<% endif %>
      </div>
    </Stage>
  );
}
<% endif %>

<% if has.rating %>
/** Five stars, as many of them filled as were given, one after the other. */
const Stars = ({rating, palette, motion}: Props) => {
  const t = useSeconds() - 0.6;
  const {u} = useSafeArea();
  const star = 'M50 4 63 36 97 38 71 60 79 94 50 75 21 94 29 60 3 38 37 36Z';
  const empty = `color-mix(in oklab, ${palette.text} 14%, ${palette.surface})`;
  return (
    <div dir="ltr" style={{display: 'flex', gap: 14 * u}}>
      {[0, 1, 2, 3, 4].map((i) => {
        const p = arrive(t - i * motion.stagger, motion);
        const filled = Math.min(1, Math.max(0, rating - i));
        const part = {clipPath: `inset(0 ${100 - 100 * filled}% 0 0)`, transformOrigin: 'center'};
        return (
          <svg key={i} width={58 * u} height={58 * u} viewBox="0 0 100 100" overflow="visible">
            <path d={star} fill={empty} />
            <path d={star} fill={palette.accent} style={{...part, scale: p}} />
          </svg>
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
