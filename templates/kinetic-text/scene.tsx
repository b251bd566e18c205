export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function KineticText(props: Props) {
  return (
    <Stage {...props}>
<% if variant == 3 %>
      <Beats {...props} />
<% else %>
      <Lockup {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 3 %>
/** A few words at a time, as large as the frame, each on a ground that wipes over the last. */
const Beats = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height, padding} = useSafeArea();
  const words = wordsOf(text);
  const beats = rowsOf(words, Math.min(words.length, 6, Math.ceil(text.length / 14)));
  const beat = (LENGTH - motion.exit - 0.8) / beats.length;
  const box = {width, height, size: props.size * u};
  const entrance = Math.min(motion.entrance, beat * 0.5);
  const brisk = {...motion, entrance, stagger: Math.min(motion.stagger, beat * 0.12)};
  const {background, accent, onAccent, text: ink} = palette;
  const grounds = ['transparent', accent, background, ink];
  const inks = [ink, onAccent, ink, background];
  return beats.map((row, i) => {
    const age = t - i * beat;
    const covered = i < beats.length - 1 && age > beat + 0.5;
    if (age < 0 || covered) return null;
    const hidden = i ? 100 - 100 * ramp(age, 0, 0.45, Easing.bezier(0.7, 0, 0.2, 1)) : 0;
    const look = i && [2, 1, 2, 3][i % 4];
    const ground: CSSProperties = {
      position: 'absolute',
      inset: 0,
      padding,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'inherit',
      alignItems: 'inherit',
      backgroundColor: grounds[look],
      color: inks[look],
      clipPath: `inset(${hidden}% 0 0)`,
    };
    return (
      <div key={i} style={ground}>
        <div style={{scale: 0.96 + 0.04 * ramp(age, 0, beat + 0.8)}}>
          <Text
            text={row.join('').trim()}
            font={heading}
            box={box}
            motion={brisk}
            delay={i * beat + (i ? 0.15 : 0)}
          />
        </div>
      </div>
    );
  });
};
<% else %>
<% if variant == 2 %>
/** The words as one block, over which a camera flies from word to word until it sees them all. */
<% else %>
/** The words as one block, in which each row is as wide as the frame. */
<% endif %>
const Lockup = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
<% if case == "as-typed" %>
  const wide = (part: string) => measureText({text: part, ...heading, fontSize: 100}).width / 100;
<% else %>
  const wide = (part: string) =>
    measureText({text: part, ...heading, ...CASE, fontSize: 100}).width / 100;
<% endif %>
  const sizeOf = (row: string[]) => Math.min(props.size * u, width / wide(row.join('').trim()));
  const leading = 0.8 + 0.22 * props.spacing;
  const heightOf = (rows: string[][]) => rows.reduce((sum, row) => sum + sizeOf(row) * leading, 0);
  const words = wordsOf(text);
  const longest = Math.max(...words.map((word) => word.length));
  let rows = [words];
  for (let count = Math.min(14, words.length); count > 1; count--) {
    rows = rowsOf(words, count);
    if (heightOf(rows) <= height) break;
  }
<% if variant == 2 %>
  const step = 2.8 / words.length;
  const whole = {x: width / 2, y: heightOf(rows) / 2, zoom: 1};
  const mirrored = /[\u0590-\u08ff]/.test(text);
  const views = rows.flatMap((row, i) =>
    row.map((word, j) => {
      const x = sizeOf(row) * (wide(row.slice(0, j).join('')) + wide(word.trim()) / 2);
      const y = heightOf(rows.slice(0, i)) + (sizeOf(row) * leading) / 2;
      const closest = (0.8 * width) / (sizeOf(row) * wide(word));
      const zoom = Math.max(1, Math.min(3, closest, (2 * whole.y) / sizeOf(row)));
      return {x: mirrored ? width - x : x, y, zoom};
    }),
  );
  const camera = [...views.slice(1), whole].reduce((from, to, i) => {
    const p = ramp(t, (i + 0.6) * step, (i + 1.4) * step + 0.15, Easing.inOut(Easing.cubic));
    const mix = (key: 'x' | 'y' | 'zoom') => from[key] + (to[key] - from[key]) * p;
    return {x: mix('x'), y: mix('y'), zoom: mix('zoom')};
  }, views[0]);
  const flight = {
    transformOrigin: `${camera.x}px ${camera.y}px`,
    translate: `${whole.x - camera.x}px ${whole.y - camera.y}px`,
    scale: camera.zoom * (1 - 0.02 * ramp(t, 0, LENGTH)),
  };
<% else %>
  const step = Math.min(motion.stagger, 2 / words.length);
  const nearer = 0.96 + 0.04 * ramp(t, 0, LENGTH, Easing.out(Easing.quad));
<% endif %>
  return (
<% if variant == 2 %>
    <div style={{width, whiteSpace: 'pre', lineHeight: leading, ...flight}}>
<% else %>
    <div style={{whiteSpace: 'pre', lineHeight: leading, scale: nearer}}>
<% endif %>
      {rows.map((row, i) => (
        <div key={i} style={{...heading, fontSize: sizeOf(row)}}>
          {row.map((word, j) => {
            const turn = rows.slice(0, i).flat().length + j;
            const landed = arrive(t - turn * step, motion);
            return (
              <span
                key={j}
                style={{
                  display: 'inline-block',
                  ...enter(landed),
                  rotate: `${(1 - landed) * (turn % 2 ? -6 : 6)}deg`,
                  color: word.length === longest ? palette.accent : palette.text,
                }}
              >
                {word}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
};
<% endif %>

/** Words with the spaces behind them; of Chinese and Japanese every character is one. */
const wordsOf = (text: string): string[] =>
  text.trim().match(/[\u3040-\u9fff][、。！？]*|[^\s\u3040-\u9fff]+\s*/g) ?? [text];

/** The words in so many rows of about one length. */
const rowsOf = (words: string[], count: number) => {
  const total = words.join('').length;
  const rows: string[][] = [];
  let before = 0;
  for (const word of words) {
    const row = Math.floor(((before + word.length / 2) / total) * count);
    rows[row] = [...(rows[row] ?? []), word];
    before += word.length;
  }
  return rows.filter(Boolean);
};

<% include "_parts/shared.tsx" %>
