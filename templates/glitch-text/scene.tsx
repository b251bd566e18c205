export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 4;

export default function GlitchText(props: Props) {
<% if has.subtitle %>
  const {body, palette, motion} = props;
  const {u, width} = useSafeArea();
  const below = {width, height: 230 * u, size: 52 * u};
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Decoded {...props} />
<% else %>
      <Torn {...props} />
<% endif %>
<% if has.subtitle %>
      <div style={{color: palette.muted, marginTop: 40 * u * props.spacing}}>
        <Text text={props.subtitle} font={body} box={below} motion={motion} delay={0.7} />
      </div>
<% endif %>
<% if variant == 1 %>
      <Noise {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Letters that run through signs, each until it has found itself, and a bar that counts them. */
const Decoded = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
<% if has.subtitle %>
  const box = {width, height: height - 420 * u, size: props.size * u};
<% else %>
  const box = {width, height: height - 260 * u, size: props.size * u};
<% endif %>
  const fontSize = fit(text, heading, box);
  const tick = Math.floor(useClock(motion.speed) * 16);
  const letters = /[\u0590-\u08ff]/.test(text) ? [text] : [...text];
  const step = Math.min(motion.stagger, 1.2 / letters.length);
  const found = ramp(t, motion.entrance, motion.entrance + letters.length * step);
  const bar = {width: '100%', height: 12 * u, marginTop: 36 * u, backgroundColor: palette.surface};
  const sign: CSSProperties = {position: 'absolute', inset: 0, color: palette.accent};
  return (
    <div style={enter(arrive(t, motion))}>
      <div style={{...heading, ...WRAP, lineHeight: LEADING, fontSize, maxWidth: width}}>
        {letters.map((letter, i) => {
          const chance = random(`${i}-${tick}`);
          const done = found * letters.length > i && (tick % 8 < 7 || chance > 0.06);
          if (done || !letter.trim()) return letter;
          return (
            <span key={i} style={{position: 'relative', color: 'transparent'}}>
              {letter}
              <span aria-hidden style={sign}>
                {SIGNS[Math.floor(chance * 997) % SIGNS.length]}
              </span>
            </span>
          );
        })}
      </div>
      <div style={bar}>
        <div style={{width: `${100 * found}%`, height: '100%', backgroundColor: palette.accent}} />
      </div>
    </div>
  );
};

const SIGNS = '#%&/\\<>=+*?!01$';
<% else %>
/** The text with its colours split, torn into slices while a burst lasts. */
const Torn = ({text, heading, palette, motion, ...props}: Props) => {
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const box = {width: width * 0.96, height: height - 260 * u, size: props.size * u};
  const fontSize = fit(text, heading, box);
  const tick = Math.floor(useClock(motion.speed) * 14);
  const force = burst(t, motion);
  const slices = force > 0.1 ? 6 : 1;
  const split = (0.012 + 0.05 * force) * fontSize * Math.sign(random(`split-${tick}`) - 0.4);
  const textShadow = `${split}px 0 ${palette.accent}, ${-split}px 0 ${palette.accent2}`;
  const style = {...heading, ...WRAP, lineHeight: LEADING, fontSize, textShadow};
  return (
    <div style={{position: 'relative', maxWidth: box.width, ...enter(arrive(t, motion))}}>
      {Array.from({length: slices}, (_, i) => {
        const jump = force * fontSize * 0.9 * (random(`slice-${i}-${tick}`) - 0.5);
        const top = i ? (100 * i) / slices : -20;
        const bottom = i < slices - 1 ? 100 - (100 * (i + 1)) / slices : -20;
        const clipPath = `inset(${top}% -20% ${bottom}%)`;
        const position = i ? 'absolute' : 'relative';
        return (
          <div key={i} style={{...style, position, inset: 0, clipPath, translate: jump}}>
            {text}
          </div>
        );
      })}
    </div>
  );
};

/** The lines of a screen, and bars that flash over it while a burst lasts. */
const Noise = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const force = burst(useSeconds(), motion);
  const tick = Math.floor(useClock(motion.speed) * 14);
  const line = `color-mix(in oklab, ${palette.background} 45%, transparent)`;
  const lines = `repeating-linear-gradient(${line} 0 ${2 * u}px, transparent 0 ${6 * u}px)`;
  return (
    <AbsoluteFill style={{background: lines}}>
      {[0, 1, 2, 3, 4].map((i) => {
        const chance = (of: string) => random(`${of}-${i}-${tick}`);
        const place = {left: `${80 * chance('x')}%`, top: `${100 * chance('y')}%`};
        const size = {width: `${50 * chance('width')}%`, height: 14 * u * (1 + i)};
        const backgroundColor = i % 2 ? palette.accent : palette.accent2;
        const opacity = force > chance('flash') ? 0.7 : 0;
        const bar = {...place, ...size, backgroundColor, opacity};
        return <div key={i} style={{position: 'absolute', ...bar}} />;
      })}
    </AbsoluteFill>
  );
};

/** Strong at first, and again for moments. */
const burst = (t: number, {entrance}: Props['motion']) => {
  const again = [1.7, 2.9, LENGTH].map((at) => 1 - ramp(Math.abs(t - at), 0, 0.25));
  return Math.max(ramp(t, entrance, 0), ...again);
};
<% endif %>

<# The lines of the screen are ground enough. #>
<% if variant == 1 and backdrop == "grid" %>
<% set backdrop = "plain" %>
<% endif %>
<% include "_parts/shared.tsx" %>
