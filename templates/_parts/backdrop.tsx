<# The theme's own ground: slow and quiet. #>
<% if backdrop == "gradient" %>
const Backdrop = ({palette, speed}: {palette: Palette; speed: number}) => {
  const angle = 125 + 20 * Math.sin(useClock(speed) * 0.5);
  const colors = `${palette.background}, ${palette.backgroundTo}`;
  return (
    <AbsoluteFill style={{background: `linear-gradient(${angle}deg in oklab, ${colors})`}}>
      <Grain opacity={0.05} />
    </AbsoluteFill>
  );
};
<% elif backdrop == "light" %>
const Backdrop = ({palette, speed}: {palette: Palette; speed: number}) => {
  const t = useClock(speed);
  const x = 74 + 7 * Math.sin(t * 0.5);
  const y = 12 + 8 * Math.cos(t * 0.4);
  const glow = (part: number) => `color-mix(in oklab, ${palette.accent} ${part}%, transparent)`;
  const stops = `${glow(24)}, ${glow(14)} 25%, ${glow(5)} 55%, ${glow(0)} 80%`;
  return <AbsoluteFill style={{background: `radial-gradient(circle at ${x}% ${y}%, ${stops})`}} />;
};
<% elif backdrop == "grain" %>
const Backdrop = ({palette, speed}: {palette: Palette; speed: number}) => {
  const x = 30 + 10 * Math.sin(useClock(speed) * 0.5);
  const light = `radial-gradient(circle at ${x}% 20%, ${palette.surface}, transparent 70%)`;
  return (
    <AbsoluteFill style={{background: light}}>
      <Grain opacity={0.12} />
    </AbsoluteFill>
  );
};
<% else %>
const Backdrop = ({palette, speed}: {palette: Palette; speed: number}) => {
  const {width, height} = useVideoConfig();
  const cell = Math.min(width, height) / 10;
  const shift = useClock(speed) * cell * 0.08;
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
