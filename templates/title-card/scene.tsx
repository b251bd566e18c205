export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 4;

export default function TitleCard(props: Props) {
<% if has.eyebrow or has.subtitle or variant == 1 %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
<% if variant == 3 %>
  const title = {width, height: height * 0.7, size: props.size * u};
<% elif variant == 2 %>
  const title = {width: width * 0.84, height: height * 0.5, size: props.size * u};
<% else %>
  const title = {width, height: height * 0.58, size: props.size * u};
<% endif %>
<% if has.eyebrow %>
  const above = {width: width * 0.84, height: 130 * u, size: 44 * u};
<% endif %>
<% if has.subtitle %>
  const below = {width: width * 0.84, height: 220 * u, size: 62 * u};
<% endif %>
<% if variant == 1 %>
  const rule = {width: 140 * u, height: 10 * u, marginTop: 56 * u, backgroundColor: palette.accent};
  const drawn = arrive(useSeconds() - 0.5, motion);
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Border {...props} />
<% endif %>
<% if has.eyebrow %>
      <Text
        text={props.eyebrow}
        font={{...body, fontWeight: 500}}
        box={above}
        motion={motion}
        delay={0}
        style={{color: palette.accent, marginBottom: 36 * u}}
      />
<% endif %>
<% if variant == 2 %>
      <Text
        text={props.title}
        font={heading}
        box={title}
        motion={motion}
        delay={0.2}
        style={{textAlign: 'center'}}
      />
<% else %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.1} />
<% endif %>
<% if has.subtitle %>
      <Text
        text={props.subtitle}
        font={body}
        box={below}
        motion={motion}
        delay={0.4}
        style={{color: palette.muted, marginTop: 36 * u}}
      />
<% endif %>
<% if variant == 1 %>
      <div style={{...rule, scale: `${drawn} 1`, transformOrigin: 'left'}} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Draws itself from the middle of its upper edge. */
const Border = ({palette}: Props) => {
  const {u, width, height} = useSafeArea();
  const drawn = ramp(useSeconds(), 0, 1.2, Easing.inOut(Easing.cubic));
  const stroke = {fill: 'none', stroke: palette.accent, strokeWidth: 4 * u};
  return (
    <svg style={{position: 'absolute', width, height, overflow: 'visible'}}>
      {[0, width].map((side) => {
        const d = `M ${width / 2} 0 H ${side} V ${height} H ${width / 2}`;
        return <path key={side} d={d} {...evolvePath(drawn, d)} {...stroke} />;
      })}
    </svg>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
