<# Everything that all scenes share: ground, picture, effect, place, exit, logo. What stands inside may measure text. #>
const Stage = ({children, ...props}: Props & {children: ReactNode}) => {
<% if exit != "none" %>
  const {palette, motion} = props;
<% else %>
  const {palette} = props;
<% endif %>
  const {padding} = useSafeArea();
  const at = {justifyContent: '
<%- if position == "top" or position == "top-left" or position == "top-right" -%>
flex-start
<%- elif position == "bottom" or position == "bottom-left" or position == "bottom-right" -%>
flex-end
<%- else -%>
center
<%- endif -%>
', alignItems: '
<%- if position == "left" or position == "top-left" or position == "bottom-left" -%>
flex-start
<%- elif position == "right" or position == "top-right" or position == "bottom-right" -%>
flex-end
<%- elif align == "left" -%>
flex-start
<%- elif align == "right" -%>
flex-end
<%- else -%>
center
<%- endif -%>
'
<%- if align == "right" -%>
, textAlign: 'end'
<%- elif align == "center" -%>
, textAlign: 'center'
<%- endif -%>
} as const;
<% if exit == "fade" %>
  const opacity = 1 - ramp(useSeconds(), LENGTH - motion.exit, LENGTH);
<% elif exit != "none" %>
  const leaving = useExit(motion);
<% endif %>
<% if backdrop == "light" and not has.background_image %>
  const glow = `color-mix(in oklab, ${palette.accent} 24%, ${palette.background})`;
  const light = `circle at ${70 + 2 * useSeconds()}% 10%, ${glow}, 35%, ${palette.background} 85%`;
<% endif %>
  return (
<% if backdrop == "light" and not has.background_image %>
    <AbsoluteFill style={{background: `radial-gradient(${light})`, color: palette.text}}>
<% else %>
    <AbsoluteFill style={{backgroundColor: palette.background, color: palette.text}}>
<% if has.background_image %>
      <Picture {...props} />
<% elif backdrop != "plain" and backdrop != "none" %>
      <Backdrop {...props} />
<% endif %>
<% endif %>
<% if effect != "none" and effect != "grain" and effect != "vignette" %>
      <Effect {...props} />
<% endif %>
<% if exit == "fade" and case != "as-typed" %>
      <AbsoluteFill dir="auto" style={{...at, ...CASE, padding, opacity}}>
<% elif exit == "fade" %>
      <AbsoluteFill dir="auto" style={{...at, padding, opacity}}>
<% elif exit != "none" and case != "as-typed" %>
      <AbsoluteFill dir="auto" style={{...at, ...CASE, padding, ...leaving}}>
<% elif exit != "none" %>
      <AbsoluteFill dir="auto" style={{...at, padding, ...leaving}}>
<% elif case != "as-typed" %>
      <AbsoluteFill dir="auto" style={{...at, ...CASE, padding}}>
<% else %>
      <AbsoluteFill dir="auto" style={{...at, padding}}>
<% endif %>
        {useFonts(props) && children}
      </AbsoluteFill>
<% if effect == "vignette" %>
      <Effect />
<% elif effect == "grain" %>
      <Grain opacity={0.14} />
<% endif %>
<% if has.logo %>
      <Logo {...props} />
<% endif %>
    </AbsoluteFill>
  );
};

<% if exit != "none" and exit != "fade" %>
<% include "_parts/exit.tsx" %>

<% endif %>
<% if has.background_image %>
<% include "_parts/picture.tsx" %>

<% include "_parts/photo.tsx" %>

<% elif backdrop != "plain" and backdrop != "none" and backdrop != "light" %>
<% include "_parts/backdrop.tsx" %>

<% endif %>
<% if effect != "none" and effect != "grain" %>
<% include "_parts/effect.tsx" %>

<% endif %>
<% if has.logo %>
<% include "_parts/logo.tsx" %>

<% endif %>
<% include "_parts/grain.tsx" %>
