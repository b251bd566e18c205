type Props = {
<% if has.eyebrow %>
  eyebrow: string;
<% endif %>
  title: string;
<% if has.subtitle %>
  subtitle: string;
<% endif %>
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 4;

export default function TitleCard(props: Props) {
  const {palette, type, motion} = props;
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const heading = headingStyle(type);
<% if has.eyebrow and has.subtitle %>
  const body = bodyStyle(type);
  const ready = useFonts(`${props.eyebrow} ${props.title} ${props.subtitle}`, heading, body);
<% elif has.eyebrow %>
  const body = bodyStyle(type);
  const ready = useFonts(`${props.eyebrow} ${props.title}`, heading, body);
<% elif has.subtitle %>
  const body = bodyStyle(type);
  const ready = useFonts(`${props.title} ${props.subtitle}`, heading, body);
<% else %>
  const ready = useFonts(props.title, heading);
<% endif %>
  if (!ready) return null;

<% if has.font_size %>
  const size = type.fontSize * u;
<% elif variant == 3 %>
  const size = 460 * type.scale * u;
<% else %>
  const size = 216 * type.scale * u;
<% endif %>
<% if variant == 3 %>
  const leading = 0.96 * type.spacing;
  const title = fitLines(props.title, heading, {width, height: height * 0.7, size, leading});
  const largest = Math.min(size, title.fontSize * 1.6);
  const sizes = title.lines.map((text) =>
    Math.min(largest, fitText({text: text.trim(), withinWidth: width, ...heading}).fontSize),
  );
  const tall = sizes.reduce((sum, lineSize) => sum + lineSize * leading, 0);
  const squeeze = Math.min(1, (height * 0.7) / tall);
<% if has.subtitle %>
  const descent = sizes[sizes.length - 1] * squeeze * 0.16;
<% endif %>
<% elif variant == 2 %>
  const leading = 1.08 * type.spacing;
  const room = {width: width * 0.84, height: height * 0.5, size, leading};
  const title = fitLines(props.title, heading, room);
<% else %>
  const leading = 1.06 * type.spacing;
  const title = fitLines(props.title, heading, {width, height: height * 0.58, size, leading});
<% endif %>
<% if has.eyebrow %>
  const above = {width: width * 0.7, height: 140 * u, size: 42 * type.scale * u, leading: 1.25};
  const eyebrow = fitLines(props.eyebrow, {...body, fontWeight: 500}, above);
<% endif %>
<% if has.eyebrow and variant == 2 %>
  const {fontSize} = eyebrow;
  const widths = eyebrow.lines.map((text) => measureText({text, fontSize, ...body}).width);
  const gap = Math.max(...widths) + 64 * u;
<% endif %>
<% if has.subtitle %>
  const below = {width: width * 0.84, height: 220 * u, size: 62 * type.scale * u, leading: 1.3};
  const subtitle = fitLines(props.subtitle, body, below);
<% endif %>
  const turn = (i: number) => arrive(t - 0.1 - i * motion.stagger, motion);

  return (
    <Stage {...props}>
<% if variant == 2 %>
<% if has.eyebrow %>
      <Border palette={palette} gap={gap} />
      <div style={{position: 'absolute', width, height, textAlign: 'center'}}>
        <Lines text={eyebrow} turn={turn} style={{color: palette.accent, translate: '0 -50%'}} />
      </div>
<% else %>
      <Border palette={palette} gap={0} />
<% endif %>
<% elif has.eyebrow and variant == 3 %>
      <Lines text={eyebrow} turn={turn} style={{color: palette.muted, marginBottom: 28 * u}} />
<% elif has.eyebrow %>
      <Lines text={eyebrow} turn={turn} style={{color: palette.accent, marginBottom: 36 * u}} />
<% endif %>
<% if variant == 3 %>
      {title.lines.map((line, i) => (
        <Lines
          key={i}
          text={{...title, lines: [line]}}
          turn={() => turn(i + 1)}
          style={{
            fontSize: sizes[i] * squeeze,
            color: i === title.lines.length - 1 ? palette.accent : palette.text,
          }}
        />
      ))}
<% elif variant == 2 %>
<% if has.align %>
      <Lines text={title} turn={(i) => turn(i + 2)} style={{width, paddingInline: width * 0.06}} />
<% else %>
      <Lines text={title} turn={(i) => turn(i + 2)} style={{width, textAlign: 'center'}} />
<% endif %>
<% else %>
      <Lines text={title} turn={(i) => turn(i + 1)} />
<% endif %>
<% if has.subtitle %>
      <Lines
        text={subtitle}
        turn={(i) => turn(i + title.lines.length + 1)}
<% if variant == 2 and has.align %>
        style={{
          width,
          paddingInline: width * 0.06,
          marginTop: 36 * u,
          color: palette.muted,
        }}
<% elif variant == 2 %>
        style={{width, textAlign: 'center', marginTop: 36 * u, color: palette.muted}}
<% elif variant == 3 %>
        style={{color: palette.muted, marginTop: 36 * u + descent}}
<% else %>
        style={{color: palette.muted, marginTop: 36 * u}}
<% endif %>
      />
<% endif %>
<% if variant == 1 %>
      <div
        style={{
          width: 140 * u * turn(title.lines.length + 1),
          height: 10 * u,
          marginTop: 56 * u,
          backgroundColor: palette.accent,
        }}
      />
<% endif %>
    </Stage>
  );
}

<% if variant == 2 %>
type BorderProps = {palette: Palette; gap: number};

/** Draws itself from the middle of its upper edge, on both sides of a gap. */
const Border = ({palette, gap}: BorderProps) => {
  const {u, width, height} = useSafeArea();
  const drawn = ramp(useSeconds(), 0, 1.2, Easing.inOut(Easing.cubic));
  const stroke = {fill: 'none', stroke: palette.accent, strokeWidth: 4 * u};
  return (
    <svg style={{position: 'absolute', width, height, overflow: 'visible'}}>
      {[-1, 1].map((side) => {
        const d = `M ${(width + side * gap) / 2} 0 H ${side > 0 ? width : 0} V ${height} H ${width / 2}`;
        return <path key={side} d={d} {...evolvePath(drawn, d)} {...stroke} />;
      })}
    </svg>
  );
};

<% endif %>
<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
