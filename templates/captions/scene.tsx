export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
<% if variant == 1 %>
const LETTERS_AT_ONCE = 18;
<% endif %>

export default function Captions(props: Props) {
  return (
    <Stage {...props}>
      <Spoken {...props} />
    </Stage>
  );
}

<% if variant == 1 %>
/** A few words at a time; the one that is said stands on a plate. */
const Spoken = ({text, heading, palette, motion, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const groups: Word[][] = [];
  let room = 0;
  for (const word of timed(text)) {
    if (room < word.text.length) {
      groups.push([]);
      room = LETTERS_AT_ONCE;
    }
    groups[groups.length - 1].push(word);
    room = /[.!?,;:]$/.test(word.text) ? 0 : room - word.text.length;
  }
  const shown = groups.filter(([first]) => first.from <= t).at(-1) ?? [];
  const box = {width: width * 0.92, height: height * 0.6, size: size * u};
  const whole = groups.map((group) => group.map((word) => word.text).join(' '));
  const fontSize = Math.min(...whole.map((words) => fit(words, heading, box)));
  const drift = {scale: 0.96 + (0.08 * t) / LENGTH};
  return (
    <div style={{...heading, ...WRAP, ...drift, fontSize, lineHeight: 1.24, maxWidth: box.width}}>
      {shown.map((word, i) => {
        const said = t >= word.from && t < word.to;
        const plate = said ? {background: palette.accent, color: palette.onAccent} : {};
        const tilt = said ? `${i % 2 ? 2 : -2}deg` : '0deg';
        const p = arrive(t - shown[0].from - i * motion.stagger, motion);
        return (
          <Fragment key={word.from}>
            <span style={{...PLATE, ...plate, ...enter(p), rotate: tilt}}>{word.text}</span>{' '}
          </Fragment>
        );
      })}
    </div>
  );
};

const INLINE = {display: 'inline-block', padding: '0 0.12em', margin: '0 -0.07em'};
const PLATE = {...INLINE, borderRadius: '0.14em', lineHeight: 1.12};

<% elif variant == 2 %>
/** The whole text, read along: a line runs under the word that is said. */
const Spoken = ({text, heading, palette, motion, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const words = timed(text);
  const fontSize = fit(text, heading, {width, height, size: size * u});
  const step = Math.min(motion.stagger / 2, 0.6 / words.length);
  return (
    <div style={{...heading, ...WRAP, fontSize, lineHeight: LEADING, width}}>
      {words.map((word, i) => {
        const said = 100 * ramp(t, word.from, word.to);
        const gone = 100 * ramp(t, word.to, word.to + 0.15);
        const color = `color-mix(in oklab, ${palette.text} ${said}%, ${palette.muted})`;
        const ink = `linear-gradient(${palette.accent}, ${palette.accent})`;
        const line = `${ink} ${gone ? 'right' : 'left'} 96% / ${said - gone}% 0.07em no-repeat`;
        return (
          <Fragment key={word.from}>
            <span style={{display: 'inline-block', ...enter(arrive(t - i * step, motion))}}>
              <span style={{color, background: line}}>{word.text}</span>
            </span>{' '}
          </Fragment>
        );
      })}
    </div>
  );
};

<% else %>
/** One word at a time; a long one, and one that ends a sentence, takes the whole ground. */
const Spoken = ({text, heading, palette, motion, size}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const words = timed(text);
  const word = words.filter(({from}) => from <= t).at(-1) ?? words[0];
  const age = t - word.from;
  const loud = word.text.length > 7 || /[.!?]$/.test(word.text);
  const flood = `circle(${loud ? 120 * ramp(age, 0, 0.25, Easing.out(Easing.cubic)) : 0}% at 50% 50%)`;
  const fontSize = fit(word.text, heading, {width, height: height * 0.9, size: size * u});
  const color = loud ? palette.onAccent : palette.text;
  const look = {...heading, ...WRAP, fontSize, lineHeight: LEADING, maxWidth: width, color};
  return (
    <>
      <AbsoluteFill style={{background: palette.accent, clipPath: flood}} />
      <div style={{position: 'relative', scale: 1 + 0.05 * ramp(age, 0, 1)}}>
        <div style={{...look, ...enter(arrive(age, motion))}}>{word.text}</div>
      </div>
    </>
  );
};

<% endif %>
type Word = {text: string; from: number; to: number};

/** The words with the seconds at which they are said: long ones take longer. */
const timed = (text: string): Word[] => {
  const words = text.match(/[\u3000-\u9fff]{1,4}|[^\s\u3000-\u9fff]+/g) ?? [];
  const pace = (LENGTH - 0.5) / words.join('   ').length;
  let to = 0;
  return words.map((word) => {
    const from = to;
    to += (word.length + 3) * pace;
    return {text: word, from, to};
  });
};

<% include "_parts/shared.tsx" %>
