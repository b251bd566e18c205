type Props = {
  text: string;
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 5;

export default function Typewriter(props: Props) {
  const {text, palette, type, motion} = props;
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const heading = headingStyle(type);
  const ready = useFonts(text, heading);
  if (!ready) return null;

<% if has.font_size %>
  const size = type.fontSize * u;
<% elif variant == 3 %>
  const size = 168 * type.scale * u;
<% elif variant == 2 %>
  const size = 84 * type.scale * u;
<% else %>
  const size = 112 * type.scale * u;
<% endif %>
  const leading = 1.4 * type.spacing;
<% if variant == 3 %>
  const box = {width: width * 0.96, height: height * 0.86, size, leading};
<% elif variant == 2 %>
  const box = {width: width * 0.84, height: height * 0.7, size, leading};
<% else %>
  const box = {width: width * 0.76, height: height * 0.8, size, leading};
<% endif %>
  const {fontSize, lines} = fitLines(text, box, heading);
  const rows = lines.map((line, i) => splitLetters(line, i === lines.length - 1));
  const starts = rows.map((_, i) => rows.slice(0, i).flat().length);
  const strikes = strikeTimes(rows.flat(), motion.speed);
  const typed = strikes.filter((at) => at <= t).length;
  const struck = strikes[typed - 1] ?? 0;
  const row = starts.filter((start) => start <= typed && start < strikes.length).length - 1;
  const blink = t - struck > 0.4 && (t - struck) % 1.06 > 0.53 ? 0 : 1;
<% if variant == 1 %>

  const measure = (line: string) => measureText({text: line, fontSize, ...heading}).width;
  const sheet = Math.max(...lines.map(measure));
  const carriageAt = (count: number) => {
    const line = starts.filter((start) => start <= count && start < strikes.length).length - 1;
    return sheet / 2 - measure(rows[line].slice(0, count - starts[line]).join(''));
  };
  const travel = typed === starts[row] ? 0.25 : 0.08;
  const from = carriageAt(Math.max(0, typed - 1));
  const step = ramp(t, struck, struck + travel, Easing.out(Easing.quad));
  const rest = ramp(t, strikes[strikes.length - 1] + 0.2, strikes[strikes.length - 1] + 0.9, GLIDE);
  const side = /[\p{sc=Arab}\p{sc=Hebr}]/u.test(text) ? -1 : 1;
  const carriage = side * 0.24 * (from + (carriageAt(typed) - from) * step) * (1 - rest);
<% elif variant == 2 %>
  const returned = strikes[starts[row] - 1] ?? -1;
  const turned = ramp(t, returned, returned + 0.3, GLIDE);
  const feed = (rows.length - row - turned) * fontSize * leading * 0.25;
<% endif %>

  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div
        style={{
          width: '100%',
          padding: `${110 * u}px ${width * 0.07}px`,
          backgroundColor: palette.surface,
          borderRadius: 8 * u,
          boxShadow: `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`,
          translate: `0 ${feed}px`,
        }}
      >
<% else %>
<% if variant == 1 and (position == "center" or position == "top" or position == "bottom") %>
      <div style={{alignSelf: 'center', translate: `${carriage}px`}}>
<% elif variant == 1 %>
      <div style={{translate: `${carriage}px`}}>
<% else %>
      <div>
<% endif %>
<% endif %>
        <div style={{...heading, fontSize, lineHeight: leading, ...enter(arrive(t, motion))}}>
          {rows.map((letters, i) => {
            const shown = Math.max(0, Math.min(letters.length, typed - starts[i]));
            const fresh = i === row && shown > 0 ? 1 : 0;
            return (
              <div key={i} style={{whiteSpace: 'pre'}}>
                {letters.slice(0, shown - fresh).join('')}
                <span style={{color: ink(palette, t - struck)}}>
                  {letters.slice(shown - fresh, shown).join('')}
                </span>
                {i === row ? <Caret color={palette.accent} opacity={blink} /> : null}
                <span style={{visibility: 'hidden'}}>{letters.slice(shown).join('')}</span>
              </div>
            );
          })}
        </div>
<% if variant == 1 %>
        <Ruler color={palette.muted} tick={fontSize * 0.5} p={ramp(t, 0, 0.6)} />
<% endif %>
      </div>
    </Stage>
  );
}

<% if variant != 3 %>
const GLIDE = Easing.inOut(Easing.cubic);

<% endif %>
/** As people count letters; the space at a line's end is the stroke that returns the carriage. */
const splitLetters = (line: string, last: boolean) => {
  const text = line.trimEnd() + (last ? '' : ' ');
  return [...new Intl.Segmenter('en-US').segment(text)].map(({segment}) => segment);
};

/** A hand's uneven rhythm: it breathes after a word, longer at a comma, longest at a full stop. */
const strikeTimes = (letters: string[], speed: number) => {
  const pauses = letters.map((letter, i) => {
    const breath = [/[.!?…。]/, /[,;:、—]/, /\s/].findIndex((kind) => kind.test(letter));
    return ([5, 3, 1.4][breath] ?? 1) * (0.55 + 0.9 * random(`key-${i}`));
  });
  const total = pauses.reduce((sum, pause) => sum + pause, 0);
  const seconds = Math.min(3, (letters.length * 0.085) / speed);
  let at = 0.4;
  return pauses.map((pause) => (at += (pause / total) * seconds));
};

/** Fresh ink is bright and dries to the colour of the text. */
const ink = (palette: Palette, age: number) =>
  `color-mix(in oklab, ${palette.text} ${100 * ramp(age, 0, 0.3)}%, ${palette.accent})`;

const Caret = ({color, opacity}: {color: string; opacity: number}) => (
  <span style={{position: 'relative'}}>
    <span
      style={{
        position: 'absolute',
        insetInlineStart: '0.06em',
        top: '0.08em',
<% if variant == 3 %>
        width: '0.56em',
        height: '1.05em',
<% else %>
        width: '0.12em',
        height: '1.05em',
<% endif %>
        backgroundColor: color,
        opacity,
      }}
    />
  </span>
);

const Ruler = ({color, tick, p}: {color: string; tick: number; p: number}) => (
  <div
    style={{
      height: tick * 0.6,
      marginTop: tick,
      opacity: 0.5,
      clipPath: `inset(0 ${100 - 100 * p}% 0 0)`,
      background: [
        `repeating-linear-gradient(90deg, ${color} 0 3px, transparent 3px ${tick * 5}px)`,
        `repeating-linear-gradient(90deg, ${color} 0 3px, transparent 3px ${tick}px) 0 0 / 100% 50%`,
      ].join(', '),
      backgroundRepeat: 'no-repeat',
    }}
  />
);

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
