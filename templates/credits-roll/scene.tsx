export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 8;

export default function CreditsRoll(props: Props) {
  return (
    <Stage {...props}>
      <Roll {...props} />
    </Stage>
  );
}

const FADING = 'linear-gradient(transparent 3%, black 14%, black 86%, transparent 97%)';

<% if variant == 1 %>
/** Roles on one side of an axis and names on the other come up; the last lines rest in the middle. */
const Roll = ({items, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const half = (width - 64 * u) / 2;
  const size = Math.max(36, props.size * 0.5) * u;
  const credits = items.map((item) => item.match(/^([^:|]+)[:|]\s*(.+)$/)?.slice(1) ?? [item]);
  const sizes = credits.map((credit) => {
    const box = {width: credit.length > 1 ? half : width, height: 200 * u, size};
    return Math.min(...credit.map((text) => fit(text, props.body, box)));
  });
  const text = {...props.body, ...WRAP, flex: 1, lineHeight: LEADING, fontSize: Math.min(...sizes)};
  const line = {display: 'flex', alignItems: 'baseline', gap: 64 * u};
  const p = ramp(t, 0, LENGTH - 1, Easing.bezier(0.3, 0.2, 0.6, 1));
  const place = {position: 'absolute', top: `${64 - 4 * p}%`, translate: `0 ${-100 * p}%`} as const;
  return (
    <div style={{position: 'relative', width, height, maskImage: FADING}}>
      <div style={{...place, width, display: 'grid', gap: 40 * props.spacing * u}}>
<% if has.title %>
        <Title {...props} motion={motion} />
<% endif %>
        {credits.map(([role, name], i) => (
          <div key={i} style={{...line, ...enter(arrive(t - i * motion.stagger, motion))}}>
            {name && <div style={{...text, textAlign: 'end', color: palette.muted}}>{role}</div>}
            <div style={{...text, textAlign: name ? 'start' : 'center'}}>{name ?? role}</div>
          </div>
        ))}
      </div>
    </div>
  );
};

<% if has.title %>
const Title = ({title, heading, motion, size}: Omit<Props, 'items' | 'palette'>) => {
  const {u, width, height} = useSafeArea();
  const box = {width, height: height * 0.4, size: size * u};
  return (
    <div style={{textAlign: 'center', marginBottom: 80 * u}}>
      <Text text={title} font={heading} box={box} motion={motion} delay={0} />
    </div>
  );
};

<% endif %>
<% else %>
/** Large names on a wheel that turns; the one in front is lit. */
const Roll = ({items, palette, motion, ...props}: Props) => {
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if has.title %>
  const beside = width > 1.4 * height;
  const aside = beside ? {width: width * 0.36, height} : {width, height: height * 0.2};
  const title = {...aside, size: props.size * u};
  const flow = {flexWrap: 'wrap', justifyContent: 'space-between'} as const;
  const wheel = beside ? {width: width * 0.56, height} : {width, height: height * 0.72};
<% else %>
  const wheel = {width, height};
<% endif %>
  const pitch = 250 * props.spacing * u;
  const credits = items.map((item) => item.match(/^([^:|]+)[:|]\s*(.+)$/)?.slice(1) ?? ['', item]);
  const box = {width: wheel.width, height: pitch * 0.6, size: props.size * 0.72 * u};
  const fontSize = Math.min(...credits.map(([, name]) => fit(name, props.heading, box)));
  const turned = ramp(t, 0.8, LENGTH - 1.2, Easing.bezier(0.4, 0.2, 0.6, 0.9)) * (items.length - 1);
  const front = turned + 0.24 * (t / LENGTH - 0.5);
  const large = {...props.heading, ...WRAP, lineHeight: LEADING, fontSize};
  const small = {...props.body, fontSize: Math.max(36 * u, fontSize * 0.38)};
  const row = {
    position: 'absolute',
    display: 'grid',
    alignContent: 'center',
    width: '100%',
<% if has.title and not has.align %>
    textAlign: beside ? 'start' : 'center',
    transformOrigin: beside ? 'left' : 'center',
<% endif %>
  } as const;
  return (
<% if has.title %>
    <div style={{...flow, width, display: 'flex', alignItems: 'center'}}>
      <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0} />
<% else %>
    <div style={{width}}>
<% endif %>
      <div style={{...wheel, position: 'relative', maskImage: FADING}}>
        {credits.map(([role, name], i) => {
          const away = i - front;
          const near = Math.max(0, 1 - Math.abs(away));
          const shown = arrive(t - 0.2 - away * motion.stagger, motion);
          const place = {top: wheel.height / 2 + (away - 0.5) * pitch, height: pitch};
          const color = `color-mix(in oklab, ${palette.text} ${100 * near}%, ${palette.muted})`;
          return (
            <div key={i} style={{...row, ...place, color, scale: 0.8 + 0.2 * near}}>
              {role && <div style={{...small, color: palette.accent}}>{role}</div>}
              <div style={{...large, ...enter(shown)}}>{name}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
};

<% endif %>
<% include "_parts/shared.tsx" %>
