<# Halves: a panel and words beside or below it fill the frame, and hand on where Stage puts things. #>
const HANDED = {display: 'flex', justifyContent: 'inherit', alignItems: 'inherit'} as const;
const SPREAD = {...HANDED, position: 'absolute', inset: 0} as const;
const COLUMN = {...HANDED, flexDirection: 'column', flex: 1, alignSelf: 'stretch'} as const;
