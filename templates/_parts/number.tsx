<# Numbers for people: 12,500 and 3.4M; a currency sign goes before, per cent and words go after. #>
<% if has.unit %>
const readable = (value: number, unit: string) => {
<% else %>
const readable = (value: number) => {
<% endif %>
  const size = Math.abs(value);
  const notation = size < 10000 ? 'standard' : 'compact';
  const maximumFractionDigits = size < 10000 ? 2 : 1;
<% if has.unit %>
  const number = size.toLocaleString('en-US', {notation, maximumFractionDigits});
  const sign = value < 0 ? '−' : '';
  if (/^\p{Sc}/u.test(unit)) return sign + unit + number;
  return sign + number + (/^\p{L}{2,}/u.test(unit) ? ` ${unit}` : unit);
<% else %>
  return value.toLocaleString('en-US', {notation, maximumFractionDigits});
<% endif %>
};
