export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 6;

export default function GradientBackground(props: Props) {
  return <Stage {...props}>{null}</Stage>;
}

<% include "_parts/shared.tsx" %>
