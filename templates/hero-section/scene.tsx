export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 1 and not has.image %>
export default function HeroSection(props: Props) {
<% if has.subtitle %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.92, height: height * 0.32, size: props.size * u};
<% if has.subtitle %>
  const sub = {width, height: 190 * u, size: 54 * u};
  const soft = {color: palette.muted, marginTop: 32 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
      <Horizon {...props} />
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.1} />
<% if has.subtitle %>
      <Text text={props.subtitle} font={body} box={sub} motion={motion} delay={0.5} style={soft} />
<% endif %>
<% if has.button %>
      <Button {...props} />
<% endif %>
      <div style={{height: '4%'}} />
    </Stage>
  );
}

/** The rim of a world at the foot of the frame, over which a light comes up. */
const Horizon = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const dawn = ramp(useSeconds(), 0.2, 2.6, Easing.out(Easing.cubic));
  const breath = 1 + 0.12 * Math.sin(useClock(motion.speed) * 1.4);
  const size = 1.7 * Math.max(width, height);
  const world = {position: 'absolute', width: size, height: size, borderRadius: '50%'} as const;
  const light = `0 ${-3 * u}px ${70 * u * dawn * breath}px ${palette.accent}`;
  const haze = `0 ${-30 * u}px ${340 * u * dawn * breath}px ${palette.glow}`;
  const place = {left: width / 2 - size / 2, top: height * (0.86 + 0.1 * (1 - dawn))};
  const glow = {background: palette.background, boxShadow: `${light}, ${haze}`};
  return <div style={{...world, ...place, ...glow}} />;
};
<% else %>
export default function HeroSection(props: Props) {
  const {palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const isWide = width > height;
<% if variant == 1 %>
  const row = {display: 'flex', flexDirection: isWide ? 'row' : 'column-reverse'} as const;
  const shot = {flex: '1 1 0', height: isWide ? height : 'auto', borderRadius: 36 * u};
  const shown = enter(arrive(useSeconds() - 0.4, motion));
  const drift = 1.02 + 0.012 * useSeconds();
  return (
    <Stage {...props}>
      <div style={{...row, gap: 72 * u, width: '100%', height: '100%'}}>
        <div style={{alignSelf: 'center'}}>
          <Words {...props} room={isWide ? width * 0.48 : width} />
        </div>
        <div style={{...shot, ...shown, overflow: 'hidden'}}>
          <div style={{height: '100%', scale: drift}}>
            <Photo src={props.image} palette={palette} />
          </div>
        </div>
      </div>
    </Stage>
  );
<% else %>
  const line = `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 12%, transparent)`;
  const card = {backgroundColor: palette.surface, border: line, borderRadius: 40 * u};
  const parts = isWide ? '1fr / 62% 38%' : '1fr 34% / 1fr';
  const grid = {display: 'grid', grid: parts, width: '100%', height: '100%', overflow: 'hidden'};
  const room = (isWide ? width * 0.62 : width) - 144 * u;
  const hidden = 100 - 100 * ramp(useSeconds(), 0.5, 1.5, Easing.inOut(Easing.cubic));
  return (
    <Stage {...props}>
      <div style={{...card, ...grid, ...enter(arrive(useSeconds(), motion))}}>
        <div style={{padding: 72 * u, display: 'flex', flexDirection: 'column'}}>
          <Navigation {...props} />
          <div style={{margin: 'auto 0', paddingTop: 32 * u}}>
            <Words {...props} room={room} />
          </div>
        </div>
        <div style={{overflow: 'hidden', clipPath: `inset(${hidden}% 0 0)`}}>
<% if has.image %>
          <Photo src={props.image} palette={palette} />
<% else %>
          <Petals {...props} />
<% endif %>
        </div>
      </div>
    </Stage>
  );
<% endif %>
}

const Words = ({room, ...props}: Props & {room: number}) => {
<% if has.subtitle %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, motion} = props;
<% endif %>
  const {u, height} = useSafeArea();
  const title = {width: room, height: height * 0.25, size: props.size * u};
<% if has.subtitle %>
  const sub = {width: room, height: height * 0.22, size: 46 * u};
  const soft = {color: palette.muted, marginTop: 28 * u * props.spacing};
<% endif %>
  return (
<% if has.align %>
    <div style={{width: room}}>
<% else %>
    <div style={{width: room, textAlign: 'start'}}>
<% endif %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.2} />
<% if has.subtitle %>
      <Text text={props.subtitle} font={body} box={sub} motion={motion} delay={0.5} style={soft} />
<% endif %>
<% if has.button %>
      <Button {...props} />
<% endif %>
    </div>
  );
};
<% if variant == 2 %>

const Navigation = ({palette}: Props) => {
  const {u} = useSafeArea();
  const shown = ramp(useSeconds(), 0.3, 1);
  const leaf = {width: 48 * u, height: 48 * u, borderRadius: '0 100%', marginRight: 24 * u};
  const bar = {height: 12 * u, borderRadius: 6 * u, backgroundColor: palette.muted, opacity: 0.5};
  return (
    <div style={{display: 'flex', alignItems: 'center', gap: 36 * u, opacity: shown}}>
      <div style={{...leaf, backgroundColor: palette.accent}} />
      {[90, 130, 70].map((length) => (
        <div key={length} style={{...bar, width: length * u}} />
      ))}
    </div>
  );
};
<% if not has.image %>

/** What stands where no picture was given: tiles that turn now and then. */
const Petals = ({palette, motion}: Props) => {
  const {width, height} = useSafeArea();
  const clock = useClock(motion.speed);
  const shapes = ['0 100%', '50%', '100% 0 0', '100% 0', '0 0 100%'];
  const colors = [palette.accent, palette.glow, palette.text, palette.accent2, palette.accent];
  const grid = {display: 'grid', gridTemplateColumns: `repeat(${width > height ? 3 : 4}, 1fr)`};
  return (
    <div style={grid}>
      {Array.from({length: 12}, (_, i) => {
        const beat = Math.max(0, clock * 0.3 - random(i) * 1.2);
        const turns = Math.floor(beat) + ramp(beat % 1, 0, 0.2, Easing.inOut(Easing.cubic));
        const tile = {borderRadius: shapes[(i * 3 + (i >> 2)) % 5], backgroundColor: colors[i % 5]};
        return <div key={i} style={{...tile, aspectRatio: '1', rotate: `${90 * turns}deg`}} />;
      })}
    </div>
  );
};
<% endif %>
<% endif %>
<% endif %>
<% if has.button %>

const Button = ({button, body, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const box = {width: width * 0.7, height: height * 0.24, size: 46 * u};
  const pill = {padding: `${28 * u}px ${60 * u}px`, borderRadius: 999 * u};
  const color = {backgroundColor: palette.accent, color: palette.onAccent};
  const scale = arrive(useSeconds() - 0.9, motion);
  return (
    <div style={{...pill, ...color, width: 'fit-content', marginTop: 56 * u * spacing, scale}}>
      <Text text={button} font={{...body, fontWeight: 600}} box={box} motion={motion} delay={1} />
    </div>
  );
};

<% endif %>

<% if has.image and not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
