export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 5;

export default function SignIn(props: Props) {
  return <Stage {...props}>{null}</Stage>;
}

<% include "_parts/shared.tsx" %>
