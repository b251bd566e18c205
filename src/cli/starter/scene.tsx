<# The scene. Remarks like this one, and lines with only a tag on them, leave nothing in the code that people get. #>
<# What the scene is and shows is put in here; imports are added by themselves, and what it does not use is removed. #>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
<# The manifest's `duration`: all times below are seconds of it. #>
const LENGTH = 4;

export default function __COMPONENT__(props: Props) {
<# Parameters come under camel-case names; the look is `palette`, `heading`, `body`, `motion` and `size`. #>
<% if has.line %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
<# `u` is the 1080th part of the shorter side: sizes in `u` look right in every format. #>
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.86, height: height * 0.5, size: props.size * u};
<% if has.line %>
  const below = {width: width * 0.8, height: 200 * u, size: 60 * u};
<% endif %>
<# `arrive` goes from 0 to 1, at the speed and on the curve that the request asks for. #>
  const drawn = arrive(useSeconds() - 0.3, motion);
<% if variant == 1 %>
  const bar = {position: 'absolute', left: -48 * u, top: 0, bottom: 0, width: 12 * u} as const;
  const growth = {scale: `1 ${drawn}`, transformOrigin: 'top'};
<% else %>
  const bar = {width: 220 * u, height: 12 * u, marginTop: 48 * u};
  const growth = {scale: `${drawn} 1`, transformOrigin: 'left'};
<% endif %>
  return (
    <Stage {...props}>
      <div style={{position: 'relative'}}>
<% if variant == 1 %>
        <div style={{...bar, ...growth, backgroundColor: palette.accent}} />
<% endif %>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0.1} />
<# `has` asks whether a parameter is given: without it the scene has no trace of the line. #>
<% if has.line %>
        <Text
          text={props.line}
          font={body}
          box={below}
          motion={motion}
          delay={0.5}
          style={{color: palette.muted, marginTop: 36 * u}}
        />
<% endif %>
<% if variant == 2 %>
        <div style={{...bar, ...growth, backgroundColor: palette.accent}} />
<% endif %>
      </div>
    </Stage>
  );
}

<% include "_parts/shared.tsx" %>
