<# What asks for an effect gets it from Stage: some behind the words, some over them. #>
<% if effect == "particles" %>
const Effect = ({palette, motion}: Props) => {
  const t = useClock(motion.speed);
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  return (
    <AbsoluteFill>
      {Array.from({length: 48}, (_, i) => {
        const depth = 0.3 + 0.7 * random(`depth-${i}`);
        const rise = (random(`y-${i}`) + t * 0.05 * depth) % 1;
        const sway = Math.sin(t * 0.6 + i) * 0.015;
        const size = (3 + 9 * depth * depth) * u;
        return (
          <div
            key={i}
            style={{
              position: 'absolute',
              left: (random(`x-${i}`) + sway) * width,
              top: (1.05 - rise * 1.1) * height,
              width: size,
              height: size,
              borderRadius: '50%',
              backgroundColor: i % 3 ? palette.accent : palette.accent2,
              opacity: 0.5 * depth * Math.sin(Math.PI * rise),
            }}
          />
        );
      })}
    </AbsoluteFill>
  );
};
<% elif effect == "confetti" %>
const Effect = ({palette, motion}: Props) => {
  const t = useClock(motion.speed);
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const colors = [palette.accent, palette.accent2, palette.text, palette.muted];
  return (
    <AbsoluteFill style={{overflow: 'hidden'}}>
      {Array.from({length: 90}, (_, i) => {
        const fall = t * (0.22 + 0.16 * random(`speed-${i}`)) - random(`delay-${i}`) * 0.9;
        const sway = Math.sin(t * 2 + i) * 0.02;
        return (
          <div
            key={i}
            style={{
              position: 'absolute',
              left: (random(`x-${i}`) + sway) * width,
              top: fall * height,
              width: (10 + 8 * random(`width-${i}`)) * u,
              height: (16 + 12 * random(`height-${i}`)) * u,
              borderRadius: 3 * u,
              backgroundColor: colors[i % colors.length],
              opacity: fall < -0.05 ? 0 : 0.9,
              rotate: `${i * 40 + t * 90}deg`,
              scale: `${Math.cos(t * 5 + i)} 1`,
            }}
          />
        );
      })}
    </AbsoluteFill>
  );
};
<% elif effect == "ripples" %>
const Effect = ({palette, motion}: Props) => {
  const t = useClock(motion.speed);
  const {width, height} = useVideoConfig();
  const reach = Math.hypot(width, height);
  return (
    <AbsoluteFill style={{alignItems: 'center', justifyContent: 'center'}}>
      {[0, 1, 2, 3].map((i) => {
        const p = (t * 0.18 + i / 4) % 1;
        return (
          <div
            key={i}
            style={{
              position: 'absolute',
              width: p * reach,
              height: p * reach,
              borderRadius: '50%',
              border: `${reach / 900}px solid ${palette.accent}`,
              opacity: 0.35 * Math.sin(Math.PI * p),
            }}
          />
        );
      })}
    </AbsoluteFill>
  );
};
<% elif effect == "glow" %>
const Effect = ({palette, motion}: Props) => {
  const breath = 0.5 + 0.5 * Math.sin(useClock(motion.speed) * 1.5);
  const glow = (part: number) => `color-mix(in oklab, ${palette.accent} ${part}%, transparent)`;
  const stops = `${glow(34)}, ${glow(14)} 35%, ${glow(4)} 60%, ${glow(0)} 75%`;
  return (
    <AbsoluteFill
      style={{
        background: `radial-gradient(closest-side at 50% 50%, ${stops})`,
        opacity: 0.75 + 0.25 * breath,
        scale: 1.15 + 0.08 * breath,
      }}
    />
  );
};
<% elif effect == "vignette" %>
const Effect = () => {
  const shade = 'radial-gradient(ellipse farthest-corner, transparent 45%, rgba(0, 0, 0, 0.55))';
  return <AbsoluteFill style={{background: shade}} />;
};
<% endif %>
