<# The background picture, dimmed with the scene's own ground until its text reads. #>
const Picture = ({src, palette}: {src: string; palette: Palette}) => {
  const drift = useSeconds() / LENGTH;
  return (
    <AbsoluteFill>
      <Img
        src={src}
        style={{width: '100%', height: '100%', objectFit: 'cover', scale: 1.02 + 0.06 * drift}}
      />
      <AbsoluteFill style={{backgroundColor: palette.background, opacity: 0.76}} />
    </AbsoluteFill>
  );
};
