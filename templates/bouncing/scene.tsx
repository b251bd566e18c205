export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

<% if variant == 2 %>
export default function Bouncing(props: Props) {
  const {palette, motion} = props;
  const {u} = useSafeArea();
  const {width, height} = useVideoConfig();
  const loop = useLoop(6, motion.speed);
  const hop = (6 * loop + 0.5) % 1;
  const high = 4 * hop * (1 - hop);
  const press = Math.max(0, 1 - 7 * high);
  const x = 100 * toAndFro(loop + 0.25);
  const ground = Math.max(150 * u, height * 0.13);
  const place = {position: 'absolute', left: `${x}%`, translate: `${-x}% 0`} as const;
  const scale = `${1 + 0.14 * press} ${1 - 0.2 * press}`;
  const turn = {rotate: `${6 * Math.sin(6 * Math.PI * loop) * high}deg`, transformOrigin: 'bottom'};
  const thing = {bottom: ground + high * height * 0.42, width: 'max-content', scale, ...turn};
  const background = `linear-gradient(${blend(palette.accent, 40)}, ${blend(palette.accent, 8)})`;
  const floor = {top: height - ground, borderTop: `${6 * u}px solid ${palette.accent}`};
  const oval = {width: width * 0.3, height: 44 * u, borderRadius: '50%', background: 'black'};
  const fade = {scale: 1 - 0.5 * high, opacity: 0.5 - 0.35 * high, filter: `blur(${10 * u}px)`};
  return (
    <Stage {...props}>
      <AbsoluteFill style={{...floor, background}} />
      <AbsoluteFill dir="ltr" style={{left: 72 * u, width: width - 144 * u}}>
        <div style={{...place, ...oval, ...fade, bottom: ground - 22 * u}} />
        <div style={{...place, ...thing}}>
          <Thing {...props} color={palette.text} />
        </div>
      </AbsoluteFill>
    </Stage>
  );
}
<% else %>
export default function Bouncing(props: Props) {
  const {palette, motion} = props;
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
  const [across, down] = [loop + 0.19, 2 * loop + 0.13];
  const [x, y] = [100 * toAndFro(across), 100 * toAndFro(down)];
  const hits = Math.floor(2 * across) + Math.floor(2 * down);
  const color = [palette.text, palette.accent, palette.accent2][hits % 3];
  const [sideways, upright] = [((2 * across) % 1) * 3, ((2 * down) % 1) * 1.5];
  const squash = 0.12 * (Math.exp(-9 * upright) - Math.exp(-9 * sideways));
  const place = {position: 'absolute', left: `${x}%`, top: `${y}%`, width: 'max-content'} as const;
  const press = {scale: `${1 + squash} ${1 - squash}`, transformOrigin: `${x}% ${y}%`};
  const lit = Math.exp(-3 * Math.min(sideways, upright));
  const light = `inset 0 0 ${140 * u}px ${-10 * u}px ${color}`;
  return (
    <Stage {...props}>
      <AbsoluteFill style={{boxShadow: light, opacity: 0.8 * lit}} />
      <AbsoluteFill dir="ltr" style={{overflow: 'hidden'}}>
        <div style={{...place, ...press, translate: `${-x}% ${-y}%`}}>
          <Thing {...props} color={color} />
        </div>
      </AbsoluteFill>
    </Stage>
  );
}
<% endif %>

/** From 0 to 1 and back again in each round. */
const toAndFro = (round: number) => 1 - Math.abs(1 - 2 * (round % 1));

const Thing = ({color, ...props}: Props & {color: string}) => {
<% if has.text %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% if has.image %>
  const box = {width: width * 0.54, height: height * 0.3, size: props.size * 0.5 * u};
<% else %>
  const box = {width: width * 0.7, height: height * 0.42, size: props.size * u};
<% endif %>
<% else %>
  const {u} = useSafeArea();
<% endif %>
<% if has.image %>
  const picture = {width: 380 * u, height: 280 * u, borderRadius: 32 * u, overflow: 'hidden'};
  const come = arrive(useSeconds(), props.motion);
<% endif %>
  return (
    <div style={{display: 'grid', justifyItems: 'center', gap: 24 * u, padding: 32 * u, color}}>
<% if has.image %>
      <div style={{...picture, ...enter(come)}}>
        <Photo src={props.image} palette={props.palette} />
      </div>
<% endif %>
<% if has.text %>
      <Text text={props.text} font={heading} box={box} motion={motion} delay={0.1} />
<% endif %>
    </div>
  );
};

<% if has.image and not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% if variant == 2 %>
<% include "_parts/blend.tsx" %>

<% endif %>
<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
