<# The theme's own ground: slow and quiet. #>
<% if backdrop == "gradient" %>
const Backdrop = ({palette, motion}: Props) => {
  const angle = 125 + 20 * Math.sin(useClock(motion.speed) * 0.5);
  const colors = `${palette.background}, ${palette.backgroundTo}`;
  return (
    <AbsoluteFill style={{background: `linear-gradient(${angle}deg in oklab, ${colors})`}}>
      <Grain opacity={0.05} />
    </AbsoluteFill>
  );
};
<% elif backdrop == "grain" %>
const Backdrop = ({palette, motion}: Props) => {
  const x = 30 + 10 * Math.sin(useClock(motion.speed) * 0.5);
  const light = `radial-gradient(circle at ${x}% 20%, ${palette.surface}, transparent 70%)`;
  return (
    <AbsoluteFill style={{background: light}}>
      <Grain opacity={0.12} />
    </AbsoluteFill>
  );
};
<% else %>
const Backdrop = ({palette, motion}: Props) => {
  const {width, height} = useVideoConfig();
  const cell = Math.min(width, height) / 10;
  const shift = useClock(motion.speed) * cell * 0.08;
<% if theme == "neon" %>
  const color = `color-mix(in oklab, ${palette.accent} 34%, transparent)`;
<% else %>
  const color = `color-mix(in oklab, ${palette.text} 12%, transparent)`;
<% endif %>
  const line = `${color} ${cell / 54}px, transparent ${cell / 54}px`;
  return (
    <AbsoluteFill
      style={{
        backgroundImage: `linear-gradient(${line}), linear-gradient(90deg, ${line})`,
        backgroundSize: `${cell}px ${cell}px`,
        backgroundPosition: `${shift}px ${shift}px`,
        maskImage: 'radial-gradient(circle at 80% 10%, black, transparent 75%)',
      }}
    />
  );
};
<% endif %>
