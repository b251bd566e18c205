const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const FORMAT = new Intl.RelativeTimeFormat('en-GB', {numeric: 'auto', style: 'short'});

/** How long ago something was, in words. */
export const since = (then: Date, now = new Date()): string => {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? [];
  return unit && length ? FORMAT.format(-Math.floor(seconds / length), unit) : 'just now';
};
