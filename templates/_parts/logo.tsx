const Logo = ({logo}: Props) => {
  const {height, width} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const portrait = height > width;
  const shown = ramp(useSeconds(), 0.2, 0.8);
  const [missing, setMissing] = useState(false);
  if (missing) return null;
  return (
    <Img
      src={logo}
      maxRetries={0}
      onError={() => setMissing(true)}
      style={{
        position: 'absolute',
<% if logo_position == "top-left" or logo_position == "top-right" %>
        top: portrait ? height * 0.07 : 64 * u,
<% else %>
        bottom: portrait ? height * 0.12 : 64 * u,
<% endif %>
<% if logo_position == "top-left" or logo_position == "bottom-left" %>
        left: 72 * u,
<% else %>
        right: 72 * u,
<% endif %>
        height: 72 * u,
        maxWidth: 260 * u,
        objectFit: 'contain',
        opacity: shown,
      }}
    />
  );
};
