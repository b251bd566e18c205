export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function ProductHero(props: Props) {
<% if variant == 1 %>
  const {width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const flow = {display: 'flex', flexDirection: isWide ? 'row-reverse' : 'column'} as const;
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: 'center', gap: height * 0.06, width: '100%'}}>
        <Product {...props} side={isWide ? width * 0.46 : height * 0.48} />
        <Words {...props} room={isWide ? width * 0.54 - height * 0.06 : width} />
      </div>
    </Stage>
  );
<% else %>
  const {u, width, height} = useSafeArea();
  const isWide = width > height * 1.2;
  const part = height > width * 1.1 ? 0.46 : 0.34;
  const flow = {display: 'flex', flexDirection: isWide ? 'row' : 'column-reverse'} as const;
  const room = isWide ? width * 0.48 : width;
  const box = isWide ? {width: width * 0.52, height} : {width, height: height * part};
  const words = {width: room, height: isWide ? 'auto' : height * (1 - part)};
  return (
    <Stage {...props}>
      <div style={{...flow, alignItems: 'center', width: '100%', height: '100%'}}>
        <div style={{...words, alignContent: 'center', paddingTop: isWide ? 0 : 32 * u}}>
          <Words {...props} room={room - 40 * u} />
        </div>
        <div style={{...box, position: 'relative', flexShrink: 0}}>
          <Panel {...props} isWide={isWide} />
        </div>
      </div>
    </Stage>
  );
<% endif %>
}

<% if has.subtitle %>
const Words = ({room, heading, body, palette, motion, ...props}: Props & {room: number}) => {
<% elif has.price %>
const Words = ({room, heading, palette, motion, ...props}: Props & {room: number}) => {
<% else %>
const Words = ({room, heading, motion, ...props}: Props & {room: number}) => {
<% endif %>
  const {u, height} = useSafeArea();
  const title = {width: room, height: height * 0.23, size: props.size * u};
<% if has.subtitle %>
  const sub = {width: room, height: height * 0.2, size: 50 * u};
  const soft = {color: palette.muted, marginTop: 28 * u * props.spacing};
<% endif %>
<% if has.price %>
  const cost = {width: room, height: height * 0.12, size: 92 * u};
  const bold = {color: palette.accent, marginTop: 44 * u * props.spacing};
<% endif %>
  return (
    <div style={{width: room}}>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.4} />
<% if has.subtitle %>
      <Text text={props.subtitle} font={body} box={sub} motion={motion} delay={0.7} style={soft} />
<% endif %>
<% if has.price %>
      <Text text={props.price} font={heading} box={cost} motion={motion} delay={1} style={bold} />
<% endif %>
    </div>
  );
};

<% if variant == 1 %>
/** The product floats before a disc that opens behind it. */
const Product = ({palette, motion, side, ...props}: Props & {side: number}) => {
  const t = useSeconds();
  const clock = useClock(motion.speed);
  const lift = side * 0.022 * Math.sin(clock * 1.5);
  const middle = {position: 'absolute', inset: 0, margin: 'auto'} as const;
  const angle = 140 + 12 * clock;
  const disc = {
    width: '86%',
    height: '86%',
    borderRadius: '50%',
    background: `linear-gradient(${angle}deg, ${palette.accent}, ${palette.accent2})`,
    scale: ramp(t, 0, 1.1, Easing.bezier(0.2, 1, 0.3, 1)),
  };
<% if has.image %>
  const shot = {width: '62%', height: '72%', borderRadius: side * 0.05, overflow: 'hidden'};
<% else %>
  const shot = {width: '62%', height: '86%'};
<% endif %>
  return (
    <div style={{position: 'relative', width: side, height: side, flexShrink: 0}}>
      <div style={{...middle, ...disc}} />
      <div style={{...middle, ...shot, ...enter(arrive(t - 0.3, motion))}}>
        <div style={{height: '100%', translate: `0 ${lift}px`}}>
<% if has.image %>
          <Photo src={props.image} palette={palette} />
<% else %>
          <Bottle {...props} palette={palette} />
<% endif %>
        </div>
      </div>
    </div>
  );
};
<% else %>
/** A panel that runs out of the frame, filled with the picture or a colour. */
const Panel = ({palette, motion, isWide, ...props}: Props & {isWide: boolean}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const open = 100 - 100 * ramp(t, 0, 1, Easing.inOut(Easing.cubic));
  const side = isWide ? -96 * u : -72 * u;
  const top = isWide ? side : -270 * u;
  const panel = {top, right: side, bottom: isWide ? side : 0, left: isWide ? 0 : side};
  const hidden = {clipPath: isWide ? `inset(0 0 0 ${open}%)` : `inset(0 0 ${open}%)`};
<% if has.image %>
  const zoom = 1.02 + 0.012 * t;
  return (
    <div style={{...panel, ...hidden, position: 'absolute', overflow: 'hidden'}}>
      <div style={{height: '100%', scale: zoom}}>
        <Photo src={props.image} palette={palette} />
      </div>
    </div>
  );
<% else %>
  const sway = 3 * Math.sin(useClock(motion.speed) * 1.1);
  const shown = enter(arrive(t - 0.5, motion));
  return (
    <>
      <div style={{...panel, ...hidden, position: 'absolute', backgroundColor: palette.accent}} />
      <div style={{...shown, position: 'relative', height: '100%', padding: '4%'}}>
        <div style={{height: '100%', rotate: `${sway}deg`}}>
          <Bottle {...props} palette={palette} />
        </div>
      </div>
    </>
  );
<% endif %>
};
<% endif %>

<% if not has.image %>
/** What stands where no picture was given. */
const Bottle = ({palette}: Pick<Props, 'palette'>) => (
  <svg viewBox="0 0 120 200" width="100%" height="100%">
    <rect x="46" y="6" width="28" height="30" rx="5" fill={palette.text} />
    <g fill={palette.surface}>
      <path d="M50 36h20v12c0 8 26 12 26 32v96q0 14-14 14H38q-14 0-14-14V80c0-20 26-24 26-32z" />
    </g>
    <rect x="24" y="98" width="72" height="58" fill={palette.text} />
    <circle cx="60" cy="127" r="15" fill={palette.accent} />
    <rect x="32" y="82" width="4" height="96" rx="2" fill={palette.text} opacity="0.35" />
  </svg>
);

<% endif %>
<% if has.image and not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
