<# Over a picture that fills the frame: as dark, or as light, as the words at their place need. #>
const Shade = ({palette}: Pick<Props, 'palette'>) => {
  const veil = (part: number) => `color-mix(in oklab, ${palette.background} ${part}%, transparent)`;
<% if position == "top" or position == "top-left" or position == "top-right" %>
  const background = `linear-gradient(${veil(86)}, ${veil(72)} 40%, transparent 72%)`;
<% elif position == "bottom" or position == "bottom-left" or position == "bottom-right" %>
  const background = `linear-gradient(to top, ${veil(86)}, ${veil(72)} 40%, transparent 72%)`;
<% else %>
  const background = veil(66);
<% endif %>
  return <AbsoluteFill style={{background}} />;
};
