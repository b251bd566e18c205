export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function CallToAction(props: Props) {
<% if has.title and (has.subtitle or (has.url and variant != 3)) %>
  const {heading, body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
<% elif has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% elif has.subtitle or (has.url and variant != 3) %>
  const {body, palette, motion} = props;
  const {u, width} = useSafeArea();
<% endif %>
<% if has.title %>
  const title = {width, height: height * 0.31, size: props.size * u};
<% endif %>
<% if has.subtitle %>
  const sub = {width, height: 220 * u, size: 52 * u};
  const soft = {color: palette.muted, marginTop: 28 * u * props.spacing};
<% endif %>
<% if has.url and variant != 3 %>
  const link = {width, height: 90 * u, size: 42 * u};
  const address = {color: palette.accent, marginTop: 60 * u * props.spacing};
<% endif %>
<% if variant == 1 %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
<% if has.subtitle %>
      <Text text={props.subtitle} font={body} box={sub} motion={motion} delay={0.3} style={soft} />
<% endif %>
      <Button {...props} />
<% if has.url %>
      <Text text={props.url} font={body} box={link} motion={motion} delay={1.3} style={address} />
<% endif %>
    </Stage>
  );
<% elif variant == 2 %>
  return (
    <Stage {...props}>
<% if has.align %>
      <div style={{width: '100%'}}>
<% else %>
      <div style={{width: '100%', textAlign: 'start'}}>
<% endif %>
<% if has.title %>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
<% if has.subtitle %>
        <Text
          text={props.subtitle}
          font={body}
          box={sub}
          motion={motion}
          delay={0.3}
          style={soft}
        />
<% endif %>
        <Button {...props} />
<% if has.url %>
        <Text text={props.url} font={body} box={link} motion={motion} delay={1.3} style={address} />
<% endif %>
      </div>
    </Stage>
  );
<% else %>
  return (
    <Stage {...props}>
      <div style={{width: '100%', height: '100%', display: 'grid', gridTemplateRows: '56% 44%'}}>
<% if not (has.title or has.subtitle) %>
        <div />
<% else %>
<% if has.align %>
        <div>
<% else %>
        <div style={{textAlign: 'start'}}>
<% endif %>
<% if has.title %>
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
<% if has.subtitle %>
          <Text
            text={props.subtitle}
            font={body}
            box={sub}
            motion={motion}
            delay={0.3}
            style={soft}
          />
<% endif %>
        </div>
<% endif %>
        <Slab {...props} />
      </div>
    </Stage>
  );
<% endif %>
}

<% if variant == 1 %>
/** Grows from a dot, then sends out rings. */
const Button = ({button, body, palette, motion, spacing}: Props) => {
  const {u, width} = useSafeArea();
  const t = useSeconds() - 0.6;
  const wave = (useClock(motion.speed) / 1.8) % 1;
  const closed = 1 - ramp(t, 0.25, 0.25 + motion.entrance, Easing.inOut(Easing.cubic));
  const box = {width: width * 0.8, height: 270 * u, size: 68 * u};
  const padding = `${40 * u}px ${80 * u}px`;
  const pill = {padding, borderRadius: 999 * u, backgroundColor: palette.accent};
  const ring = {inset: -44 * u * wave, opacity: 0.5 * (1 - wave) * ramp(t, 0.9, 1.4)};
  const clipPath = `inset(0 calc((50% - ${60 * u}px) * ${closed}) round ${99 * u}px)`;
  return (
    <div style={{position: 'relative', marginTop: 72 * u * spacing, scale: arrive(t, motion)}}>
      <div style={{...pill, ...ring, position: 'absolute'}} />
      <div style={{...pill, position: 'relative', color: palette.onAccent, clipPath}}>
        <Text text={button} font={{...body, fontWeight: 600}} box={box} motion={motion} delay={1} />
      </div>
    </div>
  );
};
<% elif variant == 2 %>
/** An outline as wide as the frame, which fills with colour from the left. */
const Button = ({button, heading, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds() - 0.5;
  const filled = ramp(t, 0.3, 0.5 + motion.entrance, Easing.bezier(0.7, 0, 0.1, 1));
  const box = {width: width - 340 * u, height: height * 0.32, size: 108 * u};
  const background = `linear-gradient(${palette.accent} 0 0) 0 / ${100 * filled}% no-repeat`;
  const pill = {borderRadius: 160 * u, border: `${4 * u}px solid ${palette.accent}`, background};
  const room = {marginTop: 72 * u * spacing, padding: `${40 * u}px ${80 * u}px`};
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  const color = palette.onAccent;
  return (
    <div style={{...pill, ...room, ...row, color, ...enter(arrive(t, motion))}}>
      <Text text={button} font={heading} box={box} motion={motion} delay={1} />
      <div style={{translate: 16 * u * Math.sin(3 * useClock(motion.speed)), opacity: filled}}>
        <Arrow size={120 * u} />
      </div>
    </div>
  );
};
<% else %>
/** The button is a slab of colour that rises out of the lower edge. */
<% if has.url %>
const Slab = ({button, heading, body, palette, motion, spacing, ...props}: Props) => {
<% else %>
const Slab = ({button, heading, palette, motion, ...props}: Props) => {
<% endif %>
  const {u, width, height} = useSafeArea();
  const risen = ramp(useSeconds(), 0.3, 0.5 + motion.entrance, Easing.bezier(0.2, 0.9, 0.2, 1));
  const box = {width: width - 260 * u, height: height * 0.24, size: props.size * u};
<% if has.url %>
  const link = {width, height: 90 * u, size: 42 * u};
  const below = {position: 'relative', marginTop: 28 * u * spacing} as const;
<% endif %>
  const slab = {inset: `0 -${2000 * u}px -${2000 * u}px`, backgroundColor: palette.accent};
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  const words = {position: 'relative', alignContent: 'center', textAlign: 'start'} as const;
  return (
    <div style={{...words, color: palette.onAccent}}>
      <div style={{...slab, position: 'absolute', translate: `0 ${(1 - risen) * 1000 * u}px`}} />
      <div style={{...row, position: 'relative'}}>
        <Text text={button} font={heading} box={box} motion={motion} delay={0.8} />
        <div style={{translate: 20 * u * Math.sin(3 * useClock(motion.speed)), opacity: risen}}>
          <Arrow size={180 * u} />
        </div>
      </div>
<% if has.url %>
      <Text text={props.url} font={body} box={link} motion={motion} delay={1.3} style={below} />
<% endif %>
    </div>
  );
};
<% endif %>

<% if variant != 1 %>
<% include "_parts/arrow.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
