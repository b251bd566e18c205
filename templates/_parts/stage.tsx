<# Everything that all scenes share: ground, picture, effect, place, exit, logo. #>
const Stage = ({children, ...props}: Props & {children: ReactNode}) => (
  <AbsoluteFill style={{backgroundColor: props.palette.background, color: props.palette.text}}>
<% if has.background_image %>
    <Picture src={props.backgroundImage} palette={props.palette} />
<% elif backdrop != "plain" and backdrop != "none" %>
    <Backdrop palette={props.palette} speed={props.motion.speed} />
<% endif %>
<% if effect != "none" and effect != "grain" and effect != "vignette" %>
    <Effect palette={props.palette} speed={props.motion.speed} />
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
        scale: 1 + (0.02 * useSeconds()) / LENGTH,
<% if exit != "none" %>
        ...useLeave(props.motion),
<% endif %>
      }}
    >
      {children}
    </AbsoluteFill>
<% if effect == "vignette" %>
    <Effect />
<% elif effect == "grain" %>
    <Grain opacity={0.14} />
<% endif %>
<% if has.logo %>
    <Logo src={props.logo} />
<% endif %>
  </AbsoluteFill>
);

<% if exit != "none" %>
<% include "_parts/exit.tsx" %>

<% endif %>
<% if has.background_image %>
<% include "_parts/picture.tsx" %>

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
