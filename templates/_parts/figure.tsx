<# Values that may be numbers or texts ('€8.2m', '4.9★'): say shows one, amount is the number in it, counted counts it. #>
<% if has.unit %>
const say = (value: string | number, unit: string) =>
  typeof value === 'number' ? readable(value, unit.length > 8 ? '' : unit) : value;
<% else %>
const say = (value: string | number) => (typeof value === 'number' ? readable(value) : value);
<% endif %>

/** The number in a value: 8200000 in '€8.2m'. */
const amount = (value: string | number) => {
  const found = /([-−]?)\D?(\d[\d.,]*)\s?([kmb]\b|)/i.exec(`${value}`) ?? ['', '', '0', ''];
  const size = Number.parseFloat(found[2].replaceAll(',', ''));
  return (found[1] ? -size : size) * 1000 ** ' kmb'.indexOf(found[3].toLowerCase() || ' ');
};

/** A text with one number in it, which has come a part of its way from zero. */
const counted = (text: string, part: number) => {
  const number = part < 1 && /^\D*(\d[\d.,]*)\D*$/.exec(text)?.[1];
  if (!number) return text;
  const digits = number.split('.')[1]?.length ?? 0;
  const count = (part * Number.parseFloat(number.replaceAll(',', ''))).toFixed(digits);
  const style = {minimumFractionDigits: digits};
  return text.replace(number, Number(count).toLocaleString('en-US', style));
};

<% include "_parts/number.tsx" %>
