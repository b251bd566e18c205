<# arrive: from 0 to 1 with the scene's easing (it may overshoot), age in seconds since the thing's turn.
   enter: the style of a thing that has arrived so far; slid or wiped, it comes out of a mask. #>
<% if easing == "spring" or animation == "bounce" %>
const EASE = Easing.elastic(1.2);
const arrive = (age: number, {entrance}: Props['motion']) => ramp(age, 0, entrance, EASE);
<% elif easing == "bounce" %>
const EASE = Easing.bounce;
const arrive = (age: number, {entrance}: Props['motion']) => ramp(age, 0, entrance, EASE);
<% elif easing == "linear" %>
const arrive = (age: number, {entrance}: Props['motion']) => ramp(age, 0, entrance);
<% else %>
const EASE = Easing.bezier({= ease =});
const arrive = (age: number, {entrance}: Props['motion']) => ramp(age, 0, entrance, EASE);
<% endif %>
<% if animation == "fade" %>
const enter = (p: number): CSSProperties => ({opacity: p, scale: 0.97 + 0.03 * p});
<% elif animation == "slide" %>
const enter = (p: number): CSSProperties => {
  const away = 130 - 130 * p;
<% if direction == "left" %>
  const clipPath = p < 1 ? `inset(-15% -15% -15% ${away - 15}%)` : 'none';
  return {translate: `${-away}%`, clipPath};
<% elif direction == "right" %>
  const clipPath = p < 1 ? `inset(-15% ${away - 15}% -15% -15%)` : 'none';
  return {translate: `${away}%`, clipPath};
<% elif direction == "top" %>
  const clipPath = p < 1 ? `inset(${away - 15}% -15% -15%)` : 'none';
  return {translate: `0 ${-away}%`, clipPath};
<% else %>
  return {translate: `0 ${away}%`, clipPath: p < 1 ? `inset(-15% -15% ${away - 15}%)` : 'none'};
<% endif %>
};
<% elif animation == "scale" %>
const enter = (p: number): CSSProperties => ({opacity: Math.min(1, p * 1.5), scale: 0.8 + 0.2 * p});
<% elif animation == "bounce" %>
const enter = (p: number): CSSProperties => ({opacity: Math.min(1, p * 3), scale: 0.5 + 0.5 * p});
<% elif animation == "blur" %>
const enter = (p: number): CSSProperties => ({
  opacity: Math.min(1, p),
  filter: `blur(${Math.max(0, 1 - p) * 0.35}em)`,
  scale: 1.06 - 0.06 * p,
});
<% elif animation == "wipe" %>
const enter = (p: number): CSSProperties => ({
<% if direction == "right" %>
  clipPath: `inset(-20% -5% -20% ${100 - 105 * p}%)`,
<% elif direction == "top" %>
  clipPath: `inset(-20% -5% ${100 - 120 * p}% -5%)`,
<% elif direction == "bottom" %>
  clipPath: `inset(${100 - 120 * p}% -5% -20% -5%)`,
<% else %>
  clipPath: `inset(-20% ${100 - 105 * p}% -20% -5%)`,
<% endif %>
});
<% else %>
const enter = (p: number): CSSProperties => ({opacity: p > 0 ? 1 : 0});
<% endif %>
