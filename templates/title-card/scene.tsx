export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 4;

export default function TitleCard(props: Props) {
<% if has.subtitle or has.eyebrow and variant != 2 %>
  const {heading, body, palette, motion} = props;
<% elif variant == 2 %>
  const {heading, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
<% if variant == 3 %>
  const {u, width, height, padding} = useSafeArea();
<% if has.eyebrow or has.subtitle %>
<% if has.eyebrow and has.subtitle %>
  const room = props.eyebrow.length + props.subtitle.length > 80 ? 380 : 230;
<% elif has.subtitle %>
  const room = props.subtitle.length > 60 ? 300 : 150;
<% else %>
  const room = props.eyebrow.length > 60 ? 300 : 150;
<% endif %>
  const wide = width > height;
  const foot = (wide && room < 300 ? 150 : room) * u;
  const small = {width: wide ? width * 0.47 : width, height: foot / 2, size: 48 * u};
<% else %>
  const foot = 60 * u;
<% endif %>
  const title = {width, height: height - foot - 20 * u, size: props.size * u};
  const covering = 1 - ramp(useSeconds(), 0, 0.9, Easing.bezier(0.7, 0, 0.2, 1));
  const sheet: CSSProperties = {
    position: 'absolute',
    inset: 'auto 0 0',
    padding,
    paddingTop: (44 + 2000 * covering) * u,
    backgroundColor: palette.accent,
<% if has.eyebrow or has.subtitle %>
    color: palette.onAccent,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: 90 * u,
<% endif %>
  };
  return (
    <Stage {...props}>
      <div style={{marginBottom: foot}}>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0.4} />
      </div>
<% if has.eyebrow or has.subtitle %>
      <div style={sheet}>
<% if has.subtitle %>
        <Text text={props.subtitle} font={body} box={small} motion={motion} delay={0.8} />
<% endif %>
<% if has.eyebrow %>
        <Text text={props.eyebrow} font={body} box={small} motion={motion} delay={0.9} />
<% endif %>
      </div>
<% else %>
      <div style={sheet} />
<% endif %>
    </Stage>
  );
}
<% elif variant == 2 %>
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.8, height: height * 0.45, size: props.size * u};
<% if has.subtitle %>
  const below = {width: width * 0.8, height: 180 * u, size: 56 * u};
  const quiet = {color: palette.muted, marginTop: 36 * u};
<% endif %>
<% if has.eyebrow %>
  const paddingTop = props.eyebrow.length > 60 ? Math.max(180 * u, 0.1 * width) : 0.1 * width;
<% endif %>
  const nearer = 0.97 + 0.03 * ramp(useSeconds(), 0, LENGTH);
  return (
    <Stage {...props}>
<% if has.eyebrow %>
      <div style={{position: 'relative', width, padding: 0.1 * width, paddingTop}}>
<% else %>
      <div style={{position: 'relative', width, padding: 0.1 * width}}>
<% endif %>
        <Frame {...props} />
        <div style={{...CENTERED, scale: nearer}}>
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
<% if has.subtitle %>
          <Text
            text={props.subtitle}
            font={body}
            box={below}
            motion={motion}
            delay={0.7}
            style={quiet}
          />
<% endif %>
        </div>
      </div>
    </Stage>
  );
}

<% if has.align and align == "left" %>
const CENTERED = {display: 'grid', justifyItems: 'start'} as const;
<% elif has.align and align == "right" %>
const CENTERED = {display: 'grid', justifyItems: 'end'} as const;
<% else %>
const CENTERED = {display: 'grid', justifyItems: 'center', textAlign: 'center'} as const;
<% endif %>

/** A line around the title that draws itself from the middle of its upper edge, both ways. */
<% if has.eyebrow %>
const Frame = ({eyebrow, body, palette, motion}: Props) => {
  const {u, width} = useSafeArea();
<% else %>
const Frame = ({palette}: Props) => {
  const {u} = useSafeArea();
<% endif %>
  const angle = 185 * ramp(useSeconds(), 0, 1.4, Easing.inOut(Easing.cubic));
  const mask = `conic-gradient(black ${angle}deg, transparent 0 ${360 - angle}deg, black 0)`;
  const border = `${4 * u}px solid ${palette.accent}`;
<% if has.eyebrow %>
  const box = {width: width * 0.8, height: 160 * u, size: 44 * u};
  return (
    <div style={{position: 'absolute', inset: `${-32 * u}px 0 0`, maskImage: mask}}>
      <fieldset style={{height: '100%', margin: 0, border, textAlign: 'center'}}>
        <legend style={{margin: 'auto', padding: `0 ${32 * u}px`, color: palette.accent}}>
          <Text text={eyebrow} font={body} box={box} motion={motion} delay={0.1} />
        </legend>
      </fieldset>
    </div>
  );
<% else %>
  return <div style={{position: 'absolute', inset: 0, border, maskImage: mask}} />;
<% endif %>
};
<% else %>
  const {u, width, height} = useSafeArea();
<% if has.eyebrow and has.subtitle %>
  const part = props.eyebrow.length + props.subtitle.length > 80 ? 0.48 : 0.58;
  const title = {width, height: height * part, size: props.size * u};
<% else %>
  const title = {width, height: height * 0.58, size: props.size * u};
<% endif %>
<% if has.eyebrow %>
  const above = {width, height: (width > height ? 110 : 160) * u, size: 44 * u};
<% endif %>
<% if has.subtitle %>
  const below = {width: width * 0.84, height: 220 * u, size: 62 * u};
<% endif %>
  const rule = {width: 140 * u, height: 10 * u, marginTop: 56 * u, backgroundColor: palette.accent};
  const drawn = arrive(useSeconds() - 0.5, motion);
  return (
    <Stage {...props}>
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
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.1} />
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
      <div style={{...rule, scale: `${drawn} 1`, transformOrigin: 'left'}} />
    </Stage>
  );
}
<% endif %>

<% include "_parts/shared.tsx" %>
