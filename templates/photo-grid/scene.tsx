<# What fills the frame would hide an effect, which so comes after it. #>
<% set over = "none" %>
<% if variant == 2 %>
<% set backdrop = "plain" %>
<% if effect != "grain" and effect != "vignette" %>
<% set over = effect %>
<% set effect = "none" %>
<% endif %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 2 %>
export default function PhotoGrid(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.8, height: height * 0.56, size: props.size * u};
<% endif %>
  return (
    <Stage {...props}>
      <Wall {...props} />
<% if over != "none" %>
      <Effect {...props} />
<% endif %>
<% if has.title %>
      <Shade palette={props.palette} />
      <Rule palette={props.palette} motion={motion} />
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.6} />
<% endif %>
    </Stage>
  );
}

/** Leaning columns that drift past one another; each shows its pictures twice, so that it never ends. */
const Wall = ({images, palette, motion, spacing}: Props) => {
  const {u} = useSafeArea();
  const {width, height} = useVideoConfig();
  const t = useSeconds();
  const drift = (useClock(motion.speed) * 0.035) % 1;
  const columns = Math.round(1 + (1.7 * width) / height);
  const gap = 24 * u * spacing;
  const tile = {marginBottom: gap, aspectRatio: 0.8, borderRadius: 24 * u, overflow: 'hidden'};
  return (
    <AbsoluteFill style={{rotate: '-8deg', scale: 1.28, flexDirection: 'row', gap}}>
      {Array.from({length: columns}, (_, column) => {
        const shift = -50 * (column % 2 ? 1 - drift : drift);
        return (
          <div key={column} style={{flex: 1, ...enter(arrive(t - column * 0.12, motion))}}>
            <div style={{translate: `0 ${shift}%`}}>
              {[0, 1, 2, 3, 0, 1, 2, 3].map((row, i) => (
                <div key={i} style={tile}>
                  <Photo src={images[(column + row * columns) % images.length]} palette={palette} />
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </AbsoluteFill>
  );
};

<% if has.title %>
<% include "_parts/shade.tsx" %>

<% endif %>
<% else %>
export default function PhotoGrid(props: Props) {
  const {images, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const breath = useClock(motion.speed) * 0.8;
  const gap = 20 * u * props.spacing;
<% if has.title %>
  const title = {width, height: height * 0.19, size: props.size * u};
  const high = height * 0.7;
<% else %>
  const high = height;
<% endif %>
  const count = Math.max(1, Math.round(Math.sqrt((1.5 * images.length * high) / width)));
  const rowOf = (i: number) => Math.floor(((i + 0.5) * count) / images.length);
  const grow = (i: number) => 1.4 + 0.3 * Math.sin(breath + i * 2.4);
  const row = {display: 'flex', gap, minHeight: 0, flexBasis: 0};
  const tile = {flexBasis: 0, minWidth: 0, borderRadius: 24 * u, overflow: 'hidden'};
  return (
    <Stage {...props}>
<% if has.title %>
      <div style={{width, marginBottom: 48 * u * props.spacing}}>
        <Rule palette={palette} motion={motion} />
        <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0.1} />
      </div>
<% endif %>
      <div style={{display: 'flex', flexDirection: 'column', gap, width, height: high}}>
        {Array.from({length: count}, (_, at) => (
          <div key={at} style={{...row, flexGrow: grow(at + 1)}}>
            {images.map((src, i) => {
              const come = arrive(t - 0.2 - i * motion.stagger, motion);
              if (rowOf(i) !== at) return null;
              return (
                <div key={i} style={{...tile, flexGrow: grow(i), ...enter(come)}}>
                  <Photo src={src} palette={palette} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </Stage>
  );
}

<% endif %>
<% if not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% if has.title %>
<% include "_parts/rule.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>

<% if over != "none" %>
<% set effect = over %>

<% include "_parts/effect.tsx" %>
<% endif %>
