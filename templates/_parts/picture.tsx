<# The background picture under a veil of the scene's own ground; the palette's words can be read on any picture so. #>
const Picture = ({backgroundImage, palette}: Props) => {
  const drift = useSeconds() / LENGTH;
  return (
    <AbsoluteFill>
      <AbsoluteFill style={{scale: 1.02 + 0.06 * drift}}>
        <Photo src={backgroundImage} palette={palette} />
      </AbsoluteFill>
      <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.72}} />
    </AbsoluteFill>
  );
};
