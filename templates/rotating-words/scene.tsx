export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function RotatingWords(props: Props) {
  return (
    <Stage {...props}>
      <Phrase {...props} />
    </Stage>
  );
}

<% if variant == 2 %>
/** The phrase beside a wheel that turns word after word into its place. */
const Phrase = ({words, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const wide = width > height;
<% if has.prefix and has.suffix %>
  const slot = {width: wide ? width * 0.36 : width, height, size: props.size * u};
  const side = {...slot, width: wide ? width * 0.28 : width, height: height * (wide ? 0.6 : 0.2)};
<% elif has.prefix or has.suffix %>
  const slot = {width: wide ? width * 0.48 : width, height, size: props.size * u};
  const side = {...slot, height: wide ? height : height * 0.2};
<% else %>
  const slot = {width, height, size: props.size * u};
<% endif %>
  const fontSize = Math.min(...words.map((word) => fit(unbroken(word), heading, slot)));
  const row = fontSize * (1 + 0.3 * props.spacing);
  const rows = Math.min(5, (wide ? 1 : 0.56) * (height / row));
  const beat = (LENGTH - motion.exit - 0.8) / words.length;
  const half = Math.min(0.7, beat) / 2;
  const turned = words.slice(1).reduce((sum, _, i) => {
    const at = 0.4 + (i + 1) * beat;
    return sum + ramp(t, at - half, at + half, Easing.inOut(Easing.cubic));
  }, 0);
  const wheel: CSSProperties = {
    ...heading,
    position: 'relative',
    width: slot.width,
    height: rows * row,
    fontSize,
    lineHeight: `${row}px`,
    whiteSpace: 'nowrap',
    maskImage: 'linear-gradient(transparent, black 20% 80%, transparent)',
    ...enter(arrive(t - 0.2, motion)),
  };
  const flow = {display: 'flex', alignItems: wide ? 'center' : 'inherit'} as const;
  return (
    <div style={{...flow, flexDirection: wide ? 'row' : 'column', gap: wide ? width * 0.04 : 0}}>
<% if has.prefix %>
      <Text text={props.prefix} font={heading} box={side} motion={motion} delay={0} />
<% endif %>
      <div style={wheel}>
        {words.map((word, i) => {
          const away = i - turned;
          const near = Math.max(0, 1 - Math.abs(away));
          const place: CSSProperties = {
            position: 'absolute',
            insetInline: 0,
            top: (rows / 2 - 0.5 + away) * row,
            color: near > 0.5 ? palette.accent : palette.text,
            opacity: Math.max(0, 0.3 - 0.12 * Math.abs(away)) + 0.82 * near,
            scale: 0.78 + 0.22 * near,
<% if align == "left" %>
            transformOrigin: 'left',
<% elif align == "right" %>
            transformOrigin: 'right',
<% endif %>
          };
          return (
            <div key={i} aria-hidden={near < 0.5} style={place}>
              {word}
            </div>
          );
        })}
      </div>
<% if has.suffix %>
      <Text text={props.suffix} font={heading} box={side} motion={motion} delay={0.3} />
<% endif %>
    </div>
  );
};
<% else %>
/** Lines of one size, in one of which word follows word; the line under it shows how long each stays. */
const Phrase = ({words, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
<% if has.prefix and has.suffix %>
  const box = {width, height: height / 3 - 40 * u, size: props.size * u};
  const lines = [props.prefix, props.suffix, ...words.map(unbroken)];
<% elif has.prefix %>
  const box = {width, height: height / 2 - 40 * u, size: props.size * u};
  const lines = [props.prefix, ...words.map(unbroken)];
<% elif has.suffix %>
  const box = {width, height: height / 2 - 40 * u, size: props.size * u};
  const lines = [props.suffix, ...words.map(unbroken)];
<% else %>
  const box = {width, height, size: props.size * u};
  const lines = words.map(unbroken);
<% endif %>
  const size = Math.min(...lines.map((line) => fit(line, heading, box)));
  const beat = (LENGTH - motion.exit - 0.6) / words.length;
  const turn = Math.max(0, Math.min(words.length - 1, Math.floor((t - 0.3) / beat)));
  const bar = {height: 0.07 * size, backgroundColor: palette.accent, transformOrigin: 'left'};
  const brisk = {...motion, entrance: Math.min(motion.entrance, beat * 0.6)};
  const left = 1 - ramp(t - 0.3 - turn * beat, 0, beat);
  return (
    <>
<% if has.prefix %>
      <Text text={props.prefix} font={heading} box={{...box, size}} motion={motion} delay={0} />
<% endif %>
      <div style={{...heading, fontSize: size, lineHeight: LEADING, color: palette.accent}}>
        <div style={{display: 'grid', whiteSpace: 'nowrap'}}>
          {words.map((word, i) => {
            const age = t - 0.3 - i * beat;
            const gone = i < words.length - 1 ? ramp(age, beat - 0.2, beat) : 0;
            const visibility = age < 0 || gone === 1 ? 'hidden' : 'visible';
            const place = {gridArea: '1 / 1', opacity: 1 - gone, translate: `0 ${-20 * gone}%`};
            return (
              <div key={i} style={{...place, visibility}}>
                <div style={enter(arrive(age, brisk))}>{word}</div>
              </div>
            );
          })}
        </div>
        <div style={{...bar, scale: `${left} 1`, margin: `${20 * u * props.spacing}px 0`}} />
      </div>
<% if has.suffix %>
      <Text text={props.suffix} font={heading} box={{...box, size}} motion={motion} delay={0.2} />
<% endif %>
    </>
  );
};
<% endif %>

/** So that it is measured as one line. */
const unbroken = (word: string) => word.replace(/\s/g, '\u00a0');

<% include "_parts/shared.tsx" %>
