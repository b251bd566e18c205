<# Avatar: a person of whom there is no picture. #>
const Avatar = ({palette, size}: Pick<Props, 'palette'> & {size: number}) => (
  <svg viewBox="0 0 24 24" width={size} style={{flexShrink: 0, borderRadius: '50%'}}>
    <rect width="24" height="24" fill={blend(palette.accent, 24)} />
    <path d="M12 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 24c0-11 16-11 16 0" fill={palette.accent} />
  </svg>
);
