export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 4;

export default function Counter(props: Props) {
  return <Stage {...props}>{null}</Stage>;
}

<% include "_parts/shared.tsx" %>
