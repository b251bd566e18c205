<# The safe area, in which words may stand. Apps cover the top and bottom of a portrait video; a logo has its own strip. #>
const useSafeArea = () => {
  const {width: w, height: h} = useVideoConfig();
  const u = Math.min(w, h) / 1080;
<% if has.logo %>
<% if logo_position == "top-left" or logo_position == "top-right" %>
  const [x, top, bottom] = h > w ? [72 * u, h * 0.14, h * 0.2] : [96 * u, 184 * u, 96 * u];
<% else %>
  const [x, top, bottom] = h > w ? [72 * u, h * 0.14, h * 0.2] : [96 * u, 96 * u, 184 * u];
<% endif %>
<% else %>
  const [x, top, bottom] = h > w ? [72 * u, h * 0.14, h * 0.2] : [96 * u, 96 * u, 96 * u];
<% endif %>
<% if position == "left" or position == "right" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
  const width = (w - 2 * x) * (w > h ? 0.62 : 1);
  return {u, padding: `${top}px ${x}px ${bottom}px`, width, height: h - top - bottom};
<% else %>
  return {u, padding: `${top}px ${x}px ${bottom}px`, width: w - 2 * x, height: h - top - bottom};
<% endif %>
};
