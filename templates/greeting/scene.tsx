export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Greeting(props: Props) {
<% if has.name or has.message %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
<% if has.message %>
  const isLong = props.message.length > 240;
  const room = {width: width * 0.94, height: height * (isLong ? 0.62 : 1)};
<% else %>
  const room = {width: width * 0.94, height};
<% endif %>
<% if variant == 1 %>
  const title = {...room, height: room.height * 0.4, size: props.size * u};
<% else %>
  const title = {...room, height: room.height * 0.32, size: props.size * u};
<% endif %>
<% if has.name %>
  const name = {...room, height: room.height * 0.27, size: props.size * 0.86 * u};
<% endif %>
<% if has.message %>
<% if variant == 1 %>
  const message = {width: width * (isLong ? 1 : 0.8), height: height * 0.42, size: 58 * u};
<% else %>
  const below = height * (isLong ? 0.3 : 0.42);
  const message = {width: width * (isLong ? 1 : 0.8), height: below, size: 58 * u};
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 1 %>
      <Fireworks {...props} />
<% else %>
      <Garland {...props} />
<% if has.message %>
      <div style={{height: height * (isLong ? 0.23 : 0.2)}} />
<% else %>
      <div style={{height: height * 0.2}} />
<% endif %>
<% endif %>
      <div style={{...WORDS, gap: 28 * props.spacing * u}}>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0.2} />
<% if has.name %>
        <div style={{color: palette.accent}}>
          <Text text={props.name} font={heading} box={name} motion={motion} delay={0.6} />
        </div>
<% endif %>
<% if has.message %>
        <div style={{color: palette.muted, marginTop: 28 * u}}>
          <Text text={props.message} font={body} box={message} motion={motion} delay={0.9} />
        </div>
<% endif %>
      </div>
    </Stage>
  );
}

const WORDS = {
  position: 'relative',
  display: 'grid',
<% if align == "left" %>
  justifyItems: 'start',
<% elif align == "right" %>
  justifyItems: 'end',
<% else %>
  justifyItems: 'center',
<% endif %>
} as const;

<% if variant == 1 %>
/** Rockets that open one after the other around the words, as long as the scene lasts. */
const Fireworks = ({palette, motion}: Props) => {
  const t = useClock(motion.speed);
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const colors = [palette.accent, palette.accent2, palette.text];
  return (
    <svg style={{position: 'absolute', inset: 0, width: '100%', height: '100%'}}>
      {Array.from({length: 7}, (_, i) => {
        const age = t / 2.4 - i / 7 + 0.9;
        const [a, b, c] = [0.755, 0.57, 0.618].map((n) => ((i + 7 * Math.floor(age)) * n) % 1);
        const spent = age - Math.floor(age);
        const open = Easing.out(Easing.cubic)(spent);
        const side = (i % 2 ? 0.74 : 0.04) + 0.22 * a;
        const rise = i % 3 ? 0.06 + 0.24 * b : 0.8 + 0.16 * b;
        const reach = (170 + 150 * c) * u;
        const ray = {x1: reach * open * spent, x2: reach * open, strokeLinecap: 'round'} as const;
        const spark = {...ray, stroke: colors[i % 3], strokeWidth: 9 * u * (1 - spent)};
        const fall = `translate(0 ${90 * u * spent * spent})`;
        return (
          <g key={i} transform={`translate(${side * width} ${rise * height})`}>
            {Array.from({length: 18}, (_, n) => (
              <line key={n} {...spark} transform={`${fall} rotate(${n * 20})`} />
            ))}
          </g>
        );
      })}
    </svg>
  );
};

<% else %>
/** Flags on a cord from one upper corner to the other, that swing in the air. */
const Garland = ({palette, motion}: Props) => {
  const t = useClock(motion.speed);
  const hung = ramp(useSeconds(), 0, 1.1, Easing.out(Easing.back(1.6)));
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const colors = [palette.accent, palette.accent2, palette.muted];
  const count = Math.round(width / 150 / u);
  const sag = 150 * u;
  const drop = (hung - 1) * 2 * sag;
  const thread = {fill: 'none', stroke: palette.muted, strokeWidth: 3 * u};
  return (
    <svg style={{position: 'absolute', inset: 0, width, height, translate: `0 ${drop}px`}}>
      <path d={`M 0 0 Q ${width / 2} ${2 * sag} ${width} 0`} {...thread} />
      {Array.from({length: count}, (_, i) => {
        const x = (i + 0.5) / count;
        const swing = 9 * Math.sin(t * 1.7 + i * 0.9) + 40 * (1 - hung);
        const place = `translate(${x * width} ${4 * sag * x * (1 - x)}) rotate(${swing})`;
        const flag = `M ${-52 * u} 0 H ${52 * u} L 0 ${118 * u} Z`;
        return <path key={i} d={flag} transform={place} fill={colors[i % 3]} />;
      })}
    </svg>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
