<# The shapes of palette, type and motion as they stand in the data. #>
<% if backdrop == "gradient" %>
type Palette = Record<
  'background' | 'backgroundTo' | 'surface' | 'text' | 'muted' | 'accent' | 'accent2',
  string
>;
<% else %>
type Palette = Record<'background' | 'surface' | 'text' | 'muted' | 'accent' | 'accent2', string>;
<% endif %>

<% if has.font_size %>
type Type = Fonts & Record<'weight' | 'tracking' | 'scale' | 'spacing' | 'fontSize', number>;
<% else %>
type Type = Fonts & Record<'weight' | 'tracking' | 'scale' | 'spacing', number>;
<% endif %>
type Fonts = Record<'heading' | 'body', string>;

<% if easing == "bezier" %>
type Motion = Record<'entrance' | 'stagger' | 'exit' | 'speed', number> & {ease: Bezier};
type Bezier = [number, number, number, number];
<% else %>
type Motion = Record<'entrance' | 'stagger' | 'exit' | 'speed', number>;
<% endif %>
