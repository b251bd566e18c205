export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function FeatureSpotlight(props: Props) {
<% if variant == 1 %>
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const flow = {display: 'flex', flexDirection: isWide ? 'row' : 'column', gap: 64 * u} as const;
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: isWide ? 'center' : 'inherit'}}>
        <Emblem {...props} side={isWide ? 560 : (height * 0.28) / u} />
        <Words {...props} room={isWide ? width - 624 * u : width} />
      </div>
    </Stage>
  );
<% else %>
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 1.2;
<% if has.text %>
  const part = props.text.length > 240 ? 0.26 : 0.44;
  const side = height * (isWide ? 0.96 : part);
<% else %>
  const side = height * (isWide ? 0.96 : 0.5);
<% endif %>
  const p = ramp(useSeconds(), 0, 2.2, Easing.inOut(Easing.cubic));
  const drift = `${side * 0.16}px ${12 * u * Math.sin(useClock(props.motion.speed) * 0.8)}px`;
  const place = {alignSelf: isWide ? 'center' : 'end', translate: drift, height: side} as const;
  const flow = {display: 'flex', flexDirection: isWide ? 'row-reverse' : 'column'} as const;
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: isWide ? 'center' : 'normal', width: '100%'}}>
        <div style={{...place, color: props.palette.accent}}>
<% if has.icon %>
          <Icon text={props.icon} size={side} p={p} />
<% else %>
          <Icon text={props.title} size={side} p={p} />
<% endif %>
        </div>
        <Words {...props} room={isWide ? width - side : width} />
      </div>
    </Stage>
  );
<% endif %>
}

<% if has.text %>
const Words = ({room, heading, body, palette, motion, ...props}: Props & {room: number}) => {
<% else %>
const Words = ({room, heading, motion, ...props}: Props & {room: number}) => {
<% endif %>
  const {u, height} = useSafeArea();
<% if has.text %>
  const part = props.text.length > 240 ? 0.49 : 0.3;
  const title = {width: room, height: height * (0.66 - part), size: props.size * u};
  const text = {width: room, height: height * part, size: 52 * u};
  const soft = {color: palette.muted, marginTop: 36 * u * props.spacing};
<% else %>
  const title = {width: room, height: height * 0.4, size: props.size * u};
<% endif %>
  return (
    <div style={{width: room}}>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
<% if has.text %>
      <Text text={props.text} font={body} box={text} motion={motion} delay={0.7} style={soft} />
<% endif %>
    </div>
  );
};

<% if variant == 1 %>
/** The icon, and the rings of light that go out from it. */
const Emblem = ({palette, motion, side, ...props}: Props & {side: number}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const middle = {position: 'absolute', inset: 0, margin: 'auto', borderRadius: '50%'} as const;
  const tile = {width: '46%', height: '46%', display: 'grid', placeItems: 'center'};
  const ink = {backgroundColor: palette.surface, color: palette.accent};
  return (
    <div style={{position: 'relative', width: side * u, height: side * u, flexShrink: 0}}>
      {[0, 1, 2].map((i) => {
        const wave = (clock / 5 + i / 3) % 1;
        const edge = `${3 * u}px solid ${palette.accent}`;
        const size = `${46 + 54 * wave}%`;
        const ring = {width: size, height: size, border: edge};
        const opacity = Math.sin(Math.PI * wave) * ramp(t, 0.4, 1.4) * 0.7;
        return <div key={i} style={{...middle, ...ring, opacity}} />;
      })}
      <div style={{...middle, ...tile, ...ink, scale: arrive(t, motion)}}>
<% if has.icon %>
        <Icon text={props.icon} size={side * u * 0.26} p={ramp(t, 0.4, 1.6)} />
<% else %>
        <Icon text={props.title} size={side * u * 0.26} p={ramp(t, 0.4, 1.6)} />
<% endif %>
      </div>
    </div>
  );
};

<% endif %>
<% include "_parts/icon.tsx" %>

<% include "_parts/shared.tsx" %>
