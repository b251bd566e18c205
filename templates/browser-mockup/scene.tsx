export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;

export default function BrowserMockup(props: Props) {
  const {palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
<% if variant == 2 %>
  const lean = 1 - 0.7 * ramp(t, 0, LENGTH, Easing.out(Easing.quad));
  const space = `perspective(${2400 * u}px) rotateX(${24 * lean}deg) rotateZ(${-7 * lean}deg)`;
  const window = {width, height: Math.max(width * 0.56, height * 0.8), transform: space};
<% else %>
  const window = {width, height: Math.min(height, Math.max(width * 0.62, height * 0.86))};
<% endif %>
  return (
    <Stage {...props}>
      <div style={enter(arrive(t - 0.1, motion))}>
        <Window palette={palette} style={window} bar={<Address {...props} />}>
          <Page {...props} width={window.width} height={window.height - 92 * u} />
        </Window>
      </div>
    </Stage>
  );
}

/** When the page comes. */
<% if has.url %>
const LOADED = 1.5;

/** The address, key by key, and the line that says that its page is on the way. */
const Address = ({url, body, palette}: Props) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  const box = {width: 900 * u, height: 54 * u, size: 34 * u};
  const way = ramp(t, LOADED - 0.2, LOADED + 0.7, Easing.inOut(Easing.cubic));
  const caret = t < LOADED ? palette.accent : 'transparent';
  const pill = {flexGrow: 1, borderRadius: 30 * u, backgroundColor: blend(palette.text, 8)};
  const fontSize = Math.max(28 * u, fit(url, body, box));
  const type = {...body, fontSize, lineHeight: 1.2, wordBreak: 'break-all'} as const;
  const line = {position: 'absolute', left: 0, bottom: -4 * u, height: 6 * u} as const;
  const drawn = {width: `${100 * way}%`, opacity: ramp(t, LOADED + 1, LOADED + 0.7)};
  return (
    <div style={{...pill, ...type, marginLeft: 22 * u, padding: `${10 * u}px ${34 * u}px`}}>
      <Typed text={url} typed={ramp(t, 0.6, LOADED - 0.2)} color={caret} />
      <div style={{...line, ...drawn, backgroundColor: palette.accent}} />
    </div>
  );
};

<% else %>
const LOADED = 0.5;

const Address = ({palette}: Props) => {
  const {u} = useSafeArea();
  const pill = {flexGrow: 1, height: 56 * u, borderRadius: 28 * u, marginLeft: 22 * u};
  return <div style={{...pill, backgroundColor: blend(palette.text, 8)}} />;
};

<% endif %>
<% if has.image %>
/** The picture as the page, which is slowly looked through. */
const Page = ({width, height, ...props}: Props & {width: number; height: number}) => {
<% if has.title %>
  const {image, title, heading, palette, motion} = props;
<% else %>
  const {image, palette} = props;
<% endif %>
  const t = useSeconds();
  const come = ramp(t, LOADED, LOADED + 0.6, Easing.out(Easing.cubic));
  const pan = 1 + 0.07 * ramp(t, LOADED, LENGTH);
  const look = {width: '100%', height: '100%', scale: pan, transformOrigin: '50% 0', opacity: come};
<% if has.title %>
  const {u} = useSafeArea();
  const box = {width: width - 120 * u, height: height * 0.4, size: props.size * u};
  const veil = `linear-gradient(transparent, ${palette.surface} 75%)`;
  const foot = {position: 'absolute', insetInline: 0, bottom: 0, background: veil} as const;
  const text = {padding: `${140 * u}px ${60 * u}px ${60 * u}px`, textAlign: 'start'} as const;
<% endif %>
  return (
    <div style={{position: 'relative', width, height, overflow: 'hidden'}}>
      <div style={look}>
        <Photo src={image} palette={palette} />
      </div>
<% if has.title %>
      <div style={{...foot, ...text}}>
        <Text text={title} font={heading} box={box} motion={motion} delay={LOADED + 0.3} />
      </div>
<% endif %>
    </div>
  );
};
<% else %>
/** A page that stands for any other: its parts come in one after the other. */
const Page = ({width, height, ...props}: Props & {width: number; height: number}) => {
<% if has.title %>
  const {heading, palette, motion} = props;
<% else %>
  const {palette, motion} = props;
<% endif %>
  const {u} = useSafeArea();
  const t = useSeconds() - LOADED;
  const wide = width > height;
<% if variant == 2 %>
  const glide = -0.16 * height * ramp(t, 0.6, LENGTH - LOADED, Easing.inOut(Easing.quad));
<% else %>
  const glide = -0.04 * height * ramp(t, 1, LENGTH - LOADED, Easing.inOut(Easing.quad));
<% endif %>
  const part = (turn: number) => enter(arrive(t - turn * motion.stagger * 2, motion));
  const page = {width, height, overflow: 'hidden', boxSizing: 'border-box'} as const;
  const hero = {display: 'flex', flexDirection: wide ? 'row' : 'column', gap: 60 * u} as const;
  const frame = {height: wide ? height * 0.56 : height * 0.38, flexShrink: 0, overflow: 'hidden'};
<% if has.title %>
  const column = wide ? (width - 200 * u) * 0.5 : width - 140 * u;
  const box = {width: column, height: height * 0.36, size: props.size * u};
<% else %>
  const column = width - 140 * u;
<% endif %>
  const line = `${2 * u}px solid ${blend(palette.text, 14)}`;
  const picture = {...frame, width: column, borderRadius: 24 * u, border: line};
  const card = {flexGrow: 1, height: height * 0.3, borderRadius: 24 * u};
  const fill = {backgroundColor: blend(palette.text, 7)};
  const nav = {display: 'flex', gap: 30 * u, marginBottom: 56 * u};
  return (
    <div style={{...page, padding: `${40 * u}px ${70 * u}px`}}>
      <div style={{translate: `0 ${glide}px`, textAlign: 'start'}}>
        <div style={{...nav, ...part(0)}}>
          <Bar color={palette.accent} width={44 * u} />
          <div style={{flexGrow: 1}} />
          <Bar color={blend(palette.text, 16)} width={90 * u} />
          <Bar color={blend(palette.text, 16)} width={90 * u} />
        </div>
        <div style={hero}>
<% if has.title %>
          <div style={{width: column, alignSelf: 'center'}}>
            <Text text={props.title} font={heading} box={box} motion={motion} delay={LOADED} />
            <div style={{display: 'grid', gap: 22 * u, margin: `${40 * u}px 0`, ...part(2)}}>
              <Bar color={blend(palette.text, 14)} width={column * 0.9} />
              <Bar color={blend(palette.text, 14)} width={column * 0.66} />
            </div>
            <div style={part(3)}>
              <Bar color={palette.accent} width={230 * u} />
            </div>
          </div>
<% endif %>
          <div style={{...picture, ...part(2.5)}}>
            <Placeholder palette={palette} />
          </div>
        </div>
        <div style={{display: 'flex', gap: 40 * u, marginTop: 60 * u}}>
          {[3, 3.5, 4].map((turn) => (
            <div key={turn} style={{...part(turn), ...card, ...fill}} />
          ))}
        </div>
      </div>
    </div>
  );
};

const Bar = ({color, width}: {color: string; width: number}) => {
  const {u} = useSafeArea();
  return <div style={{width, height: 30 * u, borderRadius: 15 * u, backgroundColor: color}} />;
};
<% endif %>

<% if has.url %>
<% include "_parts/typing.tsx" %>

<% endif %>
<% include "_parts/window.tsx" %>

<% include "_parts/photo.tsx" %>

<% include "_parts/shared.tsx" %>
