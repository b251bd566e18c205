<# What nearly every scene shows its words with. What a scene does not use of it is left away. #>
<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/fit.tsx" %>

<% include "_parts/enter.tsx" %>

<% include "_parts/text.tsx" %>

<% include "_parts/stage.tsx" %>
