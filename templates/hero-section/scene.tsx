type Props = {
<% include "_parts/props.tsx" %>
};

export const meta = {= meta =};

export const defaultProps: Props = {= props =};

const LENGTH = 5;

export default function HeroSection(props: Props) {
  return <Stage {...props}>{null}</Stage>;
}

<% include "_parts/look.tsx" %>

<% include "_parts/time.tsx" %>

<% include "_parts/frame.tsx" %>

<% include "_parts/stage.tsx" %>
