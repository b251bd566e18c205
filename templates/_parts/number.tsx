<# Numbers for people: 12,500 and 3.4M; a currency sign goes before, per cent and words go after. #>
<% if has.unit %>
const readable = (value: number, unit: string) => {
  const large = Math.abs(value) >= 10000;
  const number = Math.abs(value).toLocaleString('en-US', {
    notation: large ? 'compact' : 'standard',
    maximumFractionDigits: large ? 1 : 2,
  });
  const sign = value < 0 ? '−' : '';
  if (/^\p{Sc}/u.test(unit)) return sign + unit + number;
  return sign + number + (/^\p{L}{2,}/u.test(unit) ? ` ${unit}` : unit);
};
<% else %>
const readable = (value: number) => {
  const large = Math.abs(value) >= 10000;
  return value.toLocaleString('en-US', {
    notation: large ? 'compact' : 'standard',
    maximumFractionDigits: large ? 1 : 2,
  });
};
<% endif %>
