export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 4;
const PRESS = 1.6;

export default function ButtonClick(props: Props) {
<% if has.title %>
  const {heading, motion} = props;
  const {u, width, height} = useSafeArea();
  const title = {width, height: height * 0.5, size: 144 * u};
<% if variant == 2 %>
  const flooded = 100 * ramp(useSeconds(), PRESS + 0.22, PRESS + 0.42);
  const color = `color-mix(in oklab, ${props.palette.onAccent} ${flooded}%, ${props.palette.text})`;
  const ink = {color, marginBottom: 90 * u * props.spacing};
<% else %>
  const ink = {marginBottom: 90 * u * props.spacing};
<% endif %>
<% endif %>
  return (
    <Stage {...props}>
<% if variant == 2 %>
      <Flood {...props}>
<% if has.title %>
        <Text text={props.title} font={heading} box={title} motion={motion} delay={0} style={ink} />
<% endif %>
        <Button {...props} />
      </Flood>
<% else %>
<% if has.title %>
      <Text text={props.title} font={heading} box={title} motion={motion} delay={0} style={ink} />
<% endif %>
      <Button {...props} />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
/** Keeps the ripple, which grows beyond the frame, below what stands in it. */
const Flood = ({children}: Props & {children: ReactNode}) => {
  const column = {display: 'flex', flexDirection: 'column', alignItems: 'inherit'} as const;
  return <div style={{...column, isolation: 'isolate'}}>{children}</div>;
};

<% endif %>
const Button = (props: Props) => {
  const {button, heading, palette, motion} = props;
  const {u, width} = useSafeArea();
  const t = useSeconds();
  const box = {width: width - 240 * u, height: 260 * u, size: props.size * u};
  const fontSize = fit(button, heading, box);
  const round = {borderRadius: 100 * u, scale: 1 - 0.07 * pressed(t - PRESS)};
  const type = {...heading, ...WRAP, fontSize, lineHeight: 1.15};
<% if variant == 2 %>
  const middle = {position: 'absolute', left: '54%', top: '74%'} as const;
  const reach = Math.hypot(useVideoConfig().width, useVideoConfig().height) * 2;
  const grown = ramp(t, PRESS, PRESS + 0.7, Easing.inOut(Easing.cubic));
  const disc = {width: reach, height: reach, marginLeft: -reach / 2, marginTop: -reach / 2};
  const flood = {...middle, ...disc, borderRadius: '50%', backgroundColor: palette.accent};
  const face = {backgroundColor: palette.background, color: palette.accent};
  const line = {border: `${5 * u}px solid ${palette.accent}`, padding: `${44 * u}px ${110 * u}px`};
<% else %>
  const face = {backgroundColor: palette.accent, color: palette.onAccent};
  const padding = `${50 * u}px ${110 * u}px`;
<% endif %>
  return (
    <div style={{position: 'relative'}}>
<% if variant == 2 %>
      <div style={{...flood, scale: grown, zIndex: -1}} />
      <div style={enter(arrive(t - 0.2, motion))}>
        <div style={{...round, ...type, ...face, ...line}}>{button}</div>
      </div>
<% else %>
      {[0, 1, 2].map((i) => (
        <Ring key={i} palette={palette} age={t - PRESS - i * 0.22} />
      ))}
      <div style={enter(arrive(t - 0.2, motion))}>
        <div style={{...round, ...type, ...face, padding}}>{button}</div>
      </div>
<% endif %>
      <Cursor {...props} at={PRESS} style={{left: '54%', top: '74%'}} />
    </div>
  );
};

<% if variant == 1 %>
const Ring = ({palette, age}: Pick<Props, 'palette'> & {age: number}) => {
  const {u} = useSafeArea();
  const p = ramp(age, 0, 1.3, Easing.out(Easing.cubic));
  const line = `${6 * u * (1 - p)}px solid ${palette.accent}`;
  const place = {position: 'absolute', inset: -110 * u * p, borderRadius: 300 * u} as const;
  return <div style={{...place, border: line, opacity: age > 0 ? 1 - p : 0}} />;
};

<% endif %>
<% include "_parts/cursor.tsx" %>

<% include "_parts/shared.tsx" %>
