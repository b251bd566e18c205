export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 6;

<% if variant == 3 %>
export default function Quote(props: Props) {
<% if has.author or has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, padding} = useSafeArea();
  const {width, height} = useVideoConfig();
  const wide = width > height;
  const opened = ramp(useSeconds(), 0, 0.9, Easing.bezier(0.7, 0, 0.2, 1));
  const side = (wide ? 96 : 72) * u;
  const bottom = height > width ? height * 0.2 : side;
<% if has.author and has.role %>
  const part = wide || props.author.length + props.role.length < 120 ? 0.34 : 0.5;
<% else %>
  const part = 0.34;
<% endif %>
<% if has.author or has.role %>
  const panelWidth = wide ? width * 0.36 - 2 * side : width - 2 * side - 250 * u;
<% endif %>
  const quote = wide
    ? {width: width * 0.64 - 2 * side, height: height - 2 * side, size: props.size * u}
    : {width: width - 2 * side, height: height * (1 - part) - side - bottom, size: props.size * u};
<% if has.author %>
  const strong = {...body, fontWeight: 600};
  const name = {width: panelWidth, height: (wide ? 300 : 190) * u, size: 46 * u};
<% endif %>
<% if has.role %>
  const small = {width: panelWidth, height: (wide ? 300 : 190) * u, size: 36 * u};
<% endif %>
  const panel: CSSProperties = {
    alignSelf: 'stretch',
    flex: wide ? '0 0 36%' : `0 0 ${100 * part}%`,
    display: 'flex',
    flexDirection: wide ? 'column' : 'row',
    justifyContent: 'space-between',
    alignItems: wide ? 'flex-start' : 'flex-end',
    textAlign: wide ? 'start' : 'end',
    padding,
    paddingBottom: side,
    backgroundColor: palette.accent,
    color: palette.onAccent,
    clipPath: wide ? `inset(0 0 ${100 - 100 * opened}%)` : `inset(0 ${100 - 100 * opened}% 0 0)`,
  };
  return (
    <Stage {...props}>
      <div style={{...SPREAD, flexDirection: wide ? 'row' : 'column'}}>
        <div style={panel}>
          <Mark {...props} color={palette.onAccent} />
<% if has.author or has.role %>
          <div>
<% if has.author %>
            <Text text={props.author} font={strong} box={name} motion={motion} delay={1} />
<% endif %>
<% if has.role %>
            <Text text={props.role} font={body} box={small} motion={motion} delay={1.1} />
<% endif %>
          </div>
<% endif %>
        </div>
        <div style={{...COLUMN, padding: wide ? padding : `${side}px ${side}px ${bottom}px`}}>
          <Text text={props.quote} font={heading} box={quote} motion={motion} delay={0.5} />
        </div>
      </div>
    </Stage>
  );
}

<% include "_parts/halves.tsx" %>
<% elif variant == 2 %>
export default function Quote(props: Props) {
<% if has.author or has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
<% if has.author or has.role %>
  const quote = {width: width * 0.84, height: height - 480 * u, size: props.size * u};
<% else %>
  const quote = {width: width * 0.84, height: height - 200 * u, size: props.size * u};
<% endif %>
  const drawn = arrive(useSeconds(), motion);
  const rule = {width: width * drawn, height: 3 * u, backgroundColor: palette.accent};
<% if has.author %>
  const strong = {...body, fontWeight: 600};
  const name = {width: quote.width, height: 150 * u, size: 46 * u};
<% endif %>
<% if has.role %>
  const small = {width: quote.width, height: 150 * u, size: 36 * u};
<% endif %>
  const drift = ramp(useSeconds(), 0, LENGTH);
  const vast = {left: (60 - 40 * drift) * u, top: (40 - 60 * drift) * u, scale: 4};
  return (
    <Stage {...props}>
      <div style={{position: 'absolute', transformOrigin: 'top left', ...vast}}>
        <Mark {...props} color={palette.surface} />
      </div>
      <div style={{position: 'relative', ...CENTERED, width}}>
        <div style={rule} />
        <div style={{padding: `${64 * u * props.spacing}px 0`}}>
          <Text text={props.quote} font={heading} box={quote} motion={motion} delay={0.3} />
        </div>
        <div style={rule} />
<% if has.author or has.role %>
        <div style={{marginTop: 48 * u * props.spacing}}>
<% if has.author %>
          <Text text={props.author} font={strong} box={name} motion={motion} delay={1} />
<% endif %>
<% if has.role %>
          <Text text={props.role} font={body} box={small} motion={motion} delay={1.1} />
<% endif %>
        </div>
<% endif %>
      </div>
    </Stage>
  );
}

<% if has.align and align == "left" %>
const CENTERED = {display: 'grid', justifyItems: 'start'} as const;
<% elif has.align and align == "right" %>
const CENTERED = {display: 'grid', justifyItems: 'end'} as const;
<% else %>
const CENTERED = {display: 'grid', justifyItems: 'center', textAlign: 'center'} as const;
<% endif %>
<% else %>
export default function Quote(props: Props) {
<% if has.author or has.role %>
  const {heading, body, palette, motion} = props;
<% else %>
  const {heading, palette, motion} = props;
<% endif %>
  const {u, width, height} = useSafeArea();
<% if align == "left" %>
  const beside = width > height;
  const room = beside ? width - 330 * u : width;
<% if has.author and has.role %>
  const foot = props.author.length + props.role.length < 120 ? 500 : 640;
  const above = (beside ? 270 : foot) * u;
<% elif has.author or has.role %>
  const above = (beside ? 270 : 500) * u;
<% else %>
  const above = (beside ? 0 : 230) * u;
<% endif %>
  const quote = {width: room, height: height - above, size: props.size * u};
<% else %>
<% if has.author or has.role %>
  const beside = width > height;
  const room = width;
<% endif %>
<% if has.author and has.role %>
  const above = props.author.length + props.role.length < 120 ? 460 : 640;
  const quote = {width, height: height - above * u, size: props.size * u};
<% else %>
  const quote = {width, height: height - 460 * u, size: props.size * u};
<% endif %>
<% endif %>
<% if has.author %>
  const strong = {...body, fontWeight: 600};
  const name = {width: room, height: (beside ? 100 : 150) * u, size: 46 * u};
<% endif %>
<% if has.role %>
  const small = {width: room, height: (beside ? 100 : 150) * u, size: 36 * u};
<% endif %>
<% if has.author or has.role %>
  const drawn = 110 * u * arrive(useSeconds() - 0.8, motion);
  const margin = `${50 * u * props.spacing}px 0 ${28 * u}px`;
  const dash = {width: drawn, height: 5 * u, margin, backgroundColor: palette.accent};
<% endif %>
<% if align == "left" %>
  const flow = {...FLOW, flexDirection: beside ? 'row' : 'column', gap: 70 * u} as const;
<% else %>
  const flow = {...FLOW, flexDirection: 'column', gap: 70 * u} as const;
<% endif %>
  return (
    <Stage {...props}>
      <div style={flow}>
        <Mark {...props} color={palette.accent} />
        <div style={{...FLOW, flexDirection: 'column'}}>
          <Text text={props.quote} font={heading} box={quote} motion={motion} delay={0.3} />
<% if has.author or has.role %>
          <div style={dash} />
<% if has.author %>
          <Text text={props.author} font={strong} box={name} motion={motion} delay={1} />
<% endif %>
<% if has.role %>
          <Text text={props.role} font={body} box={small} motion={motion} delay={1.1} />
<% endif %>
<% endif %>
        </div>
      </div>
    </Stage>
  );
}

const FLOW = {display: 'flex', alignItems: 'inherit'} as const;
<% endif %>

/** A quotation mark whose halves drop in as one and open. */
const Mark = ({motion, color}: Props & {color: string}) => {
  const {u} = useSafeArea();
  const t = useSeconds();
  return (
    <svg width={190 * u} height={160 * u} viewBox="0 0 119 100" fill={color} overflow="visible">
      {[0, 1].map((half) => {
        const p = arrive(t - half * 0.25, motion);
        const d = 'M0 100V50A50 50 0 0 1 50 0V24A26 26 0 0 0 24 50H53V100Z';
        const moved = `translate(${66 * half * p} ${p * 30 - 30})`;
        return <path key={half} d={d} opacity={p} transform={moved} />;
      })}
    </svg>
  );
};

<% include "_parts/shared.tsx" %>
