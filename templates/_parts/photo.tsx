<# Photo: a picture that fills its place; where it cannot be loaded a quiet landscape stands for it.
   Placeholder: that landscape, for scenes that are given no picture; every seed has its own sun and hills. #>
const FILL = {display: 'block', width: '100%', height: '100%', objectFit: 'cover'} as const;

const Photo = ({src, palette}: {src: string; palette: Props['palette']}) => {
  const [missing, setMissing] = useState(false);
  if (missing) return <Placeholder palette={palette} seed={src} />;
  return <Img src={src} maxRetries={0} onError={() => setMissing(true)} style={FILL} />;
};

const Placeholder = ({palette, seed = ''}: Pick<Props, 'palette'> & {seed?: string}) => {
  const tint = (part: number) =>
    `color-mix(in oklab, ${palette.accent} ${part}%, ${palette.surface})`;
  const own = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const y = (n: number) => 15 + 15 * Math.sin(own * n + n * n);
  const background = `linear-gradient(${tint(6)}, ${tint(48)} 75%)`;
  return (
    <svg viewBox="0 0 160 120" preserveAspectRatio="xMidYMid slice" style={{...FILL, background}}>
      <circle cx={50 + 2 * y(0.7)} cy={38 + y(0.9) / 2} r="13" fill={palette.text} opacity="0.85" />
      {[62, 84, 30].map((part, i) => {
        const [from, a, b, to] = [1, 2, 3, 4].map((n) => 48 + 15 * i + y(n + 4 * i));
        const d = `M-40 ${from} C 30 ${a} 110 ${b} 200 ${to} V 300 H -40 Z`;
        return <path key={i} d={d} fill={tint(part)} />;
      })}
    </svg>
  );
};
