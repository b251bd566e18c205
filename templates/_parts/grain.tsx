<# A tile of fine noise: paper, film, and what keeps soft gradients from banding. #>
const GRAIN = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='256' height='256'%3E%3Cfilter id='n'%3E%3CfeTurbulence type='fractalNoise' baseFrequency='.8' numOctaves='3' stitchTiles='stitch'/%3E%3CfeColorMatrix type='saturate' values='0'/%3E%3C/filter%3E%3Crect width='256' height='256' filter='url(%23n)'/%3E%3C/svg%3E")`;

const Grain = ({opacity}: {opacity: number}) => {
  const step = Math.floor(useClock(8));
  const shift = `${(step * 97) % 256}px ${(step * 61) % 256}px`;
  return <AbsoluteFill style={{backgroundImage: GRAIN, backgroundPosition: shift, opacity}} />;
};
