<# The safe area, in which words may stand. Apps cover the top and bottom of a portrait video. #>
const useSafeArea = () => {
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const portrait = height > width;
  const side = (width > height ? 96 : 72) * u;
  const top = portrait ? height * 0.14 : side;
  const bottom = portrait ? height * 0.2 : side;
  return {
    u,
    portrait,
    padding: `${top}px ${side}px ${bottom}px`,
<% if position == "left" or position == "right" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
    width: (width - 2 * side) * (width > height ? 0.62 : 1),
<% else %>
    width: width - 2 * side,
<% endif %>
    height: height - top - bottom,
  };
};
