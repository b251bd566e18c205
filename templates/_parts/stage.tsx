<# Everything that all scenes share: ground, picture, effect, place, exit, logo. What stands inside may measure text. #>
const Stage = ({children, ...props}: Props & {children: ReactNode}) => (
<% if backdrop == "light" and not has.background_image %>
  <AbsoluteFill style={{background: useGround(props), color: props.palette.text}}>
<% else %>
  <AbsoluteFill style={{backgroundColor: props.palette.background, color: props.palette.text}}>
<% if has.background_image %>
    <Picture {...props} />
<% elif backdrop != "plain" and backdrop != "none" %>
    <Backdrop {...props} />
<% endif %>
<% endif %>
<% if effect != "none" and effect != "grain" and effect != "vignette" %>
    <Effect {...props} />
<% endif %>
    <AbsoluteFill
      dir="auto"
      style={{
        padding: useSafeArea().padding,
<% if position == "top" or position == "top-left" or position == "top-right" %>
        justifyContent: 'flex-start',
<% elif position == "bottom" or position == "bottom-left" or position == "bottom-right" %>
        justifyContent: 'flex-end',
<% else %>
        justifyContent: 'center',
<% endif %>
<% if position == "left" or position == "top-left" or position == "bottom-left" %>
        alignItems: 'flex-start',
<% elif position == "right" or position == "top-right" or position == "bottom-right" %>
        alignItems: 'flex-end',
<% elif align == "left" %>
        alignItems: 'flex-start',
<% elif align == "right" %>
        alignItems: 'flex-end',
<% else %>
        alignItems: 'center',
<% endif %>
<% if align == "right" %>
        textAlign: 'end',
<% elif align == "center" %>
        textAlign: 'center',
<% endif %>
<% if case != "as-typed" %>
        ...CASE,
<% endif %>
<% if exit == "fade" %>
        opacity: 1 - ramp(useSeconds(), LENGTH - props.motion.exit, LENGTH),
<% elif exit != "none" %>
        ...useExit(props.motion),
<% endif %>
      }}
    >
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

<% if exit != "none" and exit != "fade" %>
<% include "_parts/exit.tsx" %>

<% endif %>
<% if has.background_image %>
<% include "_parts/picture.tsx" %>

<% include "_parts/photo.tsx" %>

<% elif backdrop != "plain" and backdrop != "none" %>
<% include "_parts/backdrop.tsx" %>

<% endif %>
<% if effect != "none" and effect != "grain" %>
<% include "_parts/effect.tsx" %>

<% endif %>
<% if has.logo %>
<% include "_parts/logo.tsx" %>

<% endif %>
<% include "_parts/grain.tsx" %>
