<# The safe area, in which words may stand. Apps cover the top and bottom of a portrait video; a logo has its own strip. #>
const useSafeArea = () => {
  const {width: w, height: h} = useVideoConfig();
  const u = Math.min(w, h) / 1080;
  const x = Math.max(72 * u, w * 0.05);
<% if has.logo and (logo_position == "top-left" or logo_position == "top-right") %>
  const [top, bottom] = h > w ? [h * 0.14, h * 0.2] : [184 * u, x];
<% elif has.logo %>
  const [top, bottom] = h > w ? [h * 0.14, h * 0.2] : [x, 184 * u];
<% else %>
  const [top, bottom] = h > w ? [h * 0.14, h * 0.2] : [x, x];
<% endif %>
<% if position == "left" or position == "right" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
  const width = (w - 2 * x) * (w > h ? 0.62 : 1);
  return {u, padding: `${top}px ${x}px ${bottom}px`, width, height: h - top - bottom};
<% else %>
  return {u, padding: `${top}px ${x}px ${bottom}px`, width: w - 2 * x, height: h - top - bottom};
<% endif %>
};
