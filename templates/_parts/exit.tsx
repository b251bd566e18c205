<# useGone: 0 until the exit begins, 1 on the very last frame. leave: the style of what has gone so far. #>
const useGone = (motion: Motion) => {
  const {durationInFrames} = useVideoConfig();
  const end = LENGTH * (1 - 1 / durationInFrames);
  return ramp(useSeconds(), end - motion.exit, end, Easing.in(Easing.quad));
};

const leave = (p: number): CSSProperties => ({
<% if exit == "slide" %>
  opacity: 1 - p,
  translate: `0 ${-6 * p}%`,
<% elif exit == "scale" %>
  opacity: 1 - p,
  transform: `scale(${1 - 0.14 * p})`,
<% elif exit == "blur" %>
  opacity: 1 - p,
  filter: `blur(${1.5 * p}em)`,
<% elif exit == "wipe" %>
  clipPath: `inset(0 0 0 ${100 * p}%)`,
<% else %>
  opacity: 1 - p,
<% endif %>
});
