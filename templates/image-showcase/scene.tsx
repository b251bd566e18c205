<# What fills the frame would hide an effect, which so comes after it. #>
<% set over = "none" %>
<% if variant == 1 %>
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
export default function ImageShowcase(props: Props) {
<% if has.title %>
  const {heading, palette, motion} = props;
<% else %>
  const {palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const drop = arrive(t, motion);
<% if has.title %>
  const across = width > height * 1.2;
  const flexDirection = across ? 'row' : 'column';
  const gap = 88 * u * props.spacing;
  const [wide, high] = across ? [0.6, 0.94] : [1, 0.66];
  const print = {width: width * wide, height: height * high};
  const box = across ? {width: width - print.width - gap, height} : {width, height: height * 0.26};
  const title = {...box, size: props.size * u};
<% else %>
  const print = {width: Math.min(width, height * 1.5), height: Math.min(height, width * 1.2)};
<% endif %>
  const card = {
    ...print,
    padding: 28 * u,
    borderRadius: 12 * u,
    backgroundColor: palette.surface,
    boxShadow: `0 ${24 * u}px ${90 * u}px rgba(0, 0, 0, 0.35)`,
    rotate: `${-1.2 - 5 * (1 - drop)}deg`,
  };
  return (
    <Stage {...props}>
<% if has.title %>
      <div style={{display: 'flex', flexDirection, alignItems: across ? 'center' : 'start', gap}}>
        <div style={{flexShrink: 0, ...enter(drop)}}>
          <div style={card}>
            <Moving {...props} />
          </div>
        </div>
        <div>
          <Rule palette={palette} motion={motion} />
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0.5} />
        </div>
      </div>
<% else %>
      <div style={{alignSelf: 'center', ...enter(drop)}}>
        <div style={card}>
          <Moving {...props} />
        </div>
      </div>
<% endif %>
    </Stage>
  );
}
<% else %>
export default function ImageShowcase(props: Props) {
<% if has.title %>
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.8, height: height * 0.4, size: props.size * u};
<% endif %>
<% if animation != "none" %>
  const slit = 50 - 50 * arrive(useSeconds(), props.motion);
<% endif %>
  return (
    <Stage {...props}>
<% if animation == "none" %>
      <AbsoluteFill>
<% elif direction == "left" or direction == "right" %>
      <AbsoluteFill style={{clipPath: `inset(0 ${slit}%)`}}>
<% else %>
      <AbsoluteFill style={{clipPath: `inset(${slit}% 0)`}}>
<% endif %>
        <Moving {...props} />
<% if has.title %>
        <Shade palette={palette} />
<% endif %>
      </AbsoluteFill>
<% if over != "none" %>
      <Effect {...props} />
<% endif %>
<% if has.title %>
      <Rule palette={palette} motion={motion} />
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.5} />
<% endif %>
    </Stage>
  );
}
<% endif %>

/** The picture, which a slow camera passes over. */
const Moving = ({image, palette, motion}: Props) => {
  const on = ramp(useSeconds(), 0, LENGTH, Easing.out(Easing.sin));
<% if direction == "top" or direction == "bottom" %>
  const translate = `0 ${1.6 - 3.2 * on}%`;
<% else %>
  const translate = `${1.6 - 3.2 * on}% 0`;
<% endif %>
  return (
    <div style={{height: '100%', overflow: 'hidden'}}>
      <div style={{height: '100%', scale: 1.2 - 0.12 * on * motion.speed, translate}}>
        <Photo src={image} palette={palette} />
      </div>
    </div>
  );
};

<% if not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% include "_parts/shade.tsx" %>

<% if has.title %>
<% include "_parts/rule.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>

<% if over != "none" %>
<% set effect = over %>

<% include "_parts/effect.tsx" %>
<% endif %>
