export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Timeline(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.2, size: props.size * u};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} />
<% endif %>
      <Milestones {...props} />
    </Stage>
  );
}

const Milestones = ({series, palette, heading, body, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const room = height * 0.72;
<% else %>
  const room = height;
<% endif %>
  const count = series.length;
  const step = Math.min(motion.stagger * 1.5, 1.4 / count);
  const reach = 100 * ramp(t, 0.2, 0.6 + count * step, Easing.inOut(Easing.quad));
  const pulse = 1 + 0.5 * Math.abs(Math.sin(1.5 * useClock(motion.speed)));
  const faint = `color-mix(in oklab, ${palette.text} 18%, transparent)`;
  const texts = series.map((point) => String(point.value));
<% if variant == 2 %>
  const slot = Math.min(room / count, 250 * u);
  const left = Math.min(width * 0.36, 460 * u);
  const dates = {width: left - 50 * u, height: slot * 0.9, size: Math.min(120 * u, slot * 0.7)};
  const words = {...dates, width: width - left - 60 * u, size: Math.min(56 * u, slot * 0.6)};
<% else %>
  const along = width > 1.3 * height && count < 7;
  const slot = along ? width / count : Math.min(room / count, 250 * u);
  const dense = slot < 110 * u;
  const inner = along ? slot - 48 * u : (width - 80 * u) * (dense ? 0.48 : 1);
  const tall = along ? room * 0.42 : slot;
  const high = dense ? [0.9, 0.9] : [0.5, 0.6];
  const dates = {width: inner, height: tall * high[0], size: Math.min(84 * u, slot * 0.32)};
  const words = {width: inner, height: tall * high[1], size: Math.min(48 * u, slot * 0.3)};
<% endif %>
  const dated = Math.min(...series.map((point) => fit(point.label, heading, dates)));
  const worded = Math.min(...texts.map((text) => fit(text, body, words)));
  const date = {...heading, fontSize: Math.max(28 * u, dated), lineHeight: 1.25};
  const word = {...body, ...WRAP, fontSize: Math.max(28 * u, worded), lineHeight: LEADING};
  const size = 28 * u;
<% if variant == 2 %>
  const ahead = {width: left - 50 * u, textAlign: 'right'} as const;
<% endif %>
  const dot = {width: size, height: size, borderRadius: size / 2, flexShrink: 0};
<% if variant == 2 %>
  const track = {position: 'absolute', left: left - 2 * u, width: 4 * u} as const;
  return (
    <div dir="ltr" style={{position: 'relative', width, marginTop: 32 * props.spacing * u}}>
      <div style={{...track, height: '100%', backgroundColor: faint}} />
      <div style={{...track, height: `${reach}%`, backgroundColor: palette.accent}} />
<% else %>
  const thin = {position: 'absolute', borderRadius: 2 * u} as const;
  const track = along
    ? {...thin, top: size / 2 - 2 * u, height: 4 * u}
    : {...thin, left: size / 2 - 2 * u, width: 4 * u};
  const length = along ? 'width' : 'height';
  const flow = along ? 'row' : 'column';
  const turn = along ? 'column' : 'row';
  const item = {...ROW, flexDirection: turn, gap: 28 * u, [length]: slot} as const;
  const list = {position: 'relative', display: 'flex', flexDirection: flow, width} as const;
  return (
    <div dir="ltr" style={{...list, marginTop: 72 * props.spacing * u}}>
      <div style={{...track, [length]: '100%', backgroundColor: faint}} />
      <div style={{...track, [length]: `${reach}%`, backgroundColor: palette.accent}} />
<% endif %>
      {series.map((point, i) => {
        const come = arrive(t - 0.3 - i * step, motion);
        const last = i === count - 1;
        const scale = come * (last ? pulse : 1);
        const mark = {...dot, scale, backgroundColor: last ? palette.accent2 : palette.accent};
        return (
<% if variant == 2 %>
          <div key={i} style={{...ROW, height: slot}}>
            <div dir="auto" style={{...date, ...ahead, ...enter(come)}}>
              {point.label}
            </div>
            <div style={{...mark, margin: `0 ${36 * u}px`}} />
            <div dir="auto" style={{...word, ...enter(come), flex: 1}}>
              {texts[i]}
            </div>
          </div>
<% else %>
          <div key={i} style={item}>
            <div style={mark} />
            <div style={{...enter(come), display: dense ? 'flex' : 'block', gap: 24 * u}}>
              <div dir="auto" style={{...date, maxWidth: inner, color: palette.accent}}>
                {point.label}
              </div>
              <div dir="auto" style={{...word, maxWidth: inner}}>
                {texts[i]}
              </div>
            </div>
          </div>
<% endif %>
        );
      })}
    </div>
  );
};

<% if variant == 2 %>
const ROW = {display: 'flex', alignItems: 'center', textAlign: 'left'} as const;
<% else %>
const ROW = {position: 'relative', display: 'flex', textAlign: 'left'} as const;
<% endif %>

<% include "_parts/shared.tsx" %>
