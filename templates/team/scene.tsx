export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function Team(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.2, size: props.size * u};
  const room = {marginBottom: 64 * u * props.spacing};
<% endif %>
  return (
    <Stage {...props}>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} style={room} />
<% endif %>
      <People {...props} />
    </Stage>
  );
}

<% if variant == 1 %>
const initials = (name: string) => {
  const words = name.trim().split(/\s+/);
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : ''];
  return `${Array.from(first)[0] ?? ''}${Array.from(last)[0] ?? ''}`.toUpperCase();
};

/** A ring closes around each, and keeps turning a little. */
const People = ({series, heading, body, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const turn = useClock(motion.speed) * 24;
  const count = series.length;
  const most = width > height ? 5 : count > 4 ? 3 : 2;
  const columns = Math.ceil(count / Math.ceil(count / most));
  const rows = Math.ceil(count / columns);
  const gap = 40 * u * spacing;
  const cell = Math.min(420 * u, (width + gap) / columns - gap);
<% if has.title %>
  const room = (height * 0.7 + gap) / rows - gap;
<% else %>
  const room = (height + gap) / rows - gap;
<% endif %>
  const side = Math.min(280 * u, cell * 0.72, room * (rows > 2 ? 0.34 : 0.5));
  const rest = room - side - 20 * u;
  const box = {width: cell, height: rest * 0.6};
  const line = {width: cell, height: rest * 0.4, size: 38 * u};
  const name = Math.min(...series.map((one) => fit(one.label, heading, {...box, size: 48 * u})));
  const role = Math.min(...series.map((one) => fit(`${one.value}`, body, line)));
  const words = {...WRAP, lineHeight: LEADING, textAlign: 'center'} as const;
  const grid = {display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap} as const;
  const middle = {display: 'grid', placeItems: 'center', position: 'relative'} as const;
  const face = {...heading, width: side, height: side, fontSize: side * 0.34, borderRadius: '50%'};
  return (
    <div style={{...grid, width: columns * (cell + gap)}}>
      {series.map(({label, value}, i) => {
        const age = t - 0.3 - i * motion.stagger;
        const color = i % 2 ? palette.accent2 : palette.accent;
        const ring = {fill: 'none', stroke: color, strokeWidth: 1.6, pathLength: 1};
        const p = ramp(age, 0.2, 1.3, Easing.inOut(Easing.cubic));
        const dash = {strokeDasharray: 1, strokeDashoffset: 1 - 0.86 * p};
        return (
          <div key={i} style={{width: cell, ...enter(arrive(age, motion))}}>
            <div style={{position: 'relative', width: side, height: side, margin: '0 auto'}}>
              <svg viewBox="-50 -50 100 100" style={{position: 'absolute', inset: 0}}>
                <circle r="40" fill={palette.surface} />
                <circle r="48" {...ring} style={{...dash, rotate: `${turn + 70 * i}deg`}} />
              </svg>
              <div aria-hidden style={{...face, ...middle, color}}>
                {initials(label)}
              </div>
            </div>
            <div style={{...heading, ...words, fontSize: name, marginTop: 20 * u}}>{label}</div>
            <div style={{...body, ...words, fontSize: role, color: palette.muted}}>{value}</div>
          </div>
        );
      })}
    </div>
  );
};
<% else %>
/** A cast list: large names left, what they do right, each on a line that draws itself. */
const People = ({series, heading, body, palette, motion, spacing}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const walk = (useClock(motion.speed) * 0.9) % (series.length + 1);
<% if has.title %>
  const room = (height * 0.72) / series.length;
<% else %>
  const room = height / series.length;
<% endif %>
  const pad = Math.min(22 * u, room * 0.1) * spacing;
  const left = {width: width * 0.6, height: room - 2 * pad, size: 84 * u};
  const right = {width: width * 0.36, height: room - 2 * pad, size: 44 * u};
  const name = Math.min(...series.map((one) => fit(one.label, heading, left)));
  const role = Math.min(...series.map((one) => fit(`${one.value}`, body, right)));
  const row = {display: 'flex', alignItems: 'center', justifyContent: 'space-between'};
  const words = {...WRAP, lineHeight: LEADING};
  return (
    <div style={{width: '100%'}}>
      {series.map(({label, value}, i) => {
        const age = t - 0.3 - i * motion.stagger;
        const lit = 100 * Math.max(0, 1 - Math.abs(walk - i - 1));
        const ink = `color-mix(in oklab, ${palette.accent} ${lit}%, ${palette.muted})`;
        const rule = {height: 2 * u, backgroundColor: ink, scale: `${arrive(age, motion)} 1`};
        return (
          <div key={i}>
            <div style={{...rule, transformOrigin: '0 0'}} />
            <div style={{...row, padding: `${pad}px 0`, ...enter(arrive(age - 0.15, motion))}}>
              <div style={{...heading, ...words, fontSize: name, textAlign: 'start'}}>{label}</div>
              <div style={{...body, ...words, fontSize: role, color: ink, textAlign: 'end'}}>
                {value}
              </div>
            </div>
          </div>
        );
      })}
    </div>
  );
};
<% endif %>

<% include "_parts/shared.tsx" %>
