export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function LowerThird(props: Props) {
<% if has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, width} = useSafeArea();
  const t = useSeconds();
<% if variant == 1 %>
  const name = {width: width - 112 * u, height: 300 * u, size: props.size * u};
  const unfold = (delay: number) => {
    const hidden = 100 - 100 * Math.min(1, arrive(t - delay, motion));
    return {width: 'fit-content', clipPath: `inset(0 ${hidden}% 0 0 round ${6 * u}px)`};
  };
  const plate = {padding: `${20 * u}px ${44 * u}px`, background: palette.surface};
<% if has.role %>
  const role = {width: width - 112 * u, height: 200 * u, size: 46 * u};
  const tab = {margin: `${10 * u}px 0 0`, background: palette.accent, color: palette.onAccent};
<% endif %>
  const bar = {width: 14 * u, background: palette.accent, scale: `1 ${arrive(t - 0.1, motion)}`};
<% elif variant == 2 %>
  const name = {width, height: 340 * u, size: props.size * u};
<% if has.role %>
  const role = {width, height: 170 * u, size: 50 * u};
<% endif %>
  const drawn = ramp(t, 0.1, 0.3 + 1.4 * motion.entrance, Easing.inOut(Easing.cubic));
  const glint = {width: 120 * u, height: 10 * u, left: `${82 * ramp(t, 1, LENGTH)}%`, top: -4 * u};
<% else %>
  const size = 176 * u;
  const name = {width: width - size - 116 * u, height: 250 * u, size: props.size * u};
<% if has.role %>
  const role = {width: width - size - 116 * u, height: 250 * u, size: 44 * u};
<% endif %>
  const initials = props.name.split(/\s+/).map((word) => [...word][0]);
  const letters = [initials[0], ...initials.slice(1).slice(-1)].join('');
  const pulse = 0.5 - 0.5 * Math.cos(useClock(motion.speed) * 2);
  const round = {display: 'grid', alignContent: 'center', borderRadius: size};
  const disc = {
    flex: `0 0 ${size}px`,
    height: size,
    alignSelf: 'center',
    zIndex: 1,
    justifyContent: 'center',
    fontSize: 68 * u,
    background: palette.accent,
    color: palette.onAccent,
    outline: `${4 * u}px solid ${palette.accent}`,
    outlineOffset: (4 + 8 * pulse) * u,
    scale: ramp(t, 0.1, 0.1 + motion.entrance, Easing.out(Easing.back(2))),
  };
  const hidden = 100 - 100 * Math.min(1, arrive(t - 0.4, motion));
  const pill = {
    marginInlineStart: -size,
    minHeight: size,
    paddingBlock: 16 * u,
    paddingInline: `${size + 44 * u}px ${72 * u}px`,
    background: palette.surface,
    clipPath: `inset(0 ${hidden}% 0 0 round ${size}px)`,
  };
<% endif %>
  return (
    <Stage {...props}>
<% if not has.background_image %>
      <Bokeh {...props} />
<% endif %>
<% if variant == 1 %>
      <div style={{position: 'relative', display: 'flex', gap: 10 * u}}>
        <div style={{...bar, transformOrigin: 'bottom'}} />
        <div>
          <div style={{...plate, ...unfold(0.3)}}>
            <Text text={props.name} font={heading} box={name} motion={motion} delay={0.4} />
          </div>
<% if has.role %>
          <div style={{...plate, ...tab, ...unfold(0.3 + motion.stagger), paddingBlock: 10 * u}}>
            <Text text={props.role} font={body} box={role} motion={motion} delay={0.6} />
          </div>
<% endif %>
        </div>
      </div>
<% elif variant == 2 %>
      <div style={{position: 'relative', width}}>
        <Text text={props.name} font={heading} box={name} motion={motion} delay={0.3} />
        <div
          style={{
            position: 'relative',
            width: `${100 * drawn}%`,
            height: 3 * u,
            margin: `${20 * u}px 0`,
            background: palette.accent,
          }}
        >
          <div style={{...glint, position: 'absolute', background: palette.accent}} />
        </div>
<% if has.role %>
        <div style={{color: palette.muted}}>
          <Text text={props.role} font={body} box={role} motion={motion} delay={0.6} />
        </div>
<% endif %>
      </div>
<% else %>
      <div style={{position: 'relative', display: 'flex', maxWidth: width}}>
        <div style={{...round, ...disc, ...heading}}>{letters}</div>
        <div style={{...round, ...pill}}>
          <Text text={props.name} font={heading} box={name} motion={motion} delay={0.5} />
<% if has.role %>
          <div style={{color: palette.muted}}>
            <Text text={props.role} font={body} box={role} motion={motion} delay={0.7} />
          </div>
<% endif %>
        </div>
      </div>
<% endif %>
    </Stage>
  );
}

<% if not has.background_image %>
/** Lights out of focus, where a film would run. */
const Bokeh = ({palette, motion}: Props) => {
  const t = useClock(motion.speed) * 0.3;
  const {u} = useSafeArea();
  const lights = [palette.accent, palette.accent2, palette.muted].flatMap((color, i) =>
    [i, i + 3, i + 6].map((n) => {
      const place = `${((61 * n + 14) % 100) + 3 * Math.sin(t + n)}% ${(29 * n + 7) % 64}%`;
      const size = (80 + ((97 * n) % 170)) * u;
      const light = `color-mix(in oklab, ${color} 13%, transparent)`;
      return `radial-gradient(circle at ${place}, ${light} ${size - 14 * u}px, transparent ${size}px)`;
    }),
  );
  return <AbsoluteFill style={{backgroundImage: lights.join()}} />;
};

<% endif %>
<% include "_parts/shared.tsx" %>
