<# What fills the frame would hide an effect, which so comes after it. #>
<% set over = "none" %>
<% if variant == 1 %>
<% set backdrop = "plain" %>
<% if effect != "grain" and effect != "vignette" %>
<% set over = effect %>
<% set effect = "none" %>
<% endif %>
<% endif %>
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 8;

<% if variant == 2 %>
export default function Slideshow(props: Props) {
  const {images, palette, motion} = props;
  const {u, width, height} = useSafeArea();
  const t = useSeconds();
  const step = LENGTH / images.length;
  const turns = images.slice(1).map((_, i) => arrive(t - (i + 1) * step, inTime(motion, step)));
  const front = turns.reduce((sum, turn) => sum + turn, 0);
<% if has.title %>
  const title = {width, height: height * 0.21, size: props.size * u};
  const high = height * 0.68;
<% else %>
  const high = height;
<% endif %>
  const card = {
    width: Math.min(width * 0.86, high * 1.5),
    height: high,
    overflow: 'hidden',
    borderRadius: 36 * u,
    boxShadow: `0 ${24 * u}px ${80 * u}px rgba(0, 0, 0, 0.35)`,
  };
  return (
    <Stage {...props}>
<% if has.title %>
      <div style={{width, marginBottom: 48 * u * props.spacing}}>
        <Rule palette={palette} motion={motion} />
        <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0.2} />
      </div>
<% endif %>
      <div style={{position: 'relative', width, height: high}}>
        {images.map((src, i) => {
          const away = i - front;
          const gap = 40 * u * props.spacing;
          const x = (width - card.width) / 2 + away * (card.width + gap);
          const scale = 1 - 0.12 * Math.min(1, Math.abs(away));
          const come = arrive(t - 0.1 - i * motion.stagger, motion);
          return (
            <div key={i} style={{position: 'absolute', left: x, ...enter(come), height: high}}>
              <div style={{...card, scale}}>
                <div style={{height: '100%', scale: 1.02 + 0.012 * t}}>
                  <Photo src={src} palette={palette} />
                </div>
              </div>
            </div>
          );
        })}
      </div>
    </Stage>
  );
}
<% else %>
export default function Slideshow(props: Props) {
  const {images, palette, motion} = props;
  const t = useSeconds();
  const step = LENGTH / images.length;
<% if has.title %>
  const {u, width, height} = useSafeArea();
  const title = {width: width * 0.84, height: height * 0.38, size: props.size * u};
<% else %>
  const {u, width} = useSafeArea();
<% endif %>
  const mark = {flex: 1, height: 6 * u, borderRadius: 3 * u, transformOrigin: 'left'};
  return (
    <Stage {...props}>
      {images.map((src, i) => {
        const age = t - i * step;
        const drift = ramp(age, 0, 2 * step) * (i % 2 ? -1 : 1);
        return (
          <AbsoluteFill key={i} style={enter(arrive(age, inTime(motion, step)))}>
            <div style={{height: '100%', scale: 1.16 - 0.06 * drift, translate: `${3 * drift}% 0`}}>
              <Photo src={src} palette={palette} />
            </div>
          </AbsoluteFill>
        );
      })}
<% if over != "none" %>
      <Effect {...props} />
<% endif %>
<% if has.title %>
      <Shade palette={palette} />
      <Text text={props.title} font={props.heading} box={title} motion={motion} delay={0.4} />
<% endif %>
      <div style={{display: 'flex', gap: 12 * u, width, marginTop: 48 * u, position: 'relative'}}>
        {images.map((_, i) => (
          <div key={i} style={{...mark, backgroundColor: palette.background, opacity: 0.85}}>
            <div
              style={{
                ...mark,
                backgroundColor: palette.accent,
                scale: `${ramp(t, i * step, (i + 1) * step)} 1`,
              }}
            />
          </div>
        ))}
      </div>
    </Stage>
  );
}
<% endif %>

/** A change of pictures is over before the next one. */
const inTime = (motion: Props['motion'], step: number) => ({
  ...motion,
  entrance: Math.min(motion.entrance, step * 0.6),
});

<% if variant == 1 and has.title %>
<% include "_parts/shade.tsx" %>

<% endif %>
<% if not has.background_image %>
<% include "_parts/photo.tsx" %>

<% endif %>
<% if variant == 2 and has.title %>
<% include "_parts/rule.tsx" %>

<% endif %>
<% include "_parts/shared.tsx" %>

<% if over != "none" %>
<% set effect = over %>

<% include "_parts/effect.tsx" %>
<% endif %>
