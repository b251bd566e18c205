<# Everything that all scenes share: ground, picture, effect, place, exit, logo. #>
<% if has.background_image and has.logo %>
type StageProps = Pick<Props, 'palette' | 'motion' | 'backgroundImage' | 'logo'> & {
  children: ReactNode;
};
<% else %>
type StageProps = Pick<Props, 'palette' | 'motion'<% if has.background_image %> | 'backgroundImage'<% elif has.logo %> | 'logo'<% endif %>> & {children: ReactNode};
<% endif %>

const Stage = ({palette<% if exit != "none" or (effect != "none" and effect != "grain" and effect != "vignette") or (backdrop != "plain" and backdrop != "none" and not has.background_image) %>, motion<% endif %><% if has.background_image %>, backgroundImage<% endif %><% if has.logo %>, logo<% endif %>, children}: StageProps) => {
  const t = useSeconds();
  const {padding} = useSafeArea();
<% if exit != "none" %>
  const gone = useGone(motion);
<% endif %>
  return (
    <AbsoluteFill style={{backgroundColor: palette.background, color: palette.text}}>
<% if has.background_image %>
      <Picture src={backgroundImage} palette={palette} />
<% elif backdrop != "plain" and backdrop != "none" %>
      <Backdrop palette={palette} speed={motion.speed} />
<% endif %>
<% if effect != "none" and effect != "grain" and effect != "vignette" %>
      <Effect palette={palette} speed={motion.speed} />
<% endif %>
      <AbsoluteFill
        dir="auto"
        style={{
          padding,
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
<% if align == "left" %>
          textAlign: 'start',
<% elif align == "right" %>
          textAlign: 'end',
<% else %>
          textAlign: 'center',
<% endif %>
          scale: 1 + (0.02 * t) / LENGTH,
<% if exit != "none" %>
          ...leave(gone),
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
      <Logo src={logo} />
<% endif %>
    </AbsoluteFill>
  );
};

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
