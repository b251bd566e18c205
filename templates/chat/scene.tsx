export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

<% if variant == 2 %>
export default function Chat(props: Props) {
  return (
    <Stage {...props}>
      <Messenger {...props} />
    </Stage>
  );
}

/** The window around the conversation: who it is with, and the line to write in. */
const Messenger = (props: Props) => {
  const {palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const window = {width: Math.min(width, 1240 * u), height: Math.min(height, 1240 * u)};
  const line = `${2 * u}px solid ${blend(palette.text, 12)}`;
  const row = {display: 'flex', alignItems: 'center', gap: 24 * u, padding: 26 * u} as const;
  const face = {backgroundColor: palette.surface, border: line, borderRadius: 48 * u};
  const boxShadow = `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.28)`;
  const column = {display: 'flex', flexDirection: 'column', boxSizing: 'border-box'} as const;
<% if has.title %>
  const box = {width: window.width - 240 * u, height: 250 * u, size: 44 * u};
<% endif %>
  const pill = {flexGrow: 1, height: 68 * u, borderRadius: 34 * u, border: line};
  const shown = enter(arrive(useSeconds() - 0.1, motion));
  return (
    <div dir="ltr" style={{...window, ...column, ...face, ...shown, boxShadow}}>
<% if has.title %>
      <div style={{...row, borderBottom: line}}>
        <Avatar palette={palette} size={76 * u} />
        <Text text={props.title} font={props.heading} box={box} motion={motion} delay={0.2} />
      </div>
<% endif %>
      <Conversation {...props} width={window.width - 80 * u} height={window.height - 240 * u} />
      <div style={{...row, borderTop: line}}>
        <div style={pill} />
        <svg viewBox="0 0 24 24" width={68 * u} fill={palette.accent}>
          <path d="M12 0a12 12 0 1 0 .1 0M11 18V10L8 13 6.5 11.5 12 6 17.5 11.5 16 13 13 10V18Z" />
        </svg>
      </div>
    </div>
  );
};

<% else %>
export default function Chat(props: Props) {
  const {u, width, height} = useSafeArea();
<% if has.title %>
  const {title, heading, motion} = props;
  const wide = width > height;
  const size = 104 * u;
  const box = wide ? {width: width * 0.36, height, size} : {width, height: 200 * u, size};
  const side = {textAlign: wide ? 'start' : 'center'} as const;
  const gap = 60 * u * props.spacing;
  const room = wide ? {width: width * 0.64 - gap, height} : {width, height: height - 200 * u - gap};
  const place = {display: 'flex', flexDirection: wide ? 'row' : 'column', gap, width} as const;
  return (
    <Stage {...props}>
      <div style={{...place, alignItems: 'center', justifyContent: 'space-between'}}>
        <Text text={title} font={heading} box={box} motion={motion} delay={0} style={side} />
        <Conversation {...props} {...room} />
      </div>
    </Stage>
  );
<% else %>
  return (
    <Stage {...props}>
      <Conversation {...props} width={Math.min(width, 1320 * u)} height={height} />
    </Stage>
  );
<% endif %>
}

<% endif %>
/** The messages, one after the other; when there is no room left, the first go up and away. */
const Conversation = ({width, height, ...props}: Props & {width: number; height: number}) => {
  const {series, body, motion, spacing} = props;
  const {u} = useSafeArea();
  const t = useSeconds();
  const step = Math.min(motion.stagger, (LENGTH - 1.6) / series.length);
  const speakers = [...new Set(series.map(({label}) => label))];
  const me = speakers.find((name) => /^(me|i|you)$/i.test(name)) ?? speakers[1];
  const text = series.map(({value}) => value).join('\n');
  const room = (height - series.length * (36 + 26 * spacing) * u) * 0.6;
  const fitted = fit(text, body, {width: width * 0.68, height: room, size: props.size * u});
  const column = {display: 'flex', flexDirection: 'column', justifyContent: 'flex-end'} as const;
<% if variant == 2 %>
  const place = {flex: 1, minHeight: 0, padding: `${50 * u}px ${38 * u}px ${26 * u}px`};
<% else %>
  const place = {width, maxHeight: height, margin: -50 * u, padding: 50 * u};
<% endif %>
  const maskImage = `linear-gradient(transparent, black ${50 * u}px)`;
  return (
    <div dir="ltr" style={{...column, ...place, maskImage, boxSizing: 'content-box'}}>
      {series.map(({label, value}, i) => (
        <Message
          key={i}
          {...props}
          text={`${value}`}
          name={label === series[i - 1]?.label ? '' : label}
          mine={label === me}
          fontSize={Math.max(fitted, 36 * u)}
          age={t - 0.3 - i * step}
        />
      ))}
    </div>
  );
};

type Line = {text: string; name: string; mine: boolean; fontSize: number; age: number};

/** Three dots while it is being written, out of which the bubble opens. */
const Message = ({text, name, mine, fontSize, age, ...props}: Props & Line) => {
  const {body, palette, motion, spacing} = props;
  const {u} = useSafeArea();
  const wave = useClock(7);
  const shut = 1 - ramp(age, motion.entrance, motion.entrance * 1.6, Easing.out(Easing.cubic));
  const away = (ems: number) => `calc(${shut} * (100% - ${ems * fontSize}px))`;
  const [color, fill] = mine
    ? [palette.onAccent, palette.accent]
    : [palette.text, blend(palette.text, 11)];
  const side = mine ? 'right' : 'left';
  const round = mine ? '0.8em 0.8em 0.12em' : '0.8em 0.8em 0.8em 0.12em';
  const ends = mine ? `${away(2.1)} 0 0 ${away(2.7)}` : `${away(2.1)} ${away(2.7)} 0 0`;
  const clipPath = shut > 0 ? `inset(${ends} round ${round})` : undefined;
  const shape = {display: 'inline-block', maxWidth: '78%', padding: '0.42em 0.72em', clipPath};
  const flow = {position: 'relative', whiteSpace: 'pre-line', overflowWrap: 'anywhere'} as const;
  const type = {...body, fontSize, lineHeight: 1.28, textAlign: 'start', color} as const;
  const dots = {position: 'absolute', bottom: '0.9em', [side]: '0.7em', opacity: shut} as const;
  const disc = {width: '0.28em', height: '0.28em', borderRadius: '50%', backgroundColor: color};
  const dot = {...disc, display: 'inline-block', marginRight: '0.2em'};
  const aside = {minHeight: 0, textAlign: side, transformOrigin: `${side} 100%`} as const;
  const above = {...body, fontSize: 30 * u, color: palette.muted, paddingTop: 6 * u};
  return (
    <div style={{display: 'grid', gridTemplateRows: `${ramp(age, 0, 0.3)}fr`, flexShrink: 0}}>
      <div style={{...aside, ...enter(arrive(age, motion))}}>
        <div style={{...above, marginTop: (name ? 26 : 8) * u * spacing}}>{name}</div>
        <div style={{...type, ...shape, ...flow, backgroundColor: fill, borderRadius: round}}>
          <div dir="auto" style={{opacity: 1 - shut}}>
            {text}
          </div>
          <div style={dots}>
            {[0, 1, 2].map((i) => (
              <div key={i} style={{...dot, translate: `0 ${0.12 * Math.sin(wave - i)}em`}} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};

<% if variant == 2 and has.title %>
<% include "_parts/avatar.tsx" %>

<% endif %>
<% include "_parts/blend.tsx" %>

<% include "_parts/shared.tsx" %>
