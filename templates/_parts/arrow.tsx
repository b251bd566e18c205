const Arrow = ({size}: {size: number}) => (
  <svg viewBox="0 0 24 24" width={size} height={size} style={{flexShrink: 0}}>
    <path d="M3 12 H20 M13 5 L20 12 L13 19" fill="none" stroke="currentColor" strokeWidth="2.4" />
  </svg>
);
