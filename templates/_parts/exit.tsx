<# useExit: the style of what goes away at the end, wholly on the last frame. #>
const useExit = ({exit}: Props['motion']): CSSProperties => {
  const p = ramp(useSeconds(), LENGTH - exit, LENGTH, Easing.in(Easing.quad));
<% if exit == "slide" %>
  return {opacity: 1 - p, translate: `0 ${-6 * p}%`};
<% elif exit == "scale" %>
  return {opacity: 1 - p, scale: 1 - 0.14 * p};
<% elif exit == "blur" %>
  return {opacity: 1 - p, filter: `blur(${1.5 * p}em)`};
<% else %>
  return {clipPath: `inset(0 0 0 ${100 * p}%)`};
<% endif %>
};
