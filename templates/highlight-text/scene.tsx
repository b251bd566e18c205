export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
const WORDS = /[\u3040-\u9fff]|[^\s\u3040-\u9fff]+|\s+/g; // Chinese and Japanese by characters

export default function HighlightText(props: Props) {
  return (
    <Stage {...props}>
      <Sentence {...props} />
    </Stage>
  );
}

<% if variant == 2 %>
/** A sentence; when it stands, all but some of its words dims, and a pen underlines them. */
<% else %>
/** A sentence; when it stands, a marker sweeps over some of its words. */
<% endif %>
const Sentence = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const fontSize = fit(text, heading, {width, height: height * 0.84, size: props.size * u});
<% if has.highlight %>
  const found = text.toLowerCase().indexOf(props.highlight.toLowerCase());
  const [from, to] = found < 0 ? [0, text.length] : [found, found + props.highlight.length];
<% else %>
  const [from, to] = [Math.max(0, text.trim().search(/\S+\s+\S+$/)), text.length];
<% endif %>
  const parts = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const words = parts.flatMap((part, i) =>
    (part.match(WORDS) ?? []).map((word) => ({word, marked: i === 1 && word.trim() !== ''})),
  );
  const marked = words.filter((item) => item.marked);
  const step = Math.min(motion.stagger / 2, 0.9 / words.length);
  const lines = {...heading, ...WRAP, lineHeight: 'calc(1.14em + 14px)', fontSize};
<% if variant == 2 %>
  const ink = palette.accent;
  const rest = 100 - 100 * ramp(t, 1.2, 1.8);
  const color = `color-mix(in oklab, ${palette.text} ${rest}%, ${palette.muted})`;
  return (
    <div style={{...lines, maxWidth: width, position: 'relative', zIndex: 0, color}}>
<% else %>
  const ink = `color-mix(in oklab, ${palette.accent} 38%, ${palette.background})`;
  return (
    <div style={{...lines, maxWidth: width, position: 'relative', zIndex: 0}}>
<% endif %>
      {words.map((item, i) => {
        const display = item.word.trim() && 'inline-block';
<% if variant == 2 %>
        const inline = {display, position: 'relative'} as const;
<% endif %>
        const turn = marked.indexOf(item);
        const drawn = ramp((t - 1.4) / Math.min(0.35, 1.4 / marked.length), turn, turn + 1);
        return (
<% if variant == 2 %>
          <span key={i} style={{...inline, color: item.marked ? palette.text : color}}>
<% else %>
          <span key={i} style={{display, position: 'relative'}}>
<% endif %>
            {item.marked && <Stroke color={ink} seed={i} drawn={drawn} />}
            <span style={{display, ...enter(arrive(t - i * step, motion))}}>{item.word}</span>
          </span>
        );
      })}
    </div>
  );
};

<% if variant == 2 %>
/** The line of a pen below a word, no two alike. */
const Stroke = ({color, seed, drawn}: {color: string; seed: number; drawn: number}) => {
  const outline = '0,55 35,30 70,38 100,15 99,45 70,66 35,62 2,90';
  const clipPath = `inset(-20% ${100 - 100 * drawn}% -20% 0)`;
  const size = {width: 'calc(100% + 0.32em)', height: '0.16em', overflow: 'visible'};
  const edge = {left: '-0.16em', bottom: '-0.13em', zIndex: -1, clipPath};
  const place = {position: 'absolute', ...edge} as const;
<% else %>
/** The stroke of a felt marker behind a word, its edges rough and no two alike. */
const Stroke = ({color, seed, drawn}: {color: string; seed: number; drawn: number}) => {
  const outline = '1,12 30,5 70,9 100,3 97,45 100,90 60,97 30,91 2,98';
  const clipPath = `inset(-10% ${100 - 100 * drawn}% -10% 0)`;
  const size = {width: 'calc(100% + 0.34em)', height: 'calc(100% - 0.1em)', overflow: 'visible'};
  const place = {position: 'absolute', inset: '0.06em -0.17em', zIndex: -1, clipPath} as const;
<% endif %>
  const rough = (n: string, at: number) => `${Number(n) + 3.5 * Math.sin(at * at + seed)}`;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" style={{...size, ...place}}>
      <polygon points={outline.replace(/\d+/g, rough)} fill={color} />
    </svg>
  );
};

<% include "_parts/shared.tsx" %>
