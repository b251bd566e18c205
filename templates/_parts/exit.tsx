<# useLeave: the style of what goes away at the end, wholly on the last frame. #>
const useLeave = (motion: Motion): CSSProperties => {
  const p = ramp(useSeconds(), LENGTH - motion.exit, LENGTH, Easing.in(Easing.quad));
<% if exit == "slide" %>
  return {opacity: 1 - p, translate: `0 ${-6 * p}%`};
<% elif exit == "scale" %>
  return {opacity: 1 - p, transform: `scale(${1 - 0.14 * p})`};
<% elif exit == "blur" %>
  return {opacity: 1 - p, filter: `blur(${1.5 * p}em)`};
<% elif exit == "wipe" %>
  return {clipPath: `inset(0 0 0 ${100 * p}%)`};
<% else %>
  return {opacity: 1 - p};
<% endif %>
};
