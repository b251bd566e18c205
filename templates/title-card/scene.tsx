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
  const {title, palette, type, motion} = props;
  const t = useSeconds();
  const {u, width, height} = useSafeArea();
  const heading = headingStyle(type);
<% if has.eyebrow and has.subtitle %>
  const body = bodyStyle(type);
  const ready = useFonts(`${props.eyebrow} ${title} ${props.subtitle}`, heading, body);
<% elif has.eyebrow %>
  const body = bodyStyle(type);
  const ready = useFonts(`${props.eyebrow} ${title}`, heading, body);
<% elif has.subtitle %>
  const body = bodyStyle(type);
  const ready = useFonts(`${title} ${props.subtitle}`, heading, body);
<% else %>
  const ready = useFonts(title, heading);
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
  const headline = fitLines(title, {width, height: height * 0.74, size, leading}, heading);
  const largest = Math.min(size, headline.fontSize * 1.6);
  const sizes = headline.lines.map((text) =>
    Math.min(largest, fitText({text: text.trim(), withinWidth: width, ...heading}).fontSize),
  );
  const squeeze = Math.min(
    1,
    (height * 0.74) / sizes.reduce((sum, lineSize) => sum + lineSize * leading, 0),
  );
<% elif variant == 2 %>
  const leading = 1.08 * type.spacing;
  const room = {width: width * 0.84, height: height * 0.52, size, leading};
  const headline = fitLines(title, room, heading);
  const drawn = ramp(t, 0, 1.2, Easing.inOut(Easing.cubic));
<% if has.eyebrow %>
  const eyebrow = fitLines(
    props.eyebrow,
    {width: width * 0.7, height: 140 * u, size: 36 * u, leading: 1.25},
    body,
  );
  const measure = (text: string) => measureText({text, fontSize: eyebrow.fontSize, ...body}).width;
  const gap = Math.max(...eyebrow.lines.map(measure)) / 2 + 32 * u;
<% else %>
  const gap = 0;
<% endif %>
<% else %>
  const leading = 1.06 * type.spacing;
  const headline = fitLines(title, {width, height: height * 0.6, size, leading}, heading);
<% endif %>
<% if has.subtitle %>
  const subtitle = fitLines(
    props.subtitle,
    {width: width * 0.8, height: 190 * u, size: 48 * type.scale * u, leading: 1.4},
    body,
  );
<% endif %>
  const turn = (i: number) => arrive(t - 0.15 - i * motion.stagger, motion);

  return (
    <Stage {...props}>
<% if variant == 2 %>
      <div style={{position: 'absolute', width, height}}>
        <svg width={width} height={height} style={{overflow: 'visible'}}>
          {[-1, 1].map((side) => {
            const d = `M ${width / 2 + side * gap} 0 h ${side * (width / 2 - gap)} v ${height} H ${width / 2}`;
            return (
              <path
                key={side}
                d={d}
                {...evolvePath(drawn, d)}
                fill="none"
                stroke={palette.accent}
                strokeWidth={3 * u}
              />
            );
          })}
        </svg>
<% if has.eyebrow %>
        <div
          style={{position: 'absolute', top: 0, width, textAlign: 'center', translate: '0 -50%'}}
        >
          <div
            style={{
              ...body,
              fontSize: eyebrow.fontSize,
              lineHeight: 1.25,
              color: palette.accent,
              ...enter(turn(0)),
            }}
          >
            {eyebrow.lines.map((line, i) => (
              <div key={i}>{line}</div>
            ))}
          </div>
        </div>
<% endif %>
      </div>
<% elif variant == 3 %>
<% if has.eyebrow %>
      <div style={{...body, fontSize: 36 * u, color: palette.muted, ...enter(turn(0))}}>
        {props.eyebrow}
      </div>
<% endif %>
<% else %>
      <div style={{display: 'flex', alignItems: 'center', gap: 28 * u, marginBottom: 44 * u}}>
        <div style={{width: 96 * u * turn(0), height: 8 * u, backgroundColor: palette.accent}} />
<% if has.eyebrow %>
        <div style={{...body, fontSize: 36 * u, color: palette.accent, ...enter(turn(1))}}>
          {props.eyebrow}
        </div>
<% endif %>
      </div>
<% endif %>
<% if variant == 3 %>
      <div style={{lineHeight: leading, whiteSpace: 'nowrap', margin: `${24 * u}px 0`}}>
        {headline.lines.map((line, i) => (
          <div
            key={i}
            style={{
              ...heading,
              fontSize: sizes[i] * squeeze,
              color: i === headline.lines.length - 1 ? palette.accent : palette.text,
            }}
          >
            <RevealedLine p={turn(i + 1)}>{line}</RevealedLine>
          </div>
        ))}
      </div>
<% else %>
      <div
        style={{
          ...heading,
          fontSize: headline.fontSize,
          lineHeight: leading,
          whiteSpace: 'nowrap',
<% if variant == 2 %>
          width,
          paddingInline: width * 0.06,
<% if not has.align %>
          textAlign: 'center',
<% endif %>
<% endif %>
        }}
      >
        {headline.lines.map((line, i) => (
          <RevealedLine key={i} p={turn(i + 1)}>
            {line}
          </RevealedLine>
        ))}
      </div>
<% endif %>
<% if has.subtitle %>
      <div
        style={{
          ...body,
          fontSize: subtitle.fontSize,
          lineHeight: 1.4,
          color: palette.muted,
<% if variant == 3 %>
          ...enter(turn(headline.lines.length + 1)),
<% else %>
          marginTop: 40 * u,
<% if variant == 2 %>
          width,
          paddingInline: width * 0.06,
<% if not has.align %>
          textAlign: 'center',
<% endif %>
<% endif %>
          ...enter(turn(headline.lines.length + 2)),
<% endif %>
        }}
      >
        {subtitle.lines.map((line, i) => (
          <div key={i}>{line}</div>
        ))}
      </div>
<% endif %>
    </Stage>
  );
}

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/entrance.tsx" %>

<% include "_parts/stage.tsx" %>
