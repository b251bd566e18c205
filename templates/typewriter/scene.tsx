export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function Typewriter(props: Props) {
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Machine {...props} />
<% elif variant == 3 %>
      <Page {...props} />
      <ScanLines {...props} />
<% else %>
      <Page {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** A sheet that comes out of a machine; the line being typed stands just above the roller. */
const Machine = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width} = useSafeArea();
  const frame = useVideoConfig();
  const roller = frame.height * (frame.width > frame.height ? 0.8 : 0.66);
  const sheet = Math.min(width, 1480 * u);
  const box = {width: sheet - 220 * u, height: roller - 300 * u, size: props.size * u};
  const fontSize = fit(text, heading, box);
  const greedy = {...WRAP, textWrap: 'wrap', lineHeight: LEADING} as const;
  const lines = {...greedy, maxWidth: `${box.width}px`};
  const strokes = strokesOf(text);
  const strikes = strikeTimes(strokes, motion.speed);
  const typedAt = (time: number) =>
    strokes[strikes.filter((strike) => strike <= time).length - 1] ?? '';
  const depthAt = (time: number) => {
    const {length} = typedAt(time);
    const part = text.slice(0, length + text.slice(length).search(/\s|$/)) || text.slice(0, 1);
    return measureText({text: part, ...heading, fontSize, additionalStyles: lines}).height;
  };
  const depth = [0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + depthAt(t - i * 0.05) / 6, 0);
  const out = 90 * u * ramp(t, 4.4, 5.2, Easing.inOut(Easing.cubic));
<% if theme == "light" or theme == "pastel" or theme == "corporate" or theme == "minimal" or theme == "retro" %>
  const colors = {backgroundColor: palette.surface, color: palette.text};
<% else %>
  const colors = {backgroundColor: palette.text, color: palette.background};
<% endif %>
  const paper: CSSProperties = {
    ...colors,
    position: 'absolute',
    left: (frame.width - sheet) / 2,
    top: roller - 300 * u - depth - out,
    width: sheet,
    height: 2 * frame.height,
    padding: `${240 * u}px ${110 * u}px`,
    borderRadius: 8 * u,
    boxShadow: `0 0 ${80 * u}px rgba(0, 0, 0, 0.2)`,
    textAlign: 'start',
  };
  return (
    <AbsoluteFill style={enter(arrive(t, motion))}>
      <div style={{overflow: 'hidden', height: roller, position: 'relative'}}>
        <div style={paper}>
          <div style={{...heading, ...lines, fontSize}}>
            {[...typedAt(t)].map((letter, i) => (
              <span key={i} style={{position: 'relative', top: 5 * u * Math.sin(i * i)}}>
                {letter}
              </span>
            ))}
            <span style={{visibility: 'hidden'}}>{text.slice(typedAt(t).length)}</span>
          </div>
        </div>
      </div>
      <Roller palette={palette} turned={depth + out} />
    </AbsoluteFill>
  );
};

/** The roller with its ribs, which turn with the sheet, and the bar that holds the sheet down. */
const Roller = ({palette, turned}: Pick<Props, 'palette'> & {turned: number}) => {
  const {u} = useSafeArea();
  const edge = `color-mix(in oklab, ${palette.text} 16%, ${palette.surface})`;
  const ribs = `repeating-linear-gradient(${edge} 0 ${3 * u}px, transparent 0 ${26 * u}px)`;
  const shade = `linear-gradient(transparent, ${palette.background})`;
  return (
    <>
      <div style={{height: 12 * u, backgroundColor: palette.accent}} />
      <div
        style={{
          flex: 1,
          backgroundColor: palette.surface,
          backgroundImage: `${shade}, ${ribs}`,
          backgroundPosition: `0 0, 0 ${-turned}px`,
        }}
      />
    </>
  );
};
<% else %>
<% if variant == 3 %>
/** Text typed at a prompt, its cursor a block; what is not yet typed holds its place. */
<% else %>
/** Text that is being typed; what is not yet typed holds its place. */
<% endif %>
const Page = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const fontSize = fit(text, heading, {width: width * 0.96, height, size: props.size * u});
  const strokes = strokesOf(text);
  const strikes = strikeTimes(strokes, motion.speed);
  const count = strikes.filter((strike) => strike <= t).length;
  const typed = strokes[count - 1] ?? '';
  const dry = typed.startsWith(strokes[count - 2] ?? '') ? (strokes[count - 2] ?? '') : typed;
  const age = t - (strikes[count - 1] ?? 0);
<% if variant == 3 %>
  const wet = 100 - 100 * ramp(age, 0, 0.4);
<% else %>
  const wet = 100 * ramp(age, 0, 0.4);
<% endif %>
  const ink = `color-mix(in oklab, ${palette.text} ${wet}%, ${palette.accent})`;
  const cursor: CSSProperties = {
    position: 'absolute',
<% if variant == 3 %>
    insetInlineStart: '0.06em',
    bottom: '0.02em',
    width: '0.58em',
    height: '1.2em',
<% else %>
    insetInlineStart: '0.05em',
    bottom: '0.08em',
    width: '0.085em',
    height: '1.05em',
    borderRadius: '0.03em',
<% endif %>
    backgroundColor: palette.accent,
    opacity: age > 0.4 && age % 1.06 > 0.53 ? 0 : 1,
  };
<% if variant == 3 %>
  const glow = {color: palette.accent, textShadow: `0 0 ${0.35 * fontSize}px ${palette.accent}`};
<% endif %>
  const lines = {...heading, ...WRAP, lineHeight: LEADING, fontSize, maxWidth: width};
  return (
<% if variant == 3 %>
    <div style={{...lines, ...glow, ...enter(arrive(t, motion))}}>
<% else %>
    <div style={{...lines, ...enter(arrive(t, motion))}}>
<% endif %>
      {dry}
      <span style={{color: ink}}>{typed.slice(dry.length)}</span>
      <span style={{position: 'relative'}}>
        <span style={cursor} />
      </span>
      <span style={{visibility: 'hidden'}}>{text.slice(typed.length)}</span>
    </div>
  );
};

<% if variant == 3 %>
/** The lines of an old screen, and the brighter band that runs down it. */
const ScanLines = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const band = ((useClock(motion.speed) * 0.22) % 1.4) * 100 - 20;
  const line = `repeating-linear-gradient(${palette.background}66 0 ${3 * u}px, transparent 0 ${8 * u}px)`;
  const light = `color-mix(in oklab, ${palette.accent} 10%, transparent)`;
  const beam = `linear-gradient(transparent ${band - 18}%, ${light} ${band}%, transparent ${band}%)`;
  return <AbsoluteFill style={{background: `${line}, ${beam}`}} />;
};
<% endif %>
<% endif %>

/** The text after every stroke. A long word in the latter part has a slip that is put right. */
const strokesOf = (text: string) => {
  const words = [...text.matchAll(/\p{Script=Latin}{5,}/gu)];
  const slip = words.find(({index}) => index > text.length * 0.4);
  return [...new Intl.Segmenter('en-US').segment(text)].flatMap(({segment, index}) => {
    const [before, after] = [text.slice(0, index), text.slice(0, index + segment.length)];
    if (!slip || index !== slip.index + 1) return [after];
    const wrong = before + text[index + 1];
    return [wrong, wrong + segment, wrong, before, after];
  });
};

/** When each stroke falls: a hand breathes after words and sentences, and stops at a slip. */
const strikeTimes = (strokes: string[], speed: number) => {
  const pauses = strokes.map((stroke, i) => {
    const [earlier = '', last = ''] = [strokes[i - 2], strokes[i - 1]];
    if (stroke.length < last.length) return last.length < earlier.length ? 1 : 5;
    const breath = [/[.!?…。]$/, /[,;:、—]$/, /\s$/].findIndex((kind) => kind.test(last));
    return ([5, 3, 1.4][breath] ?? 1) * (1 + 0.45 * Math.sin(i * i));
  });
  const total = pauses.reduce((sum, pause) => sum + pause, 0);
  const seconds = Math.min(3.6, (strokes.length * 0.085) / speed);
  let at = 0.4;
  return pauses.map((pause) => (at += (pause / total) * seconds));
};

<% include "_parts/shared.tsx" %>
