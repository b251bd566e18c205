<# What fills the frame would hide an effect, which so comes after it. #>
<% set over = "none" %>
<% set backdrop = "plain" %>
<% if effect != "grain" and effect != "vignette" %>
<% set over = effect %>
<% set effect = "none" %>
<% endif %>
<# The halves take the whole width: their names can only be high or low in them. #>
<% if position == "left" or position == "right" %>
<% set position = "center" %>
<% elif position == "top-left" or position == "top-right" %>
<% set position = "top" %>
<% elif position == "bottom-left" or position == "bottom-right" %>
<% set position = "bottom" %>
<% elif variant == 1 and not has.position %>
<% set position = "bottom" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function SplitScreen(props: Props) {
  const {palette, motion} = props;
  const {width, height} = useSafeArea();
  const t = useSeconds();
  const across = width > height * 0.9;
<% if not has.left_image and not has.right_image %>
<% if has.background_image %>
  const ground = blend(palette.surface, 76);
  const tinted = blend(blend(palette.accent, 26, palette.background), 76);
<% else %>
  const tint = (part: number) => blend(palette.accent, part, palette.background);
  const ground = `linear-gradient(160deg, ${palette.surface}, ${palette.background})`;
  const tinted = `linear-gradient(160deg, ${tint(38)}, ${tint(14)})`;
<% endif %>
<% endif %>
<% if variant == 2 %>
  const left = arrive(t, motion);
  const right = arrive(t - motion.stagger, motion);
  const lean = 6 + Math.sin(useClock(motion.speed) * 0.7);
<% else %>
<% if has.left_image or has.right_image %>
  const swing = 24 * Math.sin((t - 1) * 2.2) * ramp(t, 1, 1.4) * (1 - ramp(t, 1.4, 4));
<% else %>
  const swing = Math.sin(t - 1) * ramp(t, 1, 2);
<% endif %>
<% if direction == "right" or direction == "bottom" %>
  const at = 100 - 50 * arrive(t - 0.1, motion) + swing;
<% else %>
  const at = 50 * arrive(t - 0.1, motion) + swing;
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <AbsoluteFill style={{translate: across ? `${60 * left - 60}% 0` : `0 ${60 * left - 60}%`}}>
        <AbsoluteFill style={{clipPath: across ? slant(0, 50, lean) : slope(0, 50, lean)}}>
<% if has.left_image %>
          <Near>
            <Photo src={props.leftImage} palette={palette} />
          </Near>
          <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.62}} />
<% elif has.right_image %>
          <Placeholder palette={palette} />
          <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.62}} />
<% else %>
          <AbsoluteFill style={{background: ground}} />
<% endif %>
        </AbsoluteFill>
      </AbsoluteFill>
      <AbsoluteFill style={{translate: across ? `${60 - 60 * right}% 0` : `0 ${60 - 60 * right}%`}}>
        <AbsoluteFill style={{clipPath: across ? slant(51, 110, lean) : slope(51, 110, lean)}}>
<% if has.right_image %>
          <Near>
            <Photo src={props.rightImage} palette={palette} />
          </Near>
          <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.62}} />
<% elif has.left_image %>
          <Placeholder palette={palette} />
          <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.62}} />
<% else %>
          <AbsoluteFill style={{background: tinted}} />
<% endif %>
        </AbsoluteFill>
      </AbsoluteFill>
<% else %>
<% if has.left_image or has.right_image %>
      <AbsoluteFill>
<% if has.left_image %>
        <Photo src={props.leftImage} palette={palette} />
<% else %>
        <Placeholder palette={palette} />
<% endif %>
      </AbsoluteFill>
      <AbsoluteFill style={{clipPath: across ? `inset(0 0 0 ${at}%)` : `inset(${at}% 0 0)`}}>
<% if has.right_image %>
        <Photo src={props.rightImage} palette={palette} />
<% else %>
        <Placeholder palette={palette} />
<% endif %>
      </AbsoluteFill>
<% else %>
      <AbsoluteFill style={{background: ground}} />
      <AbsoluteFill
        style={{
          background: tinted,
          clipPath: across ? `inset(0 0 0 ${at}%)` : `inset(${at}% 0 0)`,
        }}
      />
<% endif %>
      <Divider palette={palette} at={at} across={across} />
<% endif %>
<% if over != "none" %>
      <Effect {...props} />
<% endif %>
<% if has.left or has.right %>
      <Names {...props} />
<% endif %>
    </Stage>
  );
}

<% if has.left or has.right %>
/** What the halves are called, in type of one size. */
const Names = (props: Props) => {
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
<% if variant == 1 and (has.left_image or has.right_image) %>
  const t = useSeconds();
<% endif %>
  const across = width > height * 0.9;
  const gap = 112 * u * props.spacing;
  const [wide, high] = across ? [(width - gap) / 2, height] : [width, (height - gap) / 2];
<% if variant == 1 and (has.left_image or has.right_image) %>
  const box = {width: wide - 72 * u, height: high * 0.5, size: props.size * 0.3 * u};
  const padding = `${20 * u}px ${36 * u}px`;
  const chip = {padding, borderRadius: 28 * u, backgroundColor: props.palette.surface};
<% else %>
  const box = {width: wide * 0.94, height: high * 0.8, size: props.size * u};
<% endif %>
<% if has.left and has.right %>
  const size = Math.min(...[props.left, props.right].map((text) => fit(text, heading, box)));
  const name = {...box, size};
<% else %>
  const name = box;
<% endif %>
  const flexDirection = across ? 'row' : 'column';
  const half = {
    display: 'flex',
    width: wide,
    height: high,
<% if position == "top" %>
    alignItems: 'flex-start',
<% elif position == "bottom" %>
    alignItems: 'flex-end',
<% else %>
    alignItems: 'center',
<% endif %>
<% if align == "right" %>
    justifyContent: 'flex-end',
<% elif align == "center" or variant == 2 %>
    justifyContent: 'center',
<% endif %>
<% if variant == 2 %>
    textAlign: 'center',
<% endif %>
  } as const;
  return (
    <div dir="ltr" style={{position: 'relative', display: 'flex', flexDirection, gap, width}}>
<% if has.left %>
      <div style={half}>
<% if variant == 1 and (has.left_image or has.right_image) %>
        <div style={{...chip, ...enter(arrive(t - 0.6, motion))}}>
          <Text text={props.left} font={heading} box={name} motion={motion} delay={0.6} />
        </div>
<% else %>
        <Text text={props.left} font={heading} box={name} motion={motion} delay={0.6} />
<% endif %>
      </div>
<% else %>
      <div style={half} />
<% endif %>
<% if has.right %>
      <div style={half}>
<% if variant == 1 and (has.left_image or has.right_image) %>
        <div style={{...chip, ...enter(arrive(t - 0.6 - motion.stagger, motion))}}>
          <Text text={props.right} font={heading} box={name} motion={motion} delay={0.7} />
        </div>
<% else %>
        <Text text={props.right} font={heading} box={name} motion={motion} delay={0.7} />
<% endif %>
      </div>
<% else %>
      <div style={half} />
<% endif %>
    </div>
  );
};

<% endif %>
<% if variant == 2 %>
/** A part of the frame from one per cent to another, cut along a line that leans. */
const slant = (from: number, to: number, lean: number) => {
  const [a, b, c, d] = [from && from + lean, to + lean, to - lean, from && from - lean];
  return `polygon(${a}% 0, ${b}% 0, ${c}% 100%, ${d}% 100%)`;
};
const slope = (from: number, to: number, lean: number) => {
  const [a, b, c, d] = [from && from + lean, from && from - lean, to - lean, to + lean];
  return `polygon(0 ${a}%, 100% ${b}%, 100% ${c}%, 0 ${d}%)`;
};

<% if has.left_image or has.right_image %>
const Near = ({children}: {children: ReactNode}) => (
  <AbsoluteFill style={{scale: 1.02 + 0.1 * ramp(useSeconds(), 0, LENGTH)}}>
    {children}
  </AbsoluteFill>
);

<% endif %>
<% else %>
type DividerProps = Pick<Props, 'palette'> & {at: number; across: boolean};

/** The line between the halves. */
const Divider = ({palette, at, across}: DividerProps) => {
  const {u} = useSafeArea();
  const line = {position: 'absolute', backgroundColor: palette.accent} as const;
  const place = across
    ? {left: `${at}%`, top: 0, bottom: 0, width: 8 * u, translate: '-50% 0'}
    : {top: `${at}%`, left: 0, right: 0, height: 8 * u, translate: '0 -50%'};
<% if has.left_image or has.right_image %>
  const grip = {position: 'absolute', left: '50%', top: '50%', rotate: across ? '0deg' : '90deg'};
  return (
    <div style={{...line, ...place}}>
      <svg
        viewBox="-50 -50 100 100"
        style={{...grip, position: 'absolute', width: 112 * u, translate: '-50% -50%'}}
      >
        <circle r="46" fill={palette.surface} stroke={palette.accent} strokeWidth="7" />
        <path d="M-12 -16 L-26 0 L-12 16 Z M12 -16 L26 0 L12 16 Z" fill={palette.accent} />
      </svg>
    </div>
  );
<% else %>
  return <div style={{...line, ...place}} />;
<% endif %>
};

<% endif %>
<% if (has.left_image or has.right_image) and not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/shared.tsx" %>

<% if over != "none" %>
<% set effect = over %>

<% include "_parts/effect.tsx" %>
<% endif %>
