<# Sheet: a title over what fills the rest of the safe area; in the second look all of it stands on a panel.
   useSheet: the room inside of it. #>
<% if variant == 2 %>
const useSheet = () => {
  const {u, width, height} = useSafeArea();
<% if position == "top" or position == "bottom" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
  return {u, width: width - 128 * u, height: height * 0.84 - 112 * u};
<% else %>
  return {u, width: width - 128 * u, height: height - 112 * u};
<% endif %>
};
<% elif position == "top" or position == "bottom" or position == "top-left" or position == "top-right" or position == "bottom-left" or position == "bottom-right" %>
const useSheet = () => {
  const {u, width, height} = useSafeArea();
  return {u, width, height: height * 0.84};
};
<% else %>
const useSheet = () => useSafeArea();
<% endif %>

const Sheet = ({children, ...props}: Props & {children: ReactNode}) => {
  const {u, width, height} = useSheet();
<% if variant == 2 %>
  const border = `${1.5 * u}px solid color-mix(in oklab, ${props.palette.text} 10%, transparent)`;
  const panel = {padding: `${56 * u}px ${64 * u}px`, borderRadius: 36 * u, border};
<% endif %>
  const stack = {display: 'flex', flexDirection: 'column', gap: 40 * props.spacing * u} as const;
<% if has.title %>
<% if variant == 2 %>
  const title = {width, height: height * 0.26, size: props.size * u};
<% else %>
  const title = {width, height: height * 0.22, size: props.size * u};
<% endif %>
<% endif %>
<% if variant == 2 %>
  return (
    <div style={{...panel, backgroundColor: props.palette.surface}}>
<% if has.title %>
      <div style={{...stack, width, height}}>
        <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
        {children}
      </div>
<% else %>
      <div style={{...stack, width, height}}>{children}</div>
<% endif %>
    </div>
  );
<% elif has.title %>
  return (
    <div style={{...stack, width, height}}>
      <Text text={props.title} font={props.heading} box={title} motion={props.motion} delay={0} />
      {children}
    </div>
  );
<% else %>
  return <div style={{...stack, width, height}}>{children}</div>;
<% endif %>
};
