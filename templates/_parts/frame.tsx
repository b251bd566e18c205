<# The safe area, in which words may stand. Apps cover the top and bottom of a portrait video; a logo has its own strip. #>
const useSafeArea = () => {
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const side = (width > height ? 96 : 72) * u;
<% if has.logo %>
<% if logo_position == "top-left" or logo_position == "top-right" %>
  const [top, bottom] = height > width ? [height * 0.14, height * 0.2] : [184 * u, side];
<% else %>
  const [top, bottom] = height > width ? [height * 0.14, height * 0.2] : [side, 184 * u];
<% endif %>
<% else %>
  const [top, bottom] = height > width ? [height * 0.14, height * 0.2] : [side, side];
<% endif %>
  const padding = `${top}px ${side}px ${bottom}px`;
<% if position == "left" or position == "right" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
  const part = width > height ? 0.62 : 1;
  return {u, padding, width: (width - 2 * side) * part, height: height - top - bottom};
<% else %>
  return {u, padding, width: width - 2 * side, height: height - top - bottom};
<% endif %>
};
