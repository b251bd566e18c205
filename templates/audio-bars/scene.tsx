<% if not has.title and not has.exit %>
<% set exit = "none" %>
<% endif %>
<% if backdrop != "gradient" and (variant == 2 or style == "circle") %>
<% set backdrop = "plain" %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

export default function AudioBars(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
<% if style == "circle" %>
  const {u} = useSafeArea();
  const ring = {position: 'relative', width: 760 * u, height: 760 * u} as const;
  const inside = 470 * u;
  const title = {width: inside, height: inside * 0.8, size: props.size * 0.72 * u};
<% else %>
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.42, size: props.size * u};
<% endif %>
<% elif style == "circle" %>
  const {u} = useSafeArea();
  const ring = {position: 'relative', width: 760 * u, height: 760 * u} as const;
<% elif variant == 1 %>
  const {width, height} = useSafeArea();
<% endif %>
  return (
    <Stage {...props}>
<% if style == "circle" %>
      <div style={{...ring, display: 'grid', placeItems: 'center', textAlign: 'center'}}>
        <Visual {...props} />
<% if has.title %>
        <div style={{position: 'relative'}}>
          <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
        </div>
<% endif %>
      </div>
<% elif variant == 2 %>
      <Visual {...props} />
<% if has.title %>
      <div style={{position: 'relative', marginBottom: height * 0.42}}>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
      </div>
<% endif %>
<% else %>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0.3} />
      <div style={{width, height: height * 0.5, marginTop: 56 * u * props.spacing}}>
        <Visual {...props} />
      </div>
<% else %>
      <div style={{width, height: height * 0.7}}>
        <Visual {...props} />
      </div>
<% endif %>
<% endif %>
    </Stage>
  );
}

<% if style == "circle" %>
/** A ring of bars that beats. */
const Visual = ({palette, motion}: Props) => {
  const {u} = useSafeArea();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const come = arrive(useSeconds() - 0.1, motion);
<% endif %>
  const beat = (1 - ((12 * loop) % 1)) ** 3;
  const sway = 14 * Math.sin(2 * Math.PI * loop);
  const count = 96;
  const inner = 300 + 8 * beat;
  const glow = blend(palette.accent, 26 + 12 * beat);
  const background = `radial-gradient(closest-side in oklab, ${glow}, transparent)`;
  const middle = {position: 'absolute', left: '50%', top: '50%', translate: '-50% -50%'} as const;
  return (
    <svg viewBox="-540 -540 1080 1080" style={{...middle, width: 1080 * u, background}}>
      {Array.from({length: count}, (_, i) => {
        const tone = level(Math.abs(count / 2 - i), count / 2, loop);
<% if has.title or has.animation %>
        const outer = inner + 14 + 190 * tone * come;
<% else %>
        const outer = inner + 14 + 190 * tone;
<% endif %>
        return (
          <line
            key={i}
            x1={inner}
            x2={outer}
            transform={`rotate(${(360 * i) / count + 90 + sway})`}
            stroke={blend(palette.accent2, 110 * tone, palette.accent)}
<% if variant == 2 %>
            strokeWidth={13}
            strokeDasharray="15 7"
<% else %>
            strokeWidth={9}
            strokeLinecap="round"
<% endif %>
          />
        );
      })}
    </svg>
  );
};
<% elif style == "wave" %>
/** Strings that swing between two still ends. */
const Visual = ({palette, motion}: Props) => {
<% if variant == 2 %>
  const {width, height} = useVideoConfig();
<% else %>
  const {u} = useSafeArea();
<% endif %>
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const beat = (0.7 + 0.3 * (1 - ((12 * loop) % 1)) ** 2) * arrive(useSeconds() - 0.1, motion);
<% else %>
  const beat = 0.7 + 0.3 * (1 - ((12 * loop) % 1)) ** 2;
<% endif %>
  const string = (i: number) =>
    Array.from({length: 121}, (_, at) => {
      const x = at / 120;
      const swing =
        Math.sin(2 * Math.PI * ((2 + 0.22 * i) * x + 3 * loop)) * 0.6 +
        Math.sin(2 * Math.PI * (5 * x - 4 * loop) + i * 0.3) * 0.3 +
        Math.sin(2 * Math.PI * (11 * x + 6 * loop)) * 0.1;
      const loud = Math.sin(Math.PI * x) * beat;
<% if variant == 2 %>
      return `${x * 100} ${46 - 3 * i - (swing + 1) * loud * (22 - 2 * i)}`;
<% else %>
      return `${x * 100} ${swing * loud * (60 - 8 * i)}`;
<% endif %>
    });
<% if variant == 2 %>
  const glow = blend(palette.accent, 34);
  const background = `linear-gradient(transparent 30%, ${glow} 130%)`;
<% else %>
  const line = {fill: 'none', strokeLinecap: 'round', vectorEffect: 'non-scaling-stroke'} as const;
<% endif %>
  return (
<% if variant == 2 %>
    <AbsoluteFill style={{background}}>
      <svg viewBox="0 -50 100 100" preserveAspectRatio="none" width={width} height={height}>
        {[0, 1, 2, 3, 4, 5, 6].map((i) => (
          <path
            key={i}
            d={`M ${string(i).join(' L ')} V 51 H 0 Z`}
            fill={blend(palette.accent2, 16 * i, palette.accent)}
            opacity={0.36}
          />
        ))}
      </svg>
    </AbsoluteFill>
<% else %>
    <svg viewBox="0 -50 100 100" preserveAspectRatio="none" width="100%" height="100%">
      {[0, 1, 2, 3, 4, 5, 6].map((i) => (
        <path
          key={i}
          {...line}
          d={`M ${string(i).join(' L ')}`}
          stroke={blend(palette.accent2, 16 * i, palette.accent)}
          strokeWidth={(11 - i) * u}
          opacity={1 - 0.11 * i}
        />
      ))}
    </svg>
<% endif %>
  );
};
<% else %>
/** A bar for each tone, low ones on the left. */
const Visual = ({palette, motion}: Props) => {
  const {u, width} = useSafeArea();
  const loop = useLoop(6, motion.speed);
<% if has.title or has.animation %>
  const t = useSeconds();
<% endif %>
<% if variant == 2 %>
  const count = Math.round(width / (46 * u));
  const glow = blend(palette.accent, 30);
  const background = `linear-gradient(transparent 30%, ${glow} 130%)`;
  const lit = `repeating-linear-gradient(to top, black 0 ${20 * u}px, transparent 0 ${30 * u}px)`;
  const fill = `linear-gradient(to top, ${palette.accent}, ${palette.accent2} ${620 * u}px)`;
  return (
    <AbsoluteFill style={{flexDirection: 'row', alignItems: 'end', gap: 10 * u, background}}>
      {Array.from({length: count}, (_, i) => {
        const high = Math.round(22 * level(i, count, loop)) * 30 * u + 20 * u;
<% if has.title or has.animation %>
        const come = arrive(t - 0.3 * (i / count), motion);
        const height = Math.max(20 * u, high * come);
        return <div key={i} style={{flex: 1, height, background: fill, maskImage: lit}} />;
<% else %>
        const style = {flex: 1, height: high, background: fill, maskImage: lit};
        return <div key={i} style={style} />;
<% endif %>
      })}
    </AbsoluteFill>
  );
<% else %>
  const count = Math.round(width / (36 * u));
  const row = {display: 'flex', alignItems: 'center', height: '100%', gap: 16 * u};
  return (
    <div dir="ltr" style={row}>
      {Array.from({length: count}, (_, i) => {
        const tone = level(Math.abs(count / 2 - i), count / 2, loop);
        const backgroundColor = blend(palette.accent2, 120 * tone - 10, palette.accent);
<% if has.title or has.animation %>
        const come = arrive(t - 0.1 - Math.abs(count / 2 - i) * 0.012, motion);
        const height = `${100 * tone * come}%`;
<% else %>
        const height = `${100 * tone}%`;
<% endif %>
        const bar = {flex: 1, minHeight: 20 * u, borderRadius: 10 * u};
        return <div key={i} style={{...bar, height, backgroundColor}} />;
      })}
    </div>
  );
<% endif %>
};
<% endif %>

<% if style != "wave" %>
/** How loud one of some tones is, from 0 to 1: a beat in the low ones, a life of its own in each. */
const level = (tone: number, tones: number, loop: number) => {
  const low = 1 - tone / tones;
  const pace = 5 + ((7 * tone) % 9);
  const own = Math.abs(Math.sin(Math.PI * (pace * loop + 0.618 * tone)));
  const beat = (1 - ((12 * loop) % 1)) ** 2;
  return 0.08 + (0.3 + 0.3 * low) * own + 0.32 * low * beat;
};

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/loop.tsx" %>

<% include "_parts/shared.tsx" %>
