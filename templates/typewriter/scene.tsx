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
  const size = 230 * type.scale * u;
<% elif variant == 2 %>
  const size = 96 * type.scale * u;
<% else %>
  const size = 156 * type.scale * u;
<% endif %>
  const leading = 1.3 * type.spacing;
<% if variant == 3 %>
  const box = {width: width * 0.96, height: height * 0.9, size, leading};
<% elif variant == 2 %>
  const box = {width: width * 0.84, height: height * 0.68, size, leading};
<% else %>
  const box = {width: width * 0.96, height: height * 0.78, size, leading};
<% endif %>
<% if variant == 3 %>
  const {lines, style} = fitLines(text, heading, box);
<% else %>
  const {fontSize, lines, style} = fitLines(text, heading, box);
<% endif %>
  const rows = lines.map((line, i) => splitLetters(line, i === lines.length - 1));
  const starts = rows.map((_, i) => rows.slice(0, i).flat().length);
  const strikes = strikeTimes(rows.flat(), motion.speed);
  const typed = strikes.filter((strike) => strike <= t).length;
  const age = t - (strikes[typed - 1] ?? 0);
  const row = starts.filter((start) => start <= typed && start < strikes.length).length - 1;
  const blink = age > 0.4 && age % 1.06 > 0.53 ? 0 : 1;
<% if variant == 1 %>
  const written = rows[row].slice(0, typed - starts[row]).join('');
  const reach = measureText({text: written, fontSize, ...heading}).width;
<% elif variant == 2 %>
  const returned = strikes[starts[row] - 1] ?? -1;
  const turned = ramp(t, returned, returned + 0.3, Easing.inOut(Easing.cubic));
  const feed = (rows.length - row - turned) * fontSize * leading * 0.25;
<% endif %>

  const page = (
    <div style={{...style, ...enter(arrive(t, motion))}}>
      {rows.map((letters, i) => {
        const shown = Math.max(0, Math.min(letters.length, typed - starts[i]));
        const dry = i === row ? Math.max(0, shown - 1) : shown;
        return (
          <div key={i}>
            {letters.slice(0, dry).join('')}
            <span style={{color: ink(palette, age)}}>{letters.slice(dry, shown).join('')}</span>
            {i === row ? <span style={caret(palette.accent, blink)} /> : null}
            <span style={{visibility: 'hidden'}}>{letters.slice(shown).join('')}</span>
          </div>
        );
      })}
    </div>
  );

<% if variant == 3 %>
  return <Stage {...props}>{page}</Stage>;
<% else %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div
        style={{
          width,
          padding: `${110 * u}px ${width * 0.07}px`,
          backgroundColor: palette.surface,
          borderRadius: 8 * u,
          boxShadow: `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`,
          translate: `0 ${feed}px`,
        }}
      >
        {page}
      </div>
<% else %>
      {page}
      <Ruler palette={palette} reach={reach} />
<% endif %>
    </Stage>
  );
<% endif %>
}

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

<% if variant == 3 %>
/** A block, as on a terminal, that takes no room. */
<% else %>
/** A bar that takes no room. */
<% endif %>
const caret = (color: string, opacity: number): CSSProperties => ({
  display: 'inline-block',
<% if variant == 3 %>
  width: '0.56em',
  marginInline: '0.06em -0.62em',
<% else %>
  width: '0.1em',
  marginInline: '0.06em -0.16em',
<% endif %>
  height: '1em',
  verticalAlign: '-0.16em',
  backgroundColor: color,
  opacity,
});

<% if variant == 1 %>
/** The carriage's scale, with the accent under the letter that comes next. */
const Ruler = ({palette, reach}: {palette: Palette; reach: number}) => {
  const {u, width} = useSafeArea();
  const drawn = ramp(useSeconds(), 0, 0.8, Easing.out(Easing.cubic));
  const ticks = (gap: number) =>
    `repeating-linear-gradient(90deg, ${palette.muted} 0 ${3 * u}px, transparent 0 ${gap * u}px)`;
  return (
    <div style={{position: 'relative', width: width * drawn, marginTop: 56 * u}}>
      <div style={{height: 16 * u, opacity: 0.4, background: ticks(24)}} />
      <div style={{height: 14 * u, opacity: 0.4, background: ticks(120)}} />
      <div
        style={{
          position: 'absolute',
          insetInlineStart: reach,
          top: -10 * u,
          width: 10 * u,
          height: 50 * u,
          backgroundColor: palette.accent,
        }}
      />
    </div>
  );
};

<% endif %>
<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
