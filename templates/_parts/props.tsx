  palette: Palette;
  type: Type;
  motion: Motion;
<% if has.background_image %>
  backgroundImage: string;
<% endif %>
<% if has.logo %>
  logo: string;
<% endif %>
