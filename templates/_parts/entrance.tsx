<# arrive: from 0 to 1 with the scene's easing, age in seconds since the thing's turn.
   enter: the style of a thing that has arrived so far (0 to 1; may overshoot).
   Lines: fitted text whose lines arrive one after the other; slid, each comes out of a mask. #>
<% if easing == "spring" or animation == "bounce" %>
const arrive = (age: number, motion: Motion) =>
  spring({
    frame: age * 60,
    fps: 60,
    durationInFrames: motion.entrance * 60,
    config: {damping: 12, stiffness: 120},
  });
<% elif easing == "bounce" %>
const arrive = (age: number, motion: Motion) => ramp(age, 0, motion.entrance, Easing.bounce);
<% elif easing == "linear" %>
const arrive = (age: number, motion: Motion) => ramp(age, 0, motion.entrance);
<% else %>
const arrive = (age: number, motion: Motion) =>
  ramp(age, 0, motion.entrance, Easing.bezier(...motion.ease));
<% endif %>

const enter = (p: number): CSSProperties => ({
<% if animation == "fade" %>
  opacity: p,
  scale: 0.97 + 0.03 * p,
<% elif animation == "slide" %>
  opacity: Math.min(1, p * 1.5),
<% if direction == "left" %>
  translate: `${(p - 1) * 1.2}em 0`,
<% elif direction == "right" %>
  translate: `${(1 - p) * 1.2}em 0`,
<% elif direction == "top" %>
  translate: `0 ${(p - 1) * 0.8}em`,
<% else %>
  translate: `0 ${(1 - p) * 0.8}em`,
<% endif %>
<% elif animation == "scale" %>
  opacity: Math.min(1, p * 1.5),
  scale: 0.8 + 0.2 * p,
<% elif animation == "bounce" %>
  opacity: Math.min(1, p * 3),
  scale: 0.5 + 0.5 * p,
<% elif animation == "blur" %>
  opacity: Math.min(1, p),
  filter: `blur(${Math.max(0, 1 - p) * 0.35}em)`,
  scale: 1.06 - 0.06 * p,
<% elif animation == "wipe" %>
<% if direction == "right" %>
  clipPath: `inset(-20% -5% -20% ${100 - 105 * p}%)`,
<% elif direction == "top" %>
  clipPath: `inset(-20% -5% ${100 - 120 * p}% -5%)`,
<% elif direction == "bottom" %>
  clipPath: `inset(${100 - 120 * p}% -5% -20% -5%)`,
<% else %>
  clipPath: `inset(-20% ${100 - 105 * p}% -20% -5%)`,
<% endif %>
<% else %>
  opacity: p > 0 ? 1 : 0,
<% endif %>
});

type LinesProps = {text: ReturnType<typeof fitLines>; turn: Turn; style?: CSSProperties};
type Turn = (i: number) => number;

const Lines = ({text, turn, style}: LinesProps) => (
  <div style={{...text.style, ...style}}>
    {text.lines.map((line, i) => (
<% if animation == "slide" %>
      <div key={i} style={{clipPath: 'inset(-0.2em -0.3em)'}}>
<% if direction == "left" %>
        <div style={{translate: `${(turn(i) - 1) * 108}% 0`}}>{line}</div>
<% elif direction == "right" %>
        <div style={{translate: `${(1 - turn(i)) * 108}% 0`}}>{line}</div>
<% elif direction == "top" %>
        <div style={{translate: `0 ${(turn(i) - 1) * 140}%`}}>{line}</div>
<% else %>
        <div style={{translate: `0 ${(1 - turn(i)) * 140}%`}}>{line}</div>
<% endif %>
      </div>
<% else %>
      <div key={i} style={enter(turn(i))}>
        {line}
      </div>
<% endif %>
    ))}
  </div>
);
