<# The background picture, dimmed with the scene's own ground as far as its text needs: dark text needs more. #>
const Picture = ({backgroundImage, palette}: Props) => {
  const drift = useSeconds() / LENGTH;
  return (
    <AbsoluteFill>
      <AbsoluteFill style={{scale: 1.02 + 0.06 * drift}}>
        <Photo src={backgroundImage} palette={palette} />
      </AbsoluteFill>
<% if has.background or theme == "light" or theme == "pastel" or theme == "corporate" or theme == "minimal" or theme == "retro" %>
      <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.74}} />
<% else %>
      <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.66}} />
<% endif %>
    </AbsoluteFill>
  );
};
