/** A short line of the accent's colour that leads to the words below it. */
const Rule = ({palette, motion}: Pick<Props, 'palette' | 'motion'>) => {
  const {u} = useSafeArea();
<% if align == "center" %>
  const margin = `0 auto ${32 * u}px`;
<% elif align == "right" %>
  const margin = `0 0 ${32 * u}px auto`;
<% else %>
  const margin = `0 0 ${32 * u}px`;
<% endif %>
  const line = {position: 'relative', width: 104 * u, height: 9 * u, margin} as const;
  const scale = `${arrive(useSeconds() - 0.2, motion)} 1`;
  return <div style={{...line, scale, transformOrigin: 'left', background: palette.accent}} />;
};
