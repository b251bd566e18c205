type Props = {
  from: number;
  to: number;
<% if has.prefix %>
  prefix: string;
<% endif %>
<% if has.suffix %>
  suffix: string;
<% endif %>
<% if has.label %>
  label: string;
<% endif %>
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 4;

export default function Counter(props: Props) {
<% if has.prefix or has.suffix or has.label or variant != 1 %>
  const {from, to, palette, type, motion} = props;
<% else %>
  const {from, to, type, motion} = props;
<% endif %>
  const t = useSeconds();
<% if has.label %>
  const {u, width, height} = useSafeArea();
<% else %>
  const {u, width} = useSafeArea();
<% endif %>
  const heading = {...headingStyle(type), fontVariantNumeric: 'lining-nums tabular-nums'};
  const longest = [from, to].map((n) => format(n, from, to)).sort((a, b) => b.length - a.length)[0];
<% if has.prefix and has.suffix %>
  const text = inline(props.prefix) + longest + inline(props.suffix);
  const beside =
    width * 0.28 * [props.prefix, props.suffix].filter((affix) => !inline(affix)).length;
<% elif has.prefix %>
  const text = inline(props.prefix) + longest;
  const beside = inline(props.prefix) ? 0 : width * 0.28;
<% elif has.suffix %>
  const text = longest + inline(props.suffix);
  const beside = inline(props.suffix) ? 0 : width * 0.28;
<% else %>
  const text = longest;
<% endif %>
<% if has.label %>
  const body = bodyStyle(type);
  const ready = useFonts(text + props.label, heading, body);
<% elif variant == 3 %>
  const body = bodyStyle(type);
  const ready = useFonts(text, heading, body);
<% else %>
  const ready = useFonts(text, heading);
<% endif %>
  if (!ready) return null;

<% if has.prefix or has.suffix %>
  const widest = fitText({text, withinWidth: width * 0.98 - beside, ...heading}).fontSize;
<% else %>
  const widest = fitText({text, withinWidth: width * 0.98, ...heading}).fontSize;
<% endif %>
<% if has.font_size %>
  const fontSize = Math.min(widest, type.fontSize * u);
<% elif variant == 1 %>
  const fontSize = Math.min(widest, 400 * type.scale * u);
<% else %>
  const fontSize = Math.min(widest, 300 * type.scale * u);
<% endif %>
<% if has.label %>
  const room = {width: width * 0.9, height: height * 0.2, size: 64 * type.scale * u, leading: 1.25};
  const label = fitLines(props.label, body, room);
<% endif %>
<% if easing == "linear" %>
  const count = ramp(t, 0.35, 0.35 + 2 / motion.speed);
<% elif has.easing and easing == "bezier" %>
  const count = ramp(t, 0.35, 0.35 + 2 / motion.speed, Easing.bezier(...motion.ease));
<% else %>
  const count = ramp(t, 0.35, 0.35 + 2 / motion.speed, Easing.bezier(0.4, 0, 0.1, 1));
<% endif %>
<% if variant != 1 %>
  const value = from + (to - from) * count;
<% endif %>
<% if variant == 2 %>
  const fill = to < from ? 1 - count : count;
<% if has.prefix or has.suffix %>
  const free = width - beside - measureText({text, fontSize, ...heading}).width;
<% else %>
  const free = width - measureText({text, fontSize, ...heading}).width;
<% endif %>
<% elif variant == 3 %>
  const range = Math.abs(to - from) || 1;
  const decade = 10 ** Math.floor(Math.log10(range / 50));
  const step = decade * ([1, 2, 5].find((part) => part * decade >= range / 50) ?? 10);
  const first = Math.floor((value - range / 2) / step);
  const ticks = Array.from({length: Math.ceil(range / step) + 2}, (_, i) => first + i);
  const mark = {...body, fontSize: 38 * u, textAlign: 'center' as const, color: palette.muted};
  const compact = new Intl.NumberFormat('en-US', {notation: 'compact', maximumFractionDigits: 2});
<% endif %>

  const number = {...heading, fontSize, lineHeight: 1.2, display: 'flex', whiteSpace: 'pre'};

  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div dir="ltr" style={{width, textAlign: 'left', ...enter(arrive(t, motion))}}>
        <div style={{...number, alignItems: 'center', translate: `${free * fill}px`}}>
<% if has.prefix %>
          <Affix text={props.prefix} width={width * 0.26} color={palette.muted} style={heading} />
<% endif %>
          {format(value, from, to)}
<% if has.suffix %>
          <Affix text={props.suffix} width={width * 0.26} color={palette.muted} style={heading} />
<% endif %>
        </div>
        <div
          style={{
            height: 20 * u,
            marginTop: 24 * type.spacing * u,
            borderRadius: 10 * u,
            overflow: 'hidden',
            backgroundColor: `color-mix(in oklab, ${palette.text} 12%, transparent)`,
          }}
        >
          <div style={{height: '100%', width: `${100 * fill}%`, backgroundColor: palette.accent}} />
        </div>
      </div>
<% else %>
      <div dir="ltr" style={{...number, alignItems: 'center', ...enter(arrive(t, motion))}}>
<% if has.prefix %>
        <Affix text={props.prefix} width={width * 0.26} color={palette.accent} style={heading} />
<% endif %>
<% if variant == 1 %>
        {reels(from, to, count).map(({character, position, live}, i) => (
          <div key={i} style={{opacity: live, display: live ? 'block' : 'none'}}>
            {character ?? <Reel position={position} />}
          </div>
        ))}
<% else %>
        {format(value, from, to)}
<% endif %>
<% if has.suffix %>
        <Affix text={props.suffix} width={width * 0.26} color={palette.accent} style={heading} />
<% endif %>
      </div>
<% endif %>
<% if variant == 3 %>
      <div
        dir="ltr"
        style={{position: 'relative', width, height: 170 * u, marginTop: 28 * type.spacing * u}}
      >
        {ticks.map((tick) => {
          const x = 0.5 + (tick * step - value) / range;
          const near = Math.max(0, Math.min(1, 1.5 - Math.abs(x - 0.5) * 3));
          const major = tick % (width > 1200 * u ? 5 : 10) === 0;
          return (
            <div
              key={tick}
              aria-hidden
              style={{
                ...at(x * width, 0, 3 * u, (major ? 64 : 36) * u),
                opacity: near * ramp(t, 0.1, 0.7),
                backgroundColor: palette.muted,
              }}
            >
              {major ? (
                <div style={{...at(-150 * u, 76 * u, 300 * u), ...mark}}>
                  {compact.format(tick * step)}
                </div>
              ) : null}
            </div>
          );
        })}
        <div
          style={{
            ...at(width / 2 - 3 * u, -10 * u, 8 * u, 92 * u * arrive(t, motion)),
            borderRadius: 4 * u,
            backgroundColor: palette.accent,
          }}
        />
      </div>
<% endif %>
<% if has.label %>
      <Lines
        text={label}
        turn={() => arrive(t - 0.2, motion)}
<% if variant == 2 and not has.align %>
        style={{width, textAlign: 'start', color: palette.muted, marginTop: 28 * type.spacing * u}}
<% else %>
        style={{color: palette.muted, marginTop: 28 * type.spacing * u}}
<% endif %>
      />
<% endif %>
    </Stage>
  );
}

/** With as many decimals as the two ends have, and thousands separators. */
const format = (value: number, from: number, to: number) => {
  const digits = Math.max(...[from, to].map((n) => (String(n).split('.')[1] ?? '').length));
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

<% if has.prefix or has.suffix %>
const inline = (affix: string) => (affix.length > 12 ? '' : affix);

type AffixProps = {text: string; width: number; color: string; style: TextStyle};

/** A sign stands as large as its number; words stand small beside it. */
const Affix = ({text, width, color, style}: AffixProps) => {
  if (inline(text)) return <span style={{color}}>{text}</span>;
  const box = {width, height: width * 0.85, size: width / 5, leading: 1.2};
  const words = fitLines(text, style, box);
  return (
    <Lines
      text={words}
      turn={() => 1}
      style={{color, paddingInline: '0.4em', textAlign: 'start'}}
    />
  );
};

<% endif %>
/** Every digit gets a reel, which turns at most four times; digits not yet reached wait dimmed. */
const reels = (from: number, to: number, count: number) => {
  const value = from + (to - from) * count;
  const text = [from, to].map((n) => format(n, from, to)).sort((a, b) => b.length - a.length)[0];
  const decimals = text.split('.')[1]?.length ?? 0;
  return [...text].map((character, i) => {
    const place = text.slice(i + 1).replace(/\D/g, '').length - decimals;
    const [start, end] = [from, to].map((n) => Math.floor(Math.abs(n) / 10 ** place + 1e-9));
    const steps = Math.abs(end - start);
    const turns =
      Math.sign(end - start) * (steps > 30 ? 20 + 10 * ((i * 2) % 3) + (steps % 10) : steps);
    const reached = place <= 0 || Math.abs(value) >= 10 ** place;
    return {
      character: /\d/.test(character) ? undefined : character,
      position: (start % 10) + 50 + turns * count,
      live: reached || character === '-' ? 1 : to < from ? 0 : 0.16,
    };
  });
};

/** A digit rests, then flicks over to the next as in a mechanical counter. */
const Reel = ({position}: {position: number}) => {
  const digit = Math.floor(position) % 10;
  const flick = ramp(position % 1, 0.4, 1, Easing.inOut(Easing.quad));
  return (
    <div style={{height: '1.2em', overflow: 'hidden', maskImage: EDGES}}>
      {[digit, (digit + 1) % 10].map((number, i) => (
        <div
          key={i}
          aria-hidden={Math.round(flick) !== i}
          style={{translate: `0 ${-1.2 * flick}em`}}
        >
          {number}
        </div>
      ))}
    </div>
  );
};

const EDGES = 'linear-gradient(transparent 4%, black 18%, black 82%, transparent 96%)';

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
