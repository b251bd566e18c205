export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

<% if variant == 2 %>
export default function SocialPost(props: Props) {
  const {heading, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const box = {width, height: height - 320 * u, size: props.size * u};
  const line = `${2 * u}px solid ${blend(palette.text, 16)}`;
  const row = {display: 'flex', alignItems: 'center', gap: 32 * u, paddingTop: 44 * u};
  const foot = {...row, borderTop: line, opacity: ramp(useSeconds(), 0.4, 0.9)};
  const low = {textAlign: 'start', marginBottom: 64 * u * props.spacing} as const;
  return (
    <Stage {...props}>
      <div style={{width}}>
        <Text text={props.text} font={heading} box={box} motion={motion} delay={0.1} style={low} />
        <div dir="ltr" style={foot}>
<% if has.author or has.handle %>
          <Author {...props} width={width - 460 * u} />
          <div style={{flexGrow: 1}} />
<% endif %>
          <Likes {...props} size={96 * u} />
        </div>
      </div>
    </Stage>
  );
}

<% else %>
/** Reply, pass on, share. */
const ICONS =
  'M4 5h16v11h-9l-4 4v-4H4ZM36 11V6h16l-3-3m3 3-3 3M52 13v5H36l3-3m-3 3 3 3M76 15V4m-5 4 5-5 5 5M69 13v7h14v-7';

export default function SocialPost(props: Props) {
  const {body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const across = Math.min(width, 1480 * u);
  const size = props.size * u * (height > width ? 1.3 : 1);
  const text = {width: across - 144 * u, height: height - 440 * u, size};
  const edge = `${2 * u}px solid ${blend(palette.text, 12)}`;
  const boxShadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`;
  const face = {backgroundColor: palette.surface, border: edge, borderRadius: 40 * u, boxShadow};
  const card = {...face, width: across, boxSizing: 'border-box', padding: 70 * u} as const;
  const side = {textAlign: 'start', margin: `${44 * u * props.spacing}px 0`} as const;
  const row = {display: 'flex', justifyContent: 'space-between', paddingTop: 36 * u};
  const line = {fill: 'none', stroke: palette.muted, strokeWidth: 1.7} as const;
  return (
    <Stage {...props}>
      <div style={{...card, ...enter(arrive(useSeconds(), motion))}}>
<% if has.author or has.handle %>
        <Author {...props} width={across - 280 * u} />
<% endif %>
        <Text text={props.text} font={body} box={text} motion={motion} delay={0.3} style={side} />
        <div dir="ltr" style={{...row, borderTop: edge}}>
          <Likes {...props} size={64 * u} />
          <svg viewBox="0 0 86 24" width={208 * u}>
            <path d={ICONS} {...line} strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </div>
      </div>
    </Stage>
  );
}

<% endif %>
<% if has.author or has.handle %>
const Author = ({width, ...props}: Props & {width: number}) => {
<% if has.author and has.handle %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u} = useSafeArea();
  const shown = enter(arrive(useSeconds() - 0.2, motion));
  const box = {width, height: 250 * u, size: 46 * u};
<% if has.author and has.handle %>
  const below = {width, height: 84 * u, size: 36 * u};
  const dim = {color: palette.muted};
<% endif %>
  return (
    <div dir="ltr" style={{display: 'flex', alignItems: 'center', gap: 28 * u, textAlign: 'left'}}>
      <div style={{...shown, display: 'flex'}}>
        <Avatar palette={palette} size={112 * u} />
      </div>
      <div>
<% if has.author %>
        <Text text={props.author} font={heading} box={box} motion={motion} delay={0.3} />
<% if has.handle %>
        <Text text={props.handle} font={body} box={below} motion={motion} delay={0.4} style={dim} />
<% endif %>
<% else %>
        <Text text={props.handle} font={heading} box={box} motion={motion} delay={0.3} />
<% endif %>
      </div>
    </div>
  );
};

<% endif %>
<% if has.likes %>
/** The heart and how many have pressed it. */
const Likes = ({size, ...props}: Props) => {
  const {body, likes, palette} = props;
  const t = useSeconds();
  const count = Math.round(likes * ramp(t, 1.7, 3.2, Easing.out(Easing.cubic)));
  const color = t > 1.6 ? palette.accent : palette.muted;
  const type = {...body, color, fontSize: size * 0.7, fontVariantNumeric: 'tabular-nums'};
  return (
    <div style={{display: 'flex', alignItems: 'center', gap: size * 0.35}}>
      <Heart palette={palette} size={size} age={t - 1.6} />
      <span style={type}>{readable(count)}</span>
    </div>
  );
};

<% else %>
const Likes = ({palette, size}: Props) => (
  <Heart palette={palette} size={size} age={useSeconds() - 1.6} />
);

<% endif %>
<% if has.author or has.handle %>
<% include "_parts/avatar.tsx" %>

<% endif %>
<% include "_parts/heart.tsx" %>

<% include "_parts/blend.tsx" %>

<% if has.likes %>
<% include "_parts/number.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>
