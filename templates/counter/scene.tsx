export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 4;

export default function Counter(props: Props) {
<% if has.label %>
  const {palette, body, spacing, motion} = props;
  const {u, width, height} = useSafeArea();
  const label = {width: width * 0.9, height: height * 0.2, size: 64 * u};
  const swift = {...motion, entrance: motion.entrance * 0.35};
<% if variant == 2 %>
  const start = {width, maxWidth: width, textAlign: 'start'} as const;
  const below = {color: palette.muted, marginTop: 40 * spacing * u, ...start};
<% else %>
  const below = {color: palette.muted, marginTop: 40 * spacing * u};
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
      <Figure {...props} />
<% if has.label %>
      <Text text={props.label} font={body} box={label} motion={swift} delay={0.3} style={below} />
<% endif %>
    </Stage>
  );
}

const Figure = ({from, to, heading, palette, motion, ...props}: Props) => {
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const come = enter(arrive(t, {...motion, entrance: motion.entrance * 0.3}));
  const count = arrive(t - 0.2, motion);
  const value = from * (1 - count) + to * count;
  const digits = Math.max(...[from, to].map((end) => `${end}`.split('.')[1]?.length ?? 0));
  const style = {minimumFractionDigits: digits};
  const format = (number: number) => Number(number.toFixed(digits)).toLocaleString('en-US', style);
  const longest = [from, to].map(format).sort((a, b) => b.length - a.length)[0];
<% if has.prefix and has.suffix %>
  const affixes = [props.prefix, props.suffix];
<% elif has.prefix %>
  const affixes = [props.prefix];
<% elif has.suffix %>
  const affixes = [props.suffix];
<% endif %>
<% if has.prefix or has.suffix %>
  const text = affixes.filter((affix) => !isLong(affix)).join('') + longest;
  const ems = measureText({text, fontSize: 100, ...heading}).width / 100;
<% if variant == 1 %>
  const cells = ems + longest.length * 0.3 + 0.3;
  const fontSize = Math.min(props.size * u, width / cells);
<% else %>
  const fontSize = Math.min(props.size * u, width / (ems + 0.4));
<% endif %>
<% else %>
  const ems = measureText({text: longest, fontSize: 100, ...heading}).width / 100;
<% if variant == 1 %>
  const cells = longest.length * Math.max(0.82, ems / longest.length + 0.16);
  const fontSize = Math.min(props.size * u, width / cells);
<% else %>
  const fontSize = Math.min(props.size * u, width / (ems + 0.2));
<% endif %>
<% endif %>
<% if variant == 1 %>
  const border = `${1.5 * u}px solid color-mix(in oklab, ${palette.text} 10%, transparent)`;
  const ground = {border, borderRadius: '0.1em', backgroundColor: palette.surface};
  const cell = {...ground, minWidth: '0.78em'};
  const digit = {...heading, fontVariantNumeric: 'lining-nums', textAlign: 'center'} as const;
  return (
    <div dir="ltr" style={{...digit, ...ROW, fontSize, ...come}}>
<% if has.prefix %>
      <Affix text={props.prefix} size={fontSize} font={heading} color={palette.accent} />
<% endif %>
      {[...longest].map((character, i) => {
        const place = longest.slice(i + 1).replace(/\D/g, '').length;
        const position = (Math.abs(value) * 10 ** digits) / 10 ** place;
        const shown = character === '-' ? value < 0 : place <= digits || position >= 1;
        const style = /\d/.test(character) ? cell : {};
        return (
          <div key={i} style={{...style, opacity: shown ? 1 : 0.2}}>
            {/\d/.test(character) ? <Reel position={position} place={place} /> : character}
          </div>
        );
      })}
<% if has.suffix %>
      <Affix text={props.suffix} size={fontSize} font={heading} color={palette.accent} />
<% endif %>
    </div>
  );
<% else %>
  const row = {...heading, ...ROW, fontSize, fontVariantNumeric: 'tabular-nums'};
<% if variant == 2 %>
  const hug = {width: 'max-content', maxWidth: width};
  const fill = 100 * (to < from ? 1 - count : count);
  const faint = `color-mix(in oklab, ${palette.text} 12%, transparent)`;
  const bar = {height: 28 * u, borderRadius: 14 * u, marginTop: 16 * u, backgroundColor: faint};
  return (
    <div dir="ltr" style={{width, ...come}}>
      <div style={{...row, ...hug, marginLeft: `${fill}%`, translate: `${-fill}%`}}>
<% else %>
  return (
    <div dir="ltr" style={{...COLUMN, ...come}}>
<% if has.prefix or has.suffix %>
      <div style={row}>
<% else %>
      <div style={row}>{format(value)}</div>
<% endif %>
<% endif %>
<% if variant == 2 or has.prefix or has.suffix %>
<% if has.prefix %>
        <Affix text={props.prefix} size={fontSize} font={heading} color={palette.accent} />
<% endif %>
        {format(value)}
<% if has.suffix %>
        <Affix text={props.suffix} size={fontSize} font={heading} color={palette.accent} />
<% endif %>
      </div>
<% endif %>
<% if variant == 2 %>
      <div style={{...bar, overflow: 'hidden'}}>
        <div style={{...bar, width: `${fill}%`, margin: 0, backgroundColor: palette.accent}} />
      </div>
<% else %>
      <Scale {...props} {...{from, to, palette, motion, heading, value}} />
<% endif %>
    </div>
  );
<% endif %>
};

<% if variant == 1 %>
/** Turns on while all places below it go from nine to zero. */
const Reel = ({position, place}: {position: number; place: number}) => {
  const digit = Math.floor(position) % 10;
  const turn = ramp(position % 1, 1 - 10 ** -place, 1);
  const moved = {translate: `0 ${-100 * turn}%`};
  return (
    <div style={{height: LINE, overflow: 'hidden', maskImage: EDGES}}>
      {[digit, (digit + 1) % 10].map((number, i) => (
        <div key={i} aria-hidden={Math.abs(turn - i) > 0.1} style={moved}>
          {number}
        </div>
      ))}
    </div>
  );
};

const LINE = '1.25em';
const EDGES = 'linear-gradient(transparent 3%, black 14%, black 86%, transparent 97%)';
const ROW = {display: 'flex', flexWrap: 'wrap', placeContent: 'center', lineHeight: LINE} as const;

<% else %>
const ROW = {display: 'flex', flexWrap: 'wrap', placeContent: 'center', lineHeight: 1.2} as const;
<% if variant == 3 %>
const COLUMN = {display: 'flex', flexDirection: 'column', alignItems: 'center'} as const;

/** A ruler that slides under a needle; its marks are round numbers. */
const Scale = ({from, to, value, body, palette}: Props & {value: number}) => {
  const {u, width} = useSafeArea();
  const range = Math.abs(to - from) || 1;
  const decade = 10 ** Math.floor(Math.log10(range / 40));
  const step = decade * ([1, 2, 5].find((part) => part * decade >= range / 40) ?? 10);
  const first = Math.floor((value - range / 2) / step);
  const mark = {...body, position: 'absolute', top: 88 * u, fontSize: 38 * u} as const;
  const compact = {notation: 'compact', maximumFractionDigits: 2} as const;
  const needle = {left: width / 2 - 4 * u, width: 8 * u, height: 92 * u, borderRadius: 4 * u};
  return (
    <div style={{position: 'relative', width, height: 150 * u, color: palette.muted}}>
      {Array.from({length: Math.ceil(range / step) + 2}, (_, i) => {
        const number = (first + i) * step;
        const x = 0.5 + (number - value) / range;
        const major = (first + i) % 10 === 0;
        const size = {left: x * width, height: (major ? 68 : 38) * u, width: 3 * u};
        const opacity = Math.max(0, Math.min(1, 1.4 - Math.abs(x - 0.5) * 3));
        return (
          <div key={number} aria-hidden style={{...size, ...TICK, opacity}}>
            {major && <div style={mark}>{number.toLocaleString('en-US', compact)}</div>}
          </div>
        );
      })}
      <div style={{...needle, position: 'absolute', backgroundColor: palette.accent}} />
    </div>
  );
};

const TICK = {
  position: 'absolute',
  display: 'flex',
  justifyContent: 'center',
  backgroundColor: 'currentcolor',
} as const;
<% endif %>

<% endif %>
<% if has.prefix or has.suffix %>
const isLong = (affix: string) => affix.length > 4;

type AffixProps = {text: string; size: number; font: Font; color: string};

/** A sign stands as large as its number; words stand small in a line of their own. */
const Affix = ({text, size, font, color}: AffixProps) => {
  const {u, width} = useSafeArea();
  const fontSize = fit(text, font, {width, height: size, size: Math.max(56 * u, size * 0.3)});
  const small = {...WRAP, fontSize, lineHeight: LEADING, flexBasis: '100%'};
  return (
    <div dir="auto" style={{color, paddingInline: '0.08em', ...(isLong(text) && small)}}>
      {text}
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
