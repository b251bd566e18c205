export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 5;

export default function SocialPost(props: Props) {
  return (
    <Stage {...props}>
      <Post {...props} />
    </Stage>
  );
}

<% if variant == 2 %>
const Post = (props: Props) => {
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const text = {width, height: height - 260 * u, size: props.size * u};
  const line = `${2 * u}px solid ${tint(palette.text, 16)}`;
  const row = {display: 'flex', alignItems: 'center', gap: 32 * u, paddingTop: 44 * u};
  const side = {textAlign: 'start', marginBottom: 64 * u * props.spacing} as const;
  return (
    <div style={{width}}>
      <Text text={props.text} font={heading} box={text} motion={motion} delay={0.1} style={side} />
      <div dir="ltr" style={{...row, borderTop: line, opacity: ramp(t, 0.4, 0.9)}}>
<% if has.author or has.handle %>
        <Author {...props} width={width - 420 * u} />
<% endif %>
        <Likes {...props} size={96 * u} />
      </div>
    </div>
  );
};
<% else %>
const Post = (props: Props) => {
  const {body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const across = Math.min(width, 1320 * u);
  const text = {width: across - 144 * u, height: height - 460 * u, size: props.size * u};
  const line = `${2 * u}px solid ${tint(palette.text, 12)}`;
  const shadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 40 * u};
  const card = {...face, width: across, boxSizing: 'border-box', padding: 70 * u} as const;
  const side = {textAlign: 'start', margin: `${44 * u * props.spacing}px 0`} as const;
  const row = {display: 'flex', alignItems: 'center', gap: 28 * u, paddingTop: 36 * u};
  return (
    <div style={{...card, ...enter(arrive(t, motion)), boxShadow: shadow}}>
<% if has.author or has.handle %>
      <Author {...props} width={across - 280 * u} />
<% endif %>
      <Text text={props.text} font={body} box={text} motion={motion} delay={0.3} style={side} />
      <div dir="ltr" style={{...row, borderTop: line}}>
        <Likes {...props} size={64 * u} />
        <div style={{flexGrow: 1}} />
        <Icon palette={palette} d="M4 5 H20 V16 H11 L7 20 V16 H4 Z" />
        <Icon palette={palette} d="M4 10 V8 A2 2 0 0 1 6 6 H20 M17 3 L20 6 L17 9 M20 14 V16 A2 2 0 0 1 18 18 H4 M7 21 L4 18 L7 15" />
        <Icon palette={palette} d="M12 15 V4 M7 8 L12 3 L17 8 M5 13 V20 H19 V13" />
      </div>
    </div>
  );
};

const Icon = ({palette, d}: Pick<Props, 'palette'> & {d: string}) => {
  const {u} = useSafeArea();
  const line = {fill: 'none', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round'} as const;
  return (
    <svg viewBox="0 0 24 24" width={54 * u} style={{marginInlineStart: 26 * u}}>
      <path d={d} {...line} stroke={palette.muted} />
    </svg>
  );
};
<% endif %>

<% if has.author or has.handle %>
const Author = (props: Props & {width: number}) => {
  const {heading, body, palette, motion} = props;
  const {u} = useSafeArea();
  return null;
};

<% endif %>
<% include "_parts/heart.tsx" %>

<% include "_parts/tint.tsx" %>

<% if has.likes %>
<% include "_parts/number.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
