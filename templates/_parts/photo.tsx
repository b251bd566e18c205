<# Photo: a picture that fills its place; where it cannot be loaded a quiet drawing stands for it.
   Placeholder: that drawing, for scenes that are given no picture. #>
const Photo = ({src, palette}: {src: string; palette: Props['palette']}) => {
  const [missing, setMissing] = useState(false);
  if (missing) return <Placeholder palette={palette} />;
  const fill = {width: '100%', height: '100%', objectFit: 'cover'} as const;
  return <Img src={src} maxRetries={0} onError={() => setMissing(true)} style={fill} />;
};

const Placeholder = ({palette}: Pick<Props, 'palette'>) => (
  <svg viewBox="0 0 160 120" preserveAspectRatio="xMidYMid slice" width="100%" height="100%">
    <rect width="160" height="120" fill={palette.surface} />
    <circle cx="112" cy="40" r="14" fill={palette.accent} opacity="0.9" />
    <path d="M0 120 L52 58 L88 100 L108 78 L160 120 Z" fill={palette.muted} opacity="0.45" />
    <path d="M0 120 L24 92 L60 120 Z" fill={palette.muted} opacity="0.3" />
  </svg>
);
