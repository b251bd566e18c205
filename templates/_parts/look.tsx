<# The shapes of palette, type and motion as they stand in the data. #>
<% if backdrop == "gradient" %>
type Palette = Record<
  'background' | 'backgroundTo' | 'surface' | 'text' | 'muted' | 'accent' | 'accent2',
  string
>;
<% else %>
type Palette = Record<'background' | 'surface' | 'text' | 'muted' | 'accent' | 'accent2', string>;
<% endif %>

type Type = {heading: string; body: string} & Record<
<% if has.font_size %>
  'weight' | 'tracking' | 'scale' | 'spacing' | 'fontSize',
<% else %>
  'weight' | 'tracking' | 'scale' | 'spacing',
<% endif %>
  number
>;

<% if easing == "bezier" %>
type Motion = Record<'entrance' | 'stagger' | 'exit' | 'speed', number> & {
  ease: [number, number, number, number];
};
<% else %>
type Motion = Record<'entrance' | 'stagger' | 'exit' | 'speed', number>;
<% endif %>
